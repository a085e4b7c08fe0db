/** Which kinds of passages stand together, and how often: every cell is what a question for it would find. */
import type { DocId } from '../../shared/model.ts';
import type { DocumentSpans } from './placed-spans.ts';
import type { Relation, UnitsBetween } from './relations.ts';
import { related } from './relations.ts';

/** For each span of a document, whether the row or column means it. */
type Meant = (document: DocumentSpans) => readonly boolean[];

export interface MatrixTerms {
  /** `same`: one passage that both mean. `together`: that, or another with a place in common. */
  readonly relation: 'same' | 'together' | Relation;
  /** At most so many units between the two; Infinity for any. */
  readonly most: number;
  readonly units: (doc: DocId) => UnitsBetween;
  readonly counted: 'spans' | 'documents';
}

/** Counts by row, then by column. */
export function tagMatrix(
  documents: readonly DocumentSpans[],
  rows: readonly Meant[],
  columns: readonly Meant[],
  terms: MatrixTerms,
): number[][] {
  const cells = rows.map(() => columns.map(() => 0));
  for (const document of documents) {
    const rowsMean = rows.map((row) => numbersOf(row(document)));
    const columnsMean = columns.map((column) => numbersOf(column(document)));
    const found = counting(document, terms);
    for (const [row, of] of rowsMean.entries()) {
      if (of.length === 0) continue;
      const line = cells[row]!;
      for (const [column, to] of columnsMean.entries()) {
        if (to.length === 0) continue;
        const together = found(of, to);
        line[column]! += terms.counted === 'spans' ? together : Math.min(1, together);
      }
    }
  }
  return cells;
}

function numbersOf(meant: readonly boolean[]): readonly number[] {
  return meant.flatMap((is, at) => (is ? [at] : []));
}

/** How many numbers two ascending lists share. */
function shared(one: readonly number[], other: readonly number[]): number {
  let found = 0;
  for (let i = 0, j = 0; i < one.length && j < other.length;) {
    const difference = one[i]! - other[j]!;
    if (difference === 0) found++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return found;
}

type Count = (of: readonly number[], to: readonly number[]) => number;

function counting(document: DocumentSpans, terms: MatrixTerms): Count {
  const { relation } = terms;
  if (relation === 'same') return shared;
  if (relation !== 'together') return relating(document, terms, relation);
  const overlapping = relating(document, terms, 'overlaps');
  return (of, to) => {
    const both = new Set(to);
    const alone = of.filter((at) => !both.has(at));
    return of.length - alone.length + (alone.length === 0 ? 0 : overlapping(alone, to));
  };
}

function relating({ spans, doc }: DocumentSpans, { most, units }: MatrixTerms, relation: Relation): Count {
  // As in questions: nobody can say where an orphan stands, nor count in a text that is not at hand.
  const standing = (numbers: readonly number[]) => numbers.filter((at) => spans[at]!.state !== 'orphan');
  const between: UnitsBetween | null = most === Infinity ? () => 0 : doc === null ? null : units(doc);
  return (of: readonly number[], to: readonly number[]): number => {
    if (between === null) return 0;
    const chosen = standing(of);
    if (chosen.length === 0) return 0;
    return related(spans, chosen, standing(to), relation, between, most).filter(Boolean).length;
  };
}
