/**
 * What a query means, whichever language it was typed in: the one tree that the matcher understands.
 *
 * A pattern denotes a set of token runs, and a query gives every distinct run of that set, as Sketch Engine and BlackLab
 * do: `a *{0,3} b` on "a b b" has two hits, and the shorter does not hide the longer. Sets make every operator mean the
 * same wherever it stands. A run never leaves its scope (a paragraph or a document), and is never empty.
 */

import type { Language } from '../../shared/model.ts';
import type { Regex } from './token-regex.ts';
import type { TokenPlaces } from './token-places.ts';
import type { TypeRanges } from './type-set.ts';

/** Which form of a token a test compares: the folding that the lexicon keeps for it. */
export type LexiconKey = 'fold' | 'caseFold' | 'marksFold' | 'form';

/** `case`/`marks` true means: these count. */
export function lexiconKey(counts: { readonly case: boolean; readonly marks: boolean }): LexiconKey {
  if (counts.case) return counts.marks ? 'form' : 'marksFold';
  return counts.marks ? 'caseFold' : 'fold';
}

/** `many` = any run of characters, also none; `one` = exactly one code point. */
export type GlobPart =
  { readonly kind: 'literal'; readonly text: string } | { readonly kind: 'many' } | { readonly kind: 'one' };
/** A word with wildcards. The literals are NFC, not folded. */
export type Glob = readonly GlobPart[];

/**
 * The stem of a token, by the language of its document. `word` asks for the tokens that have the stem of that word; `regex`
 * is an expression on the stem itself, and null where only a word is asked. Without case; without marks unless they count.
 * The matcher does not know it: stem-tests.ts puts the types that it means in its place.
 */
export interface StemTest {
  readonly kind: 'stem';
  /** Undefined when an expression is no single word. */
  readonly word: string | undefined;
  readonly regex: Regex | null;
  readonly marks: boolean;
  readonly at: number;
  readonly until: number;
}

/** What is asked of one token. `at`, `until`: where an expression was typed, for failures that running it brings. */
export type TokenTest =
  | { readonly kind: 'any' }
  | { readonly kind: 'glob'; readonly key: LexiconKey; readonly glob: Glob }
  | {
      readonly kind: 'regex';
      readonly key: LexiconKey;
      readonly regex: Regex;
      readonly at: number;
      readonly until: number;
    }
  /** Of the document that holds the token. */
  | { readonly kind: 'language'; readonly regex: Regex; readonly at: number; readonly until: number }
  | StemTest
  /** Tagged so: of the names of tags. The matcher does not know it: tag-tests.ts puts places in its place. */
  | {
      readonly kind: 'tag';
      readonly key: LexiconKey;
      readonly regex: Regex;
      readonly at: number;
      readonly until: number;
    }
  | { readonly kind: 'places'; readonly places: TokenPlaces }
  /** These types, in documents of these languages; null: in any document. */
  | { readonly kind: 'types'; readonly types: TypeRanges; readonly languages: readonly Language[] | null }
  | { readonly kind: 'some'; readonly of: readonly TokenTest[] }
  | { readonly kind: 'all'; readonly of: readonly TokenTest[] }
  | { readonly kind: 'not'; readonly of: TokenTest };

/** What is asked of a document's metadata, or of the name of a tag. A field that it lacks reads as empty. */
export interface DocumentCondition {
  readonly field: string;
  readonly negated: boolean;
  readonly regex: Regex;
  readonly key: LexiconKey;
}

/** Where a match must lie. */
export type Place =
  | { readonly kind: 'region'; readonly of: 'sentence' | 'paragraph' }
  | { readonly kind: 'document'; readonly conditions: readonly DocumentCondition[] }
  /** Inside some run of the pattern. */
  | { readonly kind: 'pattern'; readonly outer: Pattern };

/** Where in the query something was typed: UTF-16 offsets. */
export interface QueryPlace {
  readonly at: number;
  readonly until: number;
}

export type Pattern =
  | { readonly kind: 'token'; readonly test: TokenTest }
  | { readonly kind: 'sequence'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'either'; readonly parts: readonly Pattern[] }
  /** `max` may be `Infinity`. `typed` where the repeat stands in the query. */
  | {
      readonly kind: 'repeat';
      readonly part: Pattern;
      readonly min: number;
      readonly max: number;
      readonly typed: QueryPlace;
    }
  /**
   * The run from the first to the last token of a hit of `left` and a hit of `right` in one paragraph that do not
   * overlap, with at most `words` tokens between; `left` first when `ordered`. Where one side is itself an unordered or
   * ordered `near`, its run also counts as near when the other side lies strictly inside it (`ordered` false only): in
   * `a NEAR b NEAR c` the third word may stand between the first two.
   */
  | {
      readonly kind: 'near';
      readonly left: Pattern;
      readonly right: Pattern;
      readonly words: number;
      readonly ordered: boolean;
      /** Where the operator stands. */
      readonly typed: QueryPlace;
    }
  /** Between tokens: matches no token itself. */
  | { readonly kind: 'boundary'; readonly of: 'sentence' | 'paragraph'; readonly side: 'start' | 'end' }
  | { readonly kind: 'within'; readonly part: Pattern; readonly place: Place }
  /** The tagged passages, each as the run of its tokens, that have a tag with such a name. */
  | { readonly kind: 'passages'; readonly conditions: readonly DocumentCondition[] }
  /** The runs of `part` inside which a run of `inner` lies. */
  | { readonly kind: 'containing'; readonly part: Pattern; readonly inner: Pattern };

