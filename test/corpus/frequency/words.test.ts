import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countUnits } from '../../../src/corpus/frequency/counts.ts';
import { bothOf, maskOf, othersThan } from '../../../src/corpus/frequency/documents.ts';
import { atOnce } from '../../../src/corpus/frequency/stepwise.ts';
import { countingUnit } from '../../../src/corpus/frequency/unit.ts';
import type { WordColumn } from '../../../src/corpus/frequency/words.ts';
import { WordTable } from '../../../src/corpus/frequency/words.ts';
import { rangesOfSorted } from '../../../src/corpus/query/type-set.ts';
import { stemClasses } from '../../../src/corpus/stems/stem-classes.ts';
import { indexOf } from '../query/small-corpora.ts';
import { byDocument, countedCorpus, naiveDpNorm, tally } from './counted-corpora.ts';

const all = { minCount: 1, minDocuments: 1, match: null, sort: { by: 'count', descending: true } } as const;
const columns: WordColumn[] = ['form', 'count', 'documents', 'dispersion'];

describe('counting', () => {
  test('loses none of the words that occur oftener than a small counter holds', () => {
    const often = (word: string, times: number) => `${word} `.repeat(times);
    const texts = [often('the', 70_000), `${often('the', 140_001)}lake ${often('of', 65_535)}`, often('of', 1)];
    const index = indexOf({ vocabulary: ['the', 'lake', 'of'], texts });
    const unit = countingUnit(index, { by: 'fold' });
    const counted = (mask: Uint8Array | null) => {
      const { counts } = countUnits(index, unit, mask);
      const named = Array.from({ length: unit.size }, (_, number) => [unit.key(number), counts[number]] as const);
      return Object.fromEntries(named);
    };
    expect(counted(null)).toEqual({ the: 210_001, lake: 1, of: 65_536 });
    expect(counted(Uint8Array.of(0, 1, 0))).toEqual({ the: 140_001, lake: 1, of: 65_535 });
    expect(counted(Uint8Array.of(1, 0, 1))).toEqual({ the: 70_000, lake: 0, of: 1 });
  });
});

