/**
 * Has spans, verdicts and refusals follow the files that they stand in. A file is the same one when its path is, or when a file with
 * the very same text is the only new one of the folder. What becomes of spans is told in the log; what cannot follow
 * stays as it is, with its quote.
 */
import type { StepWords } from '../../shared/step-words.ts';
import { stepSays } from '../../shared/step-words.ts';
import { reanchored } from '../../corpus/tagging/reanchor.ts';
import type { CharOffset, DocId } from '../../shared/model.ts';
import { ExpectedFailure } from '../../shared/failure.ts';
import type { OpenedFolder } from '../open.ts';
import type { Database } from './database.ts';
import { numberIn, textIn } from './database.ts';
import type { TouchedRow } from './history.ts';
import type { Project } from './project.ts';
import type { FollowingSpan } from './following-spans.ts';
import { followWith, saidBehind, saidOfWords, spansBehind } from './following-spans.ts';
import { digest, docOfPath, textOfVersion, versionOf } from './tagged-documents.ts';

interface KnownDocument {
  readonly document: number;
  readonly path: string;
  readonly version: number;
  readonly hash: string;
  readonly chars: number;
}

/** Where each document of the project is in the folder; null where it is not, or could not be followed. */
export function followFiles(project: Project, opened: OpenedFolder): Map<number, DocId | null> {
  const { database } = project;
  const known = database
    .all('SELECT documents.id, path, version, hash, chars FROM documents JOIN versions ON versions.id = version')
    .map((row): KnownDocument => ({
      ...{ document: numberIn(row, 0), path: textIn(row, 1), version: numberIn(row, 2) },
      ...{ hash: textIn(row, 3), chars: numberIn(row, 4) },
    }));
  const docs = new Map<number, DocId | null>(
    known.map(({ document, path }) => [document, docOfPath(opened, path) ?? null]),
  );
  const renamed = renamedFiles(known, docs, opened);
  for (const [{ document }, doc] of renamed) docs.set(document, doc);
  const behind = documentsBehind(database);
  const changed = known.filter(({ document, hash }) => {
    const doc = docs.get(document) ?? null;
    return doc !== null && (behind.has(document) || digest(opened, doc) !== hash);
  });
  if (renamed.size === 0 && changed.length === 0) return docs;
  const moved = haveFollow(project, (notice) => {
    for (const [{ document, path }, doc] of renamed) {
      const now = opened.documents[doc]!.path;
      database.run('UPDATE documents SET path = ? WHERE id = ?', now, document);
      database.run("UPDATE notes SET target = ? WHERE kind = 'document' AND target = ?", now, path);
      notice(stepSays('file.rename', { path, now }));
    }
    for (const { document, path } of changed) {
      const became = followText(database, document, opened.texts.text(docs.get(document)!));
      if (became) notice(stepSays('file.change', { path, ...became }));
    }
  });
  // Until they can follow they stand nowhere.
  if (!moved) for (const { document } of [...renamed.keys(), ...changed]) docs.set(document, null);
  return docs;
}

/** False where the project can only be read now: whoever may change it has its spans follow. */
function haveFollow(project: Project, work: (notice: (says: StepWords) => void) => void): boolean {
  if (project.standing !== 'writing') return false;
  try {
    project.settle((_, notice) => {
      work(notice);
    });
    return true;
  } catch (error) {
    if (error instanceof ExpectedFailure && error.failure.code === 'unavailable') return false;
    throw error;
  }
}

/** Documents that are gone and whose very text is now that of one other document, which the project does not know. */
function renamedFiles(
  known: readonly KnownDocument[],
  docs: ReadonlyMap<number, DocId | null>,
  opened: OpenedFolder,
): Map<KnownDocument, DocId> {
  const missing = known.filter(({ document, chars }) => docs.get(document) === null && chars > 0);
  if (missing.length === 0) return new Map();
  const taken = new Set(docs.values());
  const lengths = new Set(missing.map(({ chars }) => chars));
  const { texts, index } = opened;
  const candidates = new Map<string, DocId[]>();
  for (let doc = 0 as DocId; doc < index.documentCount; doc++) {
    if (taken.has(doc) || !lengths.has(texts.length(doc))) continue;
    const hash = digest(opened, doc);
    candidates.set(hash, [...(candidates.get(hash) ?? []), doc]);
  }
  const sameText = Map.groupBy(missing, ({ hash }) => hash);
  const renamed = new Map<KnownDocument, DocId>();
  for (const [hash, gone] of sameText) {
    const found = candidates.get(hash) ?? [];
    // Of two alike nobody can say which is which.
    if (gone.length === 1 && found.length === 1) renamed.set(gone[0]!, found[0]!);
  }
  return renamed;
}

