/** A project as the formats of other programs see it. */
import type { SpanId, SpanQuestion } from '../../shared/tagging.ts';
import { spanStates } from '../../shared/tagging.ts';
import type { Token } from '../../shared/model.ts';
import { meantBy } from '../../corpus/tagging/question.ts';
import { tokensOf } from '../document-handlers.ts';
import type { Exchange, ExchangedNote, ExchangedSpan, NoteTarget, Sources } from '../exchange/exchange.ts';
import type { OpenedFolder } from '../open.ts';
import type { Own } from './corpus-project.ts';
import type { Database } from './database.ts';
import { numberIn, textIn } from './database.ts';
import { factsOf } from './question-facts.ts';
import { tagsInOrder } from './tag-rows.ts';
import { docOfPath } from './tagged-documents.ts';

/** The documents of the open folder, by path. */
export function sourcesOf(opened: OpenedFolder): Sources {
  return {
    paths: opened.documents.map(({ path }) => path),
    textOf: (path) => {
      const doc = docOfPath(opened, path);
      return doc === undefined ? undefined : opened.texts.text(doc);
    },
    languageOf: (path) => {
      const doc = docOfPath(opened, path);
      return doc === undefined ? 'und' : opened.documents[doc]!.language;
    },
    tokensOf: (path): readonly Token[] => {
      const doc = docOfPath(opened, path);
      return doc === undefined ? [] : tokensOf({ opened }, doc, 0, opened.documents[doc]!.tokens);
    },
  };
}

/** With a question only the spans that it means, and the notes on them; tags and coders always whole. */
export function exchangeOf(room: Own, question: SpanQuestion | undefined): Exchange {
  const { database } = room.project;
  const meant = question === undefined ? undefined : spansMeant(room, question);
  const spans = spansIn(database).filter(({ id }) => meant?.has(id as SpanId) ?? true);
  const kept = new Set(spans.map(({ id }) => id));
  return {
    name: room.corpus.summary().name,
    coders: database
      .all('SELECT id, name FROM coders ORDER BY name, id')
      .map((row) => ({ id: textIn(row, 0), name: textIn(row, 1) })),
    tags: tagsInOrder(database).map(({ tag, parent, name, colour, description, shortcut, retired, author }) => ({
      ...{ id: tag, parent, name, colour, description, shortcut, retired, author },
    })),
    spans,
    notes: notesIn(database).filter(({ target }) => target.kind !== 'span' || kept.has(target.id)),
  };
}

function spansMeant(room: Own, question: SpanQuestion): ReadonlySet<SpanId> {
  const meant = meantBy(question, factsOf(room));
  const found = room.own.documents(room.opened).flatMap((document) => {
    const isMeant = meant(document);
    return document.spans.flatMap(({ span }, at) => (isMeant[at] ? [span] : []));
  });
  return new Set(found);
}

function spansIn(database: Database): ExchangedSpan[] {
  const tags = new Map<string, string[]>();
  for (const row of database.all('SELECT span, tag FROM span_tags ORDER BY span, tag')) {
    const those = tags.get(textIn(row, 0));
    if (those) those.push(textIn(row, 1));
    else tags.set(textIn(row, 0), [textIn(row, 1)]);
  }
  const select = `SELECT spans.id, path, start, "end", quote, before, after, author, made, state
    FROM spans JOIN documents ON documents.id = document ORDER BY path, start, "end", spans.id`;
  return database.all(select).map((row) => ({
    id: textIn(row, 0),
    path: textIn(row, 1),
    start: numberIn(row, 2),
    end: numberIn(row, 3),
    quote: textIn(row, 4),
    before: textIn(row, 5),
    after: textIn(row, 6),
    tags: tags.get(textIn(row, 0)) ?? [],
    author: textIn(row, 7),
    made: textIn(row, 8),
    state: spanStates.find((state) => state === textIn(row, 9)) ?? 'review',
  }));
}

function notesIn(database: Database): ExchangedNote[] {
  const select = 'SELECT id, kind, target, text, author, made, changed FROM notes ORDER BY made, id';
  return database.all(select).map((row) => ({
    id: textIn(row, 0),
    target: targetOf(textIn(row, 1), textIn(row, 2)),
    text: textIn(row, 3),
    author: textIn(row, 4),
    made: textIn(row, 5),
    changed: textIn(row, 6),
  }));
}

function targetOf(kind: string, target: string): NoteTarget {
  if (kind === 'span' || kind === 'tag') return { kind, id: target };
  return kind === 'document' ? { kind, path: target } : { kind: 'project' };
}
