/** Requests about lines beside opening and paging them: headings, the map of hits, files, words to complete. */
import type { DocId } from '../shared/model.ts';
import { headingsOf } from '../corpus/concordance/headings.ts';
import type { Heading } from '../corpus/concordance/headings.ts';
import type { LineOrder } from '../corpus/concordance/line-order.ts';
import { hitsInStretches, placeOfToken } from '../corpus/concordance/spread.ts';
import { completeWord } from '../corpus/query/complete.ts';
import type { Corpus } from './corpus.ts';
import { Superseded } from './corpus.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Call, Handlers } from './handler.ts';
import { inSlices } from './in-slices.ts';
import { beginLineFile, closeLineFile, lineMediaTypes, nextPiece } from './line-files.ts';
import { verdictsOf } from './line-columns.ts';
import type { ResultSet } from './result-sets.ts';
import { fieldOf } from './selection.ts';
import { tickedLines } from './ticked-lines.ts';

/** Headings of an order, so that their pages cost one walk. */
const headingsOfOrder = new WeakMap<LineOrder, readonly Heading[]>();

export const lineHandlers: Handlers<
  | 'lexicon.complete'
  | 'concordance.headings'
  | 'concordance.spread'
  | 'concordance.locate'
  | 'concordance.export'
  | 'files.next'
  | 'files.close'
> = {
  'lexicon.complete': ({ opened: { index } }, { text, count }) => ({
    forms: completeWord(index.lexicon, text.normalize('NFC'), count, (cls) => index.classCount(cls)),
  }),

  'concordance.headings': async (corpus, { result, from, count }, call) => {
    const held = corpus.results.get(result);
    await settled(corpus, held, call);
    const headings = headingsOfResult(corpus, held);
    return { total: headings.length, headings: headings.slice(from, from + count) };
  },

  'concordance.spread': (corpus, { result, stretches }) => {
    const { hits } = corpus.results.get(result);
    const tokens = corpus.opened.index.tokenCount;
    return { tokens, counts: hitsInStretches(hits, tokens, stretches) };
  },

  'concordance.locate': async (corpus, { result, token }, call) => {
    const held = corpus.results.get(result);
    await settled(corpus, held, call);
    return { place: placeOfToken(held.hits, held.order, token) };
  },

  'concordance.export': async (corpus, { result, context, format, raw, fields, gaps, from, until, ticked }, call) => {
    const held = corpus.results.get(result);
    await settled(corpus, held, call);
    const fingerprint = await fingerprintOf(corpus, call);
    const { query, sort, chain, hits, tokens, where } = held;
    const { name } = corpus.start;
    const first = Math.min(from ?? 0, hits.total);
    const end = Math.max(first, Math.min(until ?? hits.total, hits.total));
    const only = ticked === true ? await tickedLines(corpus, held, call) : undefined;
    const span = only ? only.between(first, end) : { from: first, until: end };
    const steps = chain.map(({ step }) => step);
    const about = { query, where, sort, steps, context, folder: name, fingerprint, total: hits.total, tokens };
    const file = await beginLineFile(corpus, only?.lines ?? held, {
      ...{ format, raw, context, about, fields: fields ?? [], gaps: gaps ?? false },
      ...span,
    });
    const lines = span.until - span.from;
    return { file, name: fileName(query.text, format), mediaType: lineMediaTypes[format], lines };
  },

  'files.next': (corpus, { file }) => nextPiece(corpus, file),

  'files.close': (_corpus, { file }) => {
    closeLineFile(file);
    return {};
  },
};

/** All lines stand in their order. @throws Superseded when the folder was read anew meanwhile */
async function settled(corpus: Corpus, { order }: ResultSet, { signal }: Call): Promise<void> {
  const { index } = corpus.opened;
  if (order) await inSlices(() => order.settleSome(), signal);
  if (corpus.opened.index !== index) throw new Superseded();
}

function headingsOfResult(corpus: Corpus, { hits, order, sort, query }: ResultSet): readonly Heading[] {
  const known = order && headingsOfOrder.get(order);
  if (known) return known;
  const { index, documents } = corpus.opened;
  const verdicts = sort[0]?.endsWith('verdict') === true ? verdictsOf(corpus, hits) : undefined;
  const headings = headingsOf(index, hits, order, sort[0], {
    folding: query.case || query.marks ? 'form' : 'fold',
    pathOf: corpus.pathOf,
    verdictOf: (hit: number) => verdicts?.get(hit) ?? null,
    valueOf: (doc: DocId, field: string) => fieldOf(documents[doc]!, field) ?? null,
  });
  if (order) headingsOfOrder.set(order, headings);
  return headings;
}

/** `lake-concordance.csv`: the first words of the query, without signs. */
function fileName(query: string, format: string): string {
  const words =
    query
      .match(/[\p{L}\p{M}\p{N}]+/gu)
      ?.slice(0, 4)
      .join('-')
      .slice(0, 40) ?? '';
  return `${words === '' ? '' : `${words}-`}concordance.${format}`;
}
