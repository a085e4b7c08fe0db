/** What the window remembers between starts. */
import * as z from 'zod';
import { lineSettings, savedBefore, usualLines } from './line-settings.ts';
import { query, context } from './terms.ts';

/** Widths of the text in the reading pane that are offered, in ems of its letters. */
export const readingWidths = [24, 30, 38, 46, 56, 70] as const;
/** Heights of its lines that are offered, in ems. Vowel signs above and below Arabic letters need the room. */
export const readingLeadings = [1.4, 1.55, 1.7, 1.9, 2.2] as const;

// Kept apart from its defaults: a partial object of fields with defaults would parse `{}` to all the defaults, and a
// change of the theme would then wipe the history.
export const preferenceFields = {
  theme: z.enum(['system', 'light', 'dark']),
  /** Of the interface; `system` is the first of the system's languages that the interface has. */
  language: z.enum(['system', 'en', 'ar', 'mk']),
  /** Sizes in percent by panel group. */
  panes: z.record(z.string(), z.record(z.string(), z.number())),
  history: z.array(query).max(200),
  readingFont: z.enum(['serif', 'sans']),
  readingSize: z.number().min(10).max(40),
  readingWidth: z.literal(readingWidths),
  readingLeading: z.literal(readingLeadings),
  /** Where the reading pane stands: beside the lines or below them. */
  readingPlace: z.enum(['beside', 'below']),
  context,
  /** How concordance lines are shown. */
  lines: lineSettings,
  /** Queries kept under a name before they lived in projects: each project takes them over once. */
  savedQueries: z.array(savedBefore).max(1_000),
  /** Whether the tour was taken or turned down. */
  tour: z.enum(['new', 'seen']),
  /** Settings of the tabs with tables, by tab. Each tab reads its own and passes over what it does not know. */
  tables: z.record(z.string().max(40), z.record(z.string().max(60), z.unknown())),
};
/** What the window remembers between starts. Unknown keys are dropped. */
export const preferences = z.object({
  theme: preferenceFields.theme.default('system'),
  language: preferenceFields.language.default('system'),
  panes: preferenceFields.panes.default({}),
  history: preferenceFields.history.default([]),
  readingFont: preferenceFields.readingFont.default('serif'),
  readingSize: preferenceFields.readingSize.default(17),
  readingWidth: preferenceFields.readingWidth.catch(38).default(38),
  readingLeading: preferenceFields.readingLeading.catch(1.7).default(1.7),
  readingPlace: preferenceFields.readingPlace.default('beside'),
  context: preferenceFields.context.default({ unit: 'tokens', size: 10 }),
  lines: preferenceFields.lines.catch(usualLines).default(usualLines),
  savedQueries: preferenceFields.savedQueries.default([]),
  tour: preferenceFields.tour.default('new'),
  tables: preferenceFields.tables.default({}),
});
/** A change of some preferences: what is not named stays as it is. */
export const preferencesChange = z.object(preferenceFields).partial();
export type Preferences = Readonly<z.infer<typeof preferences>>;
