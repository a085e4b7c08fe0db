/** The commands that count, as a script sees them. What they count is held in test/workbench/tables.test.ts. */
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeFolder, temporaryFolder } from '../../worker/temporary-folder.ts';
import { samples } from '../../program.ts';
import { answerOf, lectern } from './lectern.ts';

type Row = Readonly<Record<string, unknown>>;
const { path: folder, remove } = makeFolder({
  'a.txt': 'Old lake near the lake. The old town, 12 lakes',
  'b.txt': 'sea the sea',
  'stop.dat': '# none\nthe near # remark',
});

afterAll(remove);

describe('the commands that count', () => {
  it('words: the promised fields, chosen as told', async () => {
    const stop = join(folder, 'stop.dat');
    const rows = await answerOf<Row[]>('words', folder, '--no-numbers', '--stop', stop, '--min', '2', '--limit', '2');
    expect(rows).toEqual([
      { form: 'lake', written: 'lake', count: 2, perMillion: 2e6 / 13, documents: 1, dispersion: 0.3 },
      { form: 'old', written: 'Old', count: 2, perMillion: 2e6 / 13, documents: 1, dispersion: 0.3 },
    ]);
  });

  it('words and keywords: with intervals over documents, the same for the same seed', async () => {
    const asked = ['words', folder, '--limit', '2', '--intervals', '--samples', '200', '--seed', '3'] as const;
    const rows = await answerOf<Row[]>(...asked);
    for (const { perMillion, low, high } of rows as { perMillion: number; low: number; high: number }[]) {
      expect(low).toBeLessThanOrEqual(perMillion);
      expect(high).toBeGreaterThanOrEqual(perMillion);
    }
    expect(await answerOf<Row[]>(...asked)).toEqual(rows);
    const text = await lectern('words', folder, '--limit', '1', '--intervals', '--format', 'csv');
    expect(text.stdout.split('\n')[0]).toContain('low,high');
    const key = await answerOf<Row[]>('keywords', samples, '--where', 'language=mk', '--intervals', '--limit', '1');
    expect(key[0]).toHaveProperty('low');
  });

  it('ngrams and collocates: sorted by the measure asked for', async () => {
    const grams = await answerOf<Row[]>('ngrams', folder, '-n', '3', '--slots', '--around', 'lake', '--limit', '1');
    expect(grams).toMatchObject([{ form: expect.stringContaining('*') as string, variants: 1 }]);
    const near = await answerOf<Row[]>(
      ...(['collocates', folder, 'lake', '--span', '1,0', '--measure', 'mi', '--window-marginals', 'none'] as const),
    );
    expect(near.map(({ form, observed, nodeCount }) => [form, observed, nodeCount])).toEqual([
      ['old', 1, 2],
      ['the', 1, 2],
    ]);
  });

  it('keywords: two folders, and nothing to compare with is a wrong command line', async () => {
    const other = temporaryFolder({ 'c.txt': 'the the town' });
    const rows = await answerOf<Row[]>('keywords', folder, other, '--measure', 'logRatio', '--limit', '2');
    expect(rows[0]).toMatchObject({ target: 2, reference: 0 });
    const { code, stderr } = await lectern('keywords', folder);
    expect([code, stderr]).toEqual([2, expect.stringContaining('name a reference')]);
  });

  it('dispersion, trend and profile: places, groups, the whole', async () => {
    const spread = await answerOf<{ hits: number; documents: Row[] }>('dispersion', folder, 'sea');
    expect(spread).toMatchObject({
      ...{ query: 'sea', hits: 2, range: 1 },
      documents: [
        { path: 'a.txt', count: 0, positions: [] },
        { path: 'b.txt', count: 2, positions: [0, 2] },
      ],
    });
    const trend = await answerOf<Row[]>('trend', folder, 'sea', 'lake', '--by', 'path', '--samples', '100');
    expect(trend.map(({ group, term, count }) => [group, term, count])).toEqual([
      ['a.txt', 'sea', 0],
      ['a.txt', 'lake', 2],
      ['b.txt', 'sea', 2],
      ['b.txt', 'lake', 0],
    ]);
    expect(await answerOf<Row>('profile', samples, '--where', 'language=ar')).toMatchObject({
      whole: { documents: 4 },
      documents: [{ language: 'ar' }, {}, {}, {}],
    });
  });

  it('print tables for reading and for spreadsheets, and end with 1 when a file cannot be read', async () => {
    const text = await lectern('words', folder, '--limit', '1', '--quiet');
    expect(text.stdout).toMatch(/^form +written +count .*\nsea|^form.*\nthe/u);
    const missing = await lectern('words', folder, '--stop', 'nowhere.txt', '--format', 'csv');
    expect([missing.code, missing.stderr]).toEqual([
      1,
      'lectern: The stop list could not be read: there is no such file that you may read (nowhere.txt)\n',
    ]);
  });
});
