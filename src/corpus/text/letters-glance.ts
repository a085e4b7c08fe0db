/**
 * A glance at running text: the evidence of letters.ts without its finer points, at the speed of a loop over code units.
 *
 * Listed words are known by a hash of their letters, other words by the kinds of letters in them; parts of words
 * are not looked at, nothing is cut out of the text and nothing remembered. That is enough where the evidence is
 * clear, which is nearly everywhere: a line of a newspaper has five everyday words of its language. Whoever finds it
 * unclear asks letters.ts, and the model.
 */
import type { Language } from '../../shared/model.ts';
import { charClass } from './char-classes.ts';
import { classOfUnit } from './characters.ts';
import type { Script } from './letters.ts';
import { bareWord, furtherBit, scoresOf, scriptNamed } from './letters.ts';

/** In `stepOfUnit`: parts words. */
const parting = 0x8000_0000 | 0;
/** In `stepOfUnit`: belongs to the word before it, and begins none. */
const clinging = 0x4000_0000;
const kinds = ~(parting | clinging);

/** FNV-1a over code units. Some unlisted word in four million has the hash of a listed one, which is one word of evidence. */
const hashSeed = 0x811c9dc5 | 0;
const hashFactor = 0x01000193;

/** Beyond it nothing is listed, nor has small letters that are: tables need not ask for each of the Han characters. */
const lastListed = 0x2000;

/** In small letters, as far as that matters. */
function smallOf(unit: number): string {
  const character = String.fromCharCode(unit);
  return unit < lastListed ? character.toLowerCase() : character;
}

/** Each code unit as words are listed: in small letters, with one yeh and one kaf; 0 when lists leave it out. */
const bareOfUnit = new Uint16Array(0x10000);
for (let unit = 0; unit < bareOfUnit.length; unit++) bareOfUnit[unit] = unit;
for (let unit = 0; unit < lastListed; unit++) {
  const cls = classOfUnit[unit];
  if (cls !== charClass.letter && cls !== charClass.mark) continue;
  const bare = bareWord(smallOf(unit));
  bareOfUnit[unit] = bare === '' ? 0 : bare.charCodeAt(0);
}

function hashOf(word: string): number {
  let hash = hashSeed;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), hashFactor);
  return hash;
}

/** Adds up stretches of text in one script. Made once a script and reused: `begin` forgets what was added. */
export class Glance {
  readonly languages: readonly Language[];
  words = 0;
  /** Words with a letter that belongs to none of these languages. */
  furtherWords = 0;
  /** Addresses were met: they are in no language, whatever words they are made of. */
  hasAddresses = false;
  readonly #script: Script;
  readonly #stepOfUnit: Int32Array;
  /** Hash of a listed word and the place of its scores in `#listedScores` plus one, free where that is 0. */
  readonly #slots: Int32Array;
  /** Scores of the listed words, one row after another. */
  readonly #listedScores: Float64Array;
  readonly #scores: Float64Array;
  /** Words of plain letters not yet in the scores: more than half of all, and all alike. */
  #plainWords = 0;
  readonly #plain: Float64Array;

