/** Requests about the glossary: words of two languages that a person says answer each other. */
import { stepSays } from '../../../shared/step-words.ts';
import { fold } from '../../../corpus/text/fold.ts';
import { tmx } from '../../../export/alignment/tmx.ts';
import type { WrittenPair } from '../../../export/alignment/written-pair.ts';
import type { GlossaryFormat, GlossaryTerm, GlossaryTermId } from '../../../shared/dictionaries.ts';
import { ExpectedFailure } from '../../../shared/failure.ts';
import type { Handlers } from '../../handler.ts';
import { inProject } from '../../project/corpus-project.ts';
import { freshId } from '../../project/fresh-id.ts';
import type { Database } from '../../project/database.ts';
import type { Project } from '../../project/project.ts';
import { IncomingFiles, OutgoingFiles } from '../../file-pieces.ts';
import { loadLanguageDetector } from '../../language.ts';
import { readDictionaryFile, type TwoLanguages } from './dictionary-file.ts';
import { glossary, termsBetween } from './kept-dictionaries.ts';

const coming = new IncomingFiles();
const going = new OutgoingFiles<{ readonly lost: never[] }>();
/** As the contract has it for a term that is written by hand. */
const longestTerm = 500;
const mediaTypes: Readonly<Record<GlossaryFormat, string>> = {
  tsv: 'text/tab-separated-values;charset=utf-8',
  tmx: 'application/x-tmx+xml',
};

export const glossaryHandlers: Handlers<
  'glossary.list' | 'glossary.save' | 'glossary.delete' | 'glossary.take' | 'glossary.write'
> = {
  'glossary.list': inProject(({ project }, { languages, text, from, count }) => {
    const sought = fold(text ?? '').trim();
    const all = languages ? termsBetween(project.database, languages) : glossary(project.database);
    const terms = all.filter(({ words }) => fold(words.join('\t')).includes(sought));
    return { total: terms.length, terms: terms.slice(from, from + count) };
  }),

  'glossary.save': inProject(({ project, state }, { term, languages, words: written }) => {
    const [a, b] = [termOf(written[0]), termOf(written[1])];
    if (a === '' || b === '')
      throw new ExpectedFailure(
        'bad-request',
        'A term of the glossary needs words on both sides: write the missing ones.',
      );
    if (languages[0] === languages[1])
      throw new ExpectedFailure('bad-request', 'A term of the glossary is in two languages: choose another one.');
    const saved = project.change({ says: stepSays('term.save', { a, b }) }, (database) => {
      if (term !== undefined) {
        const update = 'UPDATE terms SET a_language = ?, a = ?, b_language = ?, b = ? WHERE id = ?';
        if (database.run(update, languages[0], a, languages[1], b, term) === 0) throw unknown();
        return term;
      }
      return addTerm(database, project, languages, [a, b]);
    });
    return { ...state(), term: saved };
  }),

  'glossary.delete': inProject(({ project, state }, { terms }) => {
    project.change({ says: stepSays('term.delete', { count: terms.length }) }, (database) => {
      let gone = 0;
      for (const term of terms) gone += database.run('DELETE FROM terms WHERE id = ?', term);
      if (gone === 0) throw unknown();
    });
    return state();
  }),

  'glossary.take': inProject(async ({ project, state }, { languages, ...piece }) => {
    const bytes = coming.add(project, piece);
    if (!bytes) return { ...state(), taken: 0, known: 0 };
    const file = await readDictionaryFile(bytes, piece.name, await loadLanguageDetector());
    const two = file.languages ?? languages;
    const terms = file.entries
      .map(({ a, b }): [string, string] => [termOf(a), termOf(b)])
      .filter(([a, b]) => a !== '' && b !== '' && a.length <= longestTerm && b.length <= longestTerm);
    const known = new Set(termsBetween(project.database, two).map(({ words }) => words.join('\t')));
    const fresh = new Map(
      terms.map((words) => [words.join('\t'), words] as const).filter(([line]) => !known.has(line)),
    );
    // What brings nothing new is no step to be undone.
    if (fresh.size > 0)
      project.change({ says: stepSays('term.import', { count: fresh.size }) }, (database) => {
        for (const words of fresh.values()) addTerm(database, project, two, words);
      });
    return { ...state(), taken: fresh.size, known: file.entries.length - fresh.size };
  }),

  'glossary.write': inProject(async ({ project, corpus }, { languages, format, from, job }) => {
    const make = () => {
      const text = written(termsBetween(project.database, languages), languages, format, corpus.start.version);
      return Promise.resolve({ bytes: Buffer.from(text), extra: { lost: [] } });
    };
    const { extra, ...file } = await going.piece(project, job, from, make);
    return { name: `glossary-${languages.join('-')}.${format}`, mediaType: mediaTypes[format], ...file, ...extra };
  }),
};

/** As if it were a pair of documents, each term a link. */
function written(
  terms: readonly GlossaryTerm[],
  languages: TwoLanguages,
  format: GlossaryFormat,
  version: string,
): string {
  if (format === 'tsv')
    return [languages, ...terms.map(({ words }) => words)].map((row) => `${row.join('\t')}\n`).join('');
  const side = (at: 0 | 1): WrittenPair['a'] => ({
    ...{ path: 'glossary', language: languages[at], direction: 'ltr' },
    units: terms.map(({ words }) => words[at]),
  });
  const beads = terms.map((_, at) => ({ aFrom: at, aTo: at + 1, bFrom: at, bTo: at + 1, score: 1 }));
  return tmx([{ a: side(0), b: side(1), mode: 'parallel', beads }], version);
}

/** What is there already is left as it is. Called inside a change. */
function addTerm(
  database: Database,
  { coder, now }: Pick<Project, 'coder' | 'now'>,
  languages: TwoLanguages,
  [a, b]: readonly [string, string],
): GlossaryTermId {
  const same = `SELECT id FROM terms WHERE (a_language = ? AND a = ? AND b_language = ? AND b = ?)
    OR (b_language = ? AND b = ? AND a_language = ? AND a = ?)`;
  const four = [languages[0], a, languages[1], b];
  const known = database.get(same, ...four, ...four)?.[0];
  if (typeof known === 'string') return known as GlossaryTermId;
  const term = freshId('g') as GlossaryTermId;
  database.run(
    'INSERT INTO terms (id, a_language, a, b_language, b, author, made) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ...[term, languages[0], a, languages[1], b, coder, now],
  );
  return term;
}

function termOf(written: string): string {
  return written.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

function unknown(): ExpectedFailure {
  return new ExpectedFailure('bad-request', 'This term is not in the glossary any more: look at the list.');
}
