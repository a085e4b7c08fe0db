/**
 * The language of a text and how sure that is, from two witnesses: a model of letter sequences (CLD3, heard by the
 * worker) and the letters and common words of letters.ts.
 *
 * Bayes' rule over the languages of the script. The model's word is the prior: it is right in 1 − e^(−letters / 35) of the
 * texts of that length, times the probability that it gives itself; what is left goes to all languages alike. The letters
 * and words are the likelihood. The confidence is the posterior probability, so that of the answers with confidence
 * 0.9 about nine in ten are right, however short the text.
 */
import type { Language } from '../../shared/model.ts';
import type { Glance } from './letters-glance.ts';
import { languageOfScript, languagesOfScripts } from './letters-scripts.ts';
import type { Evidence } from './letters.ts';

export interface LanguageVerdict {
  readonly language: Language;
  /** 0 to 1; 0 for `und`. */
  readonly confidence: number;
}

/** What the model of letter sequences says. */
export interface Witness {
  readonly language: Language;
  readonly probability: number;
}

export const undetermined: LanguageVerdict = { language: 'und', confidence: 0 };

/** An answer that is wrong more often than that is none. */
export const lowestConfidence = 0.7;

/** Certain is only what somebody said. */
const surest = 0.999;

/** Letters after which the model is right in 63 of 100 texts. */
const modelReach = 35;
/** The same when it names a language outside letters.ts: in short texts it thinks of Malagasy and Luxembourgish too readily. */
const modelReachToStrangers = 60;
/** The same where there is one language to a script, and the script is the whole question. */
const scriptReach = 8;
/**
 * A language that the model names and letters.ts does not describe may have as many of the words as the best of those
 * it does (Afrikaans has those of Dutch): this share of the best score is given to it, and at most so many nats less.
 */
const strangerShare = 0.9;
const strangerLoss = 2;

/** These differ in no letter sequence worth a model's notice: it cannot tell them, so its vote is for all three. */
const oneToTheModel: readonly Language[] = ['hr', 'bs', 'sr'];

/** Languages that the two witnesses can name, by script. A name of another script is a guess gone wrong. */
const nameable: Readonly<Record<string, readonly Language[]>> = {
  latin: (
    'af az bs ca ceb co cs cy da de en eo es et eu fi fil fr fy ga gd gl ha haw hmn hr ht hu id ig is it jv ku la lb lt ' +
    'lv mg mi ms mt nl no ny pl pt ro sk sl sm sn so sq sr st su sv sw tr uz vi xh yo zu'
  ).split(' '),
  cyrillic: ['be', 'bg', 'kk', 'ky', 'mk', 'mn', 'ru', 'sr', 'tg', 'uk'],
  arabic: ['ar', 'ckb', 'fa', 'pnb', 'ps', 'sd', 'ur'],
  hebrew: ['he', 'yi'],
  devanagari: ['hi', 'mr', 'ne'],
  bengali: ['bn'],
  ethiopic: ['am'],
  han: ['ja', 'zh'],
};

export function isOfScript(language: Language, script: string): boolean {
  return nameable[script]?.includes(language) ?? languageOfScript(script) === language;
}

/** Codes that people write for what the witnesses know by a wider name. */
const widerName: Readonly<Record<Language, Language>> = {
  nb: 'no',
  nn: 'no',
  sh: 'hr',
  prs: 'fa',
  arz: 'ar',
  ary: 'ar',
  apc: 'ar',
  cmn: 'zh',
  yue: 'zh',
  tl: 'fil',
};
const named = new Set<Language>(['und', ...Object.values(nameable).flat(), ...languagesOfScripts]);

/** The name that a verdict would have for a language; undefined when there is none. */
export function detectedName(language: Language): Language | undefined {
  const name = widerName[language] ?? language;
  return named.has(name) ? name : undefined;
}

/** Whether two languages are so alike that a single paragraph cannot be told to be in one and not in the other. */
export function areNearlyOne(one: Language, other: Language): boolean {
  return [oneToTheModel, ['id', 'ms']].some((alike) => alike.includes(one) && alike.includes(other));
}

