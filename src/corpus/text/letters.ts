/**
 * Evidence for the languages that share a script, from the words of a short text: which letters they have, and which
 * of them are the everyday words of a language.
 *
 * Each language is a small model of how likely a word is (naive Bayes over words): about a third of a text are its
 * listed words, which follow Zipf's law; any other word is as likely as the kinds of letters in it. The score is the
 * logarithm of how many times likelier the text is in this language than in some other language of the script, so a
 * positive score speaks for the language, and the difference of two scores is the evidence between two rivals.
 */
import type { Language } from '../../shared/model.ts';
import { charClass } from './char-classes.ts';
import { classOfUnit } from './characters.ts';
import { latin } from './letters-latin.ts';
import type { LanguageProfile, ScriptProfiles } from './letters-profiles.ts';
import { scriptProfiles } from './letters-profiles.ts';

export interface Evidence {
  /** Nats against any other language of the script, by language. */
  readonly scores: ReadonlyMap<Language, number>;
  readonly words: number;
  /** Words with a letter that belongs to none of these languages. */
  readonly furtherWords: number;
}

/** The share of the word of rank r (0 is the commonest) is this over r + 2, which makes a third of a text for 60 words. */
const zipf = 0.11;
/** How often a word of another list comes in a text: a quotation, a name, or a word of both that is rarer in this one. */
const strayWord = 0.0003;
/** Share of words with a letter that does not belong to the language: foreign names. */
const strayMark = 0.004;
/** The same for a language of which nothing is known. */
const anyMark = 0.05;
const furtherMark = 0.15;

export const furtherBit = 1;
const vowelSigns = /\u0640|[\u064b-\u0652\u0670]/gu;

interface Word {
  readonly scores: Float64Array;
  readonly isFurther: boolean;
}

/** What belongs to one script, with a column for each language. Scores are nats against any other language. */
export interface Script {
  readonly languages: readonly Language[];
  /** Of each listed word. */
  readonly words: ReadonlyMap<string, Float64Array>;
  /** For each code unit a bit for its kind of letter, 0 for a plain one. */
  readonly kindOfUnit: Uint32Array;
  readonly parts: readonly RegExp[];
  /** The bit of the first part; those of the others follow. */
  readonly firstPart: number;
  /** Share of words with that kind of letters or part, by bit and language; in the last column any other language. */
  readonly shares: readonly (readonly number[])[];
  /** Of words that came. */
  readonly remembered: Map<string, Word>;
  /** Of kinds of letters and parts that came together. */
  readonly scoresOfBits: Map<number, Float64Array>;
}

const profilesOfScripts = new Map(Object.entries({ latin, ...scriptProfiles }));
/** Made when first asked for: a folder that is taken from its snapshot asks for none. */
const scripts = new Map<string, Script>();

function scriptOf({ plain, letters, parts, languages }: ScriptProfiles): Script {
  const kinds = ['further', ...Object.keys(letters), ...Object.keys(parts)];
  const profiles = Object.values(languages);
  const kindOfUnit = new Uint32Array(0x10000).fill(furtherBit);
  for (const unit of plain) kindOfUnit[unit.charCodeAt(0)] = 0;
  for (const [at, kind] of Object.values(letters).entries())
    for (const unit of kind) kindOfUnit[unit.charCodeAt(0)] = 2 << at;
  return {
    languages: Object.keys(languages),
    words: wordScores(profiles),
    kindOfUnit,
    parts: Object.values(parts),
    firstPart: 2 << Object.keys(letters).length,
    shares: kinds.map((kind) => [
      ...profiles.map(({ marks }) => (marks[kind] === undefined ? strayMark : marks[kind] / 100)),
      kind === 'further' ? furtherMark : anyMark,
    ]),
    remembered: new Map(),
    scoresOfBits: new Map(),
  };
}

function wordScores(profiles: readonly LanguageProfile[]): Map<string, Float64Array> {
  const listed = profiles.map(({ words }) => [...new Set(words.split(' ').map(bareWord))]);
  const scores = new Map<string, Float64Array>();
  for (const word of listed.flat()) {
    if (scores.has(word)) continue;
    const shares = listed.map((words) => {
      const rank = words.indexOf(word);
      return rank < 0 ? strayWord : zipf / (rank + 2);
    });
    // A language of which nothing is known has the word as often as those that are have it on the average.
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
    scores.set(
      word,
      Float64Array.from(shares, (share) => Math.log(share / mean)),
    );
  }
  return scores;
}

/** Without vowel signs and tatweel, and with one yeh and one kaf, since typists and fonts mix them up. */
export function bareWord(word: string): string {
  return word.replace(vowelSigns, '').replace(/[يى]/gu, 'ی').replace(/ك/gu, 'ک');
}

/** Undefined for a script that only one language is written in, and for those of which this module knows nothing. */
export function scriptNamed(script: string): Script | undefined {
  const known = scripts.get(script);
  if (known) return known;
  const profiles = profilesOfScripts.get(script);
  if (!profiles) return undefined;
  const made = scriptOf(profiles);
  scripts.set(script, made);
  return made;
}

/** No scores for a script that only one language is written in, and for those of which this module knows nothing. */
export function languageEvidence(text: string, script: string): Evidence {
  const known = scriptNamed(script);
  if (!known) return { scores: new Map(), words: 0, furtherWords: 0 };
  const scores = new Float64Array(known.languages.length);
  const small = text.toLowerCase();
  let words = 0;
  let furtherWords = 0;
  let start = -1;
  for (let at = 0; at <= small.length; at++) {
    const cls = at < small.length ? classOfUnit[small.charCodeAt(at)] : charClass.none;
    if (cls === charClass.letter || (cls === charClass.mark && start >= 0)) {
      if (start < 0) start = at;
    } else if (start >= 0) {
      const word = wordOf(small.slice(start, at), known);
      for (let l = 0; l < scores.length; l++) scores[l]! += word.scores[l]!;
      words++;
      if (word.isFurther) furtherWords++;
      start = -1;
    }
  }
  return { scores: new Map(known.languages.map((language, l) => [language, scores[l]!])), words, furtherWords };
}

/** Half of the words of a text are the same few thousand, and remembering is five times faster than judging. */
const mostWords = 8_000;

function wordOf(form: string, known: Script): Word {
  let word = known.remembered.get(form);
  if (!word) {
    const listed = known.words.get(bareWord(form));
    word = listed ? { scores: listed, isFurther: false } : unlisted(form, known);
    if (known.remembered.size >= mostWords) known.remembered.clear();
    known.remembered.set(form, word);
  }
  return word;
}

function unlisted(form: string, known: Script): Word {
  const { kindOfUnit, parts, firstPart } = known;
  let bits = 0;
  for (let at = 0; at < form.length; at++) bits |= kindOfUnit[form.charCodeAt(at)]!;
  for (const [at, part] of parts.entries()) if (part.test(form)) bits |= firstPart << at;
  return { scores: scoresOf(bits, known), isFurther: (bits & furtherBit) !== 0 };
}

/** Of a word that is in no list, by the bits of its kinds of letters and parts. */
export function scoresOf(bits: number, { languages, shares, scoresOfBits }: Script): Float64Array {
  const known = scoresOfBits.get(bits);
  if (known) return known;
  const scores = Float64Array.from(languages, (_, l) =>
    shares.reduce((score, share, bit) => {
      const here = share[l]!;
      const anywhere = share[languages.length]!;
      return score + Math.log((bits >>> bit) & 1 ? here / anywhere : (1 - here) / (1 - anywhere));
    }, 0),
  );
  scoresOfBits.set(bits, scores);
  return scores;
}
