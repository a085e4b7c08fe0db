import { describe, expect, it } from 'vitest';
import { Ending } from '../../../src/main/cli/ending.ts';
import { failureLine, pointedInto } from '../../../src/main/cli/failure-line.ts';
import { contextSize, lineCount, sortList, wholeNumber } from '../../../src/main/cli/options.ts';
import { progressLine } from '../../../src/main/cli/progress.ts';
import { pages } from '../../../src/main/cli/session.ts';
import { collected } from './sample-answer.ts';
import { ExpectedFailure, type Failure } from '../../../src/shared/failure.ts';

describe('the line of a failure', () => {
  const line = (message: string, where?: string) => failureLine({ code: 'internal', message, where });

  it('says what and where, on one line', () => {
    expect(line('It is gone.', 'a/b.txt')).toBe('lectern: It is gone (a/b.txt)');
    expect(line('It is\ngone.')).toBe('lectern: It is gone.');
    expect(line('a/b.txt is gone', 'a/b.txt')).toBe('lectern: a/b.txt is gone');
  });

  it('points into the query, counting from one', () => {
    const pointed = (failure: Omit<Failure, 'code' | 'message'>) => {
      const error = pointedInto('куќа NEAR/', new ExpectedFailure('bad-query', 'Expected a number.', failure));
      return failureLine((error as ExpectedFailure).failure);
    };
    expect(pointed({ at: 5, until: 10 })).toBe('lectern: Expected a number (at character 6: NEAR/)');
    expect(pointed({ at: 10 })).toBe('lectern: Expected a number (at character 11, the end)');
  });
});

describe('the words of options', () => {
  it('are whole numbers within their range', () => {
    expect(wholeNumber(1)('12')).toBe(12);
    for (const word of ['0', '-1', '1.5', 'x', '', '1e3']) expect(() => wholeNumber(1)(word)).toThrow(/whole number/);
    expect(() => wholeNumber(0, 10)('11')).toThrow(/0 to 10/);
    expect(contextSize('0')).toBe(0);
    expect(() => contextSize('501')).toThrow(/0 to 500/);
    expect(lineCount('all')).toBe(Number.MAX_SAFE_INTEGER);
    expect(lineCount('0')).toBe(0);
  });

  it('are sort keys', () => {
    expect(sortList('B1,-A2, M')).toEqual(['B1', '-A2', 'M']);
    expect(() => sortList('B11')).toThrow(/"B11"/);
    expect(() => sortList('')).toThrow(/Expected B1/);
    expect(() => sortList('B1,B2,B3,B4,B5,M')).toThrow(/at most 5/);
  });
});

describe('progress', () => {
  const event = { type: 'progress', job: 'j', stage: 'reading', done: 1, total: 4, what: 'مقال.txt' } as const;

  it('keeps to one line of the terminal', () => {
    expect(progressLine(event, 80)).toBe('Reading ██████░░░░░░░░░░░░░░░░░░  25% مقال.txt');
    expect(progressLine(event, 20)).toHaveLength(19);
    expect(progressLine({ ...event, total: 0, done: 7 }, 80)).toBe('Reading 7 مقال.txt');
  });
});

describe('pages', () => {
  it('ask for no more than a page and no more than is there', async () => {
    const asked: (readonly [number, number])[] = [];
    const read = (from: number, count: number) => {
      asked.push([from, count]);
      return Promise.resolve(Array.from({ length: Math.max(0, Math.min(count, 13 - from)) }, (_, at) => from + at));
    };
    const rows = (await collected(pages(3, 100, read, 5))).flat();
    expect(rows).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(asked).toEqual([
      [3, 5],
      [8, 5],
      [13, 5],
    ]);
  });
});

describe('what a command owns', () => {
  it('ends newest first, once', async () => {
    const ended: string[] = [];
    const ending = new Ending();
    for (const name of ['a', 'b']) ending.own(() => void ended.push(name));
    await Promise.all([ending.run(), ending.run()]);
    expect(ended).toEqual(['b', 'a']);
  });
});
