/** A query of the contract, asked of an opened folder. */
import type { HitSet, QueryOutcome } from '../corpus/query/query-result.ts';
import { asksForStems, cqlSlices, querySlices } from '../corpus/query/run.ts';
import type { TagSource } from '../corpus/query/tag-tests.ts';
import { mayAskForTags } from '../corpus/query/tag-tests.ts';
import type { StemClasses } from '../corpus/stems/stem-classes.ts';
import type { Query } from '../shared/terms.ts';
import { ExpectedFailure } from '../shared/failure.ts';
import type { Corpus } from './corpus.ts';
import { Superseded } from './corpus.ts';
import type { DocId } from '../shared/model.ts';
import { madeInSlices } from './in-slices.ts';
import type { OpenedFolder } from './open.ts';
import { searchRegex, usualDeadline } from './regex/regex-search.ts';
import type { Selection } from './selection.ts';
import { fieldOf, hitsIn } from './selection.ts';
import { stemsOf } from './stems.ts';

/** The thread lies beside this program: bundled with bundled ones, as source with sources. */
const regexThread = new URL(
  import.meta.url.endsWith('.ts') ? './regex/regex-thread.ts' : './regex.js',
  import.meta.url,
);

/**
 * Its hits in the documents of the selection, in text order. `tagged`: passages to ask for in the place of the project’s.
 * @throws ExpectedFailure as the query says; Superseded when the folder was read anew meanwhile
 */
export async function hitsOfQuery(
  corpus: Corpus,
  query: Query,
  selection: Selection,
  signal: AbortSignal,
  tagged?: TagSource,
): Promise<HitSet> {
  const { opened } = corpus;
  const stems = asksForStems(query) ? await stemsOf(corpus) : undefined;
  const hits = await hitsAnywhere(corpus, opened, query, stems, signal, tagged);
  if (corpus.opened.index !== opened.index) throw new Superseded();
  return hitsIn(opened, hits, selection);
}

async function hitsAnywhere(
  { pathOf, project }: Corpus,
  opened: OpenedFolder,
  query: Query,
  stems: StemClasses | undefined,
  signal: AbortSignal,
  source?: TagSource,
): Promise<HitSet> {
  const { index, texts, documents } = opened;
  switch (query.mode) {
    case 'simple':
      return hitsIfAny(await madeInSlices(querySlices(index, query, stems), signal));
    case 'cql': {
      const metadata = (doc: DocId, field: string) => fieldOf(documents[doc]!, field);
      const tagged = mayAskForTags(query.text) ? (source ?? project.tagSource(opened)) : undefined;
      return hitsIfAny(await madeInSlices(cqlSlices(index, query.text, metadata, stems, tagged), signal));
    }
    case 'regex':
      return searchRegex({ index, texts, pathOf, threadUrl: regexThread, deadline: usualDeadline, signal }, query);
  }
}

/** @throws ExpectedFailure */
function hitsIfAny(outcome: QueryOutcome): HitSet {
  if (outcome.ok) return outcome.hits;
  const { code, message, ...more } = outcome.error;
  throw new ExpectedFailure(code, message, more);
}
