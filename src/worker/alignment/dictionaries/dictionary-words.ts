/**
 * Dictionaries and glossary as the words of a text look them up: by the words that the aligner compares, and for a form that
 * is in no dictionary by what is left of it without an ending. Phrases are entries too.
 */
import type { Translation } from '../../../corpus/alignment/seed-passages.ts';
import { AlignmentWords } from '../../../corpus/alignment/words.ts';
import { fold } from '../../../corpus/text/fold.ts';
import type { Language } from '../../../shared/model.ts';

/** A word of a text: its folded form, and what the aligner makes of it. */
export interface LookedUp {
  readonly form: string;
  readonly key: string;
}

/** Words of a phrase at most. */
export const longestPhrase = 4;
/** Letters that an ending has at most, and that must be left before it. */
const longestEnding = 3;
const leastStem = 4;

export class DictionaryWords {
  readonly #a: AlignmentWords;
  readonly #b: AlignmentWords;
  /** By the words of the first language: what they mean. */
  readonly #meanings = new Map<string, Set<string>>();

  constructor([a, b]: readonly [Language, Language], entries: readonly Translation[]) {
    this.#a = new AlignmentWords(a);
    this.#b = new AlignmentWords(b);
    for (const entry of entries) {
      for (const word of namesOf(this.#a, entry.a))
        for (const meaning of namesOf(this.#b, entry.b)) {
          const meanings = this.#meanings.get(word);
          if (meanings) meanings.add(meaning);
          else this.#meanings.set(word, new Set([meaning]));
        }
    }
  }

  /** 0 when no entry says that these words answer each other; 1 when one does, a little less for other forms of its words. */
  sureness(a: readonly LookedUp[], b: readonly LookedUp[]): number {
    let best = 0;
    for (const { name, sure } of spellings(a)) {
      const meanings = this.#meanings.get(name);
      if (!meanings) continue;
      for (const other of spellings(b)) if (meanings.has(other.name)) best = Math.max(best, sure * other.sure);
    }
    return best;
  }

  /** Whether any entry begins so, in either form of the first language. */
  has(a: readonly LookedUp[]): boolean {
    return spellings(a).some(({ name }) => this.#meanings.has(name));
  }
}

/** What an entry is found under: its words as the aligner compares them, and as they are written. */
function namesOf(words: AlignmentWords, text: string): ReadonlySet<string> {
  const tokens = words.readTokens(text);
  if (tokens.length === 0 || tokens.length > longestPhrase) return new Set();
  const keys = tokens.flatMap((token) => token.words.map((word) => words.keys[word]!));
  const forms = tokens.map(({ start, end }) => fold(text.slice(start, end)));
  return new Set([keys.join(' '), forms.join(' ')]);
}

function spellings(words: readonly LookedUp[]): { readonly name: string; readonly sure: number }[] {
  const found = [
    { name: words.map(({ form }) => form).join(' '), sure: 1 },
    { name: words.map(({ key }) => key).join(' '), sure: 0.98 },
  ];
  // Only of single words: of a phrase it is not known which word has the ending.
  const [only] = words;
  if (!only || words.length > 1) return found;
  for (let cut = 1; cut <= longestEnding && only.form.length - cut >= leastStem; cut++)
    found.push({ name: only.form.slice(0, -cut), sure: 0.95 - 0.05 * cut });
  return found;
}
