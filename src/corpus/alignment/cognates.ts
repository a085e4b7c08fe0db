/**
 * Words that look or sound alike across languages: names (مادورو, Мадуро, Maduro) and cognates (президент, président). Found
 * by their first consonants in classes of sounds that languages exchange, judged by a weighted edit distance.
 */
import { romanised } from './romanise.ts';

/** Sounds by class; a letter in none of them (vowels, w, y, h) is no consonant here. */
const classOf = new Map<string, string>();
for (const letters of ['bp', 'fv', 'kgǰxqj', 'szšžcč', 'td', 'l', 'r', 'm', 'n'])
  for (const letter of letters) classOf.set(letter, letters[0]!);
// Written with either sound in one of the alphabets: English g and j, French j and ch, Arabic ج and غ.
const alsoSibilant = new Set(['ǰ', 'č', 'g', 'ž', 'x']);

/** Consonants of the key by which candidates are found. */
const keyLength = 4;

export interface Sound {
  readonly roman: string;
  /** One or two keys of consonant classes; none for a word with fewer than two consonants. */
  readonly keys: readonly string[];
}

/** `folded`: a word, case and marks folded. */
export function soundOf(folded: string): Sound {
  const roman = romanised(folded);
  return { roman, keys: [...new Set([keyOf(roman, false), keyOf(roman, true)])].filter((key) => key.length >= 2) };
}

function keyOf(roman: string, sibilant: boolean): string {
  let key = '';
  for (const letter of roman) {
    const cls = sibilant && alsoSibilant.has(letter) ? 's' : classOf.get(letter);
    if (cls === undefined || key.endsWith(cls)) continue;
    key += cls;
    if (key.length === keyLength) break;
  }
  return key;
}

const cost = { vowelForVowel: 0.15, vowelAlone: 0.25, sameClass: 0.25, consonants: 1, ending: 0.3 } as const;
const longestWord = 24;
const table = new Float64Array((longestWord + 1) * (longestWord + 1));

function isConsonant(letter: string): boolean {
  return classOf.has(letter);
}

function exchange(a: string, b: string): number {
  if (a === b) return 0;
  const consonantA = isConsonant(a);
  if (consonantA !== isConsonant(b)) return cost.consonants;
  if (!consonantA) return cost.vowelForVowel;
  const sibilants = (alsoSibilant.has(a) && classOf.get(b) === 's') || (alsoSibilant.has(b) && classOf.get(a) === 's');
  return sibilants || classOf.get(a) === classOf.get(b) ? cost.sameClass : cost.consonants;
}

function alone(letter: string): number {
  return isConsonant(letter) ? cost.consonants : cost.vowelAlone;
}

/**
 * How alike two romanised words sound, 0 to 1. Vowels count little, since some alphabets leave them out; endings count
 * little, since languages inflect.
 */
export function likeness(a: string, b: string): number {
  const n = Math.min(a.length, longestWord);
  const m = Math.min(b.length, longestWord);
  if (n === 0 || m === 0) return 0;
  const width = m + 1;
  table[0] = 0;
  for (let j = 1; j <= m; j++) table[j] = table[j - 1]! + alone(b[j - 1]!);
  for (let i = 1; i <= n; i++) {
    const row = i * width;
    table[row] = table[row - width]! + alone(a[i - 1]!);
    for (let j = 1; j <= m; j++) {
      table[row + j] = Math.min(
        table[row - width + j - 1]! + exchange(a[i - 1]!, b[j - 1]!),
        table[row - width + j]! + alone(a[i - 1]!),
        table[row + j - 1]! + alone(b[j - 1]!),
      );
    }
  }
  let best = table[n * width + m]!;
  for (let i = 0; i < n; i++) best = Math.min(best, table[i * width + m]! + (n - i) * cost.ending);
  for (let j = 0; j < m; j++) best = Math.min(best, table[n * width + j]! + (m - j) * cost.ending);
  return Math.max(0, 1 - (2 * best) / (n + m));
}

/** Candidates by key. */
export class SoundIndex {
  private readonly byKey = new Map<string, number[]>();

  add(word: number, sound: Sound): void {
    for (const key of sound.keys) {
      const list = this.byKey.get(key);
      if (list) list.push(word);
      else this.byKey.set(key, [word]);
    }
  }

  /** Words that share a key, each once or twice. */
  *candidates(sound: Sound): Generator<number> {
    for (const key of sound.keys) yield* this.byKey.get(key) ?? [];
  }
}
