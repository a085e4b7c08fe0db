import { describe, expect, it } from 'vitest';
import { bilingualPage } from '../../src/export/alignment/bilingual-page.ts';
import { ladder, linkTable } from '../../src/export/alignment/tables.ts';
import { tmx } from '../../src/export/alignment/tmx.ts';
import { unlinkedUnits, type WrittenPair } from '../../src/export/alignment/written-pair.ts';

const pair: WrittenPair = {
  a: { path: 'a.txt', language: 'ar', direction: 'rtl', units: ['واحد.', 'اثنان <ب>.', 'ثلاثة.'] },
  b: { path: 'b.txt', language: 'en', direction: 'ltr', units: ['One\tand\nmore.', 'Two & two.', 'Alone.'] },
  mode: 'parallel',
  beads: [
    { aFrom: 0, aTo: 1, bFrom: 0, bTo: 1, score: 0.98765 },
    { aFrom: 1, aTo: 3, bFrom: 1, bTo: 2, score: 0.5 },
    { aFrom: 3, aTo: 3, bFrom: 2, bTo: 3, score: 1 },
  ],
};
const crossing: WrittenPair = { ...pair, mode: 'comparable', beads: [pair.beads[1]!] };

describe('aligned pairs', () => {
  it('are lines of six fields, whatever the texts hold', () => {
    expect(linkTable(pair).split('\n')).toEqual([
      '0\t0\t1-1\t0.9877\tواحد.\tOne and more.',
      '1,2\t1\t2-1\t0.5\tاثنان <ب>. ثلاثة.\tTwo & two.',
      '\t2\t0-1\t1\t\tAlone.',
      '',
    ]);
  });

  it('are a ladder when one path covers both', () => {
    expect(ladder(pair)).toBe('0\t0\t1\n1\t1\t0.9877\n3\t2\t0.5\n3\t3\t1\n');
    expect(ladder(crossing)).toBeUndefined();
  });

  it('are a translation memory of their links', () => {
    const memory = tmx([pair], '1.2');
    expect(memory.match(/<tu /gu)).toHaveLength(2);
    expect(memory).toContain('<tuv xml:lang="ar"><seg>اثنان &lt;ب&gt;. ثلاثة.</seg></tuv>');
    expect(memory).toContain('<seg>Two &amp; two.</seg>');
    expect(unlinkedUnits(pair)).toBe(1);
  });

  it('are a page in two directions that shows what only one side says', () => {
    const page = bilingualPage([crossing]);
    expect(page).toContain('<td dir="rtl" lang="ar" class="doubtful">اثنان &lt;ب&gt;. ثلاثة.</td>');
    expect(page.match(/class="alone"/gu)).toHaveLength(3);
    expect(page).not.toMatch(/https?:|<script/u);
  });
});
