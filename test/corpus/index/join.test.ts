/** An index joined out of parts against an index made of the same texts. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { IndexBuilder } from '../../../src/corpus/index/build.ts';
import type { SourceDocument } from '../../../src/corpus/index/corpus-index.ts';
import { joinParts } from '../../../src/corpus/index/join.ts';
import { partOf, partOfBuilt } from '../../../src/corpus/index/index-part.ts';
import type { PositionalIndex } from '../../../src/corpus/index/positional.ts';
import { shippedRules } from '../text/rules.ts';
import { anyText } from '../text/texts.ts';

const rules = shippedRules();
const language = fc.constantFrom('en', 'ar', 'mk', 'und');
/** A few words over and over, so that the two lexicons share many, and random text, so that they do not. */
const words = fc
  .array(fc.constantFrom('the', 'The', 'THE', 'thé', 'куќа', 'кука', 'السلام', 'السلامَ', '3.14', '. ', '\n'), {
    maxLength: 12,
  })
  .map((parts) => parts.join(' '));
const anyDocument: fc.Arbitrary<SourceDocument> = fc.record({ text: fc.oneof(words, anyText), language });
const documents = fc.array(anyDocument, { maxLength: 6 });

function builder(sources: readonly SourceDocument[]): IndexBuilder {
  const made = new IndexBuilder(rules);
  for (const source of sources) made.addDocument(source);
  return made;
}

const built = (sources: readonly SourceDocument[]): PositionalIndex => builder(sources).finish();

interface Piece {
  readonly known: boolean;
  readonly from: number;
  readonly to: number;
}

function merged(old: readonly SourceDocument[], fresh: readonly SourceDocument[], pieces: readonly Piece[]) {
  const parts = { old: partOf(built(old)), fresh: partOfBuilt(builder(fresh).finishPart()) };
  const sources: SourceDocument[] = [];
  const runs = pieces.map(({ known, from, to }) => {
    const run = (known ? old : fresh).slice(from, to);
    sources.push(...run);
    const chars = run.reduce((sum, { text }) => sum + text.length, 0);
    return { part: known ? parts.old : parts.fresh, from, to, chars };
  });
  return { index: joinParts(runs), sources };
}

/** Some of the known documents and all of the new ones, in any order. */
function piecesOf(old: number, fresh: number, keep: readonly boolean[], order: readonly number[]): Piece[] {
  const single = (known: boolean, at: number): Piece => ({ known, from: at, to: at + 1 });
  const all = [
    ...Array.from({ length: old }, (_, at) => single(true, at)).filter((_, at) => keep[at] ?? true),
    ...Array.from({ length: fresh }, (_, at) => single(false, at)),
  ];
  const shuffled = all
    .map((piece, at) => ({ piece, key: order[at] ?? 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ piece }) => piece);
  const joined: Piece[] = [];
  for (const piece of shuffled) {
    const last = joined.at(-1);
    if (last?.known === piece.known && last.to === piece.from) joined.splice(-1, 1, { ...last, to: piece.to });
    else joined.push(piece);
  }
  return joined;
}

describe('an index merged out of two', () => {
  test('has the very arrays that reading all documents again gives', () => {
    const keep = fc.array(fc.boolean(), { minLength: 6, maxLength: 6 });
    const order = fc.array(fc.nat(3), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(documents, documents, keep, order, (old, fresh, kept, places) => {
        const pieces = piecesOf(old.length, fresh.length, kept, places);
        const { index, sources } = merged(old, fresh, pieces);
        expect(index.parts).toEqual(built(sources).parts);
      }),
      { numRuns: 250 },
    );
  });

  test('has them after many edits, each made on the index before', () => {
    const edit = fc.record({ at: fc.nat(8), drop: fc.nat(2), add: fc.array(anyDocument, { maxLength: 2 }) });
    fc.assert(
      fc.property(documents, fc.array(edit, { maxLength: 6 }), (first, edits) => {
        let sources = first;
        let index = built(first);
        for (const { at, drop, add } of edits) {
          const place = Math.min(at, sources.length);
          const after = Math.min(place + drop, sources.length);
          const chars = (some: readonly SourceDocument[]) => some.reduce((sum, { text }) => sum + text.length, 0);
          const part = partOf(index);
          const fresh = partOfBuilt(builder(add).finishPart());
          index = joinParts([
            { part, from: 0, to: place, chars: chars(sources.slice(0, place)) },
            { part: fresh, from: 0, to: add.length, chars: chars(add) },
            { part, from: after, to: sources.length, chars: chars(sources.slice(after)) },
          ]);
          sources = sources.toSpliced(place, after - place, ...add);
          expect(index.parts).toEqual(built(sources).parts);
        }
      }),
      { numRuns: 80 },
    );
  });

  test('keeps gaps wider than a byte, and tokens past an anchor', () => {
    const wide = { text: `one${' '.repeat(300)}two ${'word '.repeat(70)}${'.'.repeat(700)}end`, language: 'en' };
    const dotted = { text: `${'.'.repeat(400)}late`, language: 'en' };
    const small = { text: 'a b c', language: 'en' };
    const { index, sources } = merged(
      [wide, dotted, wide],
      [small],
      [
        { known: false, from: 0, to: 1 },
        { known: true, from: 1, to: 3 },
        { known: true, from: 0, to: 1 },
      ],
    );
    expect(index.parts).toEqual(built(sources).parts);
  });

  test('forms and classes that only left-out documents had are gone', () => {
    const one = { text: 'stays goes Goes', language: 'en' };
    const two = { text: 'stays', language: 'en' };
    const { index } = merged([one, two], [], [{ known: true, from: 1, to: 2 }]);
    expect([index.lexicon.size, index.lexicon.classes]).toEqual([1, 1]);
  });

  test('a form on both sides is one type, and a fold on both sides one class', () => {
    const { index } = merged(
      [{ text: 'The cat', language: 'en' }],
      [{ text: 'the CAT The', language: 'en' }],
      [
        { known: true, from: 0, to: 1 },
        { known: false, from: 0, to: 1 },
      ],
    );
    expect([index.lexicon.size, index.lexicon.classes]).toEqual([4, 2]);
    expect(index.parts.lexicon.forms.text).toBe('CATcatThethe');
  });
});
