/**
 * Where all spans stand, in memory: questions about spans are asked of this, and their words are read from the file when
 * they are shown. After a change only the documents that it touched are read again.
 */
import type { CharOffset } from '../../shared/model.ts';
import type { CoderId, SpanId, SpanState, TagId } from '../../shared/tagging.ts';
import type { PlacedSpan } from '../../corpus/tagging/placed-spans.ts';
import type { Database, Row } from './database.ts';
import { numberIn, textIn } from './database.ts';
import type { TouchedRow } from './history.ts';
import type { Project } from './project.ts';

export interface StoredSpans {
  /** As the project numbers documents. */
  readonly document: number;
  readonly path: string;
  readonly spans: readonly PlacedSpan[];
}

/** Past so many touched spans, reading all of them again is quicker. */
const mostTouched = 2000;

const columns = 'spans.id, spans.document, spans.start, spans."end", spans.author, spans.state, spans.made';
const order = 'ORDER BY spans.document, spans.start, spans."end", spans.made, spans.id';

export class SpanTable {
  readonly #project: Project;
  /** By the number of the document; undefined: nothing was read yet. */
  #documents: Map<number, StoredSpans> | undefined;
  #documentOf = new Map<SpanId, number>();
  readonly #ids = new Map<string, string>();

  constructor(project: Project) {
    this.#project = project;
    project.whenTouched((touched) => {
      this.#touched(touched);
    });
  }

  /** The documents that have spans, by path. */
  documents(): StoredSpans[] {
    return [...this.#all().values()].filter(({ spans }) => spans.length > 0).sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** Undefined when nothing of it was ever tagged. */
  of(document: number): StoredSpans | undefined {
    return this.#all().get(document);
  }

  #all(): Map<number, StoredSpans> {
    if (this.#documents) return this.#documents;
    const { database } = this.#project;
    const tags = new Map<string, TagId[]>();
    for (const row of database.all('SELECT span, tag FROM span_tags')) this.#addTag(tags, row);
    const spans = new Map<number, PlacedSpan[]>();
    this.#documentOf = new Map();
    for (const row of database.all(`SELECT ${columns} FROM spans ${order}`)) this.#addSpan(spans, tags, row);
    this.#documents = new Map();
    for (const row of database.all('SELECT id, path FROM documents')) {
      const document = numberIn(row, 0);
      this.#documents.set(document, { document, path: textIn(row, 1), spans: spans.get(document) ?? [] });
    }
    return this.#documents;
  }

  #touched(touched: readonly TouchedRow[] | undefined): void {
    if (!this.#documents) return;
    const spans = new Set<SpanId>();
    for (const { table, key } of touched ?? [])
      if (table === 'spans' || table === 'span_tags') spans.add(key[0]! as SpanId);
    if (!touched || spans.size > mostTouched) {
      this.#documents = undefined;
      return;
    }
    const { database } = this.#project;
    const documents = new Set<number>();
    for (const span of spans) {
      const before = this.#documentOf.get(span);
      if (before !== undefined) documents.add(before);
      this.#documentOf.delete(span);
      const row = database.get('SELECT document FROM spans WHERE id = ?', span);
      if (row) documents.add(numberIn(row, 0));
    }
    for (const document of documents) this.#readAgain(database, document);
  }

  #readAgain(database: Database, document: number): void {
    const tags = new Map<string, TagId[]>();
    const tagged = 'SELECT span, tag FROM span_tags JOIN spans ON spans.id = span WHERE spans.document = ?';
    for (const row of database.all(tagged, document)) this.#addTag(tags, row);
    const spans = new Map<number, PlacedSpan[]>();
    const placed = `SELECT ${columns} FROM spans WHERE spans.document = ? ${order}`;
    for (const row of database.all(placed, document)) this.#addSpan(spans, tags, row);
    const path = textIn(database.get('SELECT path FROM documents WHERE id = ?', document), 0);
    this.#documents!.set(document, { document, path, spans: spans.get(document) ?? [] });
  }

  #addTag(tags: Map<string, TagId[]>, row: Row): void {
    const span = textIn(row, 0);
    const tag = this.#once(textIn(row, 1)) as TagId;
    const known = tags.get(span);
    if (known) known.push(tag);
    else tags.set(span, [tag]);
  }

  #addSpan(spans: Map<number, PlacedSpan[]>, tags: Map<string, TagId[]>, row: Row): void {
    const span = textIn(row, 0) as SpanId;
    const document = numberIn(row, 1);
    const placed: PlacedSpan = {
      span,
      start: numberIn(row, 2) as CharOffset,
      end: numberIn(row, 3) as CharOffset,
      tags: tags.get(span) ?? [],
      author: this.#once(textIn(row, 4)) as CoderId,
      state: this.#once(textIn(row, 5)) as SpanState,
      made: this.#once(textIn(row, 6)),
    };
    this.#documentOf.set(span, document);
    const known = spans.get(document);
    if (known) known.push(placed);
    else spans.set(document, [placed]);
  }

  /** The same words a hundred thousand times are held once. */
  #once(text: string): string {
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    this.#ids.set(text, text);
    return text;
  }
}
