/** Requests about tagged passages. */
import { stepSays } from '../../shared/step-words.ts';
import { ExpectedFailure } from '../../shared/failure.ts';
import { meantBy } from '../../corpus/tagging/question.ts';
import { widened } from '../../corpus/tagging/graphemes.ts';
import type { DocId, Span } from '../../shared/model.ts';
import { docOfPath, placeOf } from './tagged-documents.ts';
import type { Handlers } from '../handler.ts';
import type { Own } from './corpus-project.ts';
import { inProject } from './corpus-project.ts';
import { textIn } from './database.ts';
import { factsOf } from './question-facts.ts';
import { spanAnswer, spanAnswers } from './span-answers.ts';
import { refuse } from './rules/refusals.ts';
import { addSpan, changeTagsOf, deleteSpans, documentOfSpan, placeSpan } from './span-rows.ts';
import { sortedSpans } from './sorted-spans.ts';
import { checkTags } from './tag-rows.ts';
import { tagLines } from './tag-lines.ts';

export const spanHandlers: Handlers<
  'spans.add' | 'spans.change' | 'spans.delete' | 'spans.inDocument' | 'spans.find' | 'spans.fromLines'
> = {
  'spans.add': inProject(({ corpus, opened, own, project, state }, { doc, start, end, tags, note }) => {
    corpus.document(doc);
    const ends = wholeCharacters(opened.texts.text(doc), start, end);
    const { place, span } = project.change({ says: stepSays('passage.tag', { count: 1 }) }, (database) => {
      checkTags(database, tags);
      const place = placeOf(database, opened, doc);
      const { coder: author, now: made } = project;
      return { place, ...addSpan(database, { place, ...ends, tags, author, made, note }) };
    });
    return { ...state(), span: spanAnswer(own, opened, place.document, span) };
  }),

  'spans.change': inProject((room, { spans, start, end, add = [], remove = [] }) => {
    const { project } = room;
    const [span] = spans;
    const moved = start !== undefined || end !== undefined;
    if (moved && spans.length > 1)
      throw new ExpectedFailure('bad-request', 'Only a single passage can be given other ends.');
    const says = moved ? stepSays('passage.ends') : stepSays('passage.tags', { count: spans.length });
    project.change({ says, bulk: spans.length > bulkFrom }, (database) => {
      if (remove.length > 0) refuse(database, spans, remove);
      changeTagsOf(database, spans, add, remove);
      if (!moved) return;
      const { doc, was } = standing(room, span!);
      const place = placeOf(database, room.opened, doc);
      const ends = wholeCharacters(place.text, start ?? was.start, end ?? was.end);
      if (ends.start === was.start && ends.end === was.end) return;
      refuse(database, [span!], undefined);
      placeSpan(database, span!, place, ends.start, ends.end);
    });
    return room.state();
  }),

  'spans.delete': inProject(({ project, state }, { spans }) => {
    const words = {
      says: stepSays('passage.delete', { count: spans.length }),
      kind: 'deletion',
      bulk: spans.length > bulkFrom,
    } as const;
    project.change(words, (database) => {
      refuse(database, spans, undefined);
      deleteSpans(database, spans);
    });
    return state();
  }),

  'spans.inDocument': inProject(({ corpus, opened, own, project }, { doc, coder }) => {
    const { path } = corpus.document(doc);
    const row = project.database.get('SELECT id FROM documents WHERE path = ?', path);
    const document = typeof row?.[0] === 'number' ? row[0] : -1;
    const placed = own.spans.of(document)?.spans ?? [];
    const wanted = placed.filter(({ author }) => coder === undefined || author === coder);
    const spans = spanAnswers(
      own,
      opened,
      wanted.map((span) => ({ ...span, document })),
    );
    return { revision: project.state.revision, spans };
  }),

  'spans.find': inProject((room, { question, sort, from, count }) => {
    const { own, opened, project } = room;
    const meant = meantBy(question, factsOf(room));
    const found = own.documents(opened).flatMap((document) => {
      const isMeant = meant(document);
      return document.spans.flatMap((span, at) => (isMeant[at] ? [{ ...span, document: document.document }] : []));
    });
    const documents = new Set(found.map(({ document }) => document)).size;
    const page = sortedSpans(project.database, found, sort).slice(from, from + count);
    const { revision } = project.state;
    return { revision, total: found.length, documents, spans: spanAnswers(own, opened, page) };
  }),

  'spans.fromLines': inProject(tagLines),
};

/** From so many spans on a change is large enough for a backup of its own. */
const bulkFrom = 100;

/** @throws ExpectedFailure `bad-request` when there is nothing to tag */
function wholeCharacters(text: string, start: number, end: number): Span {
  const ends = widened(text, start, end);
  if (!ends) throw new ExpectedFailure('bad-request', 'There is no text at this place to tag.');
  return ends;
}

/** Where a span stands in the folder now. @throws ExpectedFailure `bad-request` when it stands nowhere */
function standing({ own, opened, project }: Own, span: Parameters<typeof spanAnswer>[3]): { doc: DocId; was: Span } {
  const document = documentOfSpan(project.database, span);
  const placed = own.spans.of(document)?.spans.find((one) => one.span === span);
  const path = textIn(project.database.get('SELECT path FROM documents WHERE id = ?', document), 0);
  const doc = own.docOf(opened, document) ?? docOfPath(opened, path);
  if (doc === undefined || !placed)
    throw new ExpectedFailure('bad-request', `The document of this passage, ${path}, is not in the folder.`);
  return { doc, was: placed };
}
