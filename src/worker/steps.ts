/** The chain of steps on a result: replayed from the lines of the query, each step on what the one before it left. */
import {
  combine,
  filterByCompany,
  inDocuments,
  subset,
  thin,
  withoutRepeatedLines,
} from '../corpus/concordance/operations.ts';
import { filterByWord } from '../corpus/concordance/word-filter.ts';
import { lexiconKey } from '../corpus/query/pattern.ts';
import { firstInDocument, sampleHits } from '../corpus/concordance/select.ts';
import { insideOf } from '../corpus/tagging/passages-index.ts';
import type { NearDuplicates } from '../corpus/metadata/document-groups.ts';
import { usualNearDuplicates } from '../corpus/metadata/near-duplicates.ts';
import type { HitSet } from '../corpus/query/query-result.ts';
import { hitEnd } from '../corpus/query/query-result.ts';
import { firstAtLeast } from '../corpus/query/regions.ts';
import { TokenPlaces } from '../corpus/query/token-places.ts';
import type { ConcordanceSummary } from '../shared/answers.ts';
import type { Judged, Step } from '../shared/terms.ts';
import { ExpectedFailure } from '../shared/failure.ts';
import { hitsOfQuery } from './asking.ts';
import type { Corpus } from './corpus.ts';
import { duplicatesOf } from './duplicates.ts';
import type { Call } from './handler.ts';
import type { Selection } from './selection.ts';

export interface Stepped {
  readonly hits: HitSet;
  /** The documents that are left. */
  readonly selection: Selection;
  readonly chain: ConcordanceSummary['chain'];
}

/** What the steps need that takes time, made before the first of them. */
export async function prepareSteps(
  corpus: Corpus,
  steps: readonly Step[],
  call: Call,
): Promise<NearDuplicates | undefined> {
  if (!steps.some(({ kind }) => kind === 'once-per-story')) return undefined;
  return duplicatesOf(corpus, usualNearDuplicates, call);
}

/**
 * Does the steps on `hits`, the lines of a query in the documents of `selection`.
 * @throws ExpectedFailure `bad-query` with `step` as the query or condition of a step says
 */
export async function doSteps(
  corpus: Corpus,
  hits: HitSet,
  selection: Selection,
  steps: readonly Step[],
  duplicates: NearDuplicates | undefined,
  signal: AbortSignal,
): Promise<Stepped> {
  let stepped: Stepped = { hits, selection, chain: [] };
  for (const [at, step] of steps.entries()) {
    const done = await named(step, at + 1, () => doStep(corpus, stepped, step, duplicates, signal));
    stepped = { ...stepped, ...done, chain: [...stepped.chain, { step, total: done.hits.total }] };
  }
  return stepped;
}

type Done = Pick<Stepped, 'hits'> & Partial<Pick<Stepped, 'selection'>>;

async function doStep(
  corpus: Corpus,
  { hits, selection }: Stepped,
  step: Step,
  duplicates: NearDuplicates | undefined,
  signal: AbortSignal,
): Promise<Done> {
  const { index } = corpus.opened;
  switch (step.kind) {
    case 'filter': {
      const { query, keep, ...window } = step;
      return { hits: filterByCompany(index, hits, await hitsOfQuery(corpus, query, selection, signal), window, keep) };
    }
    case 'word': {
      const { at, how, text, keep } = step;
      return { hits: filterByWord(index, hits, { at, how, text, key: lexiconKey(step) }, keep) };
    }
    case 'thin':
      return { hits: thin(hits, step.every) };
    case 'sample':
      return { hits: sampleHits(hits, step.size, step.seed) };
    case 'first-in-document':
      return { hits: firstInDocument(index, hits) };
    case 'unique-lines':
      return { hits: withoutRepeatedLines(index, hits, step.before, step.after) };
    case 'where':
      return inFewer(corpus, hits, selection, corpus.select(step.where).means);
    case 'once-per-story':
      return inFewer(corpus, hits, selection, (doc) => duplicates?.representative[doc] === doc);
    case 'verdict':
      return { hits: judgedHits(corpus, hits, step) };
    case 'tagged': {
      const passages = corpus.project.passagesOf(corpus.opened, step.tag, step.below);
      const isMeant = step.whole === true ? insideOf(index, hits, passages) : sharingWith(hits, passages);
      return { hits: onlyHits(hits, (hit) => isMeant(hit) === step.keep) };
    }
    case 'combine':
      return { hits: combine(hits, await hitsOfQuery(corpus, step.with.query, selection, signal), step.operation) };
  }
}

/** Those that have one of the verdicts, or the others. */
export function judgedHits({ project, opened }: Corpus, hits: HitSet, { verdicts, keep }: Judged): HitSet {
  project.follow(opened);
  const known = project.verdictsOf(opened, hits);
  const wanted = new Set(verdicts);
  return onlyHits(hits, (hit) => wanted.has(known.get(hit) ?? null) === keep);
}

/** Only the documents that `keep` names, of those that are left. */
function inFewer(
  { opened: { index, documents } }: Corpus,
  hits: HitSet,
  selection: Selection,
  keep: Selection['means'],
): Done {
  if (!keep) return { hits };
  const means = (doc: number): boolean => (selection.means?.(doc) ?? true) && keep(doc);
  const left = documents.filter(({ doc }) => means(doc));
  const tokens = left.reduce((sum, document) => sum + document.tokens, 0);
  return { hits: inDocuments(index, hits, means), selection: { means, documents: left, tokens } };
}

function onlyHits(hits: HitSet, keep: (hit: number) => boolean): HitSet {
  const numbers: number[] = [];
  for (let hit = 0; hit < hits.total; hit++) if (keep(hit)) numbers.push(hit);
  return subset(hits, numbers);
}

/** Whether a hit has a token in common with one of the runs. Hits are asked in text order. */
function sharingWith(hits: HitSet, runs: HitSet): (hit: number) => boolean {
  const { tokens } = TokenPlaces.ofRuns(runs);
  let at = 0;
  return (hit) => {
    at = firstAtLeast(tokens, hits.start[hit]!, at, tokens.length);
    return at < tokens.length && tokens[at]! < hitEnd(hits, hit);
  };
}

const stepNames: Readonly<Record<Step['kind'], string>> = {
  filter: 'filter',
  word: 'word at a place',
  thin: 'thinning',
  sample: 'sample',
  'first-in-document': 'first in document',
  'unique-lines': 'unique lines',
  where: 'condition',
  'once-per-story': 'once per story',
  verdict: 'verdict',
  tagged: 'tag',
  combine: 'combination',
};

/** A failure of the step says which one it is. */
async function named<Value>({ kind }: Step, number: number, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error;
    const { code, message, ...more } = error.failure;
    throw new ExpectedFailure(code, `In step ${number} (${stepNames[kind]}): ${message}`, { ...more, step: number });
  }
}
