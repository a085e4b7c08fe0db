/**
 * The tables of a project, and how an older project becomes one of today.
 *
 * A span stands at [start, end) of the text `version`, which is the text of its document as it was last seen; `origin` is
 * the text on which its quote was taken. Texts are kept as long as anything speaks of them, so that a change can always be
 * followed. `steps` is what was done, in words; `changes` holds what undoing a step puts back, row by row.
 */
import type { Database } from './database.ts';

/** "LECT": tells a project from any other SQLite file. */
export const applicationId = 0x4c454354;
export const schemaVersion = 6;

/** What can be undone: each table with the columns of its key, which never change, and all its columns. */
export const loggedTables = {
  tags: {
    key: ['id'],
    columns: [
      ...['id', 'parent', 'position', 'name', 'colour', 'description', 'shortcut'],
      ...['retired', 'author', 'made'],
    ],
  },
  spans: {
    key: ['id'],
    columns: [
      ...['id', 'document', 'version', 'start', 'end', 'quote', 'before', 'after', 'state', 'author', 'made'],
      ...['origin', 'origin_start', 'origin_end'],
    ],
  },
  span_tags: { key: ['span', 'tag'], columns: ['span', 'tag'] },
  notes: { key: ['id'], columns: ['id', 'kind', 'target', 'text', 'author', 'made', 'changed'] },
  verdicts: {
    key: ['id'],
    columns: ['id', 'document', 'version', 'start', 'end', 'quote', 'state', 'verdict', 'author', 'made'],
  },
  saved_queries: {
    key: ['id'],
    columns: [...['id', 'name', 'note', 'question', 'author', 'made', 'changed', 'lines', 'documents', 'counted']],
  },
  coders: { key: ['id'], columns: ['id', 'name'] },
  pairs: { key: ['a', 'b'], columns: ['a', 'b', 'state', 'by_hand', 'author', 'made'] },
  links: {
    key: ['id'],
    columns: [...['id', 'pair', 'a_from', 'a_to', 'b_from', 'b_to', 'status', 'a_quote', 'b_quote', 'author', 'made']],
  },
  realigned: { key: ['pair'], columns: ['pair', 'found'] },
  dictionaries: { key: ['id'], columns: ['id', 'name', 'a', 'b', 'entries', 'version', 'author', 'made'] },
  terms: { key: ['id'], columns: ['id', 'a_language', 'a', 'b_language', 'b', 'author', 'made'] },
  rules: { key: ['id'], columns: ['id', 'position', 'name', 'asked', 'unit', 'author', 'made'] },
  rule_tags: { key: ['rule', 'tag'], columns: ['rule', 'tag'] },
  refusals: {
    key: ['id'],
    columns: ['id', 'document', 'version', 'start', 'end', 'quote', 'state', 'tag', 'author', 'made'],
  },
} as const;
export type LoggedTable = keyof typeof loggedTables;
/** Every table with its columns, each after those that its rows name. */
export const storedTables: Readonly<Record<string, readonly string[]>> = {
  properties: ['name', 'value'],
  versions: ['id', 'hash', 'chars', 'packed'],
  documents: ['id', 'path', 'version', 'language', 'direction'],
  ...Object.fromEntries(Object.entries(loggedTables).map(([table, { columns }]) => [table, columns])),
  steps: ['id', 'at', 'label', 'author', 'kind', 'changes', 'undone', 'dropped', 'restored', 'said'],
  changes: ['number', 'step', 'place', 'key', 'image'],
  rule_runs: ['rule', 'at', 'folder', 'said', 'step'],
};
export const loggedTableNames = Object.keys(loggedTables) as LoggedTable[];