/** Nats over every rival, from which on the model could not change the verdict. */
const decisiveMargin = 15;
/** Share of words with letters of no described language, under which the text is in none that is not described. */
const fewFurtherWords = 0.05;

/**
 * Whether the model need not be heard, which is the slower part. In Latin it always is: a hundred languages write with
 * the letters of English, and have some of its words.
 */
export function isDecisive(script: string, { scores, words, furtherWords }: Evidence): boolean {
  if (script === 'latin' || furtherWords > words * fewFurtherWords) return false;
  const [best = 0, second = 0] = [...scores.values(), 0].sort((a, b) => b - a);
  return best - second >= decisiveMargin;
}

/** The same for a glance, which sees less. */
const clearMargin = 20;
/**
 * In Latin letters, and only for languages that none which the model knows can be taken for: Portuguese has Galician beside it,
 * Dutch Afrikaans, French Haitian. Over stretches of 600 characters of the Declaration of Human Rights in 460 languages, Swedish
 * leads by 62 nats as German, and no other that the model can name by more than 50 as one of these. English news lead by 93 in nine
 * of ten, and by 120 on the average.
 */
const clearLatinMargin = { nats: 80, characters: 600 };
const clearInLatin: readonly Language[] = ['en', 'de', 'ro', 'pl'];

/** `characters` are those that were glanced at. Undefined when a glance is not enough. */
export function clearVerdict(script: string, glance: Glance, characters: number): LanguageVerdict | undefined {
  const { languages, scores, words, furtherWords, hasAddresses } = glance;
  if (hasAddresses || furtherWords > words * fewFurtherWords) return undefined;
  const best = scores.indexOf(glance.highest(-1));
  const language = languages[best];
  if (language === undefined) return undefined;
  if (script !== 'latin') return glance.lead(best) >= clearMargin ? { language, confidence: surest } : undefined;
  const margin = clearLatinMargin.nats * Math.max(1, characters / clearLatinMargin.characters);
  return clearInLatin.includes(language) && glance.lead(best) >= margin ? { language, confidence: surest } : undefined;
}

/** A script with one language to it needs no witness, only letters. */
export function verdictByScript(language: Language, letters: number): LanguageVerdict {
  return accepted(language, 1 - Math.exp(-letters / scriptReach));
}

/** `letters` counts those of the script; a character of Han or Kana says as much as several. */
export function verdict(
  script: string,
  letters: number,
  evidence: Evidence,
  witness: Witness | undefined,
): LanguageVerdict {
  const heard = witness && isOfScript(witness.language, script) ? witness : undefined;
  const best = Math.max(0, ...evidence.scores.values());
  // `und` is any other language of the script.
  const scores = new Map(evidence.scores).set('und', 0);
  if (heard && !scores.has(heard.language))
    scores.set(heard.language, Math.max(best * strangerShare, best - strangerLoss));
  const trust = heard ? heard.probability * reliability(heard.language, letters, evidence) : 0;
  const meant = heard ? allMeant(heard.language, script) : [];

  let language: Language = 'und';
  let highest = 0;
  let sum = 0;
  for (const [candidate, score] of scores) {
    const prior = (1 - trust) / scores.size + (meant.includes(candidate) ? trust / meant.length : 0);
    // Relative to the best score, so that the exponential neither overflows nor vanishes for all.
    const posterior = prior * Math.exp(score - best);
    sum += posterior;
    if (posterior > highest) {
      highest = posterior;
      language = candidate;
    }
  }
  return accepted(language, highest / sum);
}

/** How often the model is right about a text of that many letters. */
function reliability(language: Language, letters: number, { scores }: Evidence): number {
  const isStranger = scores.size > 0 && !scores.has(language);
  return 1 - Math.exp(-letters / (isStranger ? modelReachToStrangers : modelReach));
}

function allMeant(language: Language, script: string): readonly Language[] {
  return script === 'latin' && oneToTheModel.includes(language) ? oneToTheModel : [language];
}

function accepted(language: Language, confidence: number): LanguageVerdict {
  if (language === 'und' || confidence < lowestConfidence) return undetermined;
  return { language, confidence: Math.min(Math.round(confidence * 1000) / 1000, surest) };
}
