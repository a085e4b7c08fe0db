/**
 * Where all spans stand, in memory: questions about spans are asked of this, and their words are read from the file when
 * they are shown. After a change only the documents that it touched are read again.
 */
import type { CharOffset } from '../../shared/model.ts';
import type { CoderId, SpanId, SpanState, TagId } from '../../shared/tagging.ts';
import type { PlacedSpan } from '../../corpus/tagging/placed-spans.ts';
import type { Row } from './database.ts';
import { numberIn, textIn } from './database.ts';
import type { TouchedRow } from './history.ts';
import type { Project } from './project.ts';
import type { PlaceInTree } from './tag-counts.ts';
import { TagCounts } from './tag-counts.ts';

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
  /** Whose spans are told of; null: everyone’s. */
  readonly #only: () => CoderId | null;
  /** Of whom those of a document were picked out, and which they are. */
  #picked: { readonly only: CoderId | null; readonly documents: WeakMap<StoredSpans, StoredSpans> };
  /** By the number of the document; undefined: nothing was read yet. */
  #documents: Map<number, StoredSpans> | undefined;
  #documentOf = new Map<SpanId, number>();
  readonly #ids = new Map<string, string>();
  readonly #counts = new TagCounts();
  /** Documents that were touched since they were counted. */
  readonly #uncounted = new Set<number>();

  constructor(project: Project, only: () => CoderId | null = () => null) {
    this.#project = project;
    this.#only = only;
    this.#picked = { only: null, documents: new WeakMap() };
    project.whenTouched((touched) => {
      this.#touched(touched);
    });
  }

  /** The documents that have spans, by path. */
  documents(): StoredSpans[] {
    return this.#shown(this.#all().values())
      .filter(({ spans }) => spans.length > 0)
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** What carries each tag of the tree now, parents before their children. To be read at once: the next change changes it. */
  counts(tree: readonly PlaceInTree[]): TagCounts {
    const documents = this.#all();
    this.#counts.hang(tree);
    this.#pick();
    const uncounted = this.#counts.isEmpty ? documents.keys() : this.#uncounted;
    for (const stored of this.#shown(Array.from(uncounted, (document) => documents.get(document)!)))
      this.#counts.count(stored);
    this.#uncounted.clear();
    return this.#counts;
  }

  /** Those of the spans that are there, by document and place. */
  placed(spans: ReadonlySet<SpanId>): (PlacedSpan & { readonly document: number })[] {
    const all = this.#all();
    const documents = new Set([...spans].flatMap((span) => this.#documentOf.get(span) ?? []));
    return this.#shown(Array.from(documents, (document) => all.get(document)!)).flatMap(({ document, spans: placed }) =>
      placed.flatMap((span) => (spans.has(span.span) ? [{ ...span, document }] : [])),
    );
  }

  /** Undefined when nothing of it was ever tagged. */
  of(document: number): StoredSpans | undefined {
    const stored = this.#all().get(document);
    return stored && this.#shown([stored])[0];
  }

  /** Whatever is picked out now. Counts are of that, too. */
  #pick(): CoderId | null {
    const only = this.#only();
    if (only !== this.#picked.only) {
      this.#picked = { only, documents: new WeakMap() };
      this.#counts.forget();
    }
    return only;
  }

  #shown(documents: Iterable<StoredSpans>): StoredSpans[] {
    const only = this.#pick();
    if (only === null) return [...documents];
    const { documents: picked } = this.#picked;
    return Array.from(documents, (stored) => {
      let own = picked.get(stored);
      if (!own) picked.set(stored, (own = { ...stored, spans: stored.spans.filter(({ author }) => author === only) }));
      return own;
    });
  }

  #all(): Map<number, StoredSpans> {
    if (this.#documents) return this.#documents;
    const { database } = this.#project;
    const tags = new Map<string, TagId[]>();
    for (const row of database.all('SELECT span, tag FROM span_tags')) this.#addTag(tags, row);
    const spans = new Map<number, PlacedSpan[]>();
    this.#documentOf = new Map();
    for (const row of database.all(`SELECT ${columns} FROM spans ${order}`)) this.#addSpan(spans, tags, row);
    this.#counts.forget();
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
    if (!touched || spans.size > mostTouched) this.#documents = undefined;
    else if (spans.size > 0) this.#placeAgain(this.#documents, spans);
  }

  #placeAgain(all: Map<number, StoredSpans>, touched: ReadonlySet<SpanId>): void {
    const { database } = this.#project;
    const among = JSON.stringify([...touched]);
    const documents = new Set<number>();
    for (const span of touched) {
      const before = this.#documentOf.get(span);
      if (before !== undefined) documents.add(before);
      this.#documentOf.delete(span);
    }
    const tags = new Map<string, TagId[]>();
    const tagged = 'SELECT span, tag FROM span_tags WHERE span IN (SELECT value FROM json_each(?))';
    for (const row of database.all(tagged, among)) this.#addTag(tags, row);
    const placed = new Map<number, PlacedSpan[]>();
    const those = `SELECT ${columns} FROM spans WHERE id IN (SELECT value FROM json_each(?)) ${order}`;
    for (const row of database.all(those, among)) documents.add(this.#addSpan(placed, tags, row));
    for (const document of documents) {
      const known = all.get(document);
      const path = known?.path ?? textIn(database.get('SELECT path FROM documents WHERE id = ?', document), 0);
      const others = (known?.spans ?? []).filter(({ span }) => !touched.has(span));
      all.set(document, { document, path, spans: inOrder(others, placed.get(document) ?? []) });
      this.#uncounted.add(document);
    }
  }

  #addTag(tags: Map<string, TagId[]>, row: Row): void {
    const span = textIn(row, 0);
    const tag = this.#once(textIn(row, 1)) as TagId;
    const known = tags.get(span);
    if (known) known.push(tag);
    else tags.set(span, [tag]);
  }

  #addSpan(spans: Map<number, PlacedSpan[]>, tags: Map<string, TagId[]>, row: Row): number {
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
    return document;
  }

  /** The same words a hundred thousand times are held once. */
  #once(text: string): string {
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    this.#ids.set(text, text);
    return text;
  }
}

/** The order of `order` in one document, of two runs that are in it. */
function inOrder(known: readonly PlacedSpan[], more: readonly PlacedSpan[]): PlacedSpan[] {
  const merged: PlacedSpan[] = [];
  let at = 0;
  for (const span of more) {
    while (at < known.length && isBefore(known[at]!, span)) merged.push(known[at++]!);
    merged.push(span);
  }
  return [...merged, ...known.slice(at)];
}

function isBefore(a: PlacedSpan, b: PlacedSpan): boolean {
  if (a.start !== b.start) return a.start < b.start;
  if (a.end !== b.end) return a.end < b.end;
  return a.made === b.made ? a.span < b.span : a.made < b.made;
}
