/** How concordance lines are shown: what the window remembers of it. */
import * as z from 'zod';
import { mostLineFields, mostLineWords } from './lines.ts';
import { context, query, sortKeys, steps } from './terms.ts';

/**
 * A column: `text` (before, match and after together), `document`, `language`, `verdict`, or `field:` and the name of a field. Its
 * width in CSS pixels; the text takes what the others leave.
 */
const column = z.object({ id: z.string().min(1).max(210), width: z.number().int().min(32).max(800) });
export type LineColumn = Readonly<z.infer<typeof column>>;

export const densities = ['compact', 'normal', 'airy'] as const;
export const scripts = ['latin', 'arabic', 'other'] as const;
export type LineScript = (typeof scripts)[number];
/** CSS pixels of the letters of lines. */
export const smallestText = 10;
export const largestText = 32;
const size = z.number().int().min(smallestText).max(largestText);

export const lineSettings = z.object({
  /** In their order; `text` is always one of them. */
  columns: z
    .array(column)
    .min(1)
    .max(mostLineFields + 4),
  /** Numbers of lines. */
  numbers: z.boolean(),
  density: z.enum(densities),
  font: z.enum(['serif', 'sans']),
  sizes: z.object({ latin: size, arabic: size, other: size }),
  /** The words that lines are sorted by are tinted. */
  colours: z.boolean(),
  /** Headings over groups of sorted lines. */
  headings: z.boolean(),
  /** The map of hits beside the lines. */
  map: z.boolean(),
  /** A blank stands in the place of the match. */
  gaps: z.boolean(),
  /** So many words on each side stand in columns of their own; 0: lines of text. */
  words: z.number().int().min(0).max(mostLineWords),
});
export type LineSettings = Readonly<z.infer<typeof lineSettings>>;

export const usualLines: LineSettings = {
  columns: [
    { id: 'document', width: 150 },
    { id: 'language', width: 56 },
    { id: 'text', width: 600 },
  ],
  numbers: true,
  density: 'normal',
  font: 'serif',
  sizes: { latin: 15, arabic: 17, other: 15 },
  colours: true,
  headings: false,
  map: false,
  gaps: false,
  words: 0,
};

/** A query as the window kept it under a name before projects had a place for it (saved-queries.ts). */
export const savedBefore = z.object({
  name: z.string().min(1).max(120),
  query,
  where: z.string().max(2_000),
  sort: sortKeys,
  steps,
  context,
});
