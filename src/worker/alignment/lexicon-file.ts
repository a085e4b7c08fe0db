/** The file in which learned lexicons are kept between two runs: parsed like everything that comes from outside. */
import * as z from 'zod';
import { lexiconVersion } from '../../corpus/alignment/learned-lexicon.ts';
import type { LearnedLexicon } from '../../corpus/alignment/learned-lexicon.ts';

const lexicon = z
  .object({
    version: z.literal(lexiconVersion),
    languages: z.tuple([z.string(), z.string()]),
    a: z.array(z.string()),
    b: z.array(z.string()),
    pairs: z.array(z.number().min(0)),
  })
  .refine(({ a, b, pairs }) => {
    if (pairs.length % 4 !== 0) return false;
    const isPlace = (place: number, list: readonly string[]): boolean => Number.isInteger(place) && place < list.length;
    for (let at = 0; at < pairs.length; at += 4)
      if (!isPlace(pairs[at]!, a) || !isPlace(pairs[at + 1]!, b)) return false;
    return true;
  });
const lexiconFile = z.object({ lexicons: z.array(lexicon) });

export function isLexiconFile(value: unknown): value is { readonly lexicons: readonly LearnedLexicon[] } {
  return lexiconFile.safeParse(value).success;
}
