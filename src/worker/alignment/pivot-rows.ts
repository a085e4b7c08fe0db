/**
 * One text in the middle and its counterparts in several others. Pure, and in the numbers of segments alone. A row has as
 * few segments of the pivot as can be: two stand in one row only when some version links them to one run of its own.
 */
import type { Row } from './links.ts';

/** What one version says in a row of the pivot. */
export interface PivotPart {
  /** Segments of the version, in the order of the pivot. */
  readonly segments: readonly number[];
  /** Rows of its pair that they stand in. */
  readonly rows: readonly number[];
}

export interface PivotRow {
  /** Segments of the pivot; an empty run for what only one version has. */
  readonly from: number;
  readonly to: number;
  /** One for each version. */
  readonly parts: readonly PivotPart[];
}

interface Growing {
  readonly segments: number[];
  readonly rows: number[];
}

/**
 * Every segment of the pivot, and of each version, in exactly one row. What only a version has stands after the row that
 * holds what it follows there, versions one after the other.
 * @param size segments of the pivot
 * @param versions rows of each pair, whose first document is the pivot
 */
export function pivotRows(size: number, versions: readonly (readonly Row[])[]): PivotRow[] {
  const rowOf = runsOf(size, versions);
  const last = size === 0 ? -1 : rowOf[size - 1]!;
  const rows = Array.from({ length: last + 1 }, () => ({
    ...{ from: size, to: 0 },
    parts: versions.map((): Growing => ({ segments: [], rows: [] })),
  }));
  for (let segment = 0; segment < size; segment++) {
    const row = rows[rowOf[segment]!]!;
    row.from = Math.min(row.from, segment);
    row.to = segment + 1;
  }
  // What only a version has, by the row that it follows; -1 for the beginning.
  const following = new Map<number, PivotRow[]>();
  versions.forEach((own, version) => {
    let before = -1;
    own.forEach(({ aFrom, aTo, bFrom, bTo }, at) => {
      const segments = Array.from({ length: bTo - bFrom }, (_, n) => bFrom + n);
      if (aTo > aFrom) {
        before = rowOf[aFrom]!;
        const part = rows[before]!.parts[version]!;
        part.segments.push(...segments);
        part.rows.push(at);
        return;
      }
      const parts = versions.map((_, other) =>
        other === version ? { segments, rows: [at] } : { segments: [], rows: [] },
      );
      const others = following.get(before) ?? [];
      following.set(before, others);
      others.push({ from: 0, to: 0, parts });
    });
  });
  return [...(following.get(-1) ?? []), ...rows.flatMap((row, at) => [row, ...(following.get(at) ?? [])])];
}

/** The row of each segment of the pivot: a new one begins wherever no link of any version goes on. */
function runsOf(size: number, versions: readonly (readonly Row[])[]): Int32Array {
  const goesOn = new Uint8Array(size + 1);
  for (const own of versions) for (const { aFrom, aTo } of own) goesOn.fill(1, aFrom + 1, Math.max(aFrom + 1, aTo));
  const rowOf = new Int32Array(size);
  for (let segment = 1; segment < size; segment++) rowOf[segment] = rowOf[segment - 1]! + (goesOn[segment] ? 0 : 1);
  return rowOf;
}
