import { describe, expect, it } from 'vitest';
import { chartNumbers } from '../../../../src/renderer/ui/charts/chart-numbers.ts';
import {
  dispersionSummary,
  groupedSummary,
  keywordSummary,
  networkSummary,
  profileSummary,
  rankingSummary,
  trendSummary,
  zipfSummary,
} from '../../../../src/renderer/ui/charts/summary-words.ts';

const numbers = chartNumbers('en');
/** Without the marks round words of either direction. */
const plain = (text: string) => text.replace(/[\u2068\u2069]/gu, '');

describe('the gist of a chart in words', () => {
  it('of ranked bars: the largest and the smallest, and of how many they are the first', () => {
    const terms = [
      { name: 'في', value: 1200 },
      { name: 'езеро', value: -0.25 },
      { name: 'lake', value: 3 },
    ];
    expect(rankingSummary(terms, 'logDice', 3, numbers)).toBe(
      'Bars of 3 terms by logDice. Largest: \u2068في\u2069 with 1,200; smallest: \u2068езеро\u2069 with −0.25.',
    );
    expect(plain(rankingSummary(terms, 'logDice', 4000, numbers))).toContain('the first 3 of 4,000 terms');
    expect(plain(rankingSummary(terms.slice(2), 'hits', 1, numbers))).toBe('Bars of 1 term by hits. Only lake with 3.');
    expect(rankingSummary([], 'hits', 0, numbers)).toBe('No terms.');
  });

  it('of a Zipf curve: its ends and its steepness', () => {
    const points = [
      { rank: 1, frequency: 5000, term: 'the' },
      { rank: 900, frequency: 1 },
    ];
    expect(plain(zipfSummary(points, { exponent: 1.05, size: 5000 }, numbers))).toBe(
      'Frequency by rank, both logarithmic. The most frequent word, the, occurs 5,000 times; at rank 900 a word occurs 1 time. Frequency falls with the power 1.05 of the rank.',
    );
    expect(zipfSummary([], undefined, numbers)).toBe('No words.');
  });

  it('of keywords: how many on each side, the surest first, and whether some are not drawn', () => {
    const words = [
      { term: 'lake', effect: 2, evidence: 10 },
      { term: 'trout', effect: 3, evidence: 30 },
      { term: 'city', effect: -1, evidence: 7 },
    ];
    const names = { positiveName: 'Here', negativeName: 'There', evidenceName: 'LL' };
    expect(plain(keywordSummary(words, names, 2, numbers))).toBe(
      'Keywords by effect and LL. Here: 2 words, most evidence for trout, lake. There: 1 word, most evidence for city. Drawn are the 2 with the most evidence.',
    );
    expect(plain(keywordSummary(words.slice(0, 2), names, 2, numbers))).toContain('There: 0 words.');
  });

  it('of a position profile: which side, and where most', () => {
    const places = [
      { offset: -2, count: 1 },
      { offset: -1, count: 9 },
      { offset: 1, count: 4 },
    ];
    expect(plain(profileSummary([{ term: 'old', places }], 'town', numbers))).toBe(
      'Places of collocates round town. old stands 10 times before and 4 times after, most often 1 word before.',
    );
    const many = Array.from({ length: 7 }, (_, at) => ({ term: `w${at}`, places }));
    expect(profileSummary(many, 'town', numbers)).toContain('And 2 more.');
  });

  it('of a network: its size, its strongest link, the word with the most links', () => {
    const words = ['a', 'b', 'c'].map((id) => ({ id, term: id.toUpperCase(), order: 1 as const, grown: false }));
    const links = [
      { source: 'a', target: 'b', score: 7 },
      { source: 'b', target: 'c', score: 9.5 },
    ];
    expect(plain(networkSummary(words, links, 'logDice', numbers))).toBe(
      'Network of 3 words and 2 links. Strongest: B and C with logDice 9.5. Most links: B with 2.',
    );
    expect(networkSummary(words, [], 'logDice', numbers)).toBe('Network of 3 words and 0 links.');
  });

  it('of a dispersion plot: in how many documents, and where most', () => {
    const document = (title: string, hits: number[]) => ({
      id: title,
      title,
      direction: 'ltr' as const,
      tokens: 100,
      hits,
    });
    const documents = [document('one', [1]), document('two', [1, 5, 6]), document('three', [])];
    expect(plain(dispersionSummary(documents, numbers))).toBe('4 hits in 2 of 3 documents. Most in two with 3.');
    expect(dispersionSummary([document('none', [])], numbers)).toBe('0 hits in 0 of 1 document.');
  });

  it('of trends: up, down or steady, and the peak between', () => {
    const line = (term: string, ...values: (number | null)[]) => ({
      term,
      points: values.map((value, at) => ({ period: String(2020 + at), value })),
    });
    const text = plain(
      trendSummary(
        [line('up', 10, 40, 30), line('down', 9, 4), line('level', 10, null, 10.5), line('gap', null)],
        'ppm',
        numbers,
        true,
      ),
    );
    expect(text).toBe(
      'Lines of ppm. up rises from 10 in 2020 to 30 in 2022, highest in 2021 with 40. down falls from 9 in 2020 to 4 in 2021. level is steady from 10 in 2020 to 10.5 in 2022. gap: nothing measured.',
    );
  });

  it('of categories: no way from one to the next, but where it is most and least', () => {
    const points = [
      { period: 'ar', value: 5 },
      { period: 'mk', value: null },
      { period: 'en', value: 9 },
    ];
    expect(plain(trendSummary([{ term: 'lake', points }], 'ppm', numbers, false))).toBe(
      'Points of ppm. lake: largest in en with 9, smallest in ar with 5.',
    );
  });

  it('of groups: where each series is largest and smallest', () => {
    const series = [
      { name: 'lake', values: [{ value: 5 }, null, { value: 2 }] },
      { name: 'city', values: [null, null, null] },
    ];
    expect(plain(groupedSummary(['ar', 'mk', 'en'], series, 'hits', numbers))).toBe(
      'Bars of hits in 3 groups. lake: largest in ar with 5, smallest in en with 2. city: nothing measured.',
    );
  });
});
