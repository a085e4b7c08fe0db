/**
 * Documents in more than one language: an Arabic article with the Spanish tweet that it is about, a paper with an
 * English summary. A paragraph is taken to be in the language of its document until its letters and common words say
 * otherwise, which costs little; only then is it given to the detector.
 */
import { mainScript } from '../corpus/text/letters-scripts.ts';
import type { LanguageVerdict } from '../corpus/text/letters-verdict.ts';
import type { Language } from '../shared/model.ts';
import type { LanguageDetector } from './language.ts';
import type { Doubtful } from './language-doubts.ts';
import { doubtAbout, doubtsIn, foreignLanguage, groundOf } from './language-doubts.ts';

export interface LanguageShare {
  readonly language: Language;
  /** Of the letters, 0 to 1. */
  readonly share: number;
}

export interface DocumentLanguages extends LanguageVerdict {
  /** The largest share first (of what is no known language last), together 1; one entry when it is all in one. */
  readonly languages: readonly LanguageShare[];
}

/** A language with less of a document than that is a stray line and no part of its languages. */
const smallestShare = 0.01;

/** A long document is judged by pieces from evenly spread places; each has the end of a paragraph and some whole ones. */
const wholeUpTo = 40_000;
const pieces = 24;
const pieceLength = 1_500;

/** The language of each paragraph; `document` for those that are too short to differ, or do not. */
export function paragraphLanguages(
  paragraphs: readonly string[],
  document: LanguageVerdict,
  detect: LanguageDetector,
): LanguageVerdict[] {
  const ground = groundOf(paragraphs, document);
  return paragraphs.map((paragraph) => {
    const doubt = doubtAbout(paragraph, 0, paragraph.length, ground);
    return (doubt === undefined ? undefined : foreignLanguage(paragraph, ground, detect)) ?? document;
  });
}

/**
 * `given` is what the metadata says; it stays the language of the document, and of the paragraphs that do not differ.
 */
export function documentLanguages(
  text: string,
  given: Language | undefined,
  detect: LanguageDetector,
): DocumentLanguages {
  const sample = text.length <= wholeUpTo ? text : spreadPieces(text);
  const found = given === undefined ? detect(sample) : { language: given, confidence: 1 };
  const ask = remembering(detect);
  const foreign = foreignIn(sample, found, ask);
  // Most documents; nothing to weigh.
  if (foreign.size === 0) return { ...found, languages: [{ language: found.language, share: 1 }] };
  const paragraphs = sample.split('\n');
  const weighed = weigh(paragraphs, foreign, found);
  const main = given === undefined ? weighed[0]!.surest : found;
  // Short paragraphs go with the main language, which may be another than the look at the whole found.
  const final = main.language === found.language ? weighed : weigh(paragraphs, foreignIn(sample, main, ask), main);
  return { ...main, languages: rounded(final) };
}

/** Asks once about each paragraph. */
function remembering(detect: LanguageDetector): LanguageDetector {
  const known = new Map<string, LanguageVerdict>();
  return (paragraph) => {
    let verdict = known.get(paragraph);
    if (!verdict) {
      verdict = detect(paragraph);
      known.set(paragraph, verdict);
    }
    return verdict;
  };
}

/** So many paragraphs that speak for another language are asked about; what lies between goes with the one before it. */
const mostAsked = 24;
/** The same for those that are mute: they are asked about to find out whether any of them is in another language. */
const muteAsked = 6;

/** Verdicts on the paragraphs of a text that are in another language than it, by their places. */
function foreignIn(text: string, document: LanguageVerdict, detect: LanguageDetector): Map<number, LanguageVerdict> {
  const foreign = new Map<number, LanguageVerdict>();
  const doubts = doubtsIn(text, document);
  if (doubts.length === 0) return foreign;
  const paragraphs = text.split('\n');
  const ground = groundOf(paragraphs, document);
  const judge = (doubtful: readonly Doubtful[], most: number): boolean => {
    const step = Math.max(1, doubtful.length / most);
    let last: LanguageVerdict | undefined;
    let found = false;
    for (const [nth, { at }] of doubtful.entries()) {
      if (nth === 0 || Math.floor(nth / step) !== Math.floor((nth - 1) / step))
        last = foreignLanguage(paragraphs[at]!, ground, detect);
      if (last) foreign.set(at, last);
      found ||= last !== undefined;
    }
    return found;
  };
  judge(
    doubts.filter(({ doubt }) => doubt === 'speaks'),
    mostAsked,
  );
  const mute = doubts.filter(({ doubt }) => doubt === 'mute');
  if (judge(mute, muteAsked)) {
    for (const { at } of mute) foreign.delete(at);
    judge(mute, mostAsked);
  }
  return foreign;
}

/** In thousandths, which still sum up to 1. */
function rounded(shares: readonly LanguageShare[]): LanguageShare[] {
  const thousandths = shares.map(({ share }) => Math.round(share * 1000));
  const missing = 1000 - thousandths.reduce((sum, part) => sum + part, 0);
  return shares.map(({ language }, at) => ({ language, share: (thousandths[at]! + (at === 0 ? missing : 0)) / 1000 }));
}

interface Weighed extends LanguageShare {
  readonly surest: LanguageVerdict;
}

/** The largest share first. A determined language comes before `und`. */
function weigh(
  paragraphs: readonly string[],
  foreign: ReadonlyMap<number, LanguageVerdict>,
  document: LanguageVerdict,
): Weighed[] {
  const sums = new Map<Language, { letters: number; surest: LanguageVerdict }>();
  let whole = 0;
  for (const [at, paragraph] of paragraphs.entries()) {
    const verdict = foreign.get(at) ?? document;
    const { letters } = mainScript(paragraph);
    const sum = sums.get(verdict.language) ?? { letters: 0, surest: verdict };
    const surest = verdict.confidence > sum.surest.confidence ? verdict : sum.surest;
    sums.set(verdict.language, { letters: sum.letters + letters, surest });
    whole += letters;
  }
  const counted = [...sums].filter(([, { letters }]) => letters > 0 && letters >= whole * smallestShare);
  const rest = counted.reduce((all, [, { letters }]) => all + letters, 0);
  return counted
    .map(([language, { letters, surest }]) => ({ language, share: letters / rest, surest }))
    .sort(
      (a, b) =>
        Number(a.language === 'und') - Number(b.language === 'und') ||
        b.share - a.share ||
        (a.language < b.language ? -1 : 1),
    );
}

function spreadPieces(text: string): string {
  const step = text.length / pieces;
  return Array.from({ length: pieces }, (_, piece) => {
    const start = Math.floor(piece * step + (step - pieceLength) / 2);
    return text.slice(start, start + pieceLength);
  }).join('\n');
}
