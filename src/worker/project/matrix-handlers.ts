/** Tables of the tagged passages: what stands with what, and how far two people agree. */
import { agreementOf, type TaggedText, type TwoTaggings, withoutThose } from '../../corpus/tagging/agreement.ts';
import { tagMatrix } from '../../corpus/tagging/matrix.ts';
import type { DocumentSpans, PlacedSpan } from '../../corpus/tagging/placed-spans.ts';
import { meantBy } from '../../corpus/tagging/question.ts';
import type { Result } from '../../shared/contract.ts';
import { ExpectedFailure } from '../../shared/failure.ts';
import type { DocId, TokenIndex } from '../../shared/model.ts';
import { mostDisagreements } from '../../shared/tag-tables.ts';
import type { CoderId, SpanQuestion, TagId } from '../../shared/tagging.ts';
import type { Handlers } from '../handlers.ts';
import type { OpenedFolder } from '../open.ts';
import { inProject } from './corpus-project.ts';
import { headsOf } from './matrix-heads.ts';
import { factsOf } from './question-facts.ts';
import { tagsInOrder } from './tag-rows.ts';

export const matrixHandlers: Handlers<'matrix.open' | 'agreement.measure'> = {
  'matrix.open': inProject((room, { rows, columns, relation, distance, unit = 'words', counted }) => {
    const { own, opened, project } = room;
    if (relation !== 'same' && (rows.kind !== 'tags' || columns.kind !== 'tags'))
      throw new ExpectedFailure('bad-request', 'Only tags can stand to each other; choose tags for rows and columns.');
    const documents = own.documents(opened);
    const facts = factsOf(room);
    const [down, across] = [headsOf(room, rows, documents), headsOf(room, columns, documents)];
    const meant = (heads: typeof down) => heads.heads.map(({ question }) => meantBy(question, facts));
    const hasDistance = relation === 'near' || relation === 'precedes';
    const cells = tagMatrix(documents, meant(down), meant(across), {
      ...{ relation, counted, most: hasDistance ? (distance ?? Infinity) : Infinity },
      units: (doc) => facts.units(doc, unit),
    });
    return {
      revision: project.state.revision,
      rows: down.heads,
      columns: across.heads,
      cells,
      complete: down.complete && across.complete,
    };
  }),

  'agreement.measure': inProject(({ own, opened, project }, { first, second }) => {
    const documents = own.documents(opened).flatMap((document) => readTogether(document, opened, first, second));
    const tags = tagsInOrder(project.database).flatMap(({ tag }) => {
      const taggings = documents.map((document) => twoOf(document, tag));
      return taggings.some((two) => two.first.length + two.second.length > 0) ? [{ tag, taggings }] : [];
    });
    const disagreements = documents.flatMap(({ path }, at) =>
      tags
        .flatMap(({ tag, taggings }) => lonely(taggings[at]!, tag, path, [first, second]))
        .sort((a, b) => a.start - b.start || a.end - b.end),
    );
    return {
      revision: project.state.revision,
      documents: documents.map(({ path, text }, at) => ({
        path,
        words: text.wordStarts.length,
        agreement: agreementOf(tags.map(({ taggings }) => [taggings[at]!])),
      })),
      tags: tags.map(({ tag, taggings }) => ({ tag, agreement: agreementOf([taggings]) })),
      all: agreementOf(tags.map(({ taggings }) => taggings)),
      disagreements: disagreements.slice(0, mostDisagreements),
      total: disagreements.length,
    };
  }),
};

interface ReadTogether {
  readonly path: string;
  readonly text: TaggedText;
  readonly first: readonly PlacedSpan[];
  readonly second: readonly PlacedSpan[];
}

/** Nothing for a document that one of the two has not tagged in, or whose text is not at hand. */
function readTogether(
  { path, doc, spans }: DocumentSpans,
  opened: OpenedFolder,
  first: CoderId,
  second: CoderId,
): ReadTogether[] {
  const of = (coder: CoderId) => spans.filter(({ author, state }) => author === coder && state !== 'orphan');
  const [one, other] = [of(first), of(second)];
  if (doc === null || one.length === 0 || other.length === 0) return [];
  return [{ path, text: textOf(opened, doc), first: one, second: other }];
}

function textOf({ index, texts }: OpenedFolder, doc: DocId): TaggedText {
  const starts = index.documentStart();
  const [from, to] = [starts[doc]!, starts[doc + 1]!];
  return {
    wordStarts: Uint32Array.from({ length: to - from }, (_, at) => index.charStart((from + at) as TokenIndex)),
    wordEnds: Uint32Array.from({ length: to - from }, (_, at) => index.charEnd((from + at) as TokenIndex)),
    length: texts.length(doc),
  };
}

interface PlacedTaggings extends TwoTaggings {
  readonly first: readonly PlacedSpan[];
  readonly second: readonly PlacedSpan[];
}

function twoOf({ text, first, second }: ReadTogether, tag: TagId): PlacedTaggings {
  const having = (spans: readonly PlacedSpan[]) => spans.filter(({ tags }) => tags.includes(tag));
  return { text, first: having(first), second: having(second) };
}

type Disagreement = Result<'agreement.measure'>['disagreements'][number];

function lonely(
  { first, second }: PlacedTaggings,
  tag: TagId,
  path: string,
  coders: readonly CoderId[],
): Disagreement[] {
  return [withoutThose(first, second), withoutThose(second, first)].flatMap((spans, at) =>
    spans.map(({ start, end }) => {
      const by = coders[at]!;
      const parts: SpanQuestion[] = [
        { kind: 'document', path },
        { kind: 'tag', tag, children: false },
        { kind: 'author', coder: by },
      ];
      return { tag, path, question: { kind: 'and', of: parts }, start, end, by };
    }),
  );
}
