/** Tags lines of a result: all of them as one step, and none twice. */
import { stepSays } from '../../shared/step-words.ts';
import { widened } from '../../corpus/tagging/graphemes.ts';
import type { Params, Result } from '../../shared/contract.ts';
import { ExpectedFailure } from '../../shared/failure.ts';
import type { DocId, Span } from '../../shared/model.ts';
import type { CoderId, TagId } from '../../shared/tagging.ts';
import { Superseded } from '../corpus.ts';
import type { OpenedFolder } from '../open.ts';
import type { Stretch } from './chosen-lines.ts';
import { hitsOfLines, stretchesOf } from './chosen-lines.ts';
import type { Own } from './corpus-project.ts';
import type { Database } from './database.ts';
import { addSpan } from './span-rows.ts';
import { checkTags } from './tag-rows.ts';
import { placeOf } from './tagged-documents.ts';

/** More would be no reading any more; and each is looked at, undone and kept in backups. */
export const mostAtOnce = 100_000;

export async function tagLines(room: Own, params: Params<'spans.fromLines'>): Promise<Result<'spans.fromLines'>> {
  const { corpus, opened, own, project, signal } = room;
  const { result, lines, unit, tags, dryRun } = params;
  checkTags(project.database, tags);
  const held = corpus.results.get(result);
  const { hits } = held;
  const numbers = await hitsOfLines(held, lines, signal);
  if (corpus.opened.index !== opened.index || held.hits !== hits) throw new Superseded();
  const stretches = stretchesOf(opened.index, held, numbers, unit);
  if (stretches.length > mostAtOnce)
    throw new ExpectedFailure(
      'bad-request',
      `${stretches.length.toLocaleString('en')} passages are too many to tag at once: at most ${mostAtOnce.toLocaleString('en')}. Filter or sample the lines first.`,
    );
  const texts = byDocument(stretches);
  if (dryRun) {
    const carried = carriedTags(room);
    let already = 0;
    for (const [doc, passages] of texts) already += alreadyTagged(carried(doc), ends(opened, doc, passages), tags);
    return { ...room.state(), fresh: stretches.length - already, already };
  }
  own.follow(opened);
  const words = { says: (fresh: number) => stepSays('passage.tag', { count: fresh }), bulk: true };
  const fresh = project.change(words, (database) => {
    const by = { tags, author: project.coder, made: project.now };
    let added = 0;
    for (const [doc, passages] of texts) added += tagDocument(database, opened, doc, passages, by);
    return added;
  });
  return { ...room.state(), fresh, already: stretches.length - fresh };
}

function byDocument(stretches: readonly Stretch[]): Map<DocId, Stretch[]> {
  return Map.groupBy(stretches, ({ doc }) => doc);
}

/** Token ends may split a grapheme: a flag with a word grown onto it, a mark that is no part of its token. */
function ends({ texts }: OpenedFolder, doc: DocId, passages: readonly Stretch[]): Span[] {
  const text = texts.text(doc);
  return passages.flatMap(({ start, end }) => widened(text, start, end) ?? []);
}

function tagDocument(
  database: Database,
  opened: OpenedFolder,
  doc: DocId,
  passages: readonly Stretch[],
  by: { tags: readonly TagId[]; author: CoderId; made: string },
): number {
  const place = placeOf(database, opened, doc);
  let added = 0;
  for (const { start, end } of ends(opened, doc, passages))
    if (addSpan(database, { place, start, end, ...by }).fresh) added++;
  return added;
}

/** For each document: the tags of this coder's spans by their ends. */
function carriedTags({ own, opened, project }: Own): (doc: DocId) => Map<string, readonly TagId[]> {
  const { coder } = project;
  const spans = new Map(own.documents(opened).map(({ doc, spans }) => [doc, spans]));
  return (doc) =>
    new Map(
      (spans.get(doc) ?? [])
        .filter(({ author, state }) => author === coder && state !== 'orphan')
        .map(({ start, end, tags }) => [`${start} ${end}`, tags]),
    );
}

function alreadyTagged(
  carried: Map<string, readonly TagId[]>,
  passages: readonly Span[],
  tags: readonly TagId[],
): number {
  return passages.filter(({ start, end }) => {
    const has = carried.get(`${start} ${end}`);
    return has !== undefined && tags.every((tag) => has.includes(tag));
  }).length;
}
