/** The shapes a bead may have, in one order that all tables of the aligner follow. */

/** Most units of one side in a bead. */
export const longestRun = 4;

/** Units of the first side and of the second, of each type of link. */
export const linkA = [1, 1, 2, 2, 1, 3, 2, 3, 1, 4] as const;
export const linkB = [1, 2, 1, 2, 3, 1, 3, 2, 4, 1] as const;
export const linkTypes = linkA.length;

/** Natural logarithms of how likely each is before anything is read. */
export interface TypePrior {
  /** By number of the type. */
  readonly links: readonly number[];
  /** A unit without counterpart behind one that has one: a cut begins. */
  readonly gapOpen: number;
  /** One more of them: a cut paragraph costs once. */
  readonly gapExtend: number;
}

/** Of translated news and books. Both directions of a type cost the same, so that swapping the sides mirrors the result. */
export const usualTypes: TypePrior = {
  links: [0.8, 0.05, 0.05, 0.008, 0.008, 0.008, 0.003, 0.003, 0.003, 0.003].map(Math.log),
  gapOpen: Math.log(0.015),
  gapExtend: Math.log(0.45),
};
