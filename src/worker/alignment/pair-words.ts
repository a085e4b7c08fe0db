/** The words of all pairs of two languages that a folder has, made once for as long as nothing of them changes. */
import type { Language } from '../../shared/model.ts';
import type { Corpus } from '../corpus.ts';
import { Superseded } from '../corpus.ts';
import type { Call } from '../handler.ts';
import { openPairs } from './aligning.ts';
import { BilingualWords } from './bilingual-words.ts';
import type { OpenAlignment } from './open-alignment.ts';
import { between, pairsMeant } from './pairs-meant.ts';

interface Made {
  readonly of: string;
  readonly words: BilingualWords;
}

const made = new WeakMap<Corpus['alignments'], Map<string, Made>>();

/** Of the pair, and of the accepted pairs of the same two languages. The first side is that of the pair. */
export async function wordsOfPairs(corpus: Corpus, pair: OpenAlignment, call: Call): Promise<BilingualWords> {
  const { alignments, opened } = corpus;
  const [a, b] = [pair.a.language, pair.b.language];
  const others = await pairsOf(corpus, a, b, pair, call);
  if (corpus.opened.index !== opened.index) throw new Superseded();
  const all = [pair, ...others];
  const of = all.map(({ id, revision }) => `${id}:${revision}`).join(' ');
  const known = made.get(alignments) ?? new Map<string, Made>();
  made.set(alignments, known);
  const key = `${a} ${b}`;
  const before = known.get(key);
  if (before?.of === of) return before.words;
  const words = new BilingualWords(a, b);
  for (const one of all) words.add(one, one.a.language !== a);
  known.set(key, { of, words });
  return words;
}

async function pairsOf(
  corpus: Corpus,
  a: Language,
  b: Language,
  { key }: OpenAlignment,
  call: Call,
): Promise<OpenAlignment[]> {
  const meant = between(corpus, await pairsMeant(corpus, { of: 'accepted' }, call), a, b);
  const asked = meant.map((pair) => ({ ...pair, mode: 'auto', granularity: 'sentence' }) as const);
  const open = await openPairs(corpus, asked, call);
  return open.filter((other) => other.key.a !== key.a || other.key.b !== key.b);
}
