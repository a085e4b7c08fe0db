/** Tagged passages as queries see them: runs of tokens by the names of their tags. */
import type { CorpusIndex } from '../../corpus/index/corpus-index.ts';
import { HitList } from '../../corpus/query/hit-list.ts';
import type { HitSet } from '../../corpus/query/query-result.ts';
import type { DocumentSpans, PlacedSpan } from '../../corpus/tagging/placed-spans.ts';
import type { TokenIndex } from '../../shared/model.ts';
import type { TagId } from '../../shared/tagging.ts';
import type { TagRow } from './tag-rows.ts';

/** The tags that are meant: by their own name, or by that of a tag above them. */
export function tagsMeant(tags: readonly TagRow[], means: (name: string) => boolean): Set<TagId> {
  const meant = new Set<TagId>();
  // A tag comes before those below it.
  for (const { tag, parent, name } of tags) if ((parent !== null && meant.has(parent)) || means(name)) meant.add(tag);
  return meant;
}

/** Where each span stands among the tokens of an index: looked up once, because that asks the disk. */
type KnownRuns = WeakMap<PlacedSpan, readonly [from: number, to: number]>;
const knownRuns = new WeakMap<CorpusIndex, KnownRuns>();

function runsIn(index: CorpusIndex): KnownRuns {
  let known = knownRuns.get(index);
  if (!known) knownRuns.set(index, (known = new WeakMap()));
  return known;
}

/** The passages that carry one of the tags, as far as they stand in the folder. A word that is tagged in part counts. */
export function runsTagged(index: CorpusIndex, documents: readonly DocumentSpans[], meant: ReadonlySet<TagId>): HitSet {
  const runs = new HitList();
  const starts = index.documentStart();
  const known = runsIn(index);
  for (const { doc, spans } of documents) {
    if (doc === null) continue;
    for (const span of spans) {
      if (span.state === 'orphan' || !span.tags.some((tag) => meant.has(tag))) continue;
      let run = known.get(span);
      if (!run) known.set(span, (run = runOf(index, starts[doc]!, starts[doc + 1]!, span)));
      if (run[0] < run[1]) runs.push(...run);
    }
  }
  return runs.finish(true);
}

/** The tokens of a span among those of its document, [first, end). */
function runOf(index: CorpusIndex, first: number, end: number, span: PlacedSpan): readonly [from: number, to: number] {
  const from = firstWhere(first, end, (token) => index.charEnd(token) > span.start);
  return [from, firstWhere(from, end, (token) => index.charStart(token) >= span.end)];
}

/** The first token of [from, to) that passes, where all after one that passes do too. */
function firstWhere(from: number, to: number, passes: (token: TokenIndex) => boolean): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (passes(middle as TokenIndex)) high = middle;
    else low = middle + 1;
  }
  return low;
}
