import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tagMatrix } from '../../../src/corpus/tagging/matrix.ts';
import type { DocumentSpans } from '../../../src/corpus/tagging/placed-spans.ts';
import { meantBy, type QuestionFacts } from '../../../src/corpus/tagging/question.ts';
import type { CharOffset, DocId } from '../../../src/shared/model.ts';
import { cellQuestion, matrixRelations, tagQuestion } from '../../../src/shared/tag-tables.ts';
import { type CoderId, type SpanId, spanStates, type TagId } from '../../../src/shared/tagging.ts';

const names = ['a', 'b', 'c'] as TagId[];
const span = fc.record({
  start: fc.nat(30),
  length: fc.integer({ min: 1, max: 12 }),
  tags: fc.subarray(names, { minLength: 1 }),
  state: fc.constantFrom(...spanStates),
});
const documents = fc.array(fc.tuple(fc.array(span, { maxLength: 8 }), fc.boolean()), { maxLength: 3 }).map((all) =>
  all.map(([spans, isThere], doc): DocumentSpans => ({
    path: `${doc}.txt`,
    doc: isThere ? (doc as DocId) : null,
    spans: spans
      .toSorted((x, y) => x.start - y.start || x.length - y.length)
      .map(({ start, length, tags, state }, at) => ({
        span: `${doc}-${at}` as SpanId,
        start: start as CharOffset,
        end: (start + length) as CharOffset,
        tags,
        author: 'me' as CoderId,
        state,
        made: '',
      })),
  })),
);
const facts: QuestionFacts = {
  tagsFrom: (tag) => new Set(tag === names[0] ? [names[0], names[1]!] : [tag]),
  quoting: () => new Set(),
  noted: () => new Set(),
  documents: () => undefined,
  // A unit is three characters.
  units: () => (from, until) => Math.max(0, Math.floor(until / 3) - Math.ceil(from / 3)),
};
const distance = fc.option(fc.nat(4), { nil: undefined });

test('every cell is the number of passages, or of their documents, that its own question finds', () => {
  fc.assert(
    fc.property(
      documents,
      fc.constantFrom(...matrixRelations),
      distance,
      fc.boolean(),
      (all, relation, near, children) => {
        const questions = names.map((tag) => tagQuestion(tag, children));
        const heads = questions.map((question) => meantBy(question, facts));
        const most = relation === 'near' || relation === 'precedes' ? (near ?? Infinity) : Infinity;
        const terms = { relation, most, units: () => facts.units(0 as DocId, 'words') };
        const spans = tagMatrix(all, heads, heads, { ...terms, counted: 'spans' });
        const docs = tagMatrix(all, heads, heads, { ...terms, counted: 'documents' });
        const asked = most === Infinity ? { relation } : { relation, distance: most };
        questions.forEach((row, r) => {
          questions.forEach((column, c) => {
            const meant = meantBy(cellQuestion(row, column, asked), facts);
            const found = all.map((document) => meant(document).filter(Boolean).length);
            expect(spans[r]![c]).toBe(found.reduce((sum, many) => sum + many, 0));
            expect(docs[r]![c]).toBe(found.filter((many) => many > 0).length);
          });
        });
      },
    ),
    { numRuns: 500 },
  );
});
