/**
 * What a person said of two languages that weighs when documents of them are aligned: dictionaries, the glossary, and the
 * links of other pairs that were confirmed or corrected. It is read from the project each time, so that a link weighs as
 * soon as it is confirmed and no longer once that is undone.
 */
import { createHash } from 'node:crypto';
import type { Translation } from '../../corpus/alignment/seed-passages.ts';
import type { Language } from '../../shared/model.ts';
import type { Corpus } from '../corpus.ts';
import { docOfPath } from '../project/tagged-documents.ts';
import { dictionariesBetween, translationsBetween } from './dictionaries/kept-dictionaries.ts';
import { DictionaryWords } from './dictionaries/dictionary-words.ts';
import type { PairKey } from './kept-links.ts';
import { isLink } from './links.ts';

export interface KnownWords {
  readonly dictionary: readonly Translation[];
  /** Texts of confirmed links, the newest last. */
  readonly taught: readonly Translation[];
}

/** Links beyond that are hardly news, and cost a millisecond each ten. */
const mostTaught = 3_000;

function primary(language: Language): string {
  return language.split('-')[0]!;
}

function nameOf({ a, b, granularity }: PairKey): string {
  return `${granularity} ${a} ${b}`;
}

/** What is known of two languages at this moment, the first language first. */
export class KnownNow {
  readonly #dictionary: () => readonly Translation[];
  readonly #digestOfDictionary: string;
  /** By pair, in the order in which something was last said of it. */
  readonly #taught: ReadonlyMap<string, readonly Translation[]>;
  readonly #digests: ReadonlyMap<string, string>;

  constructor(corpus: Corpus, a: Language, b: Language) {
    const { database } = corpus.project.project;
    this.#dictionary = () => translationsBetween(database, primary(a), primary(b));
    this.#digestOfDictionary = dictionariesBetween(database, primary(a), primary(b));
    this.#taught = taughtBy(corpus, a, b);
    // In another order they teach the same.
    this.#digests = new Map([...this.#taught].map(([pair, links]) => [pair, digestOf(links.map(textOf).sort())]));
  }

  /** For pairs that are aligned now: their own links are settled there. */
  wordsFor(pairs: readonly PairKey[]): KnownWords {
    const left = new Set(pairs.map(nameOf));
    const taught = [...this.#taught].flatMap(([pair, links]) => (left.has(pair) ? [] : links));
    return { dictionary: this.#dictionary(), taught: taught.slice(-mostTaught) };
  }

  /** Another text for other knowledge beside what was said of the pair itself; empty for none. */
  digestFor(pair: PairKey): string {
    const own = nameOf(pair);
    const others = [...this.#digests].filter(([name]) => name !== own).map(([, digest]) => digest);
    return this.#digestOfDictionary === '' && others.length === 0
      ? ''
      : digestOf([this.#digestOfDictionary, ...others.sort()]);
  }
}

const looked = new WeakMap<Corpus, { readonly of: string; readonly words: DictionaryWords }>();

/** What dictionaries and glossary say of two languages, to look words up in. */
export function dictionaryWords(corpus: Corpus, a: Language, b: Language): DictionaryWords {
  const { database } = corpus.project.project;
  const of = `${a} ${b} ${dictionariesBetween(database, primary(a), primary(b))}`;
  const before = looked.get(corpus);
  if (before?.of === of) return before.words;
  const words = new DictionaryWords([a, b], translationsBetween(database, primary(a), primary(b)));
  looked.set(corpus, { of, words });
  return words;
}

function taughtBy(corpus: Corpus, a: Language, b: Language): Map<string, Translation[]> {
  const { opened } = corpus;
  const languageOf = (path: string): Language | undefined => {
    const doc = docOfPath(opened, path);
    return doc === undefined ? undefined : opened.documents[doc]?.language;
  };
  const taught = new Map<string, Translation[]>();
  for (const { pair, links } of corpus.links.saidOfAll()) {
    const [one, other] = [languageOf(pair.a), languageOf(pair.b)];
    const isStraight = one === a && other === b;
    if (!isStraight && !(one === b && other === a)) continue;
    const said = links
      .filter(isLink)
      .map(({ aQuote, bQuote }) => (isStraight ? { a: aQuote, b: bQuote } : { a: bQuote, b: aQuote }));
    if (said.length > 0) taught.set(nameOf(pair), said);
  }
  return taught;
}

function textOf({ a, b }: Translation): string {
  return `${a}\t${b}`;
}

function digestOf(texts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(texts)).digest('base64url');
}
