/** Which word answers which in a linked row: by what they are, by how they sound, and by the company they keep. */
import { likeness, soundOf } from '../../corpus/alignment/cognates.ts';
import { fold } from '../../corpus/text/fold.ts';
import type { WordHint } from '../../shared/alignment.ts';
import { ExpectedFailure } from '../../shared/failure.ts';
import type { CharOffset } from '../../shared/model.ts';
import type { Corpus } from '../corpus.ts';
import type { Call } from '../handlers.ts';
import type { BilingualWords, ReadWord } from './bilingual-words.ts';
import { isWord } from './bilingual-words.ts';
import { isLink } from './links.ts';
import type { OpenAlignment } from './open-alignment.ts';
import { wordsOfPairs } from './pair-words.ts';

type Guess = Omit<WordHint, 'a' | 'b'>;

/** Two words that keep each other's company less than this are left alone. */
const leastDice = 0.34;
/** Rows that two words must share before company means anything: any two words of one row share that one. */
const leastTogether = 2;
const leastLikeness = 0.72;

/** @throws ExpectedFailure `bad-request` when there is no such row */
export async function hintsOf(corpus: Corpus, pair: OpenAlignment, at: number, call: Call): Promise<WordHint[]> {
  const row = pair.rows[at];
  if (!row) throw new ExpectedFailure('bad-request', `There is no row ${at + 1}: the pair has ${pair.rows.length}.`);
  if (!isLink(row)) return [];
  const words = await wordsOfPairs(corpus, pair, call);
  const a = words.sides[0].read(pair.a, row.aFrom, row.aTo);
  const b = words.sides[1].read(pair.b, row.bFrom, row.bTo);
  return matched(a, b, (x, y) => guess(words, x, y));
}

function guess(words: BilingualWords, x: ReadWord, y: ReadWord): Guess | null {
  let best: Guess | null = null;
  for (const a of x.words)
    for (const b of y.words) {
      const found = guessWord(words, a, b);
      if (found && found.score > (best?.score ?? 0)) best = found;
    }
  return best ?? guessName(x, y);
}

function guessWord(words: BilingualWords, a: number, b: number): Guess | null {
  const [keyA, keyB] = [words.sides[0].key(a), words.sides[1].key(b)];
  if (!isWord(keyA) || !isWord(keyB)) return null;
  if (keyA === keyB && /^\d/u.test(keyA)) return { score: 1, why: 'number' };
  if (keyA === keyB && keyA.length > 2) return { score: 0.98, why: 'name' };
  const score = words.together(a, b) >= leastTogether ? words.dice(a, b) : 0;
  return score >= leastDice ? { score, why: 'learned' } : null;
}

function guessName(x: ReadWord, y: ReadWord): Guess | null {
  const [a, b] = [soundOf(fold(x.text)), soundOf(fold(y.text))];
  if (!a.keys.some((key) => key.length > 2 && b.keys.includes(key))) return null;
  const score = likeness(a.roman, b.roman);
  return score >= leastLikeness ? { score: Math.min(0.95, score), why: 'name' } : null;
}

/** Each word has at most one answer: the surest guesses first. */
function matched(
  a: readonly ReadWord[],
  b: readonly ReadWord[],
  guessOf: (x: ReadWord, y: ReadWord) => Guess | null,
): WordHint[] {
  const guesses = a.flatMap((x) =>
    b.flatMap((y) => {
      const found = guessOf(x, y);
      return found ? [{ x, y, found }] : [];
    }),
  );
  guesses.sort((p, q) => q.found.score - p.found.score);
  const taken = new Set<ReadWord>();
  return guesses.flatMap(({ x, y, found }) => {
    if (taken.has(x) || taken.has(y)) return [];
    taken.add(x).add(y);
    const run = ({ start, end }: ReadWord) => ({ start: start as CharOffset, end: end as CharOffset });
    return [{ a: run(x), b: run(y), ...found }];
  });
}
