/**
 * What a tab is set to, as the window remembers it. Read leniently, field by field: a value that this version does not
 * know counts as not set, and never takes the others with it.
 */
import { parityTools } from '../../../../shared/measures.ts';
import * as z from 'zod';
import { countingUnits, dateParts, mostTerms, widestSpan, windowMarginals } from '../../../../shared/tables.ts';
import { query } from '../../../../shared/terms.ts';

const whole = (least: number, most: number, usual: number) => z.number().int().min(least).max(most).catch(usual);
const words = z.array(z.string().max(200)).catch([]);

export const chartPlaces = ['beside', 'below', 'hidden'] as const;
export type ChartPlace = (typeof chartPlaces)[number];

export const tabSettings = z.object({
  // What is counted.
  unit: z.enum(countingUnits).catch('marks'),
  stopLanguages: words,
  stopWords: words,
  numbers: z.boolean().catch(true),
  minCount: whole(1, 1_000_000, 1),
  minDocuments: whole(1, 1_000_000, 1),
  oncePerStory: z.boolean().catch(false),
  /** Only what the query of the bar matches, or holds. */
  matching: z.boolean().catch(false),
  // N-grams.
  n: whole(2, 5, 2),
  slots: z.boolean().catch(false),
  bounds: z.enum(['sentence', 'paragraph']).catch('sentence'),
  // Collocates.
  before: whole(0, widestSpan, 5),
  after: whole(0, widestSpan, 5),
  sentence: z.boolean().catch(false),
  marginals: z.enum(windowMarginals).catch('tokens'),
  /** The program whose way of scoring is shown; null: Lectern's own. Of collocates and keywords. */
  as: z.enum(parityTools).nullable().catch(null),
  // Keywords.
  target: z.string().max(2_000).catch(''),
  reference: z.enum(['rest', 'where', 'tagged', 'corpus', 'file']).catch('rest'),
  referenceWhere: z.string().max(2_000).catch(''),
  sideBySide: z.boolean().catch(false),
  subject: z.string().max(200).catch(''),
  // Trends.
  terms: z
    .array(query)
    .max(mostTerms - 1)
    .catch([]),
  field: z.string().max(200).catch(''),
  part: z.enum(dateParts).nullable().catch(null),
  // Resampling of documents.
  samples: whole(100, 10_000, 1_000),
  seed: z.number().int().catch(1),
  intervals: z.boolean().catch(false),
  // What is shown.
  columns: z.array(z.string().max(60)).nullable().catch(null),
  measure: z.string().max(60).catch(''),
  chart: z.string().max(30).catch(''),
  chartPlace: z.enum(chartPlaces).catch('beside'),
});
export type TabSettings = Readonly<z.infer<typeof tabSettings>>;
