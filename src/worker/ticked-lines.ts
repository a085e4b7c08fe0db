/** Lines that a reader ticked: ticking them, and reading them as a list of their own. */
import { Ticks } from '../corpus/concordance/ticks.ts';
import { firstAtLeast } from '../corpus/query/regions.ts';
import type { Params, Result } from '../shared/contract.ts';
import type { Context } from '../shared/terms.ts';
import type { Corpus } from './corpus.ts';
import { Superseded } from './corpus.ts';
import type { Call, Handlers } from './handler.ts';
import { inSlices } from './in-slices.ts';
import type { ShownLines } from './line-columns.ts';
import { linesOf } from './line-columns.ts';
import type { ResultSet } from './result-sets.ts';

export const tickHandlers: Handlers<'concordance.tick'> = {
  'concordance.tick': async (corpus, { result, from, until, how }, { signal }) => {
    const held = corpus.results.get(result);
    const { hits, order } = held;
    const end = Math.min(until, hits.total);
    // More than a page of lines needs the whole order: below, what is asked for is sorted alone.
    if (order && end - from > fewLines) await inSlices(() => order.settleSome(), signal);
    if (held.hits !== hits || held.order !== order) throw new Superseded();
    held.ticks ??= Ticks.none(hits.total);
    held.ticks.change(order ? order.lines(from, end) : numbers(from, end), how);
    return { ticked: held.ticks.count };
  },
};

const fewLines = 500;

function* numbers(from: number, until: number): Generator<number> {
  for (let number = from; number < until; number++) yield number;
}

/** The ticked lines in the order of the list. */
export interface TickedLines {
  readonly lines: ShownLines;
  /** 0-based numbers that they have in the whole list, ascending. */
  readonly places: Uint32Array;
  /** Which of them lie among the lines `from` to `until`, exclusive, of the whole list. */
  readonly between: (from: number, until: number) => { readonly from: number; readonly until: number };
}

/** @throws Superseded when the folder was read anew meanwhile */
export async function tickedLines(corpus: Corpus, held: ResultSet, { signal }: Call): Promise<TickedLines> {
  const { hits, order, ticks } = held;
  const { index } = corpus.opened;
  if (order) await inSlices(() => order.settleSome(), signal);
  if (corpus.opened.index !== index || held.hits !== hits) throw new Superseded();
  const places = ticks ? placesOf(ticks, order?.all()) : new Uint32Array(0);
  const all = order?.all();
  const ticked = all ? places.map((place) => all[place]!) : places;
  return {
    lines: { hits, ticks, order: { lines: (from, to) => ticked.subarray(from, to) } },
    places,
    between: (from, until) => ({
      from: firstAtLeast(places, from, 0, places.length),
      until: firstAtLeast(places, until, 0, places.length),
    }),
  };
}

function placesOf(ticks: Ticks, hitOfLine: Uint32Array | undefined): Uint32Array {
  if (!hitOfLine) return ticks.hits();
  const places = new Uint32Array(ticks.count);
  let at = 0;
  for (let place = 0; place < hitOfLine.length; place++) if (ticks.has(hitOfLine[place]!)) places[at++] = place;
  return places;
}

type Columns = Pick<Params<'concordance.page'>, 'fields' | 'words' | 'verdicts' | 'ticks'>;

export function tickedPage(
  corpus: Corpus,
  { lines, places }: TickedLines,
  from: number,
  count: number,
  context: Context,
  columns: Columns,
): Result<'concordance.page'> {
  const shown = linesOf(corpus, lines, from, Math.max(0, Math.min(count, places.length - from)), context, columns);
  return { total: places.length, lines: shown.map((line, at) => ({ ...line, n: places[from + at]! + 1 })) };
}
