/** Lines kept or dropped by one word at one place: the third before the match, the match, the first after it. */
import type { WordPlace, wordTests } from '../../shared/terms.ts';
import type { FoldClassId, TypeId } from '../../shared/model.ts';
import type { CorpusIndex } from '../index/corpus-index.ts';
import { foldedFor } from '../query/glob.ts';
import { typeString } from '../query/lexicon-strings.ts';
import type { LexiconKey } from '../query/pattern.ts';
import type { HitSet } from '../query/query-result.ts';
import { hitEnd } from '../query/query-result.ts';
import { eachDocument } from './documents.ts';
import { subset } from './operations.ts';

export interface WordTest {
  /** `M`: the words of the match, with a space between them. */
  readonly at: WordPlace;
  readonly how: (typeof wordTests)[number];
  readonly text: string;
  /** How the word and the text are folded before they are compared. */
  readonly key: LexiconKey;
}

/**
 * The hits whose word at that place passes (`keep` true) or fails the test. Where there is no such word, because the
 * document begins or ends before it, nothing passes.
 */
export function filterByWord(
  index: CorpusIndex,
  hits: HitSet,
  { at, how, text, key }: WordTest,
  keep: boolean,
): HitSet {
  const { lexicon } = index;
  const stream = index.stream();
  const wanted = foldedFor(key, text.normalize('NFC'));
  const classOfType = key === 'fold' ? lexicon.classOfType() : null;
  const wordOf = (type: TypeId): string =>
    classOfType ? lexicon.foldOf(classOfType[type]! as FoldClassId) : typeString(lexicon, key as 'form', type);
  const passes = (word: string): boolean =>
    how === 'equals' ? word === wanted : how === 'begins' ? word.startsWith(wanted) : word.includes(wanted);
  // Few types stand at one place of many lines: each is looked at once. 0: not yet, 1: fails, 2: passes.
  const known = new Uint8Array(lexicon.size);
  const typePasses = (type: number): boolean => {
    known[type] ||= passes(wordOf(type as TypeId)) ? 2 : 1;
    return known[type] === 2;
  };
  const distance = at === 'M' ? 0 : Number(at.slice(1));
  const numbers = new Uint32Array(hits.total);
  let count = 0;
  eachDocument(index, hits, (from, to, firstToken, endToken) => {
    for (let hit = from; hit < to; hit++) {
      const start = hits.start[hit]!;
      const end = hitEnd(hits, hit);
      const token = at === 'M' ? start : at.startsWith('B') ? start - distance : end + distance - 1;
      const isThere = token >= firstToken && token < endToken;
      const isWhole = at === 'M' && end - start > 1;
      const passed = isWhole
        ? passes(Array.from(stream.subarray(start, end), (type) => wordOf(type as TypeId)).join(' '))
        : isThere && typePasses(stream[token]!);
      if (passed === keep) numbers[count++] = hit;
    }
  });
  return subset(hits, numbers.subarray(0, count));
}
