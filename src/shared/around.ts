/** What lies round a stretch of a document: for who selects, widens and narrows passages. */
import * as z from 'zod';
import { charOffset } from './terms.ts';

const stretch = z.object({ start: charOffset, end: charOffset });

/** Where an end would go, one word or one character (grapheme) on or back; it stays where it can go no further. */
const steps = z.object({
  wordOn: charOffset,
  wordBack: charOffset,
  characterOn: charOffset,
  characterBack: charOffset,
});

export const around = z.object({
  /**
   * The smallest runs of whole words, sentences and paragraphs that hold all of the stretch. At a place between two words,
   * the word that comes next; behind the last one, that.
   */
  words: stretch,
  sentences: stretch,
  paragraphs: stretch,
  start: steps,
  end: steps,
});
export type Around = Readonly<z.infer<typeof around>>;
