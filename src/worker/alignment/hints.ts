/**
 * Which word answers which in a linked row: by what they are, by how they sound, by dictionaries and glossary, by what
 * aligning taught, and by the company they keep in the rows of all pairs.
 */
import { likeness, soundOf } from '../../corpus/alignment/cognates.ts';
import { fold } from '../../corpus/text/fold.ts';
import type { WordHint } from '../../shared/alignment.ts';
import { ExpectedFailure } from '../../shared/failure.ts';
import type { CharOffset } from '../../shared/model.ts';
import type { Corpus } from '../corpus.ts';
import type { Call } from '../handler.ts';
import type { BilingualWords, ReadWord } from './bilingual-words.ts';
import { isWord } from './bilingual-words.ts';
import type { DictionaryWords, LookedUp } from './dictionaries/dictionary-words.ts';
import { longestPhrase } from './dictionaries/dictionary-words.ts';
import { dictionaryWords } from './known-words.ts';
import type { LearnedWords } from './learned-words.ts';
import { learnedWords } from './learned-words.ts';
import { isLink } from './links.ts';
import type { OpenAlignment } from './open-alignment.ts';
import { wordsOfPairs } from './pair-words.ts';

type Guess = Omit<WordHint, 'a' | 'b'>;

/** Neighbouring words, one mostly. */
type Phrase = readonly ReadWord[];

interface Guessed {
  readonly a: Phrase;
  readonly b: Phrase;
  readonly found: Guess;
}

/** Two words that keep each other's company less than this are left alone. */
const leastDice = 0.34;
/** Rows that two words must share before company means anything: any two words of one row share that one. */
const leastTogether = 2;
const leastLikeness = 0.72;
/** Geometric mean of both probabilities below which what was learned says nothing. */
const leastLearned = 0.25;

interface Known {
  readonly words: BilingualWords;
  readonly learned: LearnedWords;
  readonly dictionary: DictionaryWords;
}

/** @throws ExpectedFailure `bad-request` when there is no such row */
export async function hintsOf(corpus: Corpus, pair: OpenAlignment, at: number, call: Call): Promise<WordHint[]> {
  const row = pair.rows[at];
  if (!row) throw new ExpectedFailure('bad-request', `There is no row ${at + 1}: the pair has ${pair.rows.length}.`);
  if (!isLink(row)) return [];
  const words = await wordsOfPairs(corpus, pair, call);
  const languages = [pair.a.language, pair.b.language] as const;
  const known = {
    words,
    learned: learnedWords(corpus.start, ...languages),
    dictionary: dictionaryWords(corpus, ...languages),
  };
  const a = words.sides[0].read(pair.a, row.aFrom, row.aTo);
  const b = words.sides[1].read(pair.b, row.bFrom, row.bTo);
  const singles = a.flatMap((x) =>
    b.flatMap((y): Guessed[] => {
      const found = guess(known, x, y);
      return found ? [{ a: [x], b: [y], found }] : [];
    }),
  );
  // Of two that are as sure, what a person wrote down comes first.
  return matched([...inDictionary(known, a, b), ...singles]);
}

function guess({ words, learned }: Known, x: ReadWord, y: ReadWord): Guess | null {
  let best: Guess | null = null;
  for (const a of x.words)
    for (const b of y.words) {
      const found = guessWord(words, learned, a, b);
      if (found && found.score > (best?.score ?? 0)) best = found;
    }
  return best ?? guessName(x, y);
}

function guessWord(words: BilingualWords, learned: LearnedWords, a: number, b: number): Guess | null {
  const [keyA, keyB] = [words.sides[0].key(a), words.sides[1].key(b)];
  if (!isWord(keyA) || !isWord(keyB)) return null;
  if (keyA === keyB && /^\d/u.test(keyA)) return { score: 1, why: 'number' };
  if (keyA === keyB && keyA.length > 2) return { score: 0.98, why: 'name' };
  const company = words.together(a, b) >= leastTogether ? words.dice(a, b) : 0;
  const taught = learned.sureness(keyA, keyB);
  if (company < leastDice && taught < leastLearned) return null;
  return { score: Math.max(company, taught), why: 'learned' };
}

function guessName(x: ReadWord, y: ReadWord): Guess | null {
  const [a, b] = [soundOf(fold(x.text)), soundOf(fold(y.text))];
  if (!a.keys.some((key) => key.length > 2 && b.keys.includes(key))) return null;
  const score = likeness(a.roman, b.roman);
  return score >= leastLikeness ? { score: Math.min(0.95, score), why: 'name' } : null;
}

/** What an entry says answers each other, phrases among it. */
function inDictionary({ words, dictionary }: Known, a: readonly ReadWord[], b: readonly ReadWord[]): Guessed[] {
  const lookedUp = (side: 0 | 1, phrase: Phrase): LookedUp[] =>
    phrase.map(({ text, words: parts }) => ({
      form: fold(text),
      key: parts.map((part) => words.sides[side].key(part)).join(' '),
    }));
  const phrasesB = phrasesOf(b).map((phrase) => ({ phrase, lookedUp: lookedUp(1, phrase) }));
  return phrasesOf(a).flatMap((phrase): Guessed[] => {
    const mine = lookedUp(0, phrase);
    if (!dictionary.has(mine)) return [];
    return phrasesB.flatMap((other): Guessed[] => {
      const score = dictionary.sureness(mine, other.lookedUp);
      return score > 0 ? [{ a: phrase, b: other.phrase, found: { score, why: 'dictionary' } }] : [];
    });
  });
}

function phrasesOf(words: readonly ReadWord[]): Phrase[] {
  return words.flatMap((_, at) =>
    Array.from({ length: Math.min(longestPhrase, words.length - at) }, (_two, more) => words.slice(at, at + more + 1)),
  );
}

/** Each word has at most one answer: the surest guesses first, of equally sure ones the longest. */
function matched(guesses: readonly Guessed[]): WordHint[] {
  const order = guesses.toSorted(
    (p, q) => q.found.score - p.found.score || q.a.length + q.b.length - p.a.length - p.b.length,
  );
  const taken = new Set<ReadWord>();
  return order.flatMap(({ a, b, found }) => {
    if (a.some((word) => taken.has(word)) || b.some((word) => taken.has(word))) return [];
    for (const word of [...a, ...b]) taken.add(word);
    return [{ a: runOf(a), b: runOf(b), ...found }];
  });
}

function runOf(phrase: Phrase): WordHint['a'] {
  return { start: phrase[0]!.start as CharOffset, end: phrase.at(-1)!.end as CharOffset };
}
