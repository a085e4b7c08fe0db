/** Lists of lemmas and stems through the workbench: kept of a folder, or for as long as it is open. */
import { describe, expect, it } from 'vitest';
import type { Workbench } from '../../src/main/workbench/workbench.ts';
import type { CorpusId } from '../../src/shared/model.ts';
import { temporaryFolder } from '../worker/temporary-folder.ts';
import { bench, opened, simple } from './bench.ts';
import { ask } from './native-workbench.ts';

const list = 'езеро -> езерото,езера\nnonsense\nград -> езера\n';
const whole = { first: true, last: true };

async function linesOf(workbench: Workbench, corpus: CorpusId, text: string): Promise<number> {
  const query = { ...simple(text), stems: true };
  return (await ask(workbench, 'concordance.open', { corpus, query, sort: [] })).total;
}

describe('a list of lemmas', () => {
  it('comes into force with its last piece, says what it holds, and goes', async () => {
    const { workbench } = bench();
    const { corpus } = await opened(workbench);
    const bare = await linesOf(workbench, corpus, 'езеро');
    const params = { corpus, language: 'mk', name: 'l.txt', keep: false };
    const half = { ...params, piece: list.slice(0, 9), first: true, last: false };
    expect((await ask(workbench, 'lemmas.save', half)).languages).toContainEqual(
      expect.objectContaining({ language: 'mk', by: 'none', list: null }),
    );
    expect(await linesOf(workbench, corpus, 'езеро')).toBe(bare);
    const rest = { ...params, piece: list.slice(9), first: false, last: true };
    const { languages } = await ask(workbench, 'lemmas.save', rest);
    expect(languages.find(({ language }) => language === 'mk')).toEqual({
      language: 'mk',
      documents: 4,
      by: 'list',
      list: { name: 'l.txt', kept: false, lemmas: 2, forms: 4, disputed: 1, unread: 1, unreadLines: [2] },
    });
    expect(await linesOf(workbench, corpus, 'езеро')).toBeGreaterThan(bare);
    expect(await ask(workbench, 'lemmas.delete', { corpus, language: 'mk' })).toMatchObject({ found: true });
    expect(await linesOf(workbench, corpus, 'езеро')).toBe(bare);
    expect(await ask(workbench, 'lemmas.delete', { corpus, language: 'mk' })).toMatchObject({ found: false });
  });

  it('is kept with what was said of the folder when that is asked, and stands in the place of the stemmer', async () => {
    const userData = temporaryFolder();
    const first = bench({ userData }).workbench;
    const { corpus } = await opened(first);
    const params = { corpus, language: 'en', name: 'be.txt', piece: 'lake -> trains', ...whole, keep: true };
    expect(await linesOf(first, corpus, 'trains')).toBe(6);
    await ask(first, 'lemmas.save', params);
    await first.dispose();
    const second = bench({ userData }).workbench;
    const again = await opened(second);
    const { languages } = await ask(second, 'stems.languages', { corpus: again.corpus });
    expect(languages.find(({ language }) => language === 'en')).toMatchObject({ by: 'list', list: { kept: true } });
    // All of “lake” and “trains”, and no “train”, which the list does not name.
    const lake = (await ask(second, 'concordance.open', { corpus: again.corpus, query: simple('lake'), sort: [] }))
      .total;
    expect(await linesOf(second, again.corpus, 'trains')).toBe(lake + 1);
  });

  it('is refused when no line of it is an entry, and what was in force stays', async () => {
    const { workbench } = bench();
    const { corpus } = await opened(workbench);
    const params = { corpus, language: 'mk', name: 'prose.txt', piece: 'just words', ...whole, keep: true };
    expect(await workbench.dispatch('lemmas.save', params)).toMatchObject({
      ok: false,
      error: { code: 'unreadable', where: 'prose.txt' },
    });
    const { languages } = await ask(workbench, 'stems.languages', { corpus });
    expect(languages.map(({ language, by }) => [language, by])).toEqual([
      ['en', 'snowball'],
      ['mk', 'none'],
      ['ar', 'snowball'],
    ]);
  });
});
