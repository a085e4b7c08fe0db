/** Steps, groups, the doctor, batches and near-duplicates, as a script sees them. */
import { describe, expect, it } from 'vitest';
import { join } from 'node:path';
import { temporaryFolder } from '../../worker/temporary-folder.ts';
import { samples } from '../../program.ts';
import { answerOf, lectern } from './lectern.ts';

interface Concordance {
  readonly total: number;
  readonly found?: number;
  readonly chain?: readonly { readonly kind: string; readonly total: number }[];
  readonly explain?: readonly { readonly text: string; readonly count: number }[];
  readonly lines: readonly {
    readonly path: string;
    readonly before: string;
    readonly match: string;
    readonly after: string;
  }[];
}
const kwic = (query: string, ...options: string[]) =>
  answerOf<Concordance>('kwic', samples, query, '--limit', 'all', ...options);

describe('kwic with steps', () => {
  it('keeps and drops lines by their company', async () => {
    const all = await kwic('lake', '--context', '5');
    const holds = ({ before, after }: Concordance['lines'][number]) => /\bohrid\b/iu.test(`${before} ${after}`);
    const kept = await kwic('lake', '--context', '5', '--filter', 'ohrid');
    const dropped = await kwic('lake', '--context', '5', '--without', 'ohrid');
    expect(all.lines.some(holds) && !all.lines.every(holds)).toBe(true);
    const bare = ({ lines }: Concordance) => lines.map(({ path, before, after }) => [path, before, after]);
    expect(bare(kept)).toEqual(bare({ ...all, lines: all.lines.filter(holds) }));
    expect(bare(dropped)).toEqual(bare({ ...all, lines: all.lines.filter((line) => !holds(line)) }));
    expect(kept).toMatchObject({ found: all.total, chain: [{ kind: 'filter', keep: true, before: 5, after: 5 }] });
    expect(all).not.toHaveProperty('chain');
  });

  it('does its steps in one order, whatever was typed first', async () => {
    const options = ['--sample', '2', '--thin', '2', '--first-in-doc', '--unique-lines', '0', '--once-per-story'];
    const found = await kwic('the', ...options, '--without', 'zzzz', '--window', 'sentence');
    const kinds = ['once-per-story', 'filter', 'unique-lines', 'first-in-document', 'thin', 'sample'];
    expect(found.chain?.map(({ kind }) => kind)).toEqual(kinds);
    const totals = found.chain!.map(({ total }) => total);
    expect(totals).toEqual([...totals].sort((a, b) => b - a));
    expect(found.total).toBe(totals.at(-1));
  });

  it('groups lines', async () => {
    const { total } = await kwic('езеро*');
    const answer = await answerOf<{ groups: { value: string; lines: number }[]; groupTotal: number; total: number }>(
      ...['kwic', samples, 'езеро*', '--group-by', 'match', '--limit', 'all'],
    );
    expect(answer).toMatchObject({ total, groupBy: 'match', groupTotal: answer.groups.length });
    expect(answer.groups.reduce((sum, { lines }) => sum + lines, 0)).toBe(total);
    const table = await lectern('kwic', samples, '*', '--group-by', 'subject', '--format', 'tsv', '--quiet');
    expect(table.stdout.split('\n')[0]).toBe('group\tvalue\tlines\tdocuments');
    expect(table.stdout.trimEnd().split('\n')).toHaveLength(5);
  });

  it('finds Arabic words with what is written onto them', async () => {
    const alone = await kwic('مدينة');
    const attached = await kwic('مدينة', '--clitics');
    expect(attached.total).toBeGreaterThan(alone.total);
    expect(new Set(attached.lines.map(({ match }) => match))).toContain('المدينة');
  });

  it('explains a search without lines, on standard error and in JSON', async () => {
    const found = await kwic('езреото trout');
    expect(found.explain).toMatchObject([
      { text: 'езреото', count: 0 },
      { text: 'trout', near: expect.any(Array) as unknown },
    ]);
    expect(await kwic('trout')).not.toHaveProperty('explain');
    const told = await lectern('kwic', samples, 'езреото');
    expect(told).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/^lectern: езреото: nowhere; .*езерото/u) as string,
    });
    expect((await lectern('kwic', samples, 'езреото', '--quiet')).stderr).toBe('');
    const emptied = await lectern('kwic', samples, 'trout', '--filter', 'zzzz');
    expect(emptied.stderr).toMatch(/^lectern: nothing is left: step 1 \(filter\) dropped \d+ lines\n$/u);
  });

  it('points into the filter that does not parse', async () => {
    const { code, stderr } = await lectern('kwic', samples, 'lake', '--filter', 'ohrid', '--without', 'a (b');
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/^lectern: In step 2 \(filter\): .* \(at character 3: \(\)\n$/u),
    ]);
  });

  it.each([
    ['--window', '5,x'],
    ['--window', '9999'],
    ['--thin', '0'],
    ['--unique-lines', '-1'],
    ['--group-by', ''],
  ])('%s %s is a wrong command line', async (option, word) => {
    expect(await lectern('kwic', samples, 'lake', option, word)).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('batch', () => {
  it('gives a row a line, and tells of those that cannot be read', async () => {
    const file = join(temporaryFolder({ 'queries.txt': '\ufefftrout\r\n\r\nezero(\nезеро*\n' }), 'queries.txt');
    const { tokens, rows } = await answerOf<{ tokens: number; rows: Record<string, unknown>[] }>(
      'batch',
      samples,
      file,
    );
    const [trout, lake] = [await kwic('trout'), await kwic('езеро*')];
    expect(rows).toMatchObject([
      { query: 'trout', total: trout.total, complete: true },
      { query: 'ezero(', total: 0, error: { code: 'bad-query', at: 5 } },
      { query: 'езеро*', total: lake.total, perMillion: (lake.total / tokens) * 1e6 },
    ]);
    expect(Object.keys(rows[0]!)).toEqual(['query', 'total', 'complete', 'perMillion', 'documents']);
    const table = await lectern('batch', samples, file, '--format', 'tsv');
    expect(table.stdout.split('\n')[0]).toBe('query\ttotal\tperMillion\tdocuments\terror');
    expect(table.stderr).toBe('lectern: 1 query could not be read: see the column error\n');
  });

  it('fails in one line on a file that it cannot use', async () => {
    const folder = temporaryFolder({ 'empty.txt': '\n \n', 'latin.txt': Buffer.from([0xe9, 0x0a]) });
    for (const [name, why] of [
      ['none.txt', 'no such file'],
      ['empty.txt', 'one query a line'],
      ['latin.txt', 'not UTF-8'],
    ] as const) {
      const { code, stderr } = await lectern('batch', samples, join(folder, name));
      expect([code, stderr]).toEqual([1, expect.stringMatching(new RegExp(`^lectern: .*${why}.*\\n$`, 'u'))]);
    }
  });
});

describe('duplicates', () => {
  it('lists the documents of each group', async () => {
    const story = Array.from({ length: 60 }, (_, at) => `word${at}`).join(' ');
    const folder = temporaryFolder({ 'a.txt': story, 'b.txt': 'something else', 'c.txt': `${story} and more` });
    const answer = await answerOf<{ groups: number; documents: Record<string, unknown>[] }>('duplicates', folder);
    expect(answer).toMatchObject({ threshold: 0.6, shingle: 5, groups: 1 });
    expect(answer.documents.map(({ group, path }) => [group, path])).toEqual([
      [1, 'a.txt'],
      [1, 'c.txt'],
    ]);
    expect(Object.keys(answer.documents[0]!)).toEqual(['group', 'path', 'title', 'tokens', 'similarity']);
    const strict = await answerOf<{ groups: number }>('duplicates', folder, '--threshold', '1');
    expect(strict.groups).toBe(0);
    expect(await lectern('duplicates', folder, '--threshold', '2')).toMatchObject({ code: 2 });
  });
});
