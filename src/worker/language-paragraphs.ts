/**
 * Documents in more than one language: an Arabic article with the Spanish tweet that it is about, a paper with an
 * English summary. A paragraph is taken to be in the language of its document until its letters and common words say
 * otherwise, which costs little; only then is it given to the detector.
 */
import { languageEvidence } from '../corpus/text/letters.ts';
import { glanceAt } from '../corpus/text/letters-glance.ts';
import { languageOfScript, mainScript, withoutAddresses } from '../corpus/text/letters-scripts.ts';
import type { LanguageVerdict } from '../corpus/text/letters-verdict.ts';
import { areNearlyOne, detectedName, isOfScript } from '../corpus/text/letters-verdict.ts';
import type { Language } from '../shared/model.ts';
import type { LanguageDetector } from './language.ts';

export interface LanguageShare {
  readonly language: Language;
  /** Of the letters, 0 to 1. */
  readonly share: number;
}

export interface DocumentLanguages extends LanguageVerdict {
  /** The largest share first (of what is no known language last), together 1; one entry when it is all in one. */
  readonly languages: readonly LanguageShare[];
}

/** In another script a short line is enough; in the same one a list of names must not pass for a foreign paragraph. */
const fewestLetters = { otherScript: 40, sameScript: 80 };
const lowestConfidence = 0.9;
/** Code units of a paragraph that are looked at for foreign words. */
const glance = 200;
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

/** What a paragraph may differ from. */
interface Ground {
  /** As the detector names it: `und` when nothing is known, undefined when it is a language the detector has no name for. */
  readonly language: Language | undefined;
  /** Of the longest paragraph. */
  readonly script: string;
}

function groundOf(paragraphs: readonly string[], document: LanguageVerdict): Ground {
  const longest = paragraphs.reduce((longest, next) => (next.length > longest.length ? next : longest), '');
  return { language: detectedName(document.language), script: mainScript(longest).script };
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
  const doubts = doubtsIn(sample, found);
  const paragraphs = doubts.length === 0 ? [] : sample.split('\n');
  const ground = groundOf(paragraphs, found);
  const asked = foreignAmong(doubts, paragraphs, ground, detect);
  // Most documents; nothing to weigh.
  if (asked.size === 0) return { ...found, languages: [{ language: found.language, share: 1 }] };
  const weighed = weigh(
    paragraphs,
    paragraphs.map((_, at) => asked.get(at) ?? found),
  );
  const main = given === undefined ? weighed[0]!.surest : found;
  // Short paragraphs go with the main language, which may be another than the look at the whole found.
  const final =
    main.language === found.language ? weighed : weigh(paragraphs, paragraphLanguages(paragraphs, main, detect));
  return { ...main, languages: rounded(final) };
}

/** Why a paragraph may be in another language than its document. */
type Doubt = 'speaks' | 'mute';

interface Doubtful {
  /** Place among the paragraphs. */
  readonly at: number;
  /** `speaks`: for another language; `mute`: neither for that of the document nor for another. */
  readonly doubt: Doubt;
}

/** The paragraphs that a glance does not find to be in the language of their document. */
function doubtsIn(text: string, document: LanguageVerdict): Doubtful[] {
  const ground: Ground = {
    language: detectedName(document.language),
    script: mainScript(text, text.length >> 1, (text.length >> 1) + glance).script,
  };
  const doubts: Doubtful[] = [];
  for (let from = 0, at = 0; from < text.length; at++) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 ? text.length : newline;
    const doubt = doubtAbout(text, from, to, ground);
    if (doubt) doubts.push({ at, doubt });
    from = to + 1;
  }
  return doubts;
}

/** Nats from which on a paragraph speaks for a language. */
const speaking = 6;
/** Nats by which the language of a document must lead in the first words of a paragraph, or in all that is looked at. */
const clearLead = { firstWords: 6, glance: 3 };
/** Code units of the first words: four paragraphs in five are clear by then. */
const firstWords = 80;

