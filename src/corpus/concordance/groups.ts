/** Lines gathered by what they have in common: the same match, the same neighbour, the same document or metadata value. */
import type { DocId, FoldClassId, TypeId } from '../../shared/model.ts';
import type { CorpusIndex, Lexicon } from '../index/corpus-index.ts';
import { typeString } from '../query/lexicon-strings.ts';
import type { LexiconKey } from '../query/pattern.ts';
import type { HitSet } from '../query/query-result.ts';
import { hitEnd } from '../query/query-result.ts';
import { identityOrder, orderedBy } from '../query/radix.ts';
import { eachDocument } from './documents.ts';
import { TokenRuns } from './token-runs.ts';

export type GroupKey =
  | { readonly by: 'match' }
  /** The word `distance` tokens before or after the match: 1 is the nearest. */
  | { readonly by: 'before' | 'after'; readonly distance: number }
  /** A value of the line itself, such as what was said of it; undefined = it has none. */
  | { readonly by: 'line'; readonly read: (hit: number) => string | undefined }
  /** A value of the document, such as its path or a metadata field; undefined = the document lacks it. */
  | { readonly by: 'document'; readonly read: (doc: DocId) => string | undefined };

export interface LineGroup {
  /** What the lines share, folded as asked where it is words; null when there is no such word or value. */
  readonly value: string | null;
  /** The same as it is written in the first of the lines. */
  readonly written: string | null;
  readonly lines: number;
  /** Documents with at least one of the lines. */
  readonly documents: number;
}

export interface LineGroups {
  /** Number of groups. */
  readonly total: number;
  /** The group of each hit: its place among the groups as `page` numbers them. Length `hits.total`. */
  placeOf(hit: number): number;
  /** Groups `from <= number < from + count`, largest first, then in the order of their first line. */
  page(from: number, count: number): LineGroup[];
}

/** A group number for each hit, counted from 0 in the order of first lines, and how a group is shown. */
interface Numbered {
  readonly numbers: Uint32Array;
  readonly total: number;
  show(group: number): Pick<LineGroup, 'value' | 'written'>;
}

/** Groups with their counts; lines sum to `hits.total`. `key` says which foldings of words are one group. */
export function groupLines(index: CorpusIndex, hits: HitSet, by: GroupKey, key: LexiconKey): LineGroups {
  const numbered = numberedBy(index, hits, by, key);
  const { numbers, total } = numbered;
  const lines = new Uint32Array(total);
  const documents = new Uint32Array(total);
  // 1 + the last document counted for a group: hits come in text order.
  const lastDocument = new Uint32Array(total);
  eachDocument(index, hits, (from, to, _first, _end, doc) => {
    for (let hit = from; hit < to; hit++) {
      const group = numbers[hit]!;
      lines[group]!++;
      if (lastDocument[group] === doc + 1) continue;
      documents[group]!++;
      lastDocument[group] = doc + 1;
    }
  });
  const most = lines.reduce((a, b) => Math.max(a, b), 0);
  const order = orderedBy(
    lines.map((count) => most - count),
    most,
    identityOrder(total),
  );
  let places: Uint32Array | undefined;
  return {
    total,
    placeOf: (hit) => (places ??= placesIn(order))[numbers[hit]!]!,
    page: (from, count) =>
      Array.from(order.subarray(from, from + count), (group) => ({
        ...numbered.show(group),
        lines: lines[group]!,
        documents: documents[group]!,
      })),
  };
}

function numberedBy(index: CorpusIndex, hits: HitSet, by: GroupKey, key: LexiconKey): Numbered {
  if (by.by === 'document') return byDocument(index, hits, by.read);
  return by.by === 'line' ? byLine(hits, by.read) : byWords(index, hits, by, key);
}

/** Where each number stands in an order of them. */
function placesIn(order: Uint32Array): Uint32Array {
  const places = new Uint32Array(order.length);
  order.forEach((number, place) => (places[number] = place));
  return places;
}

function byLine(hits: HitSet, read: (hit: number) => string | undefined): Numbered {
  const known = new Map<string | undefined, number>();
  const numbers = new Uint32Array(hits.total);
  for (let hit = 0; hit < hits.total; hit++) {
    const value = read(hit);
    const number = known.get(value) ?? known.size;
    known.set(value, number);
    numbers[hit] = number;
  }
  return { numbers, total: known.size, show: showingValues(known) };
}

function showingValues(known: ReadonlyMap<string | undefined, number>): Numbered['show'] {
  const values = [...known.keys()].map((value) => value ?? null);
  return (group) => ({ value: values[group]!, written: values[group]! });
}

function byDocument(index: CorpusIndex, hits: HitSet, read: (doc: DocId) => string | undefined): Numbered {
  const numbers = new Uint32Array(hits.total);
  const known = new Map<string | undefined, number>();
  eachDocument(index, hits, (from, to, _first, _end, doc) => {
    const value = read(doc);
    const number = known.get(value) ?? known.size;
    known.set(value, number);
    numbers.fill(number, from, to);
  });
  return { numbers, total: known.size, show: showingValues(known) };
}

function byWords(
  index: CorpusIndex,
  hits: HitSet,
  by: Exclude<GroupKey, { by: 'document' | 'line' }>,
  key: LexiconKey,
): Numbered {
  const stream = index.stream();
  const runs = new TokenRuns(stream, idsOf(index.lexicon, key));
  const numbers = new Uint32Array(hits.total);
  eachDocument(index, hits, (from, to, firstToken, endToken) => {
    for (let hit = from; hit < to; hit++) {
      const start = hits.start[hit]!;
      const end = hitEnd(hits, hit);
      const token = by.by === 'match' ? start : by.by === 'before' ? start - by.distance : end + by.distance - 1;
      const until = by.by === 'match' ? end : token + 1;
      // Where there is no such word the run is empty, which no match is.
      numbers[hit] = token >= firstToken && until <= endToken ? runs.number(token, until) : runs.number(start, start);
    }
  });
  const words = (group: number, shown: (type: TypeId) => string) => {
    const [from, to] = runs.run(group);
    return from === to ? null : Array.from(stream.subarray(from, to), (type) => shown(type as TypeId)).join(' ');
  };
  return {
    numbers,
    total: runs.size,
    show: (group) => ({
      value: words(group, (type) => folded(index.lexicon, key, type)),
      written: words(group, (type) => index.lexicon.form(type)),
    }),
  };
}

function folded(lexicon: Lexicon, key: LexiconKey, type: TypeId): string {
  return key === 'fold' ? lexicon.foldOf(lexicon.classOfType()[type]! as FoldClassId) : typeString(lexicon, key, type);
}

/** A number for each type, the same for types that are equal under the folding. */
function idsOf(lexicon: Lexicon, key: LexiconKey): Uint32Array {
  if (key === 'fold') return lexicon.classOfType();
  const ids = identityOrder(lexicon.size);
  if (key === 'form') return ids;
  const classStart = lexicon.classStart();
  for (let cls = 0; cls < lexicon.classes; cls++) {
    const end = classStart[cls + 1]!;
    const first = new Map<string, number>();
    for (let type = classStart[cls]!; type < end; type++) {
      const form = typeString(lexicon, key, type as TypeId);
      ids[type] = first.get(form) ?? type;
      if (ids[type] === type) first.set(form, type);
    }
  }
  return ids;
}
