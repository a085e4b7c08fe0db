/** Compares words with a pattern of literals, `many` and `one`, without regular expressions: time is linear in practice
 * and never exponential, whatever was typed. */
import { fold, foldCase, foldMarks } from '../text/fold.ts';
import type { Glob, GlobPart, LexiconKey } from './pattern.ts';

/** The folding that makes a literal comparable with the lexicon's strings of that key. */
export function foldedFor(key: LexiconKey, text: string): string {
  switch (key) {
    case 'fold':
      return fold(text);
    case 'caseFold':
      return foldCase(text);
    case 'marksFold':
      return foldMarks(text);
    case 'form':
      return text;
  }
}

/** Literals and single characters in a row; null stands for one code point. */
type Run = readonly (string | null)[];

/**
 * A pattern ready to be compared. Without `many`, `head` is the whole; otherwise the word starts with `head`, ends with
 * `tail`, and holds the `middles` in order between.
 */
export interface GlobMatcher {
  readonly open: boolean;
  readonly head: Run;
  readonly middles: readonly Run[];
  readonly tail: Run;
  /** The longest literal; empty when there is none. */
  readonly needle: string;
  /** The needle is the very end of every match. */
  readonly needleEnds: boolean;
}

/** Literals side by side joined, empty ones (folded away) dropped. */
function joinedParts(glob: Glob, key: LexiconKey): GlobPart[] {
  const joined: GlobPart[] = [];
  for (const part of glob) {
    const last = joined.at(-1);
    if (part.kind !== 'literal') joined.push(part);
    else if (last?.kind === 'literal') joined.splice(-1, 1, { kind: 'literal', text: last.text + part.text });
    else joined.push(part);
  }
  return joined
    .map((part) => (part.kind === 'literal' ? { ...part, text: foldedFor(key, part.text) } : part))
    .filter((part) => part.kind !== 'literal' || part.text !== '');
}

export function globMatcher(glob: Glob, key: LexiconKey): GlobMatcher {
  const runs: (string | null)[][] = [[]];
  for (const part of joinedParts(glob, key)) {
    if (part.kind === 'many') runs.push([]);
    else runs.at(-1)!.push(part.kind === 'one' ? null : part.text);
  }
  const open = runs.length > 1;
  const head = runs[0]!;
  const tail = open ? runs.at(-1)! : [];
  const literals = runs.flat().filter((part) => part !== null);
  const end = (open ? tail : head).at(-1) ?? '';
  const longest = literals.reduce((a, b) => (b.length > a.length ? b : a), '');
  const needleEnds = end !== '' && end.length === longest.length;
  const middles = runs.slice(1, -1).filter((run) => run.length > 0);
  return { open, head, middles, tail, needle: needleEnds ? end : longest, needleEnds };
}

function isLowSurrogate(unit: number): boolean {
  return (unit & 0xfc00) === 0xdc00;
}
function isHighSurrogate(unit: number): boolean {
  return (unit & 0xfc00) === 0xd800;
}

function codePointEnd(text: string, at: number, to: number): number {
  return isHighSurrogate(text.charCodeAt(at)) && at + 1 < to && isLowSurrogate(text.charCodeAt(at + 1))
    ? at + 2
    : at + 1;
}

/** Where the run ends when it stands at `at`, or -1. */
function runEnd(run: Run, text: string, at: number, to: number): number {
  for (const part of run) {
    if (part === null) {
      if (at >= to) return -1;
      at = codePointEnd(text, at, to);
    } else {
      if (at + part.length > to || !text.startsWith(part, at)) return -1;
      at += part.length;
    }
  }
  return at;
}

/** Where the run starts when it ends at `at`, or -1. */
function runStart(run: Run, text: string, at: number, from: number): number {
  for (let i = run.length - 1; i >= 0; i--) {
    const part = run[i] ?? null;
    if (part === null) {
      if (at <= from) return -1;
      at--;
      if (at > from && isLowSurrogate(text.charCodeAt(at)) && isHighSurrogate(text.charCodeAt(at - 1))) at--;
    } else {
      at -= part.length;
      if (at < from || !text.startsWith(part, at)) return -1;
    }
  }
  return at;
}

/**
 * Whether `text[from..to)` is a word that the pattern describes. Each middle is taken as early as it can be: a run has a
 * fixed number of code points, so the earliest start has the earliest end and no later choice can be better.
 */
export function globMatches(glob: GlobMatcher, text: string, from: number, to: number): boolean {
  let at = runEnd(glob.head, text, from, to);
  if (at === -1) return false;
  if (!glob.open) return at === to;
  const tailStart = runStart(glob.tail, text, to, at);
  if (tailStart === -1) return false;
  for (const middle of glob.middles) {
    let end = runEnd(middle, text, at, tailStart);
    while (end === -1) {
      if (at >= tailStart) return false;
      at = codePointEnd(text, at, tailStart);
      end = runEnd(middle, text, at, tailStart);
    }
    at = end;
  }
  return true;
}

/** The one literal that a glob is; undefined for a word with wildcards. */
export function literalOf(glob: Glob): string | undefined {
  const [only] = glob;
  return glob.length === 1 && only?.kind === 'literal' ? only.text : undefined;
}
