/** Which documents of a folder belong together: what fits by name, by a field or by content, and what a person said. */
import { nameStem } from '../../corpus/alignment/pair-documents.ts';
import type { DocumentPair } from '../../shared/alignment.ts';
import type { DocumentSummary } from '../../shared/answers.ts';
import type { DocId } from '../../shared/model.ts';
import type { Corpus } from '../corpus.ts';
import { fieldOf } from '../selection.ts';

export interface ProposedPair {
  readonly a: DocId;
  readonly b: DocId;
  readonly score: number;
  readonly shared: readonly string[];
}

/** More documents than this with one value of a field are no versions of one story. */
const mostAlike = 40;
/** Of a name that two files share, and their folders do not. */
const likelyByFile = 0.8;

/**
 * Every two documents with the same name without language; and, where nothing else has that name, every two in different
 * languages whose files are called alike in different folders: `originals/lake.txt` and `translations/lake.txt`.
 */
export function pairsByName(documents: readonly DocumentSummary[]): ProposedPair[] {
  const found = pairsBy(documents, ({ path }) => nameStem(path));
  const paired = new Set(found.flatMap(({ a, b }) => [a, b]));
  const languages = new Map(documents.map(({ doc, language }) => [doc, language]));
  const left = documents.filter(({ doc }) => !paired.has(doc));
  const alike = pairsBy(left, ({ path }) => nameStem(path.slice(path.lastIndexOf('/') + 1)));
  return [
    ...found,
    ...alike
      .filter(({ a, b }) => languages.get(a) !== languages.get(b))
      .map((pair) => ({ ...pair, score: likelyByFile })),
  ];
}

/** Every two documents with the same value of a field. */
export function pairsByField(documents: readonly DocumentSummary[], field: string): ProposedPair[] {
  return pairsBy(documents, (document) => fieldOf(document, field));
}

function pairsBy(
  documents: readonly DocumentSummary[],
  keyOf: (document: DocumentSummary) => string | undefined,
): ProposedPair[] {
  const groups = new Map<string, DocumentSummary[]>();
  for (const document of documents) {
    const key = keyOf(document)?.trim() ?? '';
    if (key === '') continue;
    const group = groups.get(key);
    if (group) group.push(document);
    else groups.set(key, [document]);
  }
  return [...groups].flatMap(([key, group]) =>
    group.length > mostAlike
      ? []
      : group.flatMap((a, at) => group.slice(at + 1).map((b) => ({ a: a.doc, b: b.doc, score: 1, shared: [key] }))),
  );
}

/** Proposals with what a person said of them, and pairs that a person put together; accepted first, then by score. */
export function settledPairs(corpus: Corpus, proposed: readonly ProposedPair[]): DocumentPair[] {
  const { documents } = corpus.opened;
  const docOf = new Map(documents.map(({ path, doc }) => [path, doc]));
  const settled = new Map(
    corpus.links.settled().flatMap((pair) => {
      const [a, b] = [docOf.get(pair.a), docOf.get(pair.b)];
      return a === undefined || b === undefined ? [] : [[pairKey(a, b), { ...pair, a, b }] as const];
    }),
  );
  const found = proposed.map(({ a, b, score, shared }): DocumentPair => {
    const said = settled.get(pairKey(a, b));
    settled.delete(pairKey(a, b));
    const state = said?.state ?? 'proposed';
    return { a, b, state, byHand: said?.byHand ?? false, score, shared: [...shared] };
  });
  const others = Array.from(settled.values(), ({ a, b, state, byHand }): DocumentPair => ({
    ...{ a, b, state, byHand },
    score: 0,
    shared: [],
  }));
  const rank = { accepted: 0, proposed: 1, rejected: 2 } as const;
  return [...found, ...others].sort(
    (x, y) => rank[x.state] - rank[y.state] || y.score - x.score || x.a - y.a || x.b - y.b,
  );
}

function pairKey(a: DocId, b: DocId): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
