/** The texts of a pivot view in the order of the page: the pivot stands in the middle, after the first version. */
import type { AlignmentSummary } from '../../../../shared/alignment.ts';
import type { DocumentSummary } from '../../../../shared/answers.ts';
import type { Direction } from '../../../../shared/model.ts';

export interface Column {
  readonly document: DocumentSummary;
  readonly direction: Direction;
  readonly segments: number;
  /** Segments that the pivot answers; of the pivot, null. */
  readonly linked: number | null;
  /** Place among the versions; null for the pivot. */
  readonly version: number | null;
  /** Which of the looks of texts it has: 0 for the pivot. */
  readonly side: number;
}

export function columnsOf(summaries: readonly AlignmentSummary[]): Column[] {
  const [first] = summaries;
  if (!first) return [];
  const [pivot] = first.documents;
  const versions = summaries.map(({ documents: [, own] }, version): Column => ({ ...own, version, side: version + 1 }));
  const middle: Column = { ...pivot, linked: null, version: null, side: 0 };
  return [...versions.slice(0, 1), middle, ...versions.slice(1)];
}
