import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellText, numberText } from '../../../src/renderer/features/frequency/columns.ts';
import { escaped, reportPage } from '../../../src/renderer/features/frequency/report/report-page.ts';
import { flushReport, loadReport, report } from '../../../src/renderer/features/frequency/report/report.ts';
import type { ReportEntry } from '../../../src/shared/report.ts';
import { standInBridge } from '../app/stand-in-bridge.ts';
import { wordsIn } from '../../../src/renderer/features/frequency/settings/stop-pill.tsx';
import { subjectField, whereIs } from '../../../src/renderer/features/frequency/settings/fields.ts';
import { directionOf, languageOf } from '../../../src/renderer/features/frequency/table/word-direction.ts';

describe('numbers in a table', () => {
  it('have as many digits as tell rows apart', () => {
    expect([0, 3.14159, -2.5, 123.456, 98_765.4, 0.0123456].map(numberText)).toEqual([
      '0',
      '3.14',
      '−2.50',
      '123.5',
      '98,765',
      '0.0123',
    ]);
    expect(numberText(1.23e-24)).toBe('1.2×10⁻²⁴');
    expect(numberText(-4e12)).toBe('−4.0×10¹²');
  });

  it('never call a chance zero', () => {
    const column = (name: string) => ({ name, holds: 'number' }) as const;
    expect(['p', 'qBh', 'll'].map((name) => cellText(0, column(name)))).toEqual(['<1.0×10⁻³⁰⁷', '<1.0×10⁻³⁰⁷', '0']);
    expect(cellText(0.25, column('p'))).toBe('0.25');
  });
});

describe('words in a table', () => {
  it('are told their language only where the folder leaves no doubt', () => {
    expect(languageOf('вода', ['ar', 'en', 'mk'])).toBe('mk');
    expect(languageOf('вода', ['mk', 'sr'])).toBeUndefined();
    expect(languageOf('ماء', ['ar', 'en', 'mk'])).toBe('ar');
    expect(languageOf('water', ['ar', 'en', 'mk'])).toBe('en');
    expect([directionOf('ماء'), directionOf('вода')]).toEqual(['rtl', 'ltr']);
  });

  it('are left out as they were pasted, by lines, commas or spaces', () => {
    expect(wordsIn('на\nво, се  во;и\n')).toEqual(['на', 'во', 'се', 'и']);
  });
});

describe('versions of one story', () => {
  const field = (name: string, distinct: number, builtIn = false) => ({
    ...{ field: name, builtIn, documents: 300, distinct, values: [] },
  });

  it('are told by their subject, however many there are, else by another field that articles share', () => {
    const language = field('language', 3, true);
    expect(subjectField([language, field('source', 7), field('subject', 100)])?.field).toBe('subject');
    expect(subjectField([language, field('source', 7), field('subject', 300)])?.field).toBe('source');
    expect(subjectField([language])).toBeUndefined();
  });
});

describe('conditions', () => {
  it('quote what is not a plain word', () => {
    expect(whereIs('language', 'mk')).toBe('language=mk');
    expect(whereIs('source', 'The "Gazette"')).toBe('source="The \\"Gazette\\""');
  });
});

const origin = { corpus: 'a<b', documents: 2, tokens: 10, fingerprint: 'f00d', settings: ['of “ماء”'] };

function table(cells: readonly string[]): ReportEntry {
  const columns = cells.map((label) => ({ label, isNumeric: false }));
  return {
    kind: 'table',
    id: crypto.randomUUID(),
    title: cells[0] ?? '',
    comment: '',
    origin,
    columns,
    rows: [[...cells]],
    total: 5,
  };
}

describe('a report', () => {
  it('lets no text of a corpus become markup', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 4 }), (cells) => {
        const page = reportPage({ title: cells[0]!, version: '1', date: 'today' }, [table(cells)]);
        for (const cell of cells) expect(page).toContain(`<bdi>${escaped(cell)}</bdi>`);
        expect(escaped(cells.join(''))).not.toMatch(/[<>"']/);
      }),
    );
  });

  it('says what made each part and how much of a table is there', () => {
    const page = reportPage({ title: 'Воda', version: '0.1.0', date: '1 May 2026' }, [table(['ماء'])]);
    for (const part of ['a&lt;b', '2 documents, 10 tokens', '1 of 5 rows', 'Lectern 0.1.0', 'of “ماء”', 'f00d'])
      expect(page).toContain(part);
    expect(page).not.toMatch(/https?:\/\/(?!www\.w3\.org)/);
  });

  it('keeps the picture of a chart without the prologue of a file', () => {
    const svg = '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>';
    const chart: ReportEntry = {
      kind: 'chart',
      id: crypto.randomUUID(),
      title: 't',
      comment: 'a < b',
      origin,
      summary: 's',
      svg,
    };
    const page = reportPage({ title: 't', version: '1', date: 'd' }, [chart]);
    expect(page).toContain('<figure><svg');
    expect(page).toContain('a &lt; b');
  });

  it('is put in order, brought back, and every change is sent on to be kept', async () => {
    const kept: ReportEntry = table(['kept']);
    const bridge = standInBridge({
      'report.read': () => ({ entries: [kept] }),
      'report.add': () => ({}),
      'report.change': () => ({}),
    });
    const { add, move, remove, clear, comment, bringBack } = report.getState();
    await loadReport();
    expect(report.getState().entries).toEqual([kept]);
    remove(kept.id);
    for (const title of ['a', 'b', 'c']) add({ kind: 'chart', title, origin, summary: '', svg: '<svg/>' });
    const titles = () => report.getState().entries.map((entry) => entry.title);
    const idOf = (title: string) => report.getState().entries.find((entry) => entry.title === title)!.id;
    move(idOf('c'), -1);
    move(idOf('a'), -1);
    expect(titles()).toEqual(['a', 'c', 'b']);
    remove(idOf('a'));
    expect(titles()).toEqual(['c', 'b']);
    comment(idOf('c'), 'o');
    comment(idOf('c'), 'oh');
    await flushReport();
    clear();
    expect(titles()).toEqual([]);
    bringBack();
    expect(titles()).toEqual(['c', 'b']);
    expect(report.getState().entries[0]!.comment).toBe('oh');
    const changes = bridge.named('report.change').map((params) => (params as { change: { kind: string } }).change.kind);
    expect(changes).toEqual(['remove', 'move', 'move', 'remove', 'comment', 'clear', 'list']);
  });
});
