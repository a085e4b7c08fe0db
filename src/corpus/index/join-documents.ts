/** What an index has by document, collected run by run out of its parts. */
import type { Language } from '../../shared/model.ts';
import type { IndexPart } from './index-part.ts';
import type { IndexCounts } from './positional.ts';
import { lastAtMost } from './search.ts';

/** Documents of one part, one after another. */
export interface DocumentRun {
  readonly part: IndexPart;
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  /** UTF-16 length of their texts together. */
  readonly chars: number;
}

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Arrays by document. */
export interface DocumentArrays {
  readonly documentStart: Uint32Array;
  readonly documentSentence: Uint32Array;
  readonly documentParagraph: Uint32Array;
  readonly documentOffset: Float64Array;
  readonly languages: readonly Language[];
}

export class JoinedDocuments {
  tokens = 0;
  sentences = 0;
  paragraphs = 0;
  chars = 0;
  readonly #start: number[] = [];
  readonly #sentence: number[] = [];
  readonly #paragraph: number[] = [];
  readonly #offset: number[] = [];
  readonly #languages: Language[] = [];

  /** `starts` is where the first token of the run starts and `ends` where its last one ends, undefined without any. */
  add({ part, from, to, chars }: DocumentRun, base: number) {
    const range = (starts: Uint32Array): Range => ({ from: starts[from]!, to: starts[to]! });
    const token = range(part.documentStart);
    const sentence = range(part.documentSentence);
    const paragraph = range(part.documentParagraph);
    // Of a run without documents nothing is taken.
    const later = base - (part.documentOffset[from] ?? 0);
    for (let doc = from; doc < to; doc++) {
      this.#start.push(part.documentStart[doc]! - token.from + this.tokens);
      this.#sentence.push(part.documentSentence[doc]! - sentence.from + this.sentences);
      this.#paragraph.push(part.documentParagraph[doc]! - paragraph.from + this.paragraphs);
      this.#offset.push(part.documentOffset[doc]! + later);
      this.#languages.push(part.languages[doc]!);
    }
    this.tokens += token.to - token.from;
    this.sentences += sentence.to - sentence.from;
    this.paragraphs += paragraph.to - paragraph.from;
    this.chars += chars;
    const place = { part, document: { from, to }, token, sentence, paragraph };
    if (token.from === token.to) return { ...place, starts: base, ends: undefined };
    const first = lastAtMost(part.documentStart, to, token.from);
    const last = lastAtMost(part.documentStart, to, token.to - 1);
    return {
      ...place,
      starts: part.documentOffset[first]! + later + part.firstStart(first),
      ends: part.documentOffset[last]! + later + part.lastEnd(last),
    };
  }

  get counts(): Omit<IndexCounts, 'types' | 'classes'> {
    const { tokens, sentences, paragraphs } = this;
    return { tokens, documents: this.#languages.length, sentences, paragraphs };
  }

  finish(): DocumentArrays {
    return {
      documentStart: Uint32Array.from([...this.#start, this.tokens]),
      documentSentence: Uint32Array.from([...this.#sentence, this.sentences]),
      documentParagraph: Uint32Array.from([...this.#paragraph, this.paragraphs]),
      documentOffset: Float64Array.from(this.#offset),
      languages: this.#languages,
    };
  }
}
