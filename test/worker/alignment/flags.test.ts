import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../../src/worker/alignment/links.ts';
import { missingNames } from '../../../src/worker/alignment/names.ts';
import { numberFlags, numbersIn } from '../../../src/worker/alignment/numbers.ts';
import { saidAgain } from '../../../src/worker/alignment/said-again.ts';
import type { SegmentedDocument } from '../../../src/worker/alignment/segments.ts';
import { sentences as document } from './sentences.ts';
import { nameStem } from '../../../src/corpus/alignment/pair-documents.ts';

function flagsOf(here: string, there: string): string[] {
  const [a, b] = [document('en', here), document('ar', there)].map(({ segments }) => numbersIn(segments[0]!));
  return numberFlags(a!, b!, 0).map(({ text, instead }) => `${text}/${instead}`);
}

describe('numbers', () => {
  it('are the same however they are written', () => {
    expect(flagsOf('64,300 passengers, 12% more, at 22:10', '٦٤٬٣٠٠ راكب، بزيادة ١٢٪ في ٢٢:١٠')).toEqual([]);
    expect(flagsOf('9.5 million', '٩٫٥ ملايين')).toEqual([]);
  });

  it('are flagged with the one that stands there instead', () => {
    expect(flagsOf('It began in 2014.', 'بدأ عام ٢٠١٥.')).toEqual(['2014/٢٠١٥']);
  });

  it('may be written as words when they are small', () => {
    expect(flagsOf('It has 8 cars.', 'ثماني عربات')).toEqual([]);
    expect(flagsOf('It carried 64,300.', 'نقل كثيرين')).toEqual(['64,300/']);
  });
});

describe('names', () => {
  const a = document('en', 'I saw Maduro there.', 'He met Maduro again.', 'Then Maduro left.');
  const link = (n: number) => ({ aFrom: n, aTo: n + 1, bFrom: n, bTo: n + 1, score: 1 });
  const missing = (b: SegmentedDocument): [number, string][] =>
    [...missingNames(a, b, rowsOf({ a: 3, b: 3 }, [link(0), link(1), link(2)], []))].map(([row, flags]) => [
      row,
      flags.map(({ text }) => text).join(),
    ]);

  it('are missed where they are answered elsewhere', () => {
    expect(missing(document('ar', 'رأيت مادورو هناك.', 'التقى مادورو ثانية.', 'ثم غادر الرئيس.'))).toEqual([
      [2, 'Maduro'],
    ]);
  });

  it('are not missed when nothing ever answers them', () => {
    expect(missing(document('ar', 'رأيته هناك.', 'التقى به.', 'ثم غادر.'))).toEqual([]);
  });
});

describe('what a person said', () => {
  const b = document('en', 'one', 'two', 'three');
  const kept = { aFrom: 1, aTo: 2, bFrom: 1, bTo: 2, status: 'confirmed', aQuote: 'dva', bQuote: 'two' } as const;

  it('moves with its sentence', () => {
    const { said, orphans } = saidAgain(document('mk', 'nov', 'eden', 'dva', 'tri'), b, [kept]);
    expect(said).toEqual([{ aFrom: 2, aTo: 3, bFrom: 1, bTo: 2, status: 'confirmed' }]);
    expect(orphans).toBe(0);
  });

  it('is kept aside when its sentence is gone, and never put on another', () => {
    expect(saidAgain(document('mk', 'eden', 'dve', 'tri'), b, [kept])).toEqual({ said: [], orphans: 1 });
  });
});

it.each([
  'lake.ar.txt',
  'lake_ar.html',
  'ar/lake.txt',
  'lake (ar).txt',
  'ar-SA/lake.txt',
  'Arabic/lake.txt',
  'العربية/lake.txt',
  'lake.txt',
])('%s is a version of lake', (path) => {
  expect(nameStem(path)).toBe('lake');
});
