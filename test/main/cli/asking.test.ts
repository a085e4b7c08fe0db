/** Stems, lists of lemmas and saved conditions, as a script sees them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../worker/temporary-folder.ts';
import { samples } from '../../program.ts';
import { answerOf, lectern } from './lectern.ts';

interface Grouped {
  readonly total: number;
  readonly groups: readonly { readonly written: string; readonly lines: number }[];
}

async function formsOf(query: string, ...options: string[]): Promise<Record<string, number>> {
  const { groups } = await answerOf<Grouped>('kwic', samples, query, '--group-by', 'match', ...options);
  return Object.fromEntries(groups.map(({ written, lines }) => [written, lines]));
}

describe('kwic by stem', () => {
  it('finds the other forms of a word in each language, and says which one each is', async () => {
    expect(await formsOf('trains', '--stems')).toEqual({ Train: 5, trains: 1 });
    expect(await formsOf('مدينة', '--stems')).toEqual({ المدينة: 9, مدينة: 4 });
    expect(await formsOf('[lemma="trains"]', '--mode', 'cql')).toEqual({ Train: 5, trains: 1 });
  });

  it('takes a list of lemmas for a language without a stemmer, and for that command alone', async () => {
    const list = join(temporaryFolder(), 'lemmas.txt');
    // Longer than one message of the contract.
    writeFileSync(list, `${'; a remark that is passed over\n'.repeat(10_000)}езеро -> езерото,езера\n`);
    expect(await formsOf('езеро', '--stems', '--lemmas', `mk=${list}`)).toEqual({ Езерото: 3, Езеро: 2 });
    expect(await formsOf('езеро', '--stems')).toEqual({ Езеро: 2 });
  });

  it('asks which language a list is of, and refuses a file that is no list', async () => {
    const list = join(temporaryFolder(), 'lemmas.txt');
    writeFileSync(list, 'just words\n');
    const unnamed = await lectern('kwic', samples, 'a', '--stems', '--lemmas', list);
    expect(unnamed).toMatchObject({ code: 1, stdout: '' });
    expect(unnamed.stderr).toMatch(/^lectern: Which language are these lemmas of\? .*name it as in en=lemmas\.txt/u);
    const wrong = await lectern('kwic', samples, 'a', '--stems', '--lemmas', `mk=${list}`);
    expect(wrong.stderr).toMatch(/^lectern: This is no list of lemmas: .*\(lemmas\.txt\)\n$/u);
    expect(wrong.code).toBe(1);
  });
});

describe('subcorpora', () => {
  it('saves a condition, lists it, serves it as @name, and deletes it', async () => {
    const saved = await answerOf<{ subcorpora: unknown[] }>('subcorpora', samples, 'save', 'dry', 'language=mk');
    expect(saved.subcorpora).toMatchObject([{ name: 'dry', where: 'language=mk', documents: 4 }]);
    const { total } = await answerOf<Grouped>('kwic', samples, '*', '--where', '@dry');
    expect(saved.subcorpora).toMatchObject([{ tokens: total }]);
    const table = await lectern('subcorpora', samples, 'delete', 'dry', '--format', 'tsv', '--quiet');
    expect(table.stdout).toBe('name\twhere\tdocuments\ttokens\tproblem\n');
    expect((await lectern('subcorpora', samples, 'delete', 'dry')).stderr).toMatch(/no saved condition “dry”/u);
  });

  it('refuses other words, names with spaces, and conditions that mean nothing', async () => {
    expect((await lectern('subcorpora', samples, 'save', 'x')).code).toBe(2);
    expect((await lectern('subcorpora', samples, 'save', 'two words', 'language=mk')).code).toBe(2);
    const unknown = await lectern('subcorpora', samples, 'save', 'x', 'colour=red');
    expect(unknown).toMatchObject({ code: 1 });
    expect(unknown.stderr).toMatch(/asks for “colour”/u);
  });
});
