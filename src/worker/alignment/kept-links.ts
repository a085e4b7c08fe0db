/**
 * What is kept of pairs, by the paths of their documents. A pair is kept once, with the path that comes first in it
 * first: whoever opens it the other way round sees the same links mirrored.
 */
import type { StepWords } from '../../shared/step-words.ts';
import type { Granularity } from '../../shared/alignment.ts';
import type { FoundLink, Runs, SaidLink } from './links.ts';

export interface PairKey {
  readonly a: string;
  readonly b: string;
  readonly granularity: Granularity;
}

/** What the machine found, and in what: it is used again as long as these are the same. */
export interface KeptFound {
  /** Digest of both texts, of the mode that was asked for, and of the program's way of aligning. */
  readonly of: string;
  readonly mode: 'parallel' | 'comparable';
  readonly why: { readonly coverage: number; readonly order: number } | null;
  readonly links: readonly FoundLink[];
  /** Digest of what a person had said of other pairs and of words when it was found; absent or empty for nothing. */
  readonly knew?: string;
}

/** What a person said, with the texts it was said of: those are found again when segments before them come or go. */
export interface QuotedLink extends SaidLink {
  readonly aQuote: string;
  readonly bQuote: string;
}

/** What there is to undo or redo, in words. */
export interface Undoable {
  readonly undo: StepWords | null;
  readonly redo: StepWords | null;
}

export interface LinkChanges {
  readonly gone: readonly Runs[];
  readonly said: readonly QuotedLink[];
  /** For an alignment anew. */
  readonly found?: KeptFound;
}

export type PairState = 'accepted' | 'rejected';
export interface SettledPair {
  readonly a: string;
  readonly b: string;
  readonly state: PairState;
  readonly byHand: boolean;
}

export interface LinkKeeper {
  /** Counts up with every change of the project, also by undoing. */
  revision(): number;
  said(pair: PairKey): readonly QuotedLink[];
  /** Of all pairs, those that said something last standing last. */
  saidOfAll(): readonly { readonly pair: PairKey; readonly links: readonly QuotedLink[] }[];
  /** What was aligned anew at a person's word; what was found when a pair was opened is no work of theirs. */
  found(pair: PairKey): KeptFound | undefined;
  /** One step of the reader's. */
  change(pair: PairKey, says: StepWords, changes: LinkChanges): Undoable;
  settled(): readonly SettledPair[];
  /** One step of the reader's. Null takes back what was said of a pair. */
  settle(pairs: readonly SettledPair[], forgotten: readonly { readonly a: string; readonly b: string }[]): Undoable;
}

export function swapped<Link extends Runs>(link: Link): Link {
  return { ...link, aFrom: link.bFrom, aTo: link.bTo, bFrom: link.aFrom, bTo: link.aTo };
}

export function swappedQuoted(link: QuotedLink): QuotedLink {
  return { ...swapped(link), aQuote: link.bQuote, bQuote: link.aQuote };
}
