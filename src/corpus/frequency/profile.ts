/** Profile of a text: its length, how varied its words are, how long its words and sentences. */
import type { DocId, TypeId } from '../../shared/model.ts';
import type { CorpusIndex } from '../index/corpus-index.ts';
import { unitStream } from './counts.ts';
import type { Diversity, DiversitySettings } from './diversity.ts';
import { diversity, usualDiversity } from './diversity.ts';
import type { DocumentMask } from './documents.ts';
import type { Stepwise } from './stepwise.ts';
import type { CountingUnit } from './unit.ts';

/** Mean and standard deviation (population). */
export interface Lengths {
  readonly mean: number;
  readonly deviation: number;
}

/** `tokens` and `types` are of the words that the unit counts. */
export interface TextProfile extends Diversity {
  readonly sentences: number;
  readonly paragraphs: number;
  /** Tokens of sentences that have any, whatever the unit counts; null when there are none. */
  readonly sentenceLength: Lengths | null;
  /** Letters and other characters of the words that are counted, without combining marks; null when there are none. */
  readonly wordLength: Lengths | null;
}

export interface Profiles {
  readonly documents: readonly (TextProfile & { readonly doc: DocId })[];
  /** All documents that are counted, read one after another as one text. */
  readonly whole: TextProfile;
}

export function* profileOf(
  index: CorpusIndex,
  unit: CountingUnit,
  mask: DocumentMask,
  settings: DiversitySettings = usualDiversity,
): Stepwise<Profiles> {
  const units = unitStream(index, unit);
  const starts = index.documentStart();
  const documents: (TextProfile & { doc: DocId })[] = [];
  const meant: number[] = [];
  for (let doc = 0; doc < index.documentCount; doc++) {
    if (mask !== null && mask[doc] === 0) continue;
    meant.push(doc);
    documents.push({ doc: doc as DocId, ...profileOfDocuments(index, unit, units, [doc], settings) });
    yield { done: starts[doc + 1]!, total: index.tokenCount * 2 };
  }
  return { documents, whole: profileOfDocuments(index, unit, units, meant, settings) };
}

function profileOfDocuments(
  index: CorpusIndex,
  unit: CountingUnit,
  units: Int32Array,
  documents: readonly number[],
  settings: DiversitySettings,
): TextProfile {
  const starts = index.documentStart();
  const sentenceStart = index.sentenceStart();
  const sentenceLengths = new LengthSums();
  const wordLengths = new LengthSums();
  const letters = lettersOf(index);
  const stream = index.stream();
  let sentences = 0;
  let paragraphs = 0;
  const words: number[] = [];
  for (const doc of documents) {
    const [from, to] = [index.documentSentence()[doc]!, index.documentSentence()[doc + 1]!];
    sentences += to - from;
    paragraphs += index.documentParagraph()[doc + 1]! - index.documentParagraph()[doc]!;
    for (let sentence = from; sentence < to; sentence++) {
      const length = sentenceStart[sentence + 1]! - sentenceStart[sentence]!;
      if (length > 0) sentenceLengths.add(length);
    }
    for (let token = starts[doc]!; token < starts[doc + 1]!; token++) {
      if (units[token]! < 0) continue;
      words.push(units[token]!);
      wordLengths.add(letters[stream[token]!]!);
    }
  }
  return {
    ...diversity(Uint32Array.from(words), unit.size, settings),
    sentences,
    paragraphs,
    sentenceLength: sentenceLengths.lengths(),
    wordLength: wordLengths.lengths(),
  };
}

class LengthSums {
  private count = 0;
  private sum = 0;
  private squares = 0;

  add(length: number): void {
    this.count++;
    this.sum += length;
    this.squares += length * length;
  }

  lengths(): Lengths | null {
    if (this.count === 0) return null;
    const mean = this.sum / this.count;
    return { mean, deviation: Math.sqrt(Math.max(0, this.squares / this.count - mean * mean)) };
  }
}

/** Characters of each type, marks not counted: a vowelled Arabic word is as long as a bare one. */
function lettersOf(index: CorpusIndex): Uint32Array {
  const { lexicon } = index;
  return Uint32Array.from({ length: lexicon.size }, (_, type) => {
    const form = lexicon.form(type as TypeId);
    let letters = 0;
    for (const character of form) if (!/\p{M}/u.test(character)) letters++;
    return letters;
  });
}
