/**
 * Generated corpora: words with the statistics of real text, the same for the same seed. The first ranks are the everyday words
 * of a language, by which it is told, the others are made up.
 *
 * - Words follow the Zipf–Mandelbrot law, p(r) ∝ (r + q)^−s, up to a knee and a steeper one behind it, over an
 *   open-ended lexicon: the two regimes of real text (Ferrer i Cancho and Solé 2001), which make new types come as slowly
 *   as they do there (Heaps' law). The Latin corpus has 190,000 types in 10 million tokens, as English news has, and its
 *   first word makes 6 % of them; the Arabic one has 470,000 types.
 * - A word's letters follow from its rank alone; frequent words are short, as in language.
 * - Sentences, paragraphs and documents have lognormal lengths; there are capitals, commas, quotes, numbers, initials.
 */
import { everydayWords } from './everyday-words.ts';
import { seeded, type Random } from './random.ts';

export interface GeneratedScript {
  readonly language: string;
  /** s, q of the frequent words; rank of the knee; s behind it. */
  readonly exponent: number;
  readonly shift: number;
  readonly knee: number;
  readonly tailExponent: number;
  /** The words of the first ranks. */
  readonly everyday: readonly string[];
  /** `onsets` × `nuclei` is 128: see `wordOf`. */
  readonly onsets: readonly string[];
  readonly nuclei: readonly string[];
  readonly comma: string;
  readonly capitals: boolean;
}

export const scripts: Readonly<Record<'latin' | 'arabic', GeneratedScript>> = {
  latin: {
    language: 'en',
    exponent: 1.03,
    shift: 1.5,
    knee: 6000,
    tailExponent: 1.9,
    everyday: everydayWords.english,
    onsets: ['t', 'h', 's', 'n', 'r', 'l', 'd', 'm', 'c', 'p', 'b', 'f', 'g', 'w', 'st', 'v'],
    nuclei: ['e', 'a', 'o', 'i', 'u', 'en', 'er', 'an'],
    comma: ',',
    capitals: true,
  },
  arabic: {
    language: 'ar',
    exponent: 0.95,
    shift: 3,
    knee: 12_000,
    tailExponent: 1.62,
    everyday: everydayWords.arabic,
    onsets: ['ل', 'م', 'ن', 'ر', 'ت', 'ب', 'ي', 'ع', 'د', 'س', 'ف', 'ق', 'ح', 'ك', 'أ', 'ه'],
    nuclei: ['ا', 'و', 'ي', 'ة', 'م', 'ن', 'ى', 'ال'],
    comma: '،',
    capitals: false,
  },
};

/** Words that may exist at all; far more than any corpus here meets. */
const lexiconSize = 2 ** 32;

/** The word of a rank (0 = most frequent): an everyday one, or its digits in a number system whose digits are syllables. */
function wordOf(rank: number, { everyday, onsets, nuclei }: GeneratedScript): string {
  if (rank < everyday.length) return everyday[rank]!;
  const base = onsets.length * nuclei.length;
  let block = base;
  let left = rank;
  let syllables = 1;
  while (left >= block) {
    left -= block;
    block *= base;
    syllables++;
  }
  // An odd step visits each word of the block, a power of two, once and out of order; the product is exact below 2^53.
  let number = (left * 40_503 + 97) % block;
  let word = '';
  for (let s = 0; s < syllables; s++) {
    const digit = number % base;
    number = (number - digit) / base;
    word += onsets[digit % onsets.length]! + nuclei[Math.floor(digit / onsets.length)]!;
  }
  return word;
}

/** Ranks by inverting the integral of the density: near enough to the law for every rank, and needs no table. */
function rankSource({ exponent, shift, knee, tailExponent }: GeneratedScript, random: Random): () => number {
  const power = 1 - exponent;
  const low = shift ** power;
  const high = (knee + shift) ** power;
  const head = (high - low) / power;
  const tail = high / (tailExponent - 1);
  return () => {
    if (random.uniform() * (head + tail) < head) {
      return Math.floor((low + random.uniform() * (high - low)) ** (1 / power) - shift);
    }
    const rank = (knee + shift) * (1 - random.uniform()) ** (-1 / (tailExponent - 1)) - shift;
    return Math.min(lexiconSize, Math.floor(rank));
  };
}

function lognormal(random: Random, median: number, deviation: number): number {
  return Math.max(1, Math.round(median * Math.exp(deviation * random.normal())));
}

/** Documents with at least `tokens` words in all. */
export function* generate(script: GeneratedScript, tokens: number, seed: number): Generator<string> {
  const random = seeded(seed);
  const nextRank = rankSource(script, random);
  const words = new Map<number, string>();
  const nextWord = () => {
    const rank = nextRank();
    let word = words.get(rank);
    if (word === undefined) {
      word = wordOf(rank, script);
      // The tail is met once or twice: remembering it would cost more than making it.
      if (rank < 200_000) words.set(rank, word);
    }
    return word;
  };
  for (let made = 0; made < tokens;) {
    const length = Math.min(lognormal(random, 450, 0.8), tokens - made);
    yield documentOf(length, nextWord, script, random);
    made += length;
  }
}

function documentOf(length: number, nextWord: () => string, script: GeneratedScript, random: Random): string {
  const sentences: string[] = [];
  for (let left = length; left > 0;) {
    const words = Math.min(left, lognormal(random, 18, 0.5));
    sentences.push(sentenceOf(words, nextWord, script, random));
    left -= words;
  }
  let text = '';
  for (const sentence of sentences) text += sentence + (random.uniform() < 0.25 ? '\n' : ' ');
  return text.trimEnd() + '\n';
}

function sentenceOf(length: number, nextWord: () => string, script: GeneratedScript, random: Random): string {
  let sentence = '';
  for (let w = 0; w < length; w++) {
    const dice = random.uniform();
    let word = dice < 0.015 ? String(Math.floor(random.uniform() ** 4 * 3000)) : nextWord();
    if (script.capitals && (w === 0 || (dice > 0.98 && word.length > 4))) word = word[0]!.toUpperCase() + word.slice(1);
    if (dice > 0.015 && dice < 0.025) word = `"${word}"`;
    sentence += (w === 0 ? '' : ' ') + word;
    if (dice > 0.5 && dice < 0.55 && w < length - 1) sentence += script.comma;
  }
  return sentence + (random.uniform() < 0.9 ? '.' : '?');
}
