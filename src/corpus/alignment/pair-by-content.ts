/**
 * Which documents tell the same, by what they say: equal numbers, names that sound alike, words that answer each other by the
 * seeds and by what was learned. A document is the words that set it apart from the others; two are as near as the share of
 * that weight which the other side answers.
 */
import type { LearnedLexicon } from './learned-lexicon.ts';
import { frequencies, tableOfPrior, usualTraining } from './ibm-model.ts';
import type { DocumentPairing, PairingDocument } from './pair-documents.ts';
import { seedPassages, type SeedText } from './seed-passages.ts';
import { wordPrior } from './word-prior.ts';
import { wordRows, type WordRows } from './word-rows.ts';
import { AlignmentWords } from './words.ts';

export interface ContentKnowledge {
  readonly seeds: (language: string) => SeedText;
  readonly learned?: ((a: string, b: string) => LearnedLexicon | undefined) | undefined;
}

/** Pairs less alike than this are not proposed. */
const worthProposing = 0.12;
const mostShared = 8;

/** Every pair that is alike enough, most alike first; a document may be in several. `same`: both lists are one. */
export function pairByContent(
  a: readonly PairingDocument[],
  b: readonly PairingDocument[],
  same: boolean,
  knowledge: ContentKnowledge,
): DocumentPairing[] {
  const pairings: DocumentPairing[] = [];
  const languages = (documents: readonly PairingDocument[]): string[] => [...new Set(documents.map((d) => d.language))];
  for (const la of languages(a))
    for (const lb of languages(b)) {
      const placesA = placesOf(a, la);
      const placesB = placesOf(b, lb);
      const learned = knowledge.learned?.(la, lb);
      const seeds = { a: knowledge.seeds(la), b: knowledge.seeds(lb) };
      const group = new ContentGroup(
        placesA.map((p) => a[p]!),
        placesB.map((p) => b[p]!),
        seeds,
        learned,
      );
      placesA.forEach((placeA, i) => {
        placesB.forEach((placeB, k) => {
          if (same && placeA >= placeB) return;
          const { score, shared } = group.compare(i, k);
          if (score >= worthProposing) pairings.push({ a: placeA, b: placeB, score, shared });
        });
      });
    }
  return pairings.sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
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

function placesOf(documents: readonly PairingDocument[], language: string): number[] {
  return documents.flatMap((document, place) => (document.language === language ? [place] : []));
}

/** Documents of two languages. */
class ContentGroup {
  private readonly a: AlignmentWords;
  private readonly b: AlignmentWords;
  private readonly documentsA: readonly ReadonlyMap<number, number>[];
  private readonly documentsB: readonly ReadonlyMap<number, number>[];
  private readonly rows: WordRows;

  constructor(
    a: readonly PairingDocument[],
    b: readonly PairingDocument[],
    seeds: { readonly a: SeedText; readonly b: SeedText },
    learned: LearnedLexicon | undefined,
  ) {
    this.a = new AlignmentWords(a[0]!.language);
    this.b = new AlignmentWords(b[0]!.language);
    const readA = a.map(({ text }) => this.a.read(text));
    const readB = b.map(({ text }) => this.b.read(text));
    const prior = wordPrior(this.a, this.b, {
      seeds: seedPassages(this.a, this.b, seeds.a, seeds.b),
      learned,
    });
    const words = { a: frequencies(this.a.counts), b: frequencies(this.b.counts) };
    this.rows = wordRows(tableOfPrior(prior, words, usualTraining), this.a.counts, this.b.counts);
    this.documentsA = weighed(readA, words.a);
    this.documentsB = weighed(readB, words.b);
  }

  compare(i: number, k: number): Pick<DocumentPairing, 'score' | 'shared'> {
    const a = this.documentsA[i]!;
    const b = this.documentsB[k]!;
    const answeredB = new Map<number, number>();
    const shared: { readonly word: string; readonly weight: number }[] = [];
    let answeredA = 0;
    for (const [word, weight] of a) {
      let best = 0;
      for (let e = this.rows.start[word]!; e < this.rows.start[word + 1]!; e++) {
        const other = this.rows.b[e]!;
        if (!b.has(other)) continue;
        const sure = Math.min(1, this.rows.forward[e]! + this.rows.backward[e]!);
        best = Math.max(best, sure);
        answeredB.set(other, Math.max(answeredB.get(other) ?? 0, sure));
      }
      answeredA += weight * best;
      if (best > 0.2) shared.push({ word: this.a.forms[word]!, weight: weight * best });
    }
    let sumB = 0;
    for (const [word, sure] of answeredB) sumB += b.get(word)! * sure;
    shared.sort((x, y) => y.weight - x.weight);
    // Of a long and a short story the short one may be wholly inside the other.
    const score = Math.sqrt(shareOf(answeredA, a) * shareOf(sumB, b));
    return { score: Math.min(1, score), shared: shared.slice(0, mostShared).map(({ word }) => word) };
  }
}

/** The words of each document with their weight: rare ones count, the little words of a language hardly. */
function weighed(documents: readonly Int32Array[], words: Float64Array): ReadonlyMap<number, number>[] {
  return documents.map((read) => {
    const counts = new Map<number, number>();
    for (const word of read) counts.set(word, (counts.get(word) ?? 0) + 1);
    return new Map(
      [...counts].map(
        ([word, count]) => [word, (1 + Math.log(count)) * Math.max(0, -Math.log(words[word]! * 200))] as const,
      ),
    );
  });
}

function shareOf(answered: number, document: ReadonlyMap<number, number>): number {
  let all = 0;
  for (const weight of document.values()) all += weight;
  return all === 0 ? 0 : answered / all;
}