const first = `
  CREATE TABLE properties (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE coders (id TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE versions (
    id INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, chars INTEGER NOT NULL, packed BLOB NOT NULL
  );
  CREATE TABLE documents (
    id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, version INTEGER NOT NULL REFERENCES versions (id),
    language TEXT NOT NULL, direction TEXT NOT NULL
  );
  CREATE TABLE tags (
    id TEXT PRIMARY KEY, parent TEXT REFERENCES tags (id) DEFERRABLE INITIALLY DEFERRED, position INTEGER NOT NULL,
    name TEXT NOT NULL, colour TEXT NOT NULL, description TEXT NOT NULL, shortcut TEXT, retired INTEGER NOT NULL,
    author TEXT NOT NULL, made TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE spans (
    id TEXT PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents (id),
    version INTEGER NOT NULL REFERENCES versions (id), start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    quote TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL, state TEXT NOT NULL, author TEXT NOT NULL,
    made TEXT NOT NULL, origin INTEGER NOT NULL REFERENCES versions (id), origin_start INTEGER NOT NULL,
    origin_end INTEGER NOT NULL, CHECK (start < "end"), CHECK (state IN ('held', 'review', 'orphan'))
  );
  CREATE INDEX spans_by_place ON spans (document, start, "end");
  CREATE TABLE span_tags (
    span TEXT NOT NULL REFERENCES spans (id) DEFERRABLE INITIALLY DEFERRED,
    tag TEXT NOT NULL REFERENCES tags (id) DEFERRABLE INITIALLY DEFERRED, PRIMARY KEY (span, tag)
  ) WITHOUT ROWID;
  CREATE INDEX spans_by_tag ON span_tags (tag);
  CREATE TABLE notes (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, target TEXT NOT NULL, text TEXT NOT NULL, author TEXT NOT NULL,
    made TEXT NOT NULL, changed TEXT NOT NULL
  );
  CREATE INDEX notes_by_target ON notes (kind, target);
  CREATE TABLE verdicts (
    id TEXT PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents (id),
    version INTEGER NOT NULL REFERENCES versions (id), start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    quote TEXT NOT NULL, state TEXT NOT NULL, verdict TEXT NOT NULL, author TEXT NOT NULL, made TEXT NOT NULL,
    CHECK (state IN ('held', 'orphan'))
  );
  CREATE INDEX verdicts_by_place ON verdicts (document, start, "end");
  CREATE TABLE queries (name TEXT PRIMARY KEY, query TEXT NOT NULL, condition TEXT, saved TEXT NOT NULL);
  CREATE TABLE steps (
    id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, label TEXT NOT NULL, author TEXT NOT NULL,
    kind TEXT NOT NULL, changes INTEGER NOT NULL DEFAULT 0, undone INTEGER NOT NULL DEFAULT 0,
    dropped INTEGER NOT NULL DEFAULT 0, restored INTEGER
  );
  CREATE TABLE changes (
    number INTEGER PRIMARY KEY, step INTEGER NOT NULL, place TEXT NOT NULL, key TEXT NOT NULL, image TEXT
  );
  CREATE INDEX changes_by_step ON changes (step);
  CREATE INDEX changes_by_key ON changes (key);
`;

/** Documents that belong together, by their paths; what was said of their links, by numbers of segments; alignments anew. */
const second = `
  CREATE TABLE pairs (
    a TEXT NOT NULL, b TEXT NOT NULL, state TEXT NOT NULL, by_hand INTEGER NOT NULL, author TEXT NOT NULL,
    made TEXT NOT NULL, PRIMARY KEY (a, b), CHECK (state IN ('accepted', 'rejected'))
  ) WITHOUT ROWID;
  CREATE TABLE links (
    id TEXT PRIMARY KEY, pair TEXT NOT NULL, a_from INTEGER NOT NULL, a_to INTEGER NOT NULL, b_from INTEGER NOT NULL,
    b_to INTEGER NOT NULL, status TEXT NOT NULL, a_quote TEXT NOT NULL, b_quote TEXT NOT NULL, author TEXT NOT NULL,
    made TEXT NOT NULL, CHECK (status IN ('confirmed', 'corrected', 'anchor'))
  );
  CREATE INDEX links_by_pair ON links (pair);
  CREATE TABLE realigned (pair TEXT PRIMARY KEY, found TEXT NOT NULL) WITHOUT ROWID;
`;

/** Dictionaries of files, whose entries are a text of `versions`; and the glossary. */
const third = `
  CREATE TABLE dictionaries (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, a TEXT NOT NULL, b TEXT NOT NULL, entries INTEGER NOT NULL,
    version INTEGER NOT NULL REFERENCES versions (id), author TEXT NOT NULL, made TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE terms (
    id TEXT PRIMARY KEY, a_language TEXT NOT NULL, a TEXT NOT NULL, b_language TEXT NOT NULL, b TEXT NOT NULL,
    author TEXT NOT NULL, made TEXT NOT NULL
  ) WITHOUT ROWID;
`;

/**
 * Saved queries under an id of their own, so that a rule can name one that is called something else later, with a note and
 * how many lines they had. What was done to the old ones stays in the history and can be undone.
 */
