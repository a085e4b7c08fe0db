/**
 * Documents in more than one language: an Arabic article with the Spanish tweet that it is about, a paper with an
 * English summary. A paragraph is taken to be in the language of its document until its letters and common words say
 * otherwise, which costs little; only then is it given to the detector.
 */
import { languageEvidence } from '../corpus/text/letters.ts';
import { mainScript, withoutAddresses } from '../corpus/text/letters-scripts.ts';
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
  const ground: Ground = {
    language: detectedName(document.language),
    script: mainScript(paragraphs.reduce((longest, next) => (next.length > longest.length ? next : longest), ''))
      .script,
  };
  return paragraphs.map((paragraph) => foreignLanguage(paragraph, ground, detect) ?? document);
}

/** What a paragraph may differ from. */
interface Ground {
  /** As the detector names it: `und` when nothing is known, undefined when it is a language the detector has no name for. */
  readonly language: Language | undefined;
  /** Of the longest paragraph. */
  readonly script: string;
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
  const paragraphs = sample.split('\n');
  const found = given === undefined ? detect(sample) : { language: given, confidence: 1 };
  const verdicts = paragraphLanguages(paragraphs, found, detect);
  // Most documents; nothing to weigh.
  if (verdicts.every((verdict) => verdict === found))
    return { ...found, languages: [{ language: found.language, share: 1 }] };
  const weighed = weigh(paragraphs, verdicts);
  const main = given === undefined ? weighed[0]!.surest : found;
  // Short paragraphs go with the main language, which may be another than the look at the whole found.
  const final =
    main.language === found.language ? weighed : weigh(paragraphs, paragraphLanguages(paragraphs, main, detect));
  return { ...main, languages: rounded(final) };
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