/** What a glance at the paragraph between `from` and `to` leaves open; undefined when it leaves nothing open. */
function doubtAbout(text: string, from: number, to: number, { language, script }: Ground): Doubt | undefined {
  if (to - from < fewestLetters.otherScript) return undefined;
  const end = Math.min(to, from + glance);
  const heard = glanceAt(script);
  if (!heard)
    return language !== undefined &&
      languageOfScript(script) === language &&
      mainScript(text, from, end).script === script
      ? undefined
      : 'speaks';
  const own = language === undefined ? -1 : heard.languages.indexOf(language);
  const middle = Math.min(end, from + firstWords);
  heard.add(text, from, middle);
  if (own >= 0 && !heard.hasAddresses && heard.lead(own) >= clearLead.firstWords) return undefined;
  heard.add(text, middle, end);
  if (own >= 0 && !heard.hasAddresses && heard.lead(own) >= clearLead.glance) return undefined;
  return heard.furtherWords > heard.words / 4 || heard.highest(own) >= speaking ? 'speaks' : 'mute';
}

/** Of the paragraphs that are mute, so many are asked about; when one of them is in another language, all are. */
const muteAsked = 3;

/** Verdicts on those of the doubtful paragraphs that are in another language, by place. */
function foreignAmong(
  doubts: readonly Doubtful[],
  paragraphs: readonly string[],
  ground: Ground,
  detect: LanguageDetector,
): Map<number, LanguageVerdict> {
  const foreign = new Map<number, LanguageVerdict>();
  const ask = ({ at }: Doubtful): boolean => {
    const found = foreignLanguage(paragraphs[at]!, ground, detect);
    if (found) foreign.set(at, found);
    return found !== undefined;
  };
  doubts.filter(({ doubt }) => doubt === 'speaks').forEach(ask);
  const mute = doubts.filter(({ doubt, at }) => doubt === 'mute' && paragraphs[at]!.length >= fewestLetters.sameScript);
  const step = Math.max(1, mute.length / muteAsked);
  const sampled = mute.filter((_, nth) => Math.floor(nth / step) !== Math.floor((nth - 1) / step));
  if (sampled.filter(ask).length > 0) mute.forEach(ask);
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
function weigh(paragraphs: readonly string[], verdicts: readonly LanguageVerdict[]): Weighed[] {
  const sums = new Map<Language, { letters: number; surest: LanguageVerdict }>();
  let whole = 0;
  for (const [at, verdict] of verdicts.entries()) {
    const { letters } = mainScript(paragraphs[at]!);
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

/** Undefined when the paragraph may well be in the language of its document. */
function foreignLanguage(paragraph: string, ground: Ground, detect: LanguageDetector): LanguageVerdict | undefined {
  if (paragraph.length < fewestLetters.otherScript) return undefined;
  const look = withoutAddresses(paragraph.slice(0, glance));
  const { script, letters } = mainScript(look);
  const { language } = ground;
  // Serbian has two scripts, so that it is asked for the language's, not the document's.
  const sameScript = language === undefined ? script === ground.script : isOfScript(language, script);
  const fewest = sameScript ? fewestLetters.sameScript : fewestLetters.otherScript;
  if (script === '' || letters < fewest) return undefined;
  if (sameScript && (language === undefined || soundsLike(language, look, script))) return undefined;
  const found = detect(paragraph);
  if (found.confidence < lowestConfidence || found.language === language) return undefined;
  return sameScript && language !== undefined && areNearlyOne(found.language, language) ? undefined : found;
}

/** Whether the letters and common words are rather those of `language` than of any other that is known by them. */
function soundsLike(language: Language, text: string, script: string): boolean {
  const { scores } = languageEvidence(text, script);
  const own = scores.get(language);
  return own !== undefined && own >= Math.max(0, ...scores.values());
}

function spreadPieces(text: string): string {
  const step = text.length / pieces;
  return Array.from({ length: pieces }, (_, piece) => {
    const start = Math.floor(piece * step + (step - pieceLength) / 2);
    return text.slice(start, start + pieceLength);
  }).join('\n');
}
