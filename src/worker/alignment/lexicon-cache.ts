/**
 * What aligning taught of two languages, kept in the cache folder for the next pair of a folder: a second article of the
 * same pages is aligned better than the first. It can be learned again at any time: a file that cannot be read or
 * written is passed over.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { LearnedLexicon } from '../../corpus/alignment/learned-lexicon.ts';
import { mergedLexicon, mirroredLexicon } from '../../corpus/alignment/learned-lexicon.ts';
import type { Language } from '../../shared/model.ts';

/** Pairs that are remembered: what more of them teach is mostly known. */
const mostPairs = 24;

const lexicon = z.object({
  version: z.number(),
  languages: z.tuple([z.string(), z.string()]),
  a: z.array(z.string()),
  b: z.array(z.string()),
  pairs: z.array(z.number()),
});
/** Each with the digest of the pair that it was learned from; the newest last. */
const keptFile = z.array(z.object({ of: z.string(), lexicon }));

export interface Place {
  /** Folder of the cache; undefined when nothing is kept. */
  readonly cache: string | undefined;
  /** What tells one folder from another: the file of its project. */
  readonly project: string;
}

function fileOf({ cache = '', project }: Place, a: Language, b: Language): string {
  const name = createHash('sha256').update(`${project}\0${a}\0${b}`).digest('hex').slice(0, 32);
  return join(cache, 'aligned', `lexicon-${name}.json`);
}

function kept(place: Place, a: Language, b: Language): z.infer<typeof keptFile> {
  if (place.cache === undefined) return [];
  try {
    return keptFile.parse(JSON.parse(readFileSync(fileOf(place, a, b), 'utf8')));
  } catch {
    return [];
  }
}

/** What other pairs of the folder taught; undefined when there are none. */
export function learnedElsewhere(place: Place, a: Language, b: Language, of: string): LearnedLexicon | undefined {
  const [first, second] = [a, b].sort() as [Language, Language];
  const others = kept(place, first, second).filter((one) => one.of !== of);
  const merged = mergedLexicon(others.map((one) => one.lexicon));
  return merged && first !== a ? mirroredLexicon(merged) : merged;
}

/** What all pairs of the folder taught, made when it is asked for; another `of` for another content. */
export function learnedAll(
  place: Place,
  a: Language,
  b: Language,
): { readonly of: string; readonly lexicon: () => LearnedLexicon | undefined } {
  const [first, second] = [a, b].sort() as [Language, Language];
  return { of: stampOf(place, first, second), lexicon: () => learnedElsewhere(place, a, b, '') };
}

function stampOf(place: Place, first: Language, second: Language): string {
  if (place.cache === undefined) return '';
  const file = fileOf(place, first, second);
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat ? `${file} ${stat.ino} ${stat.size} ${stat.mtimeMs}` : '';
}

export function keepLearned(place: Place, of: string, learned: LearnedLexicon): void {
  if (place.cache === undefined) return;
  const [a, b] = learned.languages;
  const ordered = a > b ? mirroredLexicon(learned) : learned;
  const [first, second] = ordered.languages;
  const others = kept(place, first, second).filter((one) => one.of !== of);
  const file = fileOf(place, first, second);
  try {
    mkdirSync(join(place.cache, 'aligned'), { recursive: true });
    const temporary = `${file}.${process.pid}.tmp`;
    writeFileSync(temporary, JSON.stringify([...others, { of, lexicon: ordered }].slice(-mostPairs)));
    renameSync(temporary, file);
  } catch {
    // The next pair is aligned without it.
  }
}
