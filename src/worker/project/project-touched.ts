/** What a change made other than it was, as the contract tells it, so that a page need not read everything anew. */
import type { ProjectTouched, SpanId, TagId } from '../../shared/tagging.ts';
import type { OpenedFolder } from '../open.ts';
import type { CorpusProject } from './corpus-project.ts';
import { textIn } from './database.ts';
import type { TouchedRow } from './history.ts';
import { spanAnswers } from './span-answers.ts';
import { coderAnswers, tagAnswers, withThoseAbove } from './tag-answers.ts';
import { tagsInOrder } from './tag-rows.ts';
import { trashCount } from './trash.ts';

/** Past so many passages, reading a document again is less than being told of them. */
const mostTold = 100;

/** Undefined where too much is another, or the tree itself. `since`: the revision before all of `touched`. */
export function projectTouched(
  own: CorpusProject,
  opened: OpenedFolder,
  since: number,
  touched: readonly TouchedRow[],
): ProjectTouched | undefined {
  const { database } = own.project;
  const spans = new Set<SpanId>();
  const tags = new Set<TagId>();
  for (const { table, key } of touched) {
    const [first = '', second = ''] = key;
    if (table === 'tags') return undefined;
    if (table === 'spans') spans.add(first as SpanId);
    if (table === 'span_tags') {
      spans.add(first as SpanId);
      tags.add(second as TagId);
    }
    if (table === 'notes') {
      const note = database.get('SELECT kind, target FROM notes WHERE id = ?', first);
      // What a note that is gone was on cannot be said any more.
      if (!note) return undefined;
      if (note[0] === 'span') spans.add(textIn(note, 1) as SpanId);
      if (note[0] === 'tag') tags.add(textIn(note, 1) as TagId);
    }
    if (spans.size > mostTold) return undefined;
  }
  const placed = own.spans.placed(spans);
  for (const span of placed) for (const tag of span.tags) tags.add(tag);
  const there = new Set(placed.map(({ span }) => span));
  return {
    since,
    spans: spanAnswers(own, opened, placed),
    spansGone: [...spans].filter((span) => !there.has(span)),
    tags: tagAnswers(own, withThoseAbove(tagsInOrder(database), tags)),
    coders: coderAnswers(own),
    counts: projectCounts(own),
  };
}

export function projectCounts({ project, spans }: CorpusProject): ProjectTouched['counts'] {
  const { database } = project;
  const counts = spans.counts(tagsInOrder(database));
  return {
    tags: database.number('SELECT count(*) FROM tags'),
    spans: counts.ofState(),
    review: counts.ofState('review'),
    orphans: counts.ofState('orphan'),
    trash: trashCount(database, project.now),
    bytes: project.bytes,
  };
}