describe('a word list', () => {
  test('is that of a plain count', () => {
    const least = fc.record({ minCount: fc.integer({ min: 0, max: 3 }), minDocuments: fc.integer({ min: 0, max: 2 }) });
    fc.assert(
      fc.property(countedCorpus, least, ({ index, unit, mask, tokens }, { minCount, minDocuments }) => {
        const list = atOnce(new WordTable(index, unit, mask).list({ ...all, minCount, minDocuments }));
        const documents = byDocument(tokens);
        const sizes = documents.map((document) => document.length);
        const expected = [...tally(tokens.map(({ key }) => key))].flatMap(([key, count]) => {
          const inEach = documents.map((document) => document.filter((token) => token.key === key).length);
          const range = inEach.filter((n) => n > 0).length;
          if (count < minCount || range < minDocuments) return [];
          const perMillion = expect.closeTo((count / tokens.length) * 1e6, 6) as number;
          const dpNorm = naiveDpNorm(inEach, sizes);
          return [
            { key, count, perMillion, documents: range, dispersion: dpNorm && (expect.closeTo(dpNorm, 10) as number) },
          ];
        });
        const rows = list.page(0, 1_000).map((row) => ({
          ...{ key: unit.key(row.unit), count: row.count, perMillion: row.perMillion },
          ...{ documents: row.documents, dispersion: row.dispersion },
        }));
        expect(list.total).toBe(expected.length);
        expect(rows.toSorted(byKey)).toEqual(expected.sort(byKey));
      }),
      { numRuns: 300 },
    );
  });

  test('says the same of the words of a page alone', () => {
    fc.assert(
      fc.property(countedCorpus, ({ index, unit, mask }) => {
        const whole = atOnce(new WordTable(index, unit, mask).list(all)).page(0, 1_000);
        const alone = atOnce(new WordTable(index, unit, mask).list(all, true));
        const backwards = Uint32Array.from(whole, (_, at) => whole.length - 1 - at);
        expect(atOnce(alone.at(backwards)).map(({ unit: number }) => number)).toEqual(
          Array.from(backwards, (at) => alone.unitAt(at)),
        );
        expect(alone.page(0, 1_000)).toEqual(
          whole.map((row) => ({
            ...row,
            dispersion: row.dispersion === null ? null : (expect.closeTo(row.dispersion, 10) as number),
          })),
        );
        for (const name of ['count', 'documents', 'dispersion'] as const)
          expect(Array.from(atOnce(alone.column(name)))).toEqual(whole.map((row) => row[name] ?? NaN));
      }),
      { numRuns: 200 },
    );
  });

  test('is sorted by any column, either way, in pages', () => {
    fc.assert(
      fc.property(countedCorpus, fc.constantFrom(...columns), fc.boolean(), ({ index, unit, mask }, by, descending) => {
        const table = new WordTable(index, unit, mask);
        const list = atOnce(table.list({ ...all, sort: { by, descending } }));
        const rows = list.page(0, 1_000);
        const paged = Array.from({ length: Math.ceil(list.total / 3) }, (_, page) => list.page(page * 3, 3)).flat();
        expect(paged).toEqual(rows);
        const collator = new Intl.Collator('und', { numeric: true });
        for (let i = 1; i < rows.length; i++) {
          const [first, second] = descending ? [rows[i]!, rows[i - 1]!] : [rows[i - 1]!, rows[i]!];
          if (by === 'form') expect(collator.compare(first.form, second.form)).toBeLessThanOrEqual(0);
          else expect((first[by] ?? 0) - (second[by] ?? 0)).toBeLessThanOrEqual(1e-12);
          if (rows[i]![by] === rows[i - 1]![by]) expect(rows[i]!.unit).toBeGreaterThan(rows[i - 1]!.unit);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('shows only units with a form that matches, as most often written', () => {
    const index = indexOf({ vocabulary: [], texts: ['Café cafe cafe the The', 'the CAFÉ'] });
    const unit = countingUnit(index, { by: 'fold' });
    const types = Array.from({ length: index.lexicon.size }, (_, type) => type);
    const capitals = types.filter((type) => index.lexicon.form(type as never) === 'CAFÉ');
    const list = atOnce(new WordTable(index, unit, null).list({ ...all, match: rangesOfSorted(capitals) }));
    expect(list.page(0, 9).map(({ form, count }) => [form, count])).toEqual([['cafe', 4]]);
  });

  test('of an empty corpus, or of no document, is empty', () => {
    const nothing = indexOf({ vocabulary: [], texts: [] });
    expect(atOnce(new WordTable(nothing, countingUnit(nothing, { by: 'fold' }), null).list(all)).total).toBe(0);
    const index = indexOf({ vocabulary: [], texts: ['a b', ''] });
    const unit = countingUnit(index, { by: 'form' });
    expect(atOnce(new WordTable(index, unit, Uint8Array.of(0, 0)).list(all)).total).toBe(0);
    expect(atOnce(new WordTable(index, unit, Uint8Array.of(0, 1)).list(all)).page(0, 9)).toEqual([]);
    expect(atOnce(new WordTable(index, unit, null).list(all)).page(0, 1)[0]).toMatchObject({
      documents: 1,
      dispersion: null,
    });
  });
});

describe('counting units', () => {
  test('half a corpus and its other half make the whole', () => {
    fc.assert(
      fc.property(countedCorpus, ({ index, unit, mask }) => {
        const some = countUnits(index, unit, mask);
        const others = countUnits(index, unit, othersThan(index, mask));
        const whole = countUnits(index, unit, null);
        expect(some.tokens + others.tokens).toBe(whole.tokens);
        expect(some.counts.map((count, number) => count + others.counts[number]!)).toEqual(whole.counts);
      }),
    );
  });

  test('read each document by the stems of its language', () => {
    const languages = ['de', 'en', 'de'];
    const index = indexOf({ vocabulary: [], texts: ['Tage Tag Tags', 'tag tags', 'Tage 7'] }, (doc) => languages[doc]!);
    const stemmers: Record<string, (word: string) => string> = {
      de: (word) => word.replace(/(e|s)$/, ''),
      en: (word) => `${word.replace(/s$/, '')}!`,
    };
    const stems = stemClasses(index, (language) => stemmers[language]);
    const unit = countingUnit(index, { by: 'stem', stems, numbers: false });
    const rows = (mask: Uint8Array | null) =>
      atOnce(new WordTable(index, unit, mask).list(all))
        .page(0, 9)
        .map((row) => [unit.key(row.unit), row.count, row.documents]);
    expect(rows(null)).toEqual([
      ['tag', 4, 2],
      ['tag!', 2, 1],
    ]);
    expect(rows(Uint8Array.of(0, 1, 1))).toEqual([
      ['tag!', 2, 1],
      ['tag', 1, 1],
    ]);
    const stopped = countingUnit(index, { by: 'stem', stems, stop: ['TAG'] });
    expect(countUnits(index, stopped, null).counts.reduce((a, b) => a + b)).toBe(index.tokenCount);
    expect(countUnits(index, stopped, null).counts[stopped.size]).toBe(2);
  });

  test('documents are meant by any test of them', () => {
    const index = indexOf({ vocabulary: [], texts: ['a', 'b', 'c'] });
    const even = maskOf(index, (doc) => doc % 2 === 0);
    expect(even).toEqual(Uint8Array.of(1, 0, 1));
    expect(bothOf(even, null)).toEqual(even);
    expect(bothOf(Uint8Array.of(1, 1, 0), even)).toEqual(Uint8Array.of(1, 0, 0));
    expect(maskOf(index, undefined)).toBeNull();
  });
});

function byKey(a: { readonly key: string }, b: { readonly key: string }): number {
  return a.key < b.key ? -1 : 1;
}
