/** Documents of a folder that tell the same, whatever their language: what they say is held against each other in a thread of its own. */
import type { ContentText } from '../../corpus/alignment/content-group.ts';
import type { DocumentPairing } from '../../corpus/alignment/pair-documents.ts';
import type { CorpusIndex } from '../../corpus/index/corpus-index.ts';
import { ExpectedFailure } from '../../shared/failure.ts';
import type { CharOffset, DocId, Language } from '../../shared/model.ts';
import type { Corpus } from '../corpus.ts';
import { Superseded } from '../corpus.ts';
import type { Call } from '../handler.ts';
import { inSlices } from '../in-slices.ts';
import type { ContentWork } from './content-pairs-thread.ts';
import { KnownNow } from './known-words.ts';
import { learnedAll } from './lexicon-cache.ts';
import { makeInThread } from './make-in-thread.ts';
import type { ProposedPair } from './pairs.ts';

/** The thread lies beside this program: bundled with bundled ones, as source with sources. */
const contentThread = new URL(
  import.meta.url.endsWith('.ts') ? './content-pairs-thread.ts' : './content-pairs.js',
  import.meta.url,
);

/** Code units of each document that are read, and of all together: an article is whole, a book is known by its beginning. */
const mostOfOne = 6_000;
const mostOfAll = 12_000_000;
const leastOfOne = 400;

/** @throws ExpectedFailure `cancelled`, `unavailable` when the thread ran out of memory; Superseded */
export async function pairsByContent(
  corpus: Corpus,
  call: Call,
  entry: URL = contentThread,
): Promise<readonly ProposedPair[]> {
  const { index } = corpus.opened;
  const languages = languagePairs(index);
  const knowing = languages.map(([a, b]) => knowledgeStamp(corpus, a, b)).join('\n');
  const before = foundBefore.get(index);
  if (before?.knowing === knowing) return before.pairs;
  const documents = await beginnings(corpus, call.signal);
  const known = languages.map(([a, b]) => knownOf(corpus, a, b));
  const work: ContentWork = { documents, known, resources: corpus.start.resources };
  const found = await makeInThread<readonly DocumentPairing[]>(entry, work, () => tooMany(documents.length), call);
  if (corpus.opened.index !== index) throw new Superseded();
  const pairs = found.map(({ a, b, score, shared }) => ({ a: a as DocId, b: b as DocId, score, shared }));
  foundBefore.set(index, { knowing, pairs });
  return pairs;
}

/** What was found last, and what was known then: the list of proposals is read page by page. */
const foundBefore = new WeakMap<CorpusIndex, { readonly knowing: string; readonly pairs: readonly ProposedPair[] }>();

async function beginnings({ opened: { index, texts } }: Corpus, signal: AbortSignal): Promise<readonly ContentText[]> {
  const count = index.documentCount;
  const most = Math.max(leastOfOne, Math.min(mostOfOne, Math.floor(mostOfAll / Math.max(1, count))));
  const documents: ContentText[] = [];
  await inSlices(() => {
    if (documents.length === count) return false;
    const doc = documents.length as DocId;
    const text = texts.slice(doc, 0 as CharOffset, Math.min(most, texts.length(doc)) as CharOffset);
    documents.push({ language: index.language(doc), text });
    return true;
  }, signal);
  return documents;
}

/** Every two languages of the documents in code unit order, those of one language too. */
function languagePairs(index: CorpusIndex): (readonly [Language, Language])[] {
  const all = Array.from({ length: index.documentCount }, (_, doc) => index.language(doc as DocId));
  const languages = [...new Set(all)].sort();
  return languages.flatMap((a, at) => languages.slice(at).map((b) => [a, b] as const));
}

function knownOf(corpus: Corpus, a: Language, b: Language): ContentWork['known'][number] {
  const { dictionary, taught } = new KnownNow(corpus, a, b).wordsFor([]);
  const learned = learnedAll(corpus.start, a, b).lexicon();
  return { languages: [a, b], dictionary: [...dictionary, ...taught], learned };
}

/** Another text for other knowledge of two languages. */
function knowledgeStamp(corpus: Corpus, a: Language, b: Language): string {
  const noPair = { a: '', b: '', granularity: 'sentence' } as const;
  return `${a} ${b} ${new KnownNow(corpus, a, b).digestFor(noPair)} ${learnedAll(corpus.start, a, b).of}`;
}

function tooMany(documents: number): ExpectedFailure {
  return new ExpectedFailure(
    'unavailable',
    `There is not enough memory to hold ${documents} documents against each other: pair them by name or by a field, or close other folders.`,
  );
}
