/**
 * Which documents tell the same, by what they say: equal numbers, names that sound alike, words that answer each other by the
 * seeds, by dictionaries and by what was learned. A document is the words that set it apart from the others; two are as near
 * as the share of that weight which the other side answers.
 */
import { ContentGroup, type ContentText, type KnownOfLanguages } from './content-group.ts';
import type { DocumentPairing } from './pair-documents.ts';

/** What is known of two languages, the first first. */
export type ContentKnowledge = (a: string, b: string) => KnownOfLanguages;

export interface ContentProgress {
  readonly done: number;
  readonly total: number;
}

/** Pairs less alike than this are not proposed. */
const worthProposing = 0.12;
/**
 * Nor those that are less alike than this share of what the likest partner is, for both of them: in a folder about one
 * subject everything shares something. Of 20 Macedonian and English stories 40 pairs are left of 156, the 20 right ones
 * among them; of 20 Arabic and English ones 68 of 142, and 19.
 */
const besideBest = 0.7;
/** Up to so many documents on a side each is held against each; beyond, against those with the same weighty words. */
const mostAgainstAll = 60;
const mostLikely = 24;

/** Every pair that is alike enough, most alike first; a document may be in several. `same`: both lists are one. */
export function* pairByContent(
  a: readonly ContentText[],
  b: readonly ContentText[],
  same: boolean,
  knownOf: ContentKnowledge,
): Generator<ContentProgress, DocumentPairing[], void> {
  const groups = languagePairs(a, b, same);
  const total = groups.reduce((sum, { placesA }) => sum + placesA.length, 0);
  const found: DocumentPairing[] = [];
  const met = new Set<string>();
  let done = 0;
  for (const { languages, placesA, placesB } of groups) {
    yield { done, total };
    const textsA = placesA.map((place) => a[place]!);
    const textsB = placesB.map((place) => b[place]!);
    const group = new ContentGroup(textsA, textsB, knownOf(...languages));
    const scored: (Scored & { readonly i: number; readonly k: number })[] = [];
    const all = placesB.length <= mostAgainstAll ? placesB.map((_, k) => k) : undefined;
    for (const [i, placeA] of placesA.entries()) {
      for (const k of all ?? group.likely(i, mostLikely)) {
        const placeB = placesB[k]!;
        const two = `${Math.min(placeA, placeB)} ${Math.max(placeA, placeB)}`;
        // Of one list, two of one language may meet from both sides.
        if (same && (placeA === placeB || met.has(two))) continue;
        if (same) met.add(two);
        const score = group.score(i, k);
        if (score < worthProposing) continue;
        scored.push({ a: placeA, b: placeB, score, i, k });
      }
      yield { done: ++done, total };
    }
    // What is not near the best of these two languages is not near the best of all.
    for (const { a: x, b: y, score, i, k } of nearBest(scored, same)) {
      const turned = same && x > y;
      found.push({ a: turned ? y : x, b: turned ? x : y, score, shared: group.shared(i, k) });
    }
  }
  return nearBest(found, same).sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
}

/** The likeliest partner of each document, each at most once: what is taken when nobody is asked. */
export function bestPartners(pairings: readonly DocumentPairing[], same: boolean): DocumentPairing[] {
  const takenA = new Set<number>();
  const takenB = same ? takenA : new Set<number>();
  return pairings.filter(({ a, b }) => {
    if (takenA.has(a) || takenB.has(b)) return false;
    takenA.add(a);
    takenB.add(b);
    return true;
  });
}

interface Scored {
  readonly a: number;
  readonly b: number;
  readonly score: number;
}

/** Every two languages with the places of their documents; of one list, each two languages once. */
function languagePairs(a: readonly ContentText[], b: readonly ContentText[], same: boolean) {
  const [sidesA, sidesB] = [placesByLanguage(a), placesByLanguage(b)];
  return [...sidesA].flatMap(([la, placesA]) =>
    [...sidesB].flatMap(([lb, placesB]) =>
      same && la > lb ? [] : [{ languages: [la, lb] as const, placesA, placesB }],
    ),
  );
}

function placesByLanguage(documents: readonly ContentText[]): ReadonlyMap<string, number[]> {
  return Map.groupBy(
    documents.map((_, place) => place),
    (place) => documents[place]!.language,
  );
}

/** `same`: a place is the same document on either side. */
function nearBest<Kind extends Scored>(scored: readonly Kind[], same: boolean): Kind[] {
  const bestA = new Map<number, number>();
  const bestB = same ? bestA : new Map<number, number>();
  for (const { a, b, score } of scored) {
    bestA.set(a, Math.max(bestA.get(a) ?? 0, score));
    bestB.set(b, Math.max(bestB.get(b) ?? 0, score));
  }
  return scored.filter(({ a, b, score }) => score >= besideBest * Math.min(bestA.get(a)!, bestB.get(b)!));
}
