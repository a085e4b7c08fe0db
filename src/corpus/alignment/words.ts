/**
 * Alignment words: what a unit consists of for the aligner. The engine's tokens, marks and case folded, compounds with
 * hyphens and words with apostrophes taken apart, light stems, canonical numbers; and the few signs that translators keep.
 */
import type { Language } from '../../shared/model.ts';
import { fold } from '../text/fold.ts';
import { kindCode } from '../text/scan.ts';
import { Tokeniser } from '../text/tokenise.ts';
import { canonicalNumber } from './canonical-number.ts';
import { latinised } from './romanise.ts';
import { stem } from './stem.ts';

/** Signs kept as words, and what stands for each. */
const signs: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '?': '?', '؟': '?', '？': '?', '!': '!', '！': '!', '%': '%', '٪': '%', '％': '%', '$': '$', '€': '€', '£': '£',
    '"': '"', '“': '"', '”': '"', '„': '"', '«': '"', '»': '"', '「': '"', '」': '"', '(': '(', '（': '(',
  }),
); // prettier-ignore
const signPattern = /[?؟？!！%٪％$€£"“”„«»「」(（]/gu;

/** Words are numbered per language in the order of meeting; `keys[w]` is the stem, number or sign. */
export class AlignmentWords {
  readonly language: Language;
  readonly keys: string[] = [];
  /** How often each word was read. */
  readonly counts: number[] = [];
  /** How often each was read with a capital that no sentence begins with. */
  readonly capitals: number[] = [];
  /** The folded form, not cut to a stem, that each was first met in. */
  readonly forms: string[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly tokeniser = new Tokeniser();
  /** Words of each form of the tokeniser. */
  private readonly wordsOfForm: (readonly number[] | undefined)[] = [];

  constructor(language: Language) {
    this.language = language;
  }

  get size(): number {
    return this.keys.length;
  }

  /** Number of the word with that key, or undefined when it was never read. */
  find(key: string): number | undefined {
    return this.numbers.get(key);
  }

  /** Words of one unit, in reading order, signs last. They count as read. */
  read(unit: string): Int32Array {
    const words = this.split(unit, true);
    for (const word of words) this.counts[word]!++;
    return Int32Array.from(words);
  }

  /** Words of a text that is not to be aligned, for instance of a dictionary: they get numbers but do not count as read. */
  lookUp(text: string): Int32Array {
    return Int32Array.from(this.split(text, false));
  }

  /** Words of each token of a text, not counted as read. */
  readTokens(text: string): { readonly start: number; readonly end: number; readonly words: readonly number[] }[] {
    const tokens = this.tokeniser;
    tokens.run(text);
    return Array.from({ length: tokens.count }, (_, t) => ({
      start: tokens.starts[t]!,
      end: tokens.ends[t]!,
      words: this.wordsOf(tokens.types[t]!),
    }));
  }

  private split(unit: string, noteCapitals: boolean): number[] {
    const tokens = this.tokeniser;
    tokens.run(unit);
    const words: number[] = [];
    for (let t = 0; t < tokens.count; t++) {
      const found = this.wordsOf(tokens.types[t]!);
      const start = tokens.starts[t]!;
      if (noteCapitals && t > 0 && found.length > 0 && isCapital(unit, start)) this.capitals[found[0]!]!++;
      words.push(...found);
    }
    for (const sign of unit.match(signPattern) ?? []) words.push(this.intern(signs.get(sign)!));
    return words;
  }

  private wordsOf(form: number): readonly number[] {
    return (this.wordsOfForm[form] ??= this.wordsOfNewForm(form));
  }

  private wordsOfNewForm(form: number): readonly number[] {
    const { forms } = this.tokeniser;
    const folded = fold(forms.form(form));
    if (forms.kinds[form]! > kindCode.number) return [this.intern(folded)];
    const number = canonicalNumber(folded);
    if (number !== undefined) return [this.intern(number)];
    const words: number[] = [];
    for (const part of folded.split(joints))
      for (const piece of part.match(pieces) ?? []) {
        const whole = canonicalNumber(piece);
        const word = whole ?? latinised(piece, this.language);
        words.push(whole === undefined ? this.intern(stem(word, this.language), word) : this.intern(whole));
      }
    return words;
  }

  private intern(key: string, form: string = key): number {
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.keys.length;
      this.numbers.set(key, number);
      this.keys.push(key);
      this.forms.push(form);
      this.counts.push(0);
      this.capitals.push(0);
    }
    return number;
  }
}

/** `15-годишен` is two words, `l'homme` and `covid-19` are. */
const joints = /[-'’·/_.]+/u;
const pieces = /\d+(?:[.,]\d+)*|[^\d]+/gu;

function isCapital(text: string, at: number): boolean {
  const letter = text[at]!;
  // Behind a full stop, a colon or an opening quote any word may have one.
  return letter !== letter.toLowerCase() && /[\p{L}\p{N},]\s*$/u.test(text.slice(Math.max(0, at - 3), at));
}
