/** Tagged passages from the command line, in a project file of their own. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { samples } from '../../program.ts';
import { temporaryFolder } from '../../worker/temporary-folder.ts';
import { answerOf, lectern } from './lectern.ts';

interface Listed {
  readonly tags: readonly { readonly path: readonly string[]; readonly spans: number; readonly spansBelow: number }[];
}

describe('lectern tags', () => {
  it('adds, lists, counts, checks, and carries to another project', async () => {
    const folder = temporaryFolder();
    const project = ['--project', join(folder, 'one.lectern')];
    const { total } = await answerOf<{ total: number }>('kwic', samples, 'lake', '--where', 'language=en');
    const add = ['tags', 'add', samples, 'lake', 'Places > Lake', '--where', 'language=en', ...project];
    expect(await answerOf<object>(...add, '--dry-run')).toMatchObject({ total, fresh: total, already: 0 });
    expect(await answerOf<Listed>('tags', 'list', samples, ...project)).toMatchObject({ tags: [] });
    expect(await answerOf<object>(...add)).toMatchObject({ total, fresh: total, already: 0 });
    expect(await answerOf<object>(...add)).toMatchObject({ total, fresh: 0, already: total });
    const listed = await answerOf<Listed>('tags', 'list', samples, ...project);
    expect(listed.tags).toMatchObject([
      { path: ['Places'], spans: 0, spansBelow: total },
      { path: ['Places', 'Lake'], spans: total, spansBelow: total },
    ]);
    const byLanguage = await answerOf<{ columns: string[]; rows: { name: string; cells: number[] }[] }>(
      ...['tags', 'matrix', samples, '--by', 'language', ...project],
    );
    const column = byLanguage.columns.indexOf('en');
    expect(byLanguage.rows.find(({ name }) => name.includes('Lake'))!.cells[column]).toBe(total);
    expect(await answerOf<object>('tags', 'check', samples, ...project)).toMatchObject({ sound: true, spans: total });

    const file = join(folder, 'lake.qdpx');
    expect(await lectern('tags', 'export', samples, '-o', file, ...project)).toMatchObject({ code: 0, stdout: '' });
    expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
    const other = ['--project', join(folder, 'other.lectern')];
    const taken = await answerOf<object>('tags', 'import', samples, file, ...other);
    expect(taken).toMatchObject({ spans: total, tags: 2, known: 0, review: 0, orphans: 0 });
    const there = await answerOf<Listed>('tags', 'list', samples, ...other);
    expect(there.tags.map(({ path, spans }) => [path, spans])).toEqual(
      listed.tags.map(({ path, spans }) => [path, spans]),
    );
  });

  it('has rules that tag by themselves, nothing twice', async () => {
    const project = ['--project', join(temporaryFolder(), 'one.lectern')];
    const rules = (...words: string[]) => answerOf<object>('tags', 'rules', ...words, ...project);
    const rule = ['lakes', 'lake', 'Places > Lake', '--where', 'language=en'];
    expect(await rules('add', samples, ...rule)).toMatchObject({ name: 'lakes', changed: false });
    const trial = await answerOf<{ fresh: number }>('tags', 'rules', 'run', samples, '--dry-run', ...project);
    const { fresh: total } = trial;
    expect(total).toBeGreaterThan(0);
    expect(trial).toMatchObject({ dryRun: true, rules: [{ name: 'lakes', lines: total, fresh: total }] });
    expect(await rules('run', samples, 'lakes')).toMatchObject({ fresh: total });
    expect(await rules('run', samples)).toMatchObject({
      fresh: 0,
      rules: [{ already: total, refused: 0, problem: '' }],
    });
    expect(await rules('list', samples)).toMatchObject({
      rules: [{ name: 'lakes', unit: 'match', tags: ['Places > Lake'], standing: 'current', where: 'language=en' }],
    });
    const words = await answerOf<{ form: string; count: number }[]>('words', samples, '--tag', 'Places', ...project);
    expect(words).toMatchObject([{ form: 'lake', count: total }]);
    const alone = await lectern('words', samples, '--tag', 'Places', '--tag-alone', ...project, '--quiet');
    expect([alone.code, alone.stderr]).toEqual([1, expect.stringContaining('Nothing in this folder carries the tag')]);
    const against = ['--where', 'language=en', '--against-tag', 'Lake'];
    const keys = await answerOf<{ form: string }[]>('keywords', samples, ...against, ...project);
    expect(keys.find(({ form }) => form === 'lake')).toMatchObject({ target: total, reference: total });
    expect(keys.find(({ form }) => form === 'the')).toMatchObject({ reference: 0 });
    const { code, stderr } = await lectern('tags', 'rules', 'delete', samples, 'none', ...project, '--quiet');
    expect([code, stderr]).toEqual([1, expect.stringContaining('There is no rule “none” here: the rules are “lakes”')]);
  });

  it('says what is wrong: no such tag, no such coder, no such file', async () => {
    const project = ['--project', join(temporaryFolder(), 'p.lectern')];
    const said = async (...words: string[]): Promise<string> => {
      const { code, stderr } = await lectern(...words, ...project, '--quiet');
      expect(code).toBe(1);
      return stderr;
    };
    expect(await said('tags', 'export', samples, '--tag', 'Nothing')).toContain('There is no tag “Nothing”');
    expect(await said('tags', 'agreement', samples, 'Ana', 'Marko')).toContain('Nobody called “Ana” tags here');
    expect(await said('tags', 'import', samples, 'none.csv')).toContain('(none.csv)');
  });
});
