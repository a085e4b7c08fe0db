/**
 * The tagged passages of an index as an index of its own: the same documents and the same words, but only the tokens that
 * lie in a passage, each once. Whatever counts an index counts passages with it. A passage is a paragraph of its own at
 * least, and a sentence, so that nothing is counted over the gap between two.
 */
import type { CorpusIndex, Lexicon } from '../index/corpus-index.ts';
import { HitList } from '../query/hit-list.ts';
import type { HitSet } from '../query/query-result.ts';
import { hitEnd } from '../query/query-result.ts';
import { firstAtLeast } from '../query/regions.ts';
import type { TokenIndex, TypeId } from '../../shared/model.ts';

export interface PassagesIndex extends CorpusIndex {
  /** Hits of the whole index that lie in one passage, as this index numbers tokens. */
  hitsInside(hits: HitSet): HitSet;
  /** 1 for each document with a token in a passage. */
  readonly documentMask: Uint8Array;
}

/** Passages that overlap or touch are one. `runs`: of the whole index, in text order. */
export function passagesIndex(whole: CorpusIndex, runs: HitSet): PassagesIndex {
  const { from, to } = joined(whole, runs);
  /** First token of each passage as this index numbers them, and how many there are at the end. */
  const first = new Uint32Array(from.length + 1);
  for (const [at, start] of from.entries()) first[at + 1] = first[at]! + (to[at]! - start);
  const tokenCount = first[from.length]!;
  const stream = new Int32Array(tokenCount);
  for (const [at, start] of from.entries()) stream.set(whole.typesIn(start, to[at]!), first[at]);
  const counts = new Uint32Array(whole.lexicon.size);
  for (const type of stream) counts[type]!++;
  const wholeToken = (token: number): TokenIndex => {
    const at = passageOf(first, token);
    return (from[at]! + (token - first[at]!)) as TokenIndex;
  };
  /** How many tokens of passages stand before a token of the whole index. */
  const inside = (token: number): number => {
    const at = firstAtLeast(from, token, 0, from.length);
    const before = at === 0 ? 0 : Math.min(token, to[at - 1]!) - from[at - 1]!;
    return (at === 0 ? 0 : first[at - 1]!) + before;
  };
  const documents = whole.documentStart().map(inside);
  const sentences = pieces(first, from, to, (token) => whole.tokensOfSentence(whole.sentenceOf(token))[1]);
  const paragraphs = pieces(first, from, to, (token) => whole.tokensOfParagraph(whole.paragraphOf(token))[1]);
  const regionAt = (starts: Uint32Array, token: number): number => passageOf(starts, token);
  return {
    lexicon: countedLexicon(whole.lexicon, counts),
    tokenCount,
    documentCount: whole.documentCount,
    sentenceCount: sentences.length - 1,
    paragraphCount: paragraphs.length - 1,
    stream: () => stream,
    typesIn: (start, end) => stream.subarray(start, end),
    postings: (cls) => insideOnly(whole.postings(cls), from, to, inside),
    classCount: (cls) => insideOnly(whole.postings(cls), from, to, inside).length,
    documentStart: () => documents,
    sentenceStart: () => sentences,
    paragraphStart: () => paragraphs,
    documentSentence: () => documents.map((token) => firstAtLeast(sentences, token, 0, sentences.length - 1)),
    documentParagraph: () => documents.map((token) => firstAtLeast(paragraphs, token, 0, paragraphs.length - 1)),
    charStart: (token) => whole.charStart(wholeToken(token)),
    charEnd: (token) => whole.charEnd(wholeToken(token)),
    tokensOfSentence: (sentence) => [sentences[sentence]!, sentences[sentence + 1]!],
    tokensOfParagraph: (paragraph) => [paragraphs[paragraph]!, paragraphs[paragraph + 1]!],
    sentenceSpan: (sentence) => charsOf(whole, wholeToken, sentences, sentence),
    paragraphSpan: (paragraph) => charsOf(whole, wholeToken, paragraphs, paragraph),
    paragraphDirection: (paragraph) => whole.paragraphDirection(whole.paragraphOf(wholeToken(paragraphs[paragraph]!))),
    documentOf: (token) => whole.documentOf(wholeToken(token)),
    sentenceOf: (token) => regionAt(sentences, token),
    paragraphOf: (token) => regionAt(paragraphs, token),
    language: (doc) => whole.language(doc),
    collationRank: (folding) => whole.collationRank(folding),
    hitsInside: (hits) => hitsIn(hits, insideOf(whole, hits, runs), inside),
    documentMask: Uint8Array.from({ length: whole.documentCount }, (_, doc) =>
      documents[doc]! < documents[doc + 1]! ? 1 : 0,
    ),
  };
}

