/**
 * Bilingual passages that every pair of languages has before anything was aligned: the names of ICU, the names and key words of
 * CLDR's annotations, the Universal Declaration of Human Rights. Line n of each file says the same in every language.
 */
import type { Passage } from './ibm-model.ts';
import { icuNames } from './icu-names.ts';
import type { AlignmentWords } from './words.ts';

/** Contents of resources/seeds/names and resources/seeds/rights for one language; empty where there is no file. */
export interface SeedText {
  readonly names: string;
  readonly rights: string;
}

const weights = { icu: 2, name: 1, keys: 0.5, rights: 1, dictionary: 4 } as const;

/** More words in a name than this say little of any of them. */
const longestName = 12;

export function seedPassages(a: AlignmentWords, b: AlignmentWords, seedA: SeedText, seedB: SeedText): Passage[] {
  const passages: Passage[] = [];
  const add = (textA: string, textB: string, weight: number, longest: number): void => {
    if (textA === '' || textB === '') return;
    const passage = { a: a.lookUp(textA), b: b.lookUp(textB), weight };
    if (Math.max(passage.a.length, passage.b.length) > longest) return;
    // A passage of which neither text, or only one, holds a word teaches nothing that they need.
    if (passage.a.some((word) => a.counts[word]! > 0) && passage.b.some((word) => b.counts[word]! > 0))
      passages.push(passage);
  };
  const icuB = icuNames(b.language);
  icuNames(a.language).forEach((name, n) => {
    add(name, icuB[n] ?? '', weights.icu, longestName);
  });
  inStep(seedA.names, seedB.names, (lineA, lineB) => {
    const [nameA = '', keysA = ''] = lineA.split('\t');
    const [nameB = '', keysB = ''] = lineB.split('\t');
    add(nameA, nameB, weights.name, longestName);
    add(keysA.replaceAll('|', ' '), keysB.replaceAll('|', ' '), weights.keys, 3 * longestName);
  });
  inStep(seedA.rights, seedB.rights, (lineA, lineB) => {
    const partsA = lineA.split('\t');
    const partsB = lineB.split('\t');
    if (partsA.length === partsB.length)
      partsA.forEach((part, p) => {
        add(part, partsB[p]!, weights.rights, Infinity);
      });
    else add(lineA, lineB, weights.rights, Infinity);
  });
  return passages;
}

/** A word or phrase and what it means, or a segment and its translation. */
export interface Translation {
  readonly a: string;
  readonly b: string;
}

/** Those of which the texts at hand hold a word on both sides: a dictionary has a hundred thousand entries, an article a few hundred words. */
export function dictionaryPassages(
  a: AlignmentWords,
  b: AlignmentWords,
  dictionary: readonly Translation[],
  weight: number = weights.dictionary,
): Passage[] {
  return dictionary
    .map((entry) => ({ a: a.lookUp(entry.a), b: b.lookUp(entry.b), weight }))
    .filter(
      (passage) => passage.a.some((word) => a.counts[word]! > 0) && passage.b.some((word) => b.counts[word]! > 0),
    );
}

function inStep(a: string, b: string, each: (lineA: string, lineB: string) => void): void {
  if (a === '' || b === '') return;
  const linesB = b.split('\n');
  a.split('\n').forEach((line, n) => {
    each(line, linesB[n] ?? '');
  });
}