  constructor(script: Script) {
    this.#script = script;
    this.languages = script.languages;
    this.#scores = new Float64Array(script.languages.length);
    this.#stepOfUnit = Int32Array.from(script.kindOfUnit, (_, unit) => {
      const cls = classOfUnit[unit];
      if (cls !== charClass.letter && cls !== charClass.mark) return parting;
      const kind = script.kindOfUnit[smallOf(unit).charCodeAt(0)]!;
      return cls === charClass.mark ? kind | clinging : kind;
    });
    this.#slots = new Int32Array(2 << Math.ceil(Math.log2(script.words.size * 2)));
    this.#listedScores = new Float64Array(script.words.size * script.languages.length);
    let place = 0;
    for (const [word, scores] of script.words) {
      this.#listedScores.set(scores, place);
      this.#list(word, place);
      place += scores.length;
    }
    this.#plain = scoresOf(0, script);
  }

  begin(): void {
    this.#scores.fill(0);
    this.words = this.furtherWords = this.#plainWords = 0;
    this.hasAddresses = false;
  }

  /** Nats against any other language of the script, in the order of `languages`. */
  get scores(): Float64Array {
    if (this.#plainWords > 0) {
      for (let l = 0; l < this.#scores.length; l++) this.#scores[l]! += this.#plain[l]! * this.#plainWords;
      this.#plainWords = 0;
    }
    return this.#scores;
  }

  /** The words between `from` and `to`, neither of which should lie within one. */
  add(text: string, from: number, to: number): void {
    const stepOfUnit = this.#stepOfUnit;
    let bits = 0;
    let hash = hashSeed;
    let isWord = false;
    for (let at = from; at < to; at++) {
      const unit = text.charCodeAt(at);
      const step = stepOfUnit[unit]!;
      if (step >= 0) {
        if (!isWord && (step & clinging) !== 0) continue;
        isWord = true;
        bits |= step;
        const bare = bareOfUnit[unit]!;
        if (bare !== 0) hash = Math.imul(hash ^ bare, hashFactor);
      } else {
        if (isWord) {
          this.#word(hash, bits & kinds);
          isWord = false;
          bits = 0;
          hash = hashSeed;
        }
        if (unit === 0x40 || (unit === 0x2f && text.charCodeAt(at + 1) === 0x2f)) this.hasAddresses = true;
      }
    }
    if (isWord) this.#word(hash, bits & kinds);
  }

  /** End of the word that `at` lies in or at the end of; `at` between words. */
  wordEnd(text: string, at: number): number {
    let end = at;
    while (end < text.length && this.#stepOfUnit[text.charCodeAt(end)]! >= 0) end++;
    return end;
  }

  /** The highest score of all languages but one, at least 0: as much has any other language of the script. */
  highest(except: number): number {
    const { scores } = this;
    let highest = 0;
    for (let l = 0; l < scores.length; l++) if (l !== except && scores[l]! > highest) highest = scores[l]!;
    return highest;
  }

  /** Nats by which a language, given by its place, is likelier than any other. */
  lead(language: number): number {
    return this.scores[language]! - this.highest(language);
  }

  #word(hash: number, bits: number): void {
    this.words++;
    const place = this.#placeOf(hash);
    const scores = this.#scores;
    if (place >= 0) {
      const listed = this.#listedScores;
      for (let l = 0; l < scores.length; l++) scores[l]! += listed[place + l]!;
    } else if (bits === 0) this.#plainWords++;
    else {
      const row = scoresOf(bits, this.#script);
      for (let l = 0; l < scores.length; l++) scores[l]! += row[l]!;
      if ((bits & furtherBit) !== 0) this.furtherWords++;
    }
  }

  /** Where the scores of a listed word begin, -1 when it is not listed. */
  #placeOf(hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - 2;
    let at = (hash << 1) & mask;
    while (slots[at + 1] !== 0 && slots[at] !== hash) at = (at + 2) & mask;
    return slots[at + 1]! - 1;
  }

  #list(word: string, place: number): void {
    const slots = this.#slots;
    const mask = slots.length - 2;
    const hash = hashOf(word);
    let at = (hash << 1) & mask;
    while (slots[at + 1] !== 0) at = (at + 2) & mask;
    slots[at] = hash;
    slots[at + 1] = place + 1;
  }
}

const glances = new Map<string, Glance>();

/** Begun anew; undefined for a script of which letters.ts knows nothing. The same object each time. */
export function glanceAt(script: string): Glance | undefined {
  let glance = glances.get(script);
  if (!glance) {
    const known = scriptNamed(script);
    if (!known) return undefined;
    glance = new Glance(known);
    glances.set(script, glance);
  }
  glance.begin();
  return glance;
}