/** Documents with something that stands in another text than the one seen last: an undone change brought them. */
function documentsBehind(database: Database): Set<number> {
  const behind = (table: string, more: string): string =>
    `SELECT DISTINCT document FROM ${table} JOIN documents ON documents.id = document WHERE ${table}.version <> documents.version ${more}`;
  const tables = ['spans', ...saidOfWords];
  const rows = database.all(tables.map((table) => behind(table, "AND state <> 'orphan'")).join(' UNION '));
  return new Set(rows.map((row) => numberIn(row, 0)));
}

/** Whether any of these rows, which came back, may stand in an earlier text than the one that its document has. */
export function isBehind(database: Database, touched: readonly TouchedRow[] | undefined): boolean {
  if (!touched) return true;
  return (['spans', 'verdicts'] as const).some((table) => {
    const ids = touched.filter((row) => row.table === table).map(({ key }) => key[0]!);
    const behind = `SELECT 1 FROM ${table} JOIN documents ON documents.id = document
      WHERE ${table}.id IN (SELECT value FROM json_each(?)) AND (${table}.version <> documents.version OR state = 'orphan') LIMIT 1`;
    return ids.length > 0 && database.get(behind, JSON.stringify(ids)) !== undefined;
  });
}

/** How many spans went with their text, wait for review, stand nowhere any more, and stand again where they were made. */
type Became = Record<'held' | 'review' | 'orphan' | 'found', number>;

/** Moves what stands in a document to its text as it is now. Gives what became of the spans, undefined without any. */
function followText(database: Database, document: number, text: string): Became | undefined {
  const version = versionOf(database, text);
  database.run('UPDATE documents SET version = ? WHERE id = ? AND version <> ?', version, document, version);
  const counts = { held: 0, review: 0, orphan: 0, found: 0 };
  for (const span of followed(database, spansBehind(database, document, version), version, text)) {
    counts[span.wasLost && span.anchored.state === 'held' ? 'found' : span.anchored.state]++;
    followWith(database, 'spans', span, version);
  }
  for (const table of saidOfWords)
    for (const said of followed(database, saidBehind(database, table, document, version), version, text)) {
      const anchored = said.anchored.state === 'held' ? said.anchored : { state: 'orphan' as const };
      followWith(database, table, { ...said, anchored }, version);
    }
  return Object.values(counts).some((count) => count > 0) ? counts : undefined;
}

/** Each with where it stands now. Those that are lost already only come back where their very text does. */
function followed(
  database: Database,
  spans: readonly FollowingSpan[],
  version: number,
  text: string,
): (FollowingSpan & { readonly anchored: ReturnType<typeof reanchored>[number] })[] {
  const at = (start: number, end: number) => ({ start: start as CharOffset, end: end as CharOffset });
  const done = new Map<FollowingSpan, ReturnType<typeof reanchored>[number]>();
  const moving: FollowingSpan[] = [];
  for (const span of spans) {
    if (span.origin === version) done.set(span, { state: 'held', start: span.originStart, end: span.originEnd });
    else if (!span.wasLost) moving.push(span);
  }
  const follow = (
    group: readonly FollowingSpan[],
    from: number,
    ends: (span: FollowingSpan) => ReturnType<typeof at>,
  ): void => {
    const anchored = reanchored(textOfVersion(database, from), text, group.map(ends));
    for (const [number, span] of group.entries())
      if (anchored[number]!.state !== 'orphan') done.set(span, anchored[number]!);
  };
  for (const [from, group] of Map.groupBy(moving, (span) => span.version))
    follow(group, from, ({ start, end }) => at(start, end));
  // What was altered once is no longer held by following the altered text; from where it was made it may be, or more of it.
  const again = moving.filter((span) => span.state === 'review' || !done.has(span));
  for (const span of again.filter(({ state }) => state === 'review')) {
    const now = done.get(span);
    if (now?.state === 'held') done.set(span, { ...now, state: 'review' });
  }
  for (const [from, group] of Map.groupBy(again, ({ origin }) => origin))
    if (group.some(({ version: last }) => last !== from))
      follow(group, from, ({ originStart, originEnd }) => at(originStart, originEnd));
  return spans.flatMap((span) => {
    const anchored = done.get(span);
    if (span.wasLost && !anchored) return [];
    return [{ ...span, anchored: anchored ?? { state: 'orphan' as const } }];
  });
}