export const anyToken: Pattern = { kind: 'token', test: { kind: 'any' } };

export function sequence(parts: readonly Pattern[]): Pattern {
  return parts.length === 1 ? parts[0]! : { kind: 'sequence', parts };
}

export function either(parts: readonly Pattern[]): Pattern {
  return parts.length === 1 ? parts[0]! : { kind: 'either', parts };
}

/**
 * The same set of runs in the plainest tree: sequences flattened, alternatives of single tokens made one test, fixed
 * repeats of a single token written out. The matcher's quick paths look for these shapes.
 */
export function simplified(pattern: Pattern): Pattern {
  switch (pattern.kind) {
    case 'token':
    case 'boundary':
    case 'passages':
      return pattern;
    case 'sequence':
      return sequence(
        pattern.parts.map(simplified).flatMap((part) => (part.kind === 'sequence' ? part.parts : [part])),
      );
    case 'either': {
      const parts = pattern.parts
        .map(simplified)
        .flatMap((part): readonly Pattern[] => (part.kind === 'either' ? part.parts : [part]));
      const tests = parts.flatMap((part) => (part.kind === 'token' ? [part.test] : []));
      if (tests.length < 2) return either(parts);
      const one: Pattern = { kind: 'token', test: { kind: 'some', of: tests } };
      return either([one, ...parts.filter((part) => part.kind !== 'token')]);
    }
    case 'repeat': {
      const part = simplified(pattern.part);
      const { min, max } = pattern;
      if (part.kind === 'token' && min === max) return sequence(Array.from({ length: min }, () => part));
      return { ...pattern, part };
    }
    case 'near':
      return { ...pattern, left: simplified(pattern.left), right: simplified(pattern.right) };
    case 'within': {
      const { place } = pattern;
      const simpler = place.kind === 'pattern' ? { ...place, outer: simplified(place.outer) } : place;
      return { kind: 'within', part: simplified(pattern.part), place: simpler };
    }
    case 'containing':
      return { kind: 'containing', part: simplified(pattern.part), inner: simplified(pattern.inner) };
  }
}

/** Whether the automaton can run it; the rest is made by joining sets of runs. */
export function isRegular(pattern: Pattern): boolean {
  switch (pattern.kind) {
    case 'token':
    case 'boundary':
      return true;
    case 'sequence':
    case 'either':
      return pattern.parts.every(isRegular);
    case 'repeat':
      return isRegular(pattern.part);
    case 'near':
    case 'within':
    case 'passages':
    case 'containing':
      return false;
  }
}

/** Whether it may match without a token. */
export function isNullable(pattern: Pattern): boolean {
  switch (pattern.kind) {
    case 'boundary':
      return true;
    case 'sequence':
      return pattern.parts.every(isNullable);
    case 'either':
      return pattern.parts.some(isNullable);
    case 'repeat':
      return pattern.min === 0 || isNullable(pattern.part);
    case 'token':
    case 'near':
    case 'within':
    case 'passages':
    case 'containing':
      return false;
  }
}

/** The same pattern with every test of a token put through `change`. */
export function withTests(pattern: Pattern, change: (test: TokenTest) => TokenTest): Pattern {
  const into = (part: Pattern): Pattern => withTests(part, change);
  switch (pattern.kind) {
    case 'token':
      return { kind: 'token', test: change(pattern.test) };
    case 'boundary':
    case 'passages':
      return pattern;
    case 'sequence':
    case 'either':
      return { kind: pattern.kind, parts: pattern.parts.map(into) };
    case 'repeat':
      return { ...pattern, part: into(pattern.part) };
    case 'near':
      return { ...pattern, left: into(pattern.left), right: into(pattern.right) };
    case 'within': {
      const { place } = pattern;
      const changed = place.kind === 'pattern' ? { ...place, outer: into(place.outer) } : place;
      return { kind: 'within', part: into(pattern.part), place: changed };
    }
    case 'containing':
      return { kind: 'containing', part: into(pattern.part), inner: into(pattern.inner) };
  }
}
