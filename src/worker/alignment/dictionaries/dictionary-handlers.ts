/** Requests about the dictionaries of a project. */
import { stepSays } from '../../../shared/step-words.ts';
import { fold } from '../../../corpus/text/fold.ts';
import type { DictionaryId } from '../../../shared/dictionaries.ts';
import { longestDictionaryName } from '../../../shared/dictionaries.ts';
import { ExpectedFailure } from '../../../shared/failure.ts';
import { IncomingFiles } from '../../file-pieces.ts';
import type { Handlers } from '../../handler.ts';
import { loadLanguageDetector } from '../../language.ts';
import { inProject } from '../../project/corpus-project.ts';
import { freshId } from '../../project/fresh-id.ts';
import { readDictionaryFile } from './dictionary-file.ts';
import { dictionaries, dictionaryNamed, entriesOf, keepDictionary } from './kept-dictionaries.ts';

const coming = new IncomingFiles();

/** `freedict-mkd-eng.tei` is called that without its ending. */
function nameOfFile(file: string): string {
  const bare = file.replace(/^.*[/\\]/u, '').replace(/\.(?:tei|xml|tsv|txt|csv|tmx|dict|dz|gz)$/giu, '');
  return (bare.trim() || file).slice(0, longestDictionaryName);
}

function mustDiffer([a, b]: readonly [string, string]): void {
  if (a === b)
    throw new ExpectedFailure('bad-request', 'A dictionary has two languages: choose another one for its meanings.');
}

export const dictionaryHandlers: Handlers<
  'dictionaries.list' | 'dictionaries.take' | 'dictionaries.change' | 'dictionaries.delete' | 'dictionaries.entries'
> = {
  'dictionaries.list': inProject(({ project }) => ({ dictionaries: dictionaries(project.database) })),

  'dictionaries.take': inProject(async ({ project, state }, { languages, ...piece }) => {
    const bytes = coming.add(project, piece);
    if (!bytes) return { ...state(), taken: null };
    const file = await readDictionaryFile(bytes, piece.name, await loadLanguageDetector());
    const two = languages ?? file.languages;
    if (!two)
      throw new ExpectedFailure(
        'bad-request',
        'Neither this dictionary nor its name says of which languages it is: choose the language of its words and of their meanings.',
        { where: piece.name },
      );
    mustDiffer([two[0], two[1]]);
    const name = nameOfFile(piece.name);
    const id = freshId('d') as DictionaryId;
    project.change({ says: stepSays('dictionary.add', { name }) }, (database) => {
      const by = { id, author: project.coder, made: project.now };
      keepDictionary(database, { name, languages: two, entries: file.entries }, by);
    });
    return { ...state(), taken: dictionaryNamed(project.database, id) };
  }),

  'dictionaries.change': inProject(({ project, state }, { dictionary, name, languages }) => {
    const { name: before, languages: two } = dictionaryNamed(project.database, dictionary);
    if (languages) mustDiffer(languages);
    project.change({ says: stepSays('dictionary.change', { name: before }) }, (database) => {
      const [a, b] = languages ?? two;
      const said = (name ?? before).normalize('NFC').trim() || before;
      if (database.get('SELECT 1 FROM dictionaries WHERE name = ? AND id <> ?', said, dictionary))
        throw new ExpectedFailure('bad-request', `There is a dictionary “${said}” already: choose another name.`);
      database.run('UPDATE dictionaries SET name = ?, a = ?, b = ? WHERE id = ?', said, a, b, dictionary);
    });
    return state();
  }),

  'dictionaries.delete': inProject(({ project, state }, { dictionary }) => {
    const { name } = dictionaryNamed(project.database, dictionary);
    project.change({ says: stepSays('dictionary.delete', { name }) }, (database) => {
      database.run('DELETE FROM dictionaries WHERE id = ?', dictionary);
    });
    return state();
  }),

  'dictionaries.entries': inProject(({ project }, { dictionary, text, from, count }) => {
    const all = entriesOf(project.database, dictionary);
    const sought = fold(text ?? '').trim();
    const found = sought === '' ? all : all.filter(({ a, b }) => fold(`${a}\t${b}`).includes(sought));
    return { total: found.length, entries: found.slice(from, from + count).map(({ a, b }) => ({ a, b })) };
  }),
};
