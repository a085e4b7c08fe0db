/**
 * The dictionaries and the glossary of a project. The entries of a dictionary are one text among the texts of the project,
 * a line each with a tab between word and meaning, so that a step that takes it away and the undoing of it are small.
 */
import type { Dictionary, DictionaryId, GlossaryTerm, GlossaryTermId } from '../../../shared/dictionaries.ts';
import { ExpectedFailure } from '../../../shared/failure.ts';
import type { Translation } from '../../../corpus/alignment/seed-passages.ts';
import type { Database, Row } from '../../project/database.ts';
import { numberIn, textIn } from '../../project/database.ts';
import { textOfVersion, versionOf } from '../../project/tagged-documents.ts';
import type { TwoLanguages } from './dictionary-file.ts';

const columns = 'id, name, a, b, entries, made, version';

function dictionaryIn(row: Row): Dictionary {
  return {
    dictionary: textIn(row, 0) as DictionaryId,
    name: textIn(row, 1),
    languages: [textIn(row, 2), textIn(row, 3)],
    entries: numberIn(row, 4),
    added: textIn(row, 5),
  };
}

export function dictionaries(database: Database): Dictionary[] {
  return database.all(`SELECT ${columns} FROM dictionaries ORDER BY name, id`).map(dictionaryIn);
}

/** @throws ExpectedFailure `bad-request` when there is no such dictionary */
export function dictionaryNamed(database: Database, id: DictionaryId): Dictionary {
  return dictionaryIn(rowOf(database, id));
}

function rowOf(database: Database, id: DictionaryId): Row {
  const row = database.get(`SELECT ${columns} FROM dictionaries WHERE id = ?`, id);
  if (!row)
    throw new ExpectedFailure('bad-request', 'This dictionary is not in the project any more: look at the list.');
  return row;
}

/** @throws ExpectedFailure `bad-request` when there is no such dictionary */
export function entriesOf(database: Database, id: DictionaryId): readonly Translation[] {
  return entriesIn(database, numberIn(rowOf(database, id), 6));
}

/** Unpacked once: an open window asks for pages of one, and every alignment for all of them. A few fit into memory. */
const known = new Map<string, readonly Translation[]>();
const mostKnown = 4;

function entriesIn(database: Database, version: number): readonly Translation[] {
  const key = `${version} ${textIn(database.get('SELECT hash FROM versions WHERE id = ?', version), 0)}`;
  let entries = known.get(key);
  known.delete(key);
  if (!entries) {
    const lines = textOfVersion(database, version).split('\n');
    entries = lines.map((line): Translation => {
      const tab = line.indexOf('\t');
      return { a: line.slice(0, tab), b: line.slice(tab + 1) };
    });
  }
  known.set(key, entries);
  for (const oldest of known.keys()) {
    if (known.size <= mostKnown) break;
    known.delete(oldest);
  }
  return entries;
}

const line = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Keeps a dictionary in the place of one with the same name; called inside a change. */
export function keepDictionary(
  database: Database,
  { name, languages, entries }: { name: string; languages: TwoLanguages; entries: readonly Translation[] },
  by: { readonly id: DictionaryId; readonly author: string; readonly made: string },
): void {
  const lines = [...new Set(entries.map(({ a, b }) => `${line(a)}\t${line(b)}`))].filter((one) => /\S\t\S/u.test(one));
  const version = versionOf(database, lines.join('\n'));
  database.run('DELETE FROM dictionaries WHERE name = ?', name);
  database.run(
    'INSERT INTO dictionaries (id, name, a, b, entries, version, author, made) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    ...[by.id, name, languages[0], languages[1], lines.length, version, by.author, by.made],
  );
}

export function glossary(database: Database): GlossaryTerm[] {
  return database.all('SELECT id, a_language, b_language, a, b FROM terms ORDER BY a, b, id').map((row) => ({
    term: textIn(row, 0) as GlossaryTermId,
    languages: [textIn(row, 1), textIn(row, 2)],
    words: [textIn(row, 3), textIn(row, 4)],
  }));
}

/** The terms of two languages, turned so that the first language is that of the first words. */
export function termsBetween(database: Database, [a, b]: TwoLanguages): GlossaryTerm[] {
  return glossary(database)
    .flatMap(({ term, languages, words }): GlossaryTerm[] => {
      if (languages[0] === a && languages[1] === b) return [{ term, languages, words }];
      if (languages[0] !== b || languages[1] !== a) return [];
      return [{ term, languages: [a, b], words: [words[1], words[0]] }];
    })
    .sort((x, y) => (x.words[0] < y.words[0] ? -1 : x.words[0] > y.words[0] ? 1 : 0));
}

/** Another text for other dictionaries or another glossary of two languages; empty where there are none. */
export function dictionariesBetween(database: Database, a: string, b: string): string {
  const all = database.all(
    'SELECT a, version FROM dictionaries WHERE (a = ? AND b = ?) OR (a = ? AND b = ?) ORDER BY version, a',
    ...[a, b, b, a],
  );
  const terms = database.all(
    `SELECT a_language, a, b FROM terms WHERE (a_language = ? AND b_language = ?) OR (a_language = ? AND b_language = ?)
      ORDER BY a, b`,
    ...[a, b, b, a],
  );
  return all.length + terms.length === 0 ? '' : JSON.stringify([all, terms]);
}

/** What the dictionaries and the glossary say of two languages, the first language first. */
export function translationsBetween(database: Database, a: string, b: string): Translation[] {
  const found: Translation[] = [];
  const all = database.all(
    'SELECT a, version FROM dictionaries WHERE (a = ? AND b = ?) OR (a = ? AND b = ?) ORDER BY id',
    ...[a, b, b, a],
  );
  for (const row of all) {
    const isTurned = textIn(row, 0) !== a;
    for (const entry of entriesIn(database, numberIn(row, 1)))
      found.push(isTurned ? { a: entry.b, b: entry.a } : entry);
  }
  for (const { words } of termsBetween(database, [a, b])) found.push({ a: words[0], b: words[1] });
  return found;
}
