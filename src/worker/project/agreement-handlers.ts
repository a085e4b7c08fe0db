/** How far people who tagged the same documents agree: two by two with what only one of them has, and all together. */
import { agreementAmong, type ManyTaggings } from '../../corpus/tagging/agreement-among.ts';
import { agreementOf, type TaggedText, type TwoTaggings, withoutThose } from '../../corpus/tagging/agreement.ts';
import type { DocumentSpans, PlacedSpan } from '../../corpus/tagging/placed-spans.ts';
import type { Result } from '../../shared/contract.ts';
import { ExpectedFailure } from '../../shared/failure.ts';
import type { DocId, TokenIndex } from '../../shared/model.ts';
import { mostCoders, mostDisagreements } from '../../shared/tag-tables.ts';
import type { CoderId, SpanQuestion, TagId } from '../../shared/tagging.ts';
import type { Handlers } from '../handler.ts';
import type { OpenedFolder } from '../open.ts';
import type { CorpusProject } from './corpus-project.ts';
import { inProject } from './corpus-project.ts';
import { tagsInOrder } from './tag-rows.ts';

export const agreementHandlers: Handlers<'agreement.measure' | 'agreement.among'> = {
  'agreement.measure': inProject(({ own, opened, project }, { first, second }) => {
    refuseInSecondLook(own);
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

  'agreement.among': inProject(({ own, opened, project }, { coders: asked }) => {
    refuseInSecondLook(own);
    const tagged = own.documents(opened).filter(({ doc }) => doc !== null);
    const coders = asked ? [...new Set(asked)] : codersOf(tagged).slice(0, mostCoders);
    const texts = tagged.flatMap((document) => readByMany(document, opened, coders));
    const tags = tagsInOrder(project.database).flatMap(({ tag }) => {
      const taggings = texts.map(({ text, people }) => ({ text, people: people.map((spans) => having(spans, tag)) }));
      return taggings.some(({ people }) => people.some((spans) => spans !== null && spans.length > 0))
        ? [{ tag, taggings }]
        : [];
    });
    return {
      revision: project.state.revision,
      coders: coders.map((coder) => {
        const own = tagged.map(({ spans }) =>
          spans.filter(({ author, state }) => author === coder && state !== 'orphan'),
        );
        const spans = own.reduce((sum, { length }) => sum + length, 0);
        return { coder, spans, documents: own.filter(({ length }) => length > 0).length };
      }),
      documents: texts.length,
      all: agreementAmong(tags.map(({ taggings }) => taggings)),
      tags: tags.map(({ tag, taggings }) => ({ tag, agreement: agreementAmong([taggings]) })),
      pairs: coders.flatMap((first, at) =>
        coders.slice(at + 1).map((second, after) => ({
          ...{ first, second },
          ...agreementOfPair(
            tags.map(({ taggings }) => taggings),
            [at, at + 1 + after],
          ),
        })),
      ),
    };
  }),
};

/** @throws ExpectedFailure `bad-request` while what the others tagged is hidden */
function refuseInSecondLook({ only }: CorpusProject): void {
  if (only !== null)
    throw new ExpectedFailure(
      'bad-request',
      'A second look goes on, in which nothing of the others is shown: end it, and the looks are compared.',
    );
}

/** Everyone who has tagged, who has most passages first. */
function codersOf(documents: readonly DocumentSpans[]): CoderId[] {
  const spans = new Map<CoderId, number>();
  for (const { author, state } of documents.flatMap((document) => document.spans))
    if (state !== 'orphan') spans.set(author, (spans.get(author) ?? 0) + 1);
  return [...spans].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([coder]) => coder);
}

interface ReadByMany extends ManyTaggings {
  readonly people: readonly (readonly PlacedSpan[] | null)[];
}

/** Nothing for a document that fewer than two of them have tagged in. */
function readByMany({ doc, spans }: DocumentSpans, opened: OpenedFolder, coders: readonly CoderId[]): ReadByMany[] {
  const people = coders.map((coder) => {
    const own = spans.filter(({ author, state }) => author === coder && state !== 'orphan');
    return own.length > 0 ? own : null;
  });
  if (doc === null || people.filter((own) => own !== null).length < 2) return [];
  return [{ text: textOf(opened, doc), people }];
}

function having(spans: readonly PlacedSpan[] | null, tag: TagId): readonly PlacedSpan[] | null {
  return spans?.filter(({ tags }) => tags.includes(tag)) ?? null;
}

function agreementOfPair(
  tags: readonly (readonly ManyTaggings[])[],
  [a, b]: readonly [number, number],
): Pick<Result<'agreement.among'>['pairs'][number], 'documents' | 'agreement'> {
  const together = tags.map((taggings) =>
    taggings.flatMap(({ text, people }): TwoTaggings[] => {
      const [first, second] = [people[a] ?? null, people[b] ?? null];
      return first && second ? [{ text, first, second }] : [];
    }),
  );
  return { documents: together[0]?.length ?? 0, agreement: agreementOf(together) };
}

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
  const carrying = (spans: readonly PlacedSpan[]) => spans.filter(({ tags }) => tags.includes(tag));
  return { text, first: carrying(first), second: carrying(second) };
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