const fourth = `
  CREATE TABLE saved_queries (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, note TEXT NOT NULL, question TEXT NOT NULL, author TEXT NOT NULL,
    made TEXT NOT NULL, changed TEXT NOT NULL, lines INTEGER, documents INTEGER, counted TEXT
  ) WITHOUT ROWID;
  CREATE INDEX saved_queries_by_name ON saved_queries (name);
  CREATE TEMP TABLE named AS SELECT name, 'q' || lower(hex(randomblob(9))) AS id FROM
    (SELECT name FROM queries UNION SELECT json_extract(key, '$[0]') FROM changes WHERE place = 'queries');
  INSERT INTO saved_queries SELECT named.id, name, '', json_object('query', json(query), 'where', coalesce(condition, '')),
    (SELECT value FROM properties WHERE name = 'coder'), saved, saved, NULL, NULL, NULL FROM queries JOIN named USING (name);
  UPDATE changes SET
    place = 'saved_queries',
    key = (SELECT json_array(id) FROM named WHERE name = json_extract(key, '$[0]')),
    image = CASE WHEN image IS NOT NULL THEN json_array(
      (SELECT id FROM named WHERE name = json_extract(key, '$[0]')), json_extract(image, '$[0]'), '',
      json_object('query', json(json_extract(image, '$[1]')), 'where', coalesce(json_extract(image, '$[2]'), '')) || '',
      (SELECT value FROM properties WHERE name = 'coder'), json_extract(image, '$[3]'), json_extract(image, '$[3]'),
      NULL, NULL, NULL) END
    WHERE place = 'queries';
  DROP TABLE temp.named;
  DROP TABLE queries;
`;

/** Rules that tag by themselves; places that a person took away from them; what each last ran on, which nobody undoes. */
const fifth = `
  CREATE TABLE rules (
    id TEXT PRIMARY KEY, position INTEGER NOT NULL, name TEXT NOT NULL, asked TEXT NOT NULL, unit TEXT NOT NULL,
    author TEXT NOT NULL, made TEXT NOT NULL, CHECK (unit IN ('match', 'sentence', 'paragraph'))
  ) WITHOUT ROWID;
  CREATE TABLE rule_tags (
    rule TEXT NOT NULL REFERENCES rules (id) DEFERRABLE INITIALLY DEFERRED,
    tag TEXT NOT NULL REFERENCES tags (id) DEFERRABLE INITIALLY DEFERRED, PRIMARY KEY (rule, tag)
  ) WITHOUT ROWID;
  CREATE TABLE refusals (
    id TEXT PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents (id),
    version INTEGER NOT NULL REFERENCES versions (id), start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    quote TEXT NOT NULL, state TEXT NOT NULL, tag TEXT NOT NULL REFERENCES tags (id) DEFERRABLE INITIALLY DEFERRED,
    author TEXT NOT NULL, made TEXT NOT NULL, CHECK (state IN ('held', 'orphan'))
  );
  CREATE INDEX refusals_by_place ON refusals (document, start, "end");
  CREATE TABLE rule_runs (
    rule TEXT PRIMARY KEY, at TEXT NOT NULL, folder TEXT NOT NULL, said TEXT NOT NULL, step INTEGER
  ) WITHOUT ROWID;
`;

/** What a step says as a key with values, in JSON; null where `label` is an English sentence of an older program. */
const sixth = `
  ALTER TABLE steps ADD COLUMN said TEXT;
  CREATE INDEX steps_undone ON steps (id) WHERE undone = 1 AND dropped = 0;
`;

/** From each schema to the next: the first from nothing. Applied in one transaction, after a backup. */
const migrations: readonly string[] = [first, second, third, fourth, fifth, sixth];

export function schemaOf(database: Database): number {
  return database.number('PRAGMA user_version');
}

/** Makes the tables of today, from nothing or from older ones; with `to` those of an earlier day. */
export function migrate(database: Database, to = schemaVersion): void {
  const from = schemaOf(database);
  database.transaction(() => {
    for (const migration of migrations.slice(from, to)) database.execute(migration);
    database.execute(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${to}`);
  });
}

/**
 * From now on every change of a row is noted under the step in `temp.noting`, with what the row was before. Triggers of
 * this connection alone: a project that another program looks at has no logic in it.
 */
export function noteChanges(database: Database): void {
  database.execute('CREATE TEMP TABLE noting (step INTEGER)');
  for (const [table, { key, columns }] of Object.entries(loggedTables)) {
    const of = (row: string, names: readonly string[]): string => names.map((name) => `${row}."${name}"`).join(', ');
    const keyOf = (row: string): string => `json_array(${of(row, key)})`;
    const noted = (event: string, row: string, image: string): string => `
      CREATE TEMP TRIGGER ${table}_${event} AFTER ${event} ON main.${table} WHEN (SELECT step FROM temp.noting) IS NOT NULL BEGIN
        INSERT INTO changes (step, place, key, image)
        VALUES ((SELECT step FROM temp.noting), '${table}', ${keyOf(row)}, ${image});
      END;`;
    const before = `json_array(${of('old', columns)})`;
    database.execute(noted('INSERT', 'new', 'NULL') + noted('UPDATE', 'old', before) + noted('DELETE', 'old', before));
  }
}
