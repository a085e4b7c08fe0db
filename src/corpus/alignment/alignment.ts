/**
 * The room of the aligner: which sentences of one document answer which of another.
 *
 * Two modes. *Parallel*: one document is a translation of the other, or both of a third; one monotone path covers every
 * unit of both. *Comparable*: two stories of one event; only the passages that say the same are linked, in any order.
 * What is aligned are *units*, sentences or paragraphs, numbered from 0 on each side. This file holds the words that the
 * other rooms use; `align.ts` is the way in.
 */
import type { Language } from '../../shared/model.ts';

export type AlignmentMode = 'parallel' | 'comparable';

/** Who says that a bead is right: the aligner, or the reader, whose word is never changed. */
export type BeadStatus = 'automatic' | 'confirmed';

/**
 * Units `[aFrom, aTo)` of the first document answer units `[bFrom, bTo)` of the second. One of the runs is empty for what
 * only one side says; its bounds are then where it would stand.
 */
export interface Bead {
  readonly aFrom: number;
  readonly aTo: number;
  readonly bFrom: number;
  readonly bTo: number;
  /** Probability that exactly this bead is right, 0 to 1, tempered so that it is about as often right as it says. 1 for a confirmed one. */
  readonly score: number;
  readonly status: BeadStatus;
}

/** One document as the aligner wants it. */
export interface AlignmentSide {
  readonly language: Language;
  /** The units in reading order, each as it is written. */
  readonly units: readonly string[];
}

/** Unit `a` of the first document and unit `b` of the second belong to the same bead, whatever else belongs to it. */
export interface Anchor {
  readonly a: number;
  readonly b: number;
}

/** A part of a pair: units `[aFrom, aTo)` against units `[bFrom, bTo)`. */
export interface AlignmentRange {
  readonly aFrom: number;
  readonly aTo: number;
  readonly bFrom: number;
  readonly bTo: number;
}

/** Two documents to be aligned, and what is settled between them. */
export interface AlignmentPair {
  readonly a: AlignmentSide;
  readonly b: AlignmentSide;
  /** Beads that stand as they are. They may cross each other; they must not overlap. */
  readonly confirmed?: readonly Bead[];
  readonly anchors?: readonly Anchor[];
  /** Align this part alone; all of the pair when absent. */
  readonly range?: AlignmentRange;
}

/** Why a mode was chosen. The shares are what the choice rests on; both are 0 when the mode was asked for. */
export interface ModeChoice {
  readonly mode: AlignmentMode;
  readonly asked: boolean;
  /** Share of the shorter side's units that have a sure counterpart on the monotone path. */
  readonly coverage: number;
  /** Share of the surest counterparts, found in any order, that one monotone path can hold. */
  readonly monotonicity: number;
}

/** Beads in the order of the first document; one that holds none of its units stands where the path passes it. */
export interface Alignment {
  readonly choice: ModeChoice;
  /** In parallel mode every unit of both sides is in exactly one; in comparable mode only links are here. */
  readonly beads: readonly Bead[];
}

export function isLink(bead: AlignmentRange): boolean {
  return bead.aTo > bead.aFrom && bead.bTo > bead.bFrom;
}
