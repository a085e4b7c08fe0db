/**
 * What a query means, whichever language it was typed in: the one tree that the matcher understands.
 *
 * A pattern denotes a set of token runs, and a query gives every distinct run of that set, as Sketch Engine and BlackLab
 * do: `a *{0,3} b` on "a b b" has two hits, and the shorter does not hide the longer. Sets make every operator mean the
 * same wherever it stands. A run never leaves its scope (a paragraph or a document), and is never empty.
 */

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

/** What is asked of one token. */
export type TokenTest =
  | { readonly kind: 'any' }
  | { readonly kind: 'glob'; readonly key: LexiconKey; readonly glob: Glob }
  | { readonly kind: 'some'; readonly of: readonly TokenTest[] };

export type Pattern =
  | { readonly kind: 'token'; readonly test: TokenTest }
  | { readonly kind: 'sequence'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'either'; readonly parts: readonly Pattern[] }
  /** `max` may be `Infinity`. */
  | { readonly kind: 'repeat'; readonly part: Pattern; readonly min: number; readonly max: number }
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
    };

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
      return { kind: 'repeat', part, min, max };
    }
    case 'near':
      return { ...pattern, left: simplified(pattern.left), right: simplified(pattern.right) };
  }
}
