/** Two aligned documents as the writers of files want them. */

export interface BeadRange {
  readonly aFrom: number;
  readonly aTo: number;
  readonly bFrom: number;
  readonly bTo: number;
}

export interface WrittenSide {
  readonly path: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Sentences or paragraphs. */
  readonly units: readonly string[];
  /** Where it is known: of the document; of each unit, and whether it begins a paragraph. */
  readonly title?: string;
  readonly directions?: readonly ('ltr' | 'rtl')[];
  readonly opens?: readonly boolean[];
}

export interface WrittenPair {
  readonly a: WrittenSide;
  readonly b: WrittenSide;
  readonly mode: 'parallel' | 'comparable';
  /** In the order of the first document. */
  readonly beads: readonly (BeadRange & { readonly score: number })[];
}

export function isLinked({ aFrom, aTo, bFrom, bTo }: BeadRange): boolean {
  return aTo > aFrom && bTo > bFrom;
}

/** `2-1`. */
export function beadName({ aFrom, aTo, bFrom, bTo }: BeadRange): string {
  return `${aTo - aFrom}-${bTo - bFrom}`;
}

/** Units that nothing answers, of both sides. */
export function unlinkedUnits({ a, b, beads }: WrittenPair): number {
  const linked = beads.filter(isLinked);
  const covered = linked.reduce((sum, bead) => sum + bead.aTo - bead.aFrom + bead.bTo - bead.bFrom, 0);
  return a.units.length + b.units.length - covered;
}
