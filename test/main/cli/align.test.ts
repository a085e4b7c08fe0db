import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bilingual } from '../../corpus/alignment/bilingual.ts';
import { samples } from '../../program.ts';
import { lectern } from './lectern.ts';

const folder = mkdtempSync(join(tmpdir(), 'lectern-align-'));
const made = (name: string, lines: readonly string[]): string => {
  const file = join(folder, name);
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
};

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('lectern align', () => {
  const pair = bilingual('mk', 'en');

  it('prints a line a link for two files whose lines are sentences, and says how it took them', async () => {
    const a = made('story.src', pair.a.units);
    const b = made('story.tgt', pair.b.units);
    const { code, stdout, stderr } = await lectern('align', a, b, '--segmented');
    expect(code).toBe(0);
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'));
    const numbers = (column: number): number[] =>
      rows.flatMap((row) => (row[column] === '' ? [] : row[column]!.split(',').map(Number)));
    expect(numbers(0)).toEqual(pair.a.units.map((_, unit) => unit));
    expect(numbers(1)).toEqual(pair.b.units.map((_, unit) => unit));
    for (const [runA, runB, type, score, textA] of rows) {
      const size = (run: string): number => (run === '' ? 0 : run.split(',').length);
      expect(type).toBe(`${size(runA!)}-${size(runB!)}`);
      expect(Number(score) >= 0 && Number(score) <= 1).toBe(true);
      if (runA !== '') expect(textA!.startsWith(pair.a.units[Number(runA!.split(',')[0])]!)).toBe(true);
    }
    expect(stderr).toMatch(/^lectern: aligned as translations: \d+ % /u);
  });

  it('pairs folders by name, learns from all, and writes a file a pair', async () => {
    for (const side of ['a', 'b']) mkdirSync(join(folder, side));
    const german = bilingual('de', 'fr');
    made('a/port_mk.txt', pair.a.units);
    made('b/port_en.txt', pair.b.units);
    made('a/huette.de.txt', german.a.units);
    made('b/huette.fr.txt', german.b.units);
    made('b/alone.txt', ['Nothing belongs to this.']);
    const out = join(folder, 'links');
    const lexicon = join(folder, 'lexicon.json');
    const words = ['align', join(folder, 'a'), join(folder, 'b'), '--format', 'tmx', '-o', out, '--learn', lexicon];
    const { code, stderr } = await lectern(...words);
    expect(code).toBe(0);
    expect(readdirSync(out).sort()).toEqual(['huette.tmx', 'port.tmx']);
    expect(readFileSync(join(out, 'huette.tmx'), 'utf8')).toContain('<tuv xml:lang="fr"><seg>');
    expect(stderr).toContain('without a counterpart: alone.txt');
    expect(stderr).toContain('have no place in a translation memory');
    const again = await lectern(
      'align',
      join(folder, 'a/port_mk.txt'),
      join(folder, 'b/port_en.txt'),
      '--lexicon',
      lexicon,
      '--json',
    );
    const answer = JSON.parse(again.stdout) as { mode: string; links: { type: string }[] };
    expect(answer.mode).toBe('parallel');
    expect(answer.links.length).toBeGreaterThan(5);
  });

  it('fails in one line, or by a wrong command line', async () => {
    const missing = await lectern('align', join(folder, 'story.src'), join(folder, 'none.txt'));
    expect(missing.code).toBe(1);
    expect(missing.stderr).toMatch(/^lectern: There is no such file or folder \(.*none\.txt\)\n$/u);
    const wrong = await lectern('align', folder, folder, '--mode', 'sideways');
    expect(wrong.code).toBe(2);
  });
});

describe('lectern parallel', () => {
  it('gives sentences beside what the other language says there, and the words it says', async () => {
    const asked = ['parallel', samples, 'القطار', '--here', 'ar', '--there', 'en', '--project', join(folder, 'p.db')];
    const lines = JSON.parse((await lectern(...asked, '--json')).stdout) as { lines: { there: { text: string } }[] };
    expect(lines.lines.map(({ there }) => there.text).join(' ')).toContain('train');
    const { stdout } = await lectern(...asked, '--words', '--format', 'tsv', '--limit', '1');
    const [head, first] = stdout.split('\n').map((line) => line.split('\t'));
    expect(head?.slice(0, 4)).toEqual(['word', 'observed', 'total', 'expected']);
    expect(first?.[0]).toBe('train');
  });

  it('says when no pairs are of these languages', async () => {
    const asked = ['parallel', samples, 'train', '--here', 'en', '--there', 'fr', '--project', join(folder, 'p.db')];
    const { code, stderr } = await lectern(...asked);
    expect([code, stderr]).toEqual([0, expect.stringContaining('no pairs of en and fr')]);
  });
});
