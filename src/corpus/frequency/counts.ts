/** How often each unit occurs in some documents: what word lists, keywords and collocates begin with. */
import type { TypeId } from '../../shared/model.ts';
import type { CorpusIndex, Lexicon } from '../index/corpus-index.ts';
import { identityOrder } from '../query/radix.ts';
import type { DocumentMask } from './documents.ts';
import { maskOf, othersThan, tokenRuns, tokensIn } from './documents.ts';
import type { Stepwise } from './stepwise.ts';
import { atOnce, inSteps, tokensAStep } from './stepwise.ts';
import type { CountingUnit } from './unit.ts';

export interface UnitCounts {
  readonly unit: CountingUnit;
  /** Occurrences by unit, and last those of all that is left out. Length `unit.size + 1`. */
  readonly counts: Uint32Array;
  /** Tokens of the documents, whether listed or not. */
  readonly tokens: number;
}

export function countUnits(index: CorpusIndex, unit: CountingUnit, documents: DocumentMask): UnitCounts {
  return atOnce(countedUnits(index, unit, documents));
}

/** The whole corpus costs a walk over the lexicon; some documents cost one over their tokens, or over the others'. */
export function* countedUnits(index: CorpusIndex, unit: CountingUnit, documents: DocumentMask): Stepwise<UnitCounts> {
  const tokens = tokensIn(index, documents);
  const counts = new Uint32Array(unit.size + 1);
  for (const table of unit.tables) {
    const mask = unit.tables.length === 1 ? documents : readBy(index, unit, table, documents);
    const most = tokensIn(index, mask) * 2 > index.tokenCount;
    const byType = yield* countTypes(index, most ? othersThan(index, mask) : mask);
    addTypes(index.lexicon, byType, most, table, counts);
  }
  return { unit, counts, tokens };
}

/** What the other documents hold, from the counts of some: no second walk over their tokens. */
export function countsOfRest(index: CorpusIndex, { unit, counts, tokens }: UnitCounts): UnitCounts {
  const rest = countUnits(index, unit, null).counts;
  for (let number = 0; number < rest.length; number++) rest[number]! -= counts[number]!;
  return { unit, counts: rest, tokens: index.tokenCount - tokens };
}

/** `others`: it is the other documents that were counted. */
function addTypes(
  lexicon: Lexicon,
  byType: Uint32Array,
  others: boolean,
  table: Uint32Array,
  counts: Uint32Array,
): void {
  for (let type = 0; type < byType.length; type++) {
    const count = others ? lexicon.typeCount(type as TypeId) - byType[type]! : byType[type]!;
    counts[table[type]!]! += count;
  }
}

/** The documents that are read by a table. */
function readBy(index: CorpusIndex, unit: CountingUnit, table: Uint32Array, documents: DocumentMask): DocumentMask {
  return maskOf(index, (doc) => documents?.[doc] !== 0 && unit.tableOf(doc) === table);
}

function* countTypes(index: CorpusIndex, documents: DocumentMask): Stepwise<Uint32Array> {
  const counts = new Uint32Array(index.lexicon.size);
  const runs = tokenRuns(index, documents);
  if (runs.length === 0) return counts;
  const stream = index.stream();
  const frequent = frequentTypes(index.lexicon);
  // Counters of 16 bits fit into a core's own cache where those of 32 do not: a third of the time less for 200,000 types.
  const small = new Uint16Array(counts.length);
  let room = mostInSmall;
  let rest = tokensAStep;
  for (let run = 0; run < runs.length; run += 2) {
    const end = runs[run + 1]!;
    for (let from = runs[run]!; from < end; from += tokensACall) {
      const to = Math.min(end, from + tokensACall);
      room -= to - from;
      if (room < 0) {
        for (const type of frequent) {
          counts[type]! += small[type]!;
          small[type] = 0;
        }
        room = mostInSmall - (to - from);
      }
      tally(stream, small, from, to);
      if ((rest -= to - from) > 0) continue;
      rest = tokensAStep;
      yield { done: to, total: stream.length };
    }
  }
  for (let type = 0; type < counts.length; type++) counts[type]! += small[type]!;
  return counts;
}

/** What a counter of 16 bits holds. */
const mostInSmall = 65_535;

const known = new WeakMap<Lexicon, Uint32Array>();

/** Types that occur oftener than a counter of 16 bits can tell. */
function frequentTypes(lexicon: Lexicon): Uint32Array {
  let frequent = known.get(lexicon);
  if (!frequent) {
    frequent = identityOrder(lexicon.size).filter((type) => lexicon.typeCount(type as TypeId) > mostInSmall);
    known.set(lexicon, frequent);
  }
  return frequent;
}

