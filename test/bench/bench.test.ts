/** The benchmark runs, and what it compares was asked the same. No time is judged. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generate, scripts } from '../../bench/corpus.ts';
import type { Measurement } from '../../bench/measure.ts';
import { median } from '../../bench/measure.ts';
import { planOf } from '../../bench/plan.ts';
import type { CorpusReport } from '../../bench/report.ts';
import { report } from '../../bench/report.ts';
import { temporaryFolder } from '../worker/temporary-folder.ts';

const entry = join(import.meta.dirname, '../../bench/main.ts');

function bench(...words: string[]): { out: string; reports: readonly CorpusReport[] } {
  const json = join(temporaryFolder(), 'made', 'times.json');
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry, ...words, '--json', json], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  const { reports } = JSON.parse(readFileSync(json, 'utf8')) as { reports: CorpusReport[] };
  return { out: stdout, reports };
}

const gaveOf = (measurements: readonly Measurement[], by: string, key: string) =>
  measurements.find((one) => one.by === by && one.key === key)?.gave;

test('a generated corpus is made, asked, and told of in a table and in a file', () => {
  const { out, reports } = bench(
    '--tokens',
    '4000',
    '--script',
    'latin',
    '--runs',
    '2',
    '--only',
    'query',
    '--only',
    'scan',
  );
  const [{ facts, measurements }] = reports as [CorpusReport];
  expect(facts.tokens).toBe(4_000);
  expect(new Set(measurements.map(({ by }) => by))).toEqual(new Set(['Lectern', 'plain scan']));
  expect(measurements.filter(({ key }) => key !== 'collation').every(({ times }) => times.wall.length >= 2)).toBe(true);
  // The words of this corpus have no marks: an expression over the text finds what the index finds.
  for (const key of ['frequent', 'usual', 'rare', 'prefix', 'suffix']) {
    const hits = /^\d+ hits/.exec(gaveOf(measurements, 'plain scan', key)!)![0];
    expect(gaveOf(measurements, 'Lectern', key)).toMatch(new RegExp(`^${hits} `));
  }
  expect(out).toContain('most frequent word: total and 100 lines');
});

test('a folder of texts is opened again from its snapshot', () => {
  const folder = join(temporaryFolder(), 'texts');
  mkdirSync(folder);
  for (const [at, text] of [...generate(scripts.latin, 2_000, 1)].entries())
    writeFileSync(join(folder, `${at}.txt`), text);
  const { reports } = bench('--corpus', folder, '--runs', '1', '--only', 'reopen');
  const { measurements } = reports[0]!;
  expect(gaveOf(measurements, 'Lectern', 'first frequent')).toMatch(/ hits in .* 100 lines$/);
  expect(measurements[0]!.bytes!['memory so far']).toBeGreaterThan(1_000_000);
});

test('a generated text is the same for the same seed, of the length asked for, and has the words of its script', () => {
  const texts = [...generate(scripts.latin, 3_000, 7)];
  expect([...generate(scripts.latin, 3_000, 7)]).toEqual(texts);
  expect([...generate(scripts.latin, 3_000, 8)]).not.toEqual(texts);
  expect(texts.join(' ').match(/[\p{L}\p{N}]+/gu)).toHaveLength(3_000);
  expect([...generate(scripts.arabic, 100, 7)].join(' ')).toMatch(/\p{Script=Arabic}/u);
});

test('the plan is what the words ask for, and says what it does not understand', () => {
  expect(planOf([]).corpora.map(({ generated }) => generated!.tokens)).toEqual([
    1e6, 10e6, 10e6, 1e6, 10e6, 10e6, 100e6,
  ]);
  expect(planOf([]).corpora.at(-1)!.tasks).not.toContain('minisearch');
  expect(planOf(['--only', 'scan']).corpora[0]!.tasks).toEqual(['scan']);
  expect(() => planOf(['--only', 'flying'])).toThrow('--only expects one of facts, index,');
  expect(() => planOf(['--tokens', 'many'])).toThrow('--tokens expects a whole number above 0, got many');
  expect(() => planOf(['--script', 'runic'])).toThrow('--script expects latin or arabic, got runic');
});

test('ratios compare medians of the same question', () => {
  const measured = (by: string, key: string, wall: number[]): Measurement => ({
    key,
    task: key,
    by,
    times: { wall, cpu: wall },
  });
  const facts = { documents: 1, tokens: 10, types: 5, sentences: 1, bytes: 50 };
  const questions = { frequent: 'a', second: 'b', usual: 'c', rare: 'd', prefix: 'e', suffix: 'f' };
  const measurements = [
    measured('Lectern', 'frequent', [9, 1, 2]),
    measured('Lectern', 'near', [1]),
    measured('scan', 'frequent', [50, 60, 70]),
  ];
  expect(median([9, 1, 2, 4])).toBe(3);
  const shown = report({ corpus: 'x', facts, questions, measurements, failed: ['it was too large'] });
  expect(shown).toMatch(/frequent +30$/m);
  expect(shown).toContain('Not measured: it was too large');
  expect(shown).not.toMatch(/near +\d+$/m);
});
