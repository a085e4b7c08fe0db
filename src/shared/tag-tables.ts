/** Tables of tagged passages: what stands with what, how far two people who tag agree, and queries that tag by themselves. */
import * as z from 'zod';
import type { SpanQuestion, TagId } from './tagging.ts';
import { coderId, distanceUnits, spanQuestion, spanRelations, tagId } from './tagging.ts';
import { charOffset, count, inCorpus } from './terms.ts';
import { quoted } from './written.ts';

/** What the rows or the columns of a matrix are. */
export const matrixAxis = z.discriminatedUnion('kind', [
  /** Absent `tags`: all. With `children` a tag has the passages of those below it too. */
  z.object({ kind: z.literal('tags'), tags: z.array(tagId).max(500).optional(), children: z.boolean() }),
  z.object({ kind: z.literal('documents') }),
  /** The values of a field of the documents. */
  z.object({ kind: z.literal('field'), field: z.string().min(1).max(200) }),
  z.object({ kind: z.literal('coders') }),
]);
export type MatrixAxis = Readonly<z.infer<typeof matrixAxis>>;

/**
 * How a passage of the row stands to one of the column: `same` is the same passage, `together` that or another with a
 * place in common, the others as in a question. For axes that are not both tags, only `same` has a meaning.
 */
export const matrixRelations = ['together', 'same', ...spanRelations] as const;
export type MatrixRelation = (typeof matrixRelations)[number];

/** One row or column; `question` means its passages. */
const matrixHead = z.object({ name: z.string(), tag: tagId.nullable(), question: spanQuestion });
export type MatrixHead = Readonly<z.infer<typeof matrixHead>>;

/** Rows or columns past these are left out, the fullest are kept; `complete` is false then. */
export const mostHeads = 200;

const how = {
  relation: z.enum(matrixRelations),
  /** For `near` and `precedes`. */
  distance: count.optional(),
  unit: z.enum(distanceUnits).optional(),
  /** Passages of the row are counted, or the documents that they lie in. */
  counted: z.enum(['spans', 'documents']),
};

/** What the passages of one cell are asked by: as many as the cell says. */
export function cellQuestion(
  row: SpanQuestion,
  column: SpanQuestion,
  { relation, distance, unit }: { relation: MatrixRelation; distance?: number | undefined; unit?: Unit | undefined },
): SpanQuestion {
  const same: SpanQuestion = { kind: 'and', of: [row, column] };
  if (relation === 'same') return same;
  if (relation === 'together')
    return { kind: 'or', of: [same, { kind: 'relation', relation: 'overlaps', of: row, to: column }] };
  return { kind: 'relation', relation, of: row, to: column, distance, unit };
}

type Unit = (typeof distanceUnits)[number];

export function tagQuestion(tag: TagId, children: boolean): SpanQuestion {
  return { kind: 'tag', tag, children };
}

/** Passages in documents whose field has just this value; null: in documents without the field. */
export function fieldQuestion(field: string, value: string | null): SpanQuestion {
  return { kind: 'where', where: `${field}=${quoted(value ?? '')}` };
}

// ---- agreement -----------------------------------------------------------------------------------------------------

/** Null where a measure has no value: nothing was tagged, or everything alike. */
const measure = z.number().nullable();
const measures = z.object({
  /** Passages that the first has, that the second has, and that both have with the same ends. */
  first: count,
  second: count,
  both: count,
  /** Words on which both have the tag or neither, of all words. */
  percent: measure,
  /** Cohen’s κ over words. */
  kappa: measure,
  /** Krippendorff’s α over words, and over passages as they were cut (unitizing, in characters). */
  alpha: measure,
  unitizing: measure,
});
export type Agreement = Readonly<z.infer<typeof measures>>;

const among = z.object({
  /** Share of the pairs of people who say the same of a word. */
  percent: measure,
  /** Krippendorff’s α of all of them over words, with gaps; and over passages, in the documents that all have tagged in. */
  alpha: measure,
  unitizing: measure,
});
export type AmongAgreement = Readonly<z.infer<typeof among>>;
/** People who are compared at once. */
export const mostCoders = 20;

export const tagTableRequests = {
  'matrix.open': {
    params: inCorpus.extend({ rows: matrixAxis, columns: matrixAxis, ...how }),
    result: z.object({
      revision: count,
      rows: z.array(matrixHead),
      columns: z.array(matrixHead),
      /** By row, then by column. */
      cells: z.array(z.array(count)),
      /** All rows and columns are there. */
      complete: z.boolean(),
    }),
  },
  /**
   * How far two people agree on each tag, in the documents that both have tagged something in. Words are the units of
   * percent, κ and α.
   */
  'agreement.measure': {
    params: inCorpus.extend({ first: coderId, second: coderId }),
    result: z.object({
      revision: count,
      documents: z.array(z.object({ path: z.string(), words: count, agreement: measures })),
      tags: z.array(z.object({ tag: tagId, agreement: measures })),
      all: measures,
      /** Passages that only one of the two has, tag by tag: at most `mostDisagreements`, in text order. */
      disagreements: z.array(
        z.object({
          tag: tagId,
          path: z.string(),
          question: spanQuestion,
          start: charOffset,
          end: charOffset,
          by: coderId,
        }),
      ),
      total: count,
    }),
  },
  /**
   * How far several people agree, all together and two by two, in the documents that at least two of them have tagged
   * something in. Absent `coders`: all who have tagged, those with most passages first.
   */
  'agreement.among': {
    params: inCorpus.extend({ coders: z.array(coderId).min(2).max(mostCoders).optional() }),
    result: z.object({
      revision: count,
      /** With their passages, and the documents that they have tagged in. */
      coders: z.array(z.object({ coder: coderId, spans: count, documents: count })),
      documents: count,
      all: among,
      tags: z.array(z.object({ tag: tagId, agreement: among })),
      /** Every two, with the documents that both have tagged in. */
      pairs: z.array(z.object({ first: coderId, second: coderId, documents: count, agreement: measures })),
    }),
  },
} as const;

export const mostDisagreements = 500;
