/**
 * The verdicts on lines, as hits know their places: by first and last token. A verdict is looked up among the hits, not
 * the other way round, since results have many more lines than people judge.
 */
import type { CorpusIndex } from '../../corpus/index/corpus-index.ts';
import type { HitSet } from '../../corpus/query/query-result.ts';
import { hitEnd } from '../../corpus/query/query-result.ts';
import { firstAtLeast } from '../../corpus/query/regions.ts';
import type { DocId, TokenIndex } from '../../shared/model.ts';
import { numberIn, textIn } from './database.ts';
import type { Project } from './project.ts';

/** Verdict of the tokens `start <= token < end`. */
interface Judged {
  readonly start: number;
  readonly end: number;
  readonly verdict: string;
}

export class VerdictTable {
  readonly #project: Project;
  #judged: { readonly index: CorpusIndex; readonly verdicts: readonly Judged[] } | undefined;

  constructor(project: Project) {
    this.#project = project;
    project.whenTouched((touched) => {
      if (!touched || touched.some(({ table }) => table === 'verdicts')) this.#judged = undefined;
    });
  }

  /** The verdicts of the hits that have one, by number of the hit. `docOf`: where documents of the project are. */
  ofHits(index: CorpusIndex, hits: HitSet, docOf: (document: number) => DocId | null): Map<number, string> {
    const found = new Map<number, string>();
    let from = 0;
    for (const { start, end, verdict } of this.#all(index, docOf)) {
      from = firstAtLeast(hits.start, start, from, hits.total);
      for (let hit = from; hit < hits.total && hits.start[hit] === start; hit++)
        if (hitEnd(hits, hit) === end) found.set(hit, verdict);
    }
    return found;
  }

  /** By first token. */
  #all(index: CorpusIndex, docOf: (document: number) => DocId | null): readonly Judged[] {
    const { database } = this.#project;
    if (this.#judged?.index === index) return this.#judged.verdicts;
    // What stands in an earlier text, because it could not follow its file, is of no line.
    const current = `SELECT document, start, "end", verdict FROM verdicts JOIN documents ON documents.id = document
      WHERE verdicts.version = documents.version AND state = 'held'`;
    const verdicts = database.all(current).flatMap((row): Judged[] => {
      const doc = docOf(numberIn(row, 0));
      const tokens = doc === null ? undefined : tokensAt(index, doc, numberIn(row, 1), numberIn(row, 2));
      return tokens ? [{ ...tokens, verdict: textIn(row, 3) }] : [];
    });
    verdicts.sort((a, b) => a.start - b.start);
    this.#judged = { index, verdicts };
    return verdicts;
  }
}

/** The tokens that begin and end where a stretch does; undefined when words are divided otherwise by now. */
function tokensAt(
  index: CorpusIndex,
  doc: DocId,
  start: number,
  end: number,
): { start: number; end: number } | undefined {
  const starts = index.documentStart();
  const until = starts[doc + 1]!;
  const first = firstFrom(index, starts[doc]!, until, start);
  const past = firstFrom(index, first, until, end);
  if (first === past || index.charStart(first as TokenIndex) !== start) return undefined;
  return index.charEnd((past - 1) as TokenIndex) === end ? { start: first, end: past } : undefined;
}

/** The first of the tokens [from, to) that begins at `place` or later. */
function firstFrom(index: CorpusIndex, from: number, to: number, place: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (index.charStart(middle as TokenIndex) >= place) high = middle;
    else low = middle + 1;
  }
  return low;
}
