/** An index made out of documents of another one against an index made of the same texts. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { IndexBuilder } from '../../../src/corpus/index/build.ts';
import type { SourceDocument } from '../../../src/corpus/index/corpus-index.ts';
import type { PositionalIndex } from '../../../src/corpus/index/positional.ts';
import type { DocId } from '../../../src/shared/model.ts';
import { shippedRules } from '../text/rules.ts';
import { anyText } from '../text/texts.ts';

const rules = shippedRules();
const language = fc.constantFrom('en', 'ar', 'mk', 'und');
const anyDocument: fc.Arbitrary<SourceDocument> = fc.record({ text: anyText, language });
const documents = fc.array(anyDocument, { maxLength: 6 });

function built(sources: readonly SourceDocument[]): PositionalIndex {
  const builder = new IndexBuilder(rules);
  for (const source of sources) builder.addDocument(source);
  return builder.finish();
}

/** A document of an old index by its number there, or a new text. */
type Piece = { readonly from: number; readonly doc: number } | { readonly fresh: SourceDocument };

/** The same documents as `pieces` name, taken over where they are known. */
function incremental(olds: readonly (readonly SourceDocument[])[], pieces: readonly Piece[]) {
  const indexes = olds.map(built);
  const builder = new IndexBuilder(rules);
  const sources: SourceDocument[] = [];
  for (const piece of pieces) {
    if ('fresh' in piece) {
      builder.addDocument(piece.fresh);
      sources.push(piece.fresh);
      continue;
    }
    const old = olds[piece.from % olds.length]!;
    if (old.length === 0) continue;
    const doc = (piece.doc % old.length) as DocId;
    builder.addKnown(indexes[piece.from % olds.length]!, doc, old[doc]!.text.length);
    sources.push(old[doc]!);
  }
  return { index: builder.finish(), sources };
}

const pieces = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ from: fc.nat(1), doc: fc.nat(5) }) },
    { weight: 1, arbitrary: fc.record({ fresh: anyDocument }) },
  ),
  { maxLength: 10 },
);

describe('documents taken over from another index', () => {
  test('give the very arrays that reading them again gives', () => {
    fc.assert(
      fc.property(documents, documents, pieces, (one, other, chosen) => {
        const { index, sources } = incremental([one, other], chosen);
        expect(index.parts).toEqual(built(sources).parts);
      }),
      { numRuns: 1000 },
    );
  });

  test('go through many edits, each made on the index before', () => {
    const edit = fc.record({ at: fc.nat(8), drop: fc.nat(2), add: fc.array(anyDocument, { maxLength: 2 }) });
    fc.assert(
      fc.property(documents, fc.array(edit, { maxLength: 6 }), (first, edits) => {
        let sources = first;
        let index = built(first);
        for (const { at, drop, add } of edits) {
          const builder = new IndexBuilder(rules);
          const place = Math.min(at, sources.length);
          const keep = (from: number, to: number) => {
            for (let doc = from; doc < to; doc++) builder.addKnown(index, doc as DocId, sources[doc]!.text.length);
          };
          keep(0, place);
          for (const source of add) builder.addDocument(source);
          keep(Math.min(place + drop, sources.length), sources.length);
          sources = sources.toSpliced(place, drop, ...add);
          index = builder.finish();
          expect(index.parts).toEqual(built(sources).parts);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('keep gaps wider than a byte, and tokens past an anchor', () => {
    const wide = { text: `one${' '.repeat(300)}two ${'word '.repeat(70)}${'.'.repeat(700)}end`, language: 'en' };
    const { index, sources } = incremental(
      [[wide]],
      [{ fresh: { text: 'a b c', language: 'en' } }, { from: 0, doc: 0 }, { from: 0, doc: 0 }],
    );
    expect(index.parts).toEqual(built(sources).parts);
  });

  test('a form that is left out leaves the lexicon', () => {
    const one = { text: 'stays goes', language: 'en' };
    const two = { text: 'stays', language: 'en' };
    const { index } = incremental([[one, two]], [{ from: 0, doc: 1 }]);
    expect(index.lexicon.size).toBe(1);
  });
});
