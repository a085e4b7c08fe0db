import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Diversity, DiversitySettings } from '../../../src/corpus/frequency/diversity.ts';
import { diversity } from '../../../src/corpus/frequency/diversity.ts';
import { profileOf } from '../../../src/corpus/frequency/profile.ts';
import { atOnce } from '../../../src/corpus/frequency/stepwise.ts';
import { countingUnit } from '../../../src/corpus/frequency/unit.ts';
import { indexOf } from '../query/small-corpora.ts';
import { countedCorpus } from './counted-corpora.ts';

const settings: DiversitySettings = { standardSegment: 7, segment: 3, window: 4, sample: 5, ttr: 0.72 };

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((a, b) => a + b, 0) / values.length;
}

/** Every measure by its definition, segment by segment and window by window. */
function naiveDiversity(words: readonly unknown[]): Diversity {
  const ttr = (run: readonly unknown[]) => new Set(run).size / run.length;
  const runs = (length: number, step: number) =>
    Array.from({ length: Math.max(0, Math.floor((words.length - length) / step) + 1) }, (_, i) =>
      words.slice(i * step, i * step + length),
    );
  const vocabulary = [...new Set(words)];
  const counts = vocabulary.map((word) => words.filter((other) => other === word).length);
  const choose = (n: number, k: number): number =>
    Array.from({ length: k }, (_, i) => (n - i) / (i + 1)).reduce((a, b) => a * Math.max(0, b), 1);
  const factors = (run: readonly unknown[]) => {
    let full = 0;
    let from = 0;
    for (let to = 1; to <= run.length; to++) {
      if (ttr(run.slice(from, to)) >= settings.ttr) continue;
      full++;
      from = to;
    }
    return from === run.length ? full : full + (1 - ttr(run.slice(from))) / (1 - settings.ttr);
  };
  const [forwards, backwards] = [factors(words), factors(words.toReversed())];
  const n = words.length;
  return {
    tokens: n,
    types: vocabulary.length,
    ttr: n === 0 ? null : ttr(words),
    sttr: mean(runs(settings.standardSegment, settings.standardSegment).map(ttr)),
    msttr: mean(runs(settings.segment, settings.segment).map(ttr)),
    mattr: mean(runs(settings.window, 1).map(ttr)),
    mtld: forwards === 0 || backwards === 0 ? null : (n / forwards + n / backwards) / 2,
    hdd:
      n < settings.sample
        ? null
        : counts.reduce(
            (sum, f) => sum + (1 - choose(n - f, settings.sample) / choose(n, settings.sample)) / settings.sample,
            0,
          ),
    yuleK: n === 0 ? null : (1e4 * (counts.reduce((sum, f) => sum + f * f, 0) - n)) / n ** 2,
    guiraud: n === 0 ? null : vocabulary.length / Math.sqrt(n),
  };
}

function near(measures: Diversity): object {
  return Object.fromEntries(
    Object.entries(measures).map(([name, value]: [string, number | null]) => [
      name,
      value === null ? null : (expect.closeTo(value, 9) as unknown),
    ]),
  );
}

describe('lexical diversity', () => {
  test('is what the definitions say, computed segment by segment', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 12 }), { maxLength: 60 }), (words) => {
        expect(diversity(Uint32Array.from(words), 13, settings)).toEqual(near(naiveDiversity(words)));
      }),
      { numRuns: 500 },
    );
  });

  test('does not ask which word is which', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 9 }), { maxLength: 60 }),
        fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], { minLength: 10 }),
        (words, renamed) => {
          expect(
            diversity(
              Uint32Array.from(words, (word) => renamed[word]!),
              10,
              settings,
            ),
          ).toEqual(diversity(Uint32Array.from(words), 10, settings));
        },
      ),
    );
  });
});

describe('a profile', () => {
  test('of each document and of the whole is that of its words', () => {
    fc.assert(
      fc.property(countedCorpus, (counted) => {
        const { index, unit, mask, tokens } = counted;
        const { documents, whole } = atOnce(profileOf(index, unit, mask, settings));
        const meant = Array.from({ length: index.documentCount }, (_, doc) => doc).filter((doc) => mask?.[doc] !== 0);
        expect(documents.map(({ doc }) => doc)).toEqual(meant);
        for (const profile of [...documents, { doc: null, ...whole }]) {
          const own = tokens.filter(({ doc }) => profile.doc === null || doc === profile.doc);
          const words = own.flatMap(({ key }) => key ?? []);
          const sentences = new Map<string, number>();
          for (const { doc, sentence } of own)
            sentences.set(`${doc} ${sentence}`, (sentences.get(`${doc} ${sentence}`) ?? 0) + 1);
          expect(profile).toMatchObject(near(naiveDiversity(words)));
          expect(profile.sentenceLength?.mean ?? null).toEqual(mean([...sentences.values()]));
        }
        const sum = (field: 'sentences' | 'paragraphs') => documents.reduce((total, one) => total + one[field], 0);
        expect(whole).toMatchObject({ sentences: sum('sentences'), paragraphs: sum('paragraphs') });
      }),
      { numRuns: 200 },
    );
  });

  test('counts the letters of a word, not its marks', () => {
    const index = indexOf({ vocabulary: [], texts: ['سَلَامٌ سلام кафе\u0301 𝒳𝒴'] });
    const { whole } = atOnce(profileOf(index, countingUnit(index, { by: 'form' }), null));
    expect(whole.wordLength).toEqual({ mean: 3.5, deviation: expect.closeTo(Math.sqrt(0.75), 12) as unknown });
    expect(whole.sentenceLength).toEqual({ mean: 4, deviation: 0 });
  });
});