/** Whether a hit lies wholly in the runs, where those that overlap or touch are one. Hits are asked in text order. */
export function insideOf(index: CorpusIndex, hits: HitSet, runs: HitSet): (hit: number) => boolean {
  const { from, to } = joined(index, runs);
  let at = 0;
  return (hit) => {
    const [start, end] = [hits.start[hit]!, hitEnd(hits, hit)];
    while (at < to.length && to[at]! <= start) at++;
    return at < to.length && from[at]! <= start && end <= to[at]!;
  };
}

/** Runs that overlap or touch within a document as one, ascending. */
function joined(index: CorpusIndex, runs: HitSet): { readonly from: Uint32Array; readonly to: Uint32Array } {
  const starts = index.documentStart();
  const from: number[] = [];
  const to: number[] = [];
  for (let run = 0; run < runs.total; run++) {
    const [start, end] = [runs.start[run]!, hitEnd(runs, run)];
    const last = to.length - 1;
    const isNewDocument = to[last] === start && starts[firstAtLeast(starts, start, 0, starts.length)] === start;
    if (last >= 0 && start <= to[last]! && !isNewDocument) to[last] = Math.max(to[last]!, end);
    else {
      from.push(start);
      to.push(end);
    }
  }
  return { from: Uint32Array.from(from), to: Uint32Array.from(to) };
}

/** The last of `starts`, which begin at 0, that is at most `token`. */
function passageOf(starts: Uint32Array, token: number): number {
  return firstAtLeast(starts, token + 1, 0, starts.length) - 1;
}

/** Starts of the pieces that passages are cut into where regions of the whole end, and the number of tokens at the end. */
function pieces(
  first: Uint32Array,
  from: Uint32Array,
  to: Uint32Array,
  regionEnd: (token: TokenIndex) => number,
): Uint32Array {
  const starts: number[] = [];
  for (const [at, start] of from.entries())
    for (let token = start; token < to[at]!; token = regionEnd(token as TokenIndex))
      starts.push(first[at]! + (token - start));
  return Uint32Array.from([...starts, first[from.length]!]);
}

function charsOf(
  whole: CorpusIndex,
  wholeToken: (token: number) => TokenIndex,
  starts: Uint32Array,
  region: number,
): ReturnType<CorpusIndex['sentenceSpan']> {
  return [whole.charStart(wholeToken(starts[region]!)), whole.charEnd(wholeToken(starts[region + 1]! - 1))];
}

function insideOnly(
  tokens: Uint32Array,
  from: Uint32Array,
  to: Uint32Array,
  inside: (token: number) => number,
): Uint32Array {
  let at = 0;
  const kept: number[] = [];
  for (const token of tokens) {
    while (at < to.length && to[at]! <= token) at++;
    if (at < from.length && from[at]! <= token) kept.push(inside(token));
  }
  return Uint32Array.from(kept);
}

function hitsIn(hits: HitSet, isInside: (hit: number) => boolean, inside: (token: number) => number): HitSet {
  const kept = new HitList();
  for (let hit = 0; hit < hits.total; hit++) {
    if (!isInside(hit)) continue;
    const [start, end] = [hits.start[hit]!, hitEnd(hits, hit)];
    kept.push(inside(start), inside(start) + (end - start));
  }
  return kept.finish(hits.complete);
}

/** The same words with other counts. */
function countedLexicon(whole: Lexicon, counts: Uint32Array): Lexicon {
  return {
    size: whole.size,
    classes: whole.classes,
    form: (type) => whole.form(type),
    formLength: (type) => whole.formLength(type),
    foldOf: (cls) => whole.foldOf(cls),
    classOfType: () => whole.classOfType(),
    classStart: () => whole.classStart(),
    caseFold: (type) => whole.caseFold(type),
    marksFold: (type) => whole.marksFold(type),
    kind: (type) => whole.kind(type),
    direction: (type) => whole.direction(type),
    typeCount: (type: TypeId) => counts[type]!,
    findClass: (folded) => whole.findClass(folded),
    prefixRange: (prefix) => whole.prefixRange(prefix),
  };
}
