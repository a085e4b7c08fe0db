/**
 * Whether a paragraph is in another language than its document: first by a glance at its letters and common words, which
 * settles nearly all, then by all the evidence, and only then by the detector.
 */
import { languageEvidence } from '../corpus/text/letters.ts';
import { glanceAt } from '../corpus/text/letters-glance.ts';
import { languageOfScript, mainScript, withoutAddresses } from '../corpus/text/letters-scripts.ts';
import type { LanguageVerdict } from '../corpus/text/letters-verdict.ts';
import { areNearlyOne, detectedName, isOfScript } from '../corpus/text/letters-verdict.ts';
import type { Language } from '../shared/model.ts';
import type { LanguageDetector } from './language.ts';

/** In another script a short line is enough; in the same one a list of names must not pass for a foreign paragraph. */
const fewestLetters = { otherScript: 40, sameScript: 80 };
const lowestConfidence = 0.9;
/** Code units of a paragraph that are looked at for foreign words. */
const glance = 200;
/** What a paragraph may differ from. */
export interface Ground {
  /** As the detector names it: `und` when nothing is known, undefined when it is a language the detector has no name for. */
  readonly language: Language | undefined;
  /** Of the longest paragraph. */
  readonly script: string;
}

export function groundOf(paragraphs: readonly string[], document: LanguageVerdict): Ground {
  const longest = paragraphs.reduce((longest, next) => (next.length > longest.length ? next : longest), '');
  return { language: detectedName(document.language), script: mainScript(longest).script };
}

/** Why a paragraph may be in another language than its document. */
export type Doubt = 'speaks' | 'mute';

export interface Doubtful {
  /** Place among the paragraphs. */
  readonly at: number;
  /** `speaks`: for another language; `mute`: neither for that of the document nor for another. */
  readonly doubt: Doubt;
}

/** The paragraphs that a glance does not find to be in the language of their document. */
export function doubtsIn(text: string, document: LanguageVerdict): Doubtful[] {
  const language = detectedName(document.language);
  // What stands in the middle is in the script of the document but for those in several.
  let { script } = mainScript(text, text.length >> 1, (text.length >> 1) + stretch);
  if (language === undefined || !isOfScript(language, script)) script = mainScript(text).script;
  const ground: Ground = { language, script };
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
/** Nats by which the language of a document must lead: after the first words, as soon as it does, and in all that is looked at. */
const clearLead = { firstWords: 6, glance: 3 };
/** Code units between two looks at the lead; in English one or two of them are enough. */
const stretch = 32;

/** What a glance at the paragraph between `from` and `to` leaves open; undefined when it leaves nothing open. */
export function doubtAbout(text: string, from: number, to: number, { language, script }: Ground): Doubt | undefined {
  if (to - from < fewestLetters.otherScript) return undefined;
  const end = Math.min(to, from + glance);
  const heard = glanceAt(script);
  if (!heard) {
    if (mainScript(text, from, end).script !== script) return 'speaks';
    return language !== undefined && languageOfScript(script) === language ? undefined : 'mute';
  }
  const own = language === undefined ? -1 : heard.languages.indexOf(language);
  for (let at = from; at < end;) {
    const next = heard.wordEnd(text, Math.min(at + stretch, end));
    heard.add(text, at, next);
    if (own >= 0 && !heard.hasAddresses && heard.lead(own) >= clearLead.firstWords) return undefined;
    at = next;
  }
  if (own >= 0 && !heard.hasAddresses && heard.lead(own) >= clearLead.glance) return undefined;
  // Too short to differ in the same script.
  if (heard.furtherWords === 0 && to - from < fewestLetters.sameScript && language !== 'und') return undefined;
  return heard.furtherWords > heard.words / 4 || heard.highest(own) >= speaking ? 'speaks' : 'mute';
}

/** Undefined when the paragraph may well be in the language of its document. */
export function foreignLanguage(
  paragraph: string,
  ground: Ground,
  detect: LanguageDetector,
): LanguageVerdict | undefined {
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
