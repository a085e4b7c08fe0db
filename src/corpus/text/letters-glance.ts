/**
 * A glance at running text: the evidence of letters.ts without its finer points, at the speed of a loop over code units.
 *
 * Listed words are known by a hash of their letters, other words by the kinds of letters in them; parts of words
 * are not looked at, nothing is cut out of the text and nothing remembered. That is enough where the evidence is
 * clear, which is nearly everywhere: a line of a newspaper has five everyday words of its language. Whoever finds it
 * unclear asks letters.ts, and the model.
 */
import type { Language } from '../../shared/model.ts';
import { charClass, classOfUnit } from './characters.ts';
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

/** Each code unit as words are listed: in small letters, with one yeh and one kaf; 0 when lists leave it out. */
const bareOfUnit = Uint16Array.from({ length: 0x10000 }, (_, unit) => {
  if (classOfUnit[unit] !== charClass.letter && classOfUnit[unit] !== charClass.mark) return unit;
  const bare = bareWord(String.fromCharCode(unit).toLowerCase());
  return bare === '' ? 0 : bare.charCodeAt(0);
});

function hashOf(word: string): number {
  let hash = hashSeed;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), hashFactor);
  return hash;
}

/** Adds up stretches of text in one script. Made once a script and reused: `begin` forgets what was added. */
export class Glance {
  readonly languages: readonly Language[];
  /** Nats against any other language of the script, in the order of `languages`. */
  readonly scores: Float64Array;
  words = 0;
  /** Words with a letter that belongs to none of these languages. */
  furtherWords = 0;
  /** Addresses were met: they are in no language, whatever words they are made of. */
  hasAddresses = false;
  readonly #script: Script;
  readonly #stepOfUnit: Int32Array;
  /** Hash and place of the scores in `#table`, free where the place is 0. */
  readonly #slots: Int32Array;
  /** Scores of the listed words. */
  readonly #table: Float64Array[] = [new Float64Array()];
  readonly #plain: Float64Array;

  constructor(script: Script) {
    this.#script = script;
    this.languages = script.languages;
    this.scores = new Float64Array(script.languages.length);
    this.#stepOfUnit = Int32Array.from(script.kindOfUnit, (_, unit) => {
      const cls = classOfUnit[unit];
      if (cls !== charClass.letter && cls !== charClass.mark) return parting;
      const kind = script.kindOfUnit[String.fromCharCode(unit).toLowerCase().charCodeAt(0)]!;
      return cls === charClass.mark ? kind | clinging : kind;
    });
    this.#slots = new Int32Array(2 << Math.ceil(Math.log2(script.words.size * 2)));
    for (const [word, scores] of script.words) this.#list(word, scores);
    this.#plain = scoresOf(0, script);
  }

  begin(): void {
    this.scores.fill(0);
    this.words = this.furtherWords = 0;
    this.hasAddresses = false;
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
    let row = this.#listed(hash);
    if (!row) {
      row = bits === 0 ? this.#plain : scoresOf(bits, this.#script);
      if ((bits & furtherBit) !== 0) this.furtherWords++;
    }
    const { scores } = this;
    for (let l = 0; l < scores.length; l++) scores[l]! += row[l]!;
    this.words++;
  }

  #listed(hash: number): Float64Array | undefined {
    const slots = this.#slots;
    const mask = slots.length - 2;
    for (let at = (hash << 1) & mask; slots[at + 1] !== 0; at = (at + 2) & mask)
      if (slots[at] === hash) return this.#table[slots[at + 1]!];
    return undefined;
  }

  #list(word: string, scores: Float64Array): void {
    const slots = this.#slots;
    const mask = slots.length - 2;
    const hash = hashOf(word);
    let at = (hash << 1) & mask;
    while (slots[at + 1] !== 0) at = (at + 2) & mask;
    slots[at] = hash;
    slots[at + 1] = this.#table.push(scores) - 1;
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
