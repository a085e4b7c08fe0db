/**
 * Documents that tell the same, whatever their language: found by the names and the numbers they share. A name is told by
 * its capital where the script has them, and answered by its sound where it has none, so that Maduro meets مادورو.
 */
import { canonicalNumber } from '../../corpus/alignment/canonical-number.ts';
import { soundOf } from '../../corpus/alignment/cognates.ts';
import { fold } from '../../corpus/text/fold.ts';
import type { DocId, TypeId } from '../../shared/model.ts';
import type { Corpus } from '../corpus.ts';
import { Superseded } from '../corpus.ts';
import type { Call } from '../handlers.ts';
import { inSlices } from '../in-slices.ts';
import type { ProposedPair } from './pairs.ts';

/** A trait that more documents have than this, or more than half of them, tells none from the others. */
const mostDocuments = 60;
const leastScore = 0.14;
const leastShared = 3;
/** Proposals that one document is part of. */
const mostForOne = 4;
/** Consonants that a name must have: shorter ones are shared by chance. */
const leastConsonants = 3;

interface Traits {
  /** By trait, how it is written in the document. */
  readonly written: ReadonlyMap<string, string>;
}

/** @throws ExpectedFailure `cancelled`; Superseded */
export async function pairsByContent(corpus: Corpus, { signal, report }: Call): Promise<readonly ProposedPair[]> {
  const { index } = corpus.opened;
  const traits: Traits[] = [];
  const known = new Map<TypeId, readonly string[]>();
  await inSlices(() => {
    if (traits.length === index.documentCount) return false;
    traits.push(traitsOf(corpus, traits.length as DocId, known));
    if (traits.length % 256 === 0)
      report({ stage: 'duplicates', done: traits.length, total: index.documentCount, what: corpus.start.name });
    return true;
  }, signal);
  if (corpus.opened.index !== index) throw new Superseded();
  return pairsOf(traits);
}

function traitsOf({ opened: { index } }: Corpus, doc: DocId, known: Map<TypeId, readonly string[]>): Traits {
  const [from, to] = [index.documentStart()[doc]!, index.documentStart()[doc + 1]!];
  const written = new Map<string, string>();
  for (const type of new Set(index.typesIn(from, to))) {
    const id = type as TypeId;
    let keys = known.get(id);
    if (!keys) known.set(id, (keys = keysOf(index.lexicon.form(id), index.lexicon.kind(id) === 'number')));
    for (const key of keys) if (!written.has(key)) written.set(key, index.lexicon.form(id));
  }
  return { written };
}

/** Of a word without a capital in a script that has them: nothing. */
function keysOf(form: string, isNumber: boolean): readonly string[] {
  if (isNumber) {
    const value = canonicalNumber(fold(form).replaceAll('٬', ',').replaceAll('٫', '.'));
    // Years of our days stand in every article; small numbers in most.
    return value === undefined || value.length < 3 || /^20[0-3]\d$/u.test(value) ? [] : [`= ${value}`];
  }
  if (/^\p{Ll}/u.test(form) || form.length < 4) return [];
  return soundOf(fold(form))
    .keys.filter((key) => key.length >= leastConsonants)
    .map((key) => `~ ${key}`);
}

function pairsOf(traits: readonly Traits[]): ProposedPair[] {
  const having = new Map<string, number[]>();
  traits.forEach(({ written }, doc) => {
    for (const key of written.keys()) {
      const docs = having.get(key);
      if (docs) docs.push(doc);
      else having.set(key, [doc]);
    }
  });
  const most = Math.min(mostDocuments, Math.max(4, traits.length / 2));
  const weightOf = (key: string): number => {
    const docs = having.get(key)!.length;
    return docs > most ? 0 : Math.log(1 + traits.length / docs);
  };
  const norms = traits.map(({ written }) => Math.hypot(...Array.from(written.keys(), weightOf)));
  const found = traits.flatMap(({ written }, a) => partners(a, written, having, weightOf, norms, traits));
  const uses = new Map<number, number>();
  return found
    .sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b)
    .filter(({ a, b }) => {
      if ((uses.get(a) ?? 0) >= mostForOne || (uses.get(b) ?? 0) >= mostForOne) return false;
      uses.set(a, (uses.get(a) ?? 0) + 1);
      uses.set(b, (uses.get(b) ?? 0) + 1);
      return true;
    });
}

/** Later documents that share enough with one. */
function partners(
  a: number,
  written: Traits['written'],
  having: ReadonlyMap<string, readonly number[]>,
  weightOf: (key: string) => number,
  norms: readonly number[],
  traits: readonly Traits[],
): ProposedPair[] {
  const shared = new Map<number, string[]>();
  for (const key of written.keys()) {
    if (weightOf(key) === 0) continue;
    for (const b of having.get(key)!) if (b > a) shared.set(b, [...(shared.get(b) ?? []), key]);
  }
  return [...shared].flatMap(([b, keys]): ProposedPair[] => {
    if (keys.length < leastShared) return [];
    const product = keys.reduce((sum, key) => sum + weightOf(key) ** 2, 0);
    const score = Math.min(1, product / Math.max(1e-9, norms[a]! * norms[b]!));
    if (score < leastScore) return [];
    const best = keys.sort((x, y) => weightOf(y) - weightOf(x)).slice(0, 8);
    return [{ a: a as DocId, b: b as DocId, score, shared: best.map((key) => said(key, a, b, traits)) }];
  });
}

function said(key: string, a: number, b: number, traits: readonly Traits[]): string {
  const [here, there] = [traits[a]!.written.get(key)!, traits[b]!.written.get(key)!];
  return fold(here) === fold(there) ? here : `${here} = ${there}`;
}