/**
 * Tokens of one call: a loop of millions of turns is compiled anew at every call while it runs. Four tokens at a turn are
 * read before any is counted, so that none waits for another one's counter: half of the time together, measured.
 */
const tokensACall = 1 << 14;

function tally(stream: Int32Array, counts: Uint16Array, from: number, to: number): void {
  let token = from;
  for (; token + 4 <= to; token += 4) {
    const first = stream[token]!;
    const second = stream[token + 1]!;
    const third = stream[token + 2]!;
    const fourth = stream[token + 3]!;
    counts[first]!++;
    counts[second]!++;
    counts[third]!++;
    counts[fourth]!++;
  }
  for (; token < to; token++) counts[stream[token]!]!++;
}

export function perMillion(count: number, tokens: number): number {
  return tokens === 0 ? 0 : (count / tokens) * 1e6;
}

export function unitStream(index: CorpusIndex, unit: CountingUnit): Int32Array {
  return atOnce(writtenUnits(index, unit));
}

/** The unit of every token; −1 where it is left out. 4 bytes a token. */
export function* writtenUnits(index: CorpusIndex, unit: CountingUnit): Stepwise<Int32Array> {
  const stream = index.stream();
  const units = new Int32Array(stream.length);
  const tables = new Map(
    unit.tables.map((table) => {
      const signed = new Int32Array(table);
      for (let type = 0; type < signed.length; type++) if (signed[type] === unit.size) signed[type] = -1;
      return [table, signed];
    }),
  );
  if (unit.tables.length === 1) {
    const table = tables.get(unit.tables[0]!)!;
    yield* inSteps(stream.length, (from, to) => {
      write(units, stream, table, from, to);
    });
    return units;
  }
  const starts = index.documentStart();
  let rest = tokensAStep;
  for (let doc = 0; doc < index.documentCount; doc++) {
    const to = starts[doc + 1]!;
    write(units, stream, tables.get(unit.tableOf(doc))!, starts[doc]!, to);
    if ((rest -= to - starts[doc]!) > 0) continue;
    rest = tokensAStep;
    yield { done: to, total: stream.length };
  }
  return units;
}

function write(units: Int32Array, stream: Int32Array, table: Int32Array, from: number, to: number): void {
  for (let token = from; token < to; token++) units[token] = table[stream[token]!]!;
}

/** How inner loops find the unit of a token: `table[stream[token]]`, `unit.size` where it is left out. */
export interface TokenUnits {
  readonly stream: Int32Array;
  readonly table: Uint32Array;
}

const written = new WeakMap<CountingUnit, WeakMap<CorpusIndex, TokenUnits>>();

/** Without a copy of the stream where one table holds for all documents. */
export function tokenUnits(index: CorpusIndex, unit: CountingUnit): TokenUnits {
  if (unit.tables.length === 1) return { stream: index.stream(), table: unit.tables[0]! };
  // The same unit counts the passages of an index and all of it, too.
  const ofUnit = written.get(unit) ?? new WeakMap<CorpusIndex, TokenUnits>();
  const known = ofUnit.get(index) ?? {
    stream: unitStream(index, unit).map((number) => (number < 0 ? unit.size : number)),
    table: identityOrder(unit.size + 1),
  };
  written.set(unit, ofUnit.set(index, known));
  return known;
}

/** Tokens of each of `units` in the documents of `mask`, ascending: one walk over all of them. `units` differ. */
export function placesOfUnits(
  index: CorpusIndex,
  { unit, counts }: UnitCounts,
  mask: DocumentMask,
  units: readonly number[],
): Uint32Array[] {
  const rowOf = new Int32Array(unit.size + 1).fill(-1);
  units.forEach((number, row) => (rowOf[number] = row));
  const { stream, table } = tokenUnits(index, unit);
  const rowOfType = new Int32Array(table);
  for (let type = 0; type < rowOfType.length; type++) rowOfType[type] = rowOf[table[type]!]!;
  const places = units.map((number) => new Uint32Array(counts[number]!));
  const filled = new Uint32Array(units.length);
  const runs = tokenRuns(index, mask);
  for (let run = 0; run < runs.length; run += 2) {
    const to = runs[run + 1]!;
    for (let token = runs[run]!; token < to; token++) {
      const row = rowOfType[stream[token]!]!;
      if (row !== -1) places[row]![filled[row]!++] = token;
    }
  }
  return places;
}
