/**
 * All strings of a lexicon in one, a line each, so that the engine's own `indexOf` finds the few candidates of a pattern:
 * walking 300,000 separate strings costs more than the rest of a query. Made when a pattern first needs it, and kept
 * as long as its lexicon.
 */
import type { FoldClassId, TypeId } from '../../shared/model.ts';
import type { Lexicon } from '../index/corpus-index.ts';
import type { LexiconKey } from './pattern.ts';

export interface LexiconStrings {
  /** Every string with a newline before and after it; tokens hold no newline. */
  readonly text: string;
  /** Where each string begins, and the length of `text` at the end: string i is `text[starts[i] .. starts[i + 1] - 1)`. */
  readonly starts: Uint32Array;
}

const kept = new WeakMap<Lexicon, Map<LexiconKey, LexiconStrings>>();

/** Strings of classes for `fold`, of types for the other keys. */
export function lexiconStrings(lexicon: Lexicon, key: LexiconKey): LexiconStrings {
  const byKey = kept.get(lexicon) ?? new Map<LexiconKey, LexiconStrings>();
  kept.set(lexicon, byKey);
  const strings = byKey.get(key) ?? joinedStrings(lexicon, key);
  byKey.set(key, strings);
  return strings;
}

export function typeString(lexicon: Lexicon, key: Exclude<LexiconKey, 'fold'>, type: TypeId): string {
  switch (key) {
    case 'caseFold':
      return lexicon.caseFold(type);
    case 'marksFold':
      return lexicon.marksFold(type);
    case 'form':
      return lexicon.form(type);
  }
}

function joinedStrings(lexicon: Lexicon, key: LexiconKey): LexiconStrings {
  const count = key === 'fold' ? lexicon.classes : lexicon.size;
  const lines: string[] = [];
  const starts = new Uint32Array(count + 1);
  let at = 1;
  for (let i = 0; i < count; i++) {
    const line = key === 'fold' ? lexicon.foldOf(i as FoldClassId) : typeString(lexicon, key, i as TypeId);
    starts[i] = at;
    lines.push(line);
    at += line.length + 1;
  }
  starts[count] = at;
  return { text: `\n${lines.join('\n')}\n`, starts };
}
