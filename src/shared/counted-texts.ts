/** What of a folder a table counts, asked alike whatever is counted. */
import * as z from 'zod';
import { judged, tagged, where } from './terms.ts';

export const countedTexts = {
  where: where.optional(),
  /** Only what lies in the passages of a tag: they are all the text that there is. */
  tagged: tagged.optional(),
  /** Of near-duplicate documents only the first is counted. */
  oncePerStory: z.boolean(),
};
export type CountedTexts = Readonly<z.infer<z.ZodObject<typeof countedTexts>>>;

/** Of the matches of a query only these are counted. */
export const countedLines = { judged: judged.optional() };
