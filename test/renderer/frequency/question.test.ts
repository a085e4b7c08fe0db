import { describe, expect, it } from 'vitest';
import { tableRequest, textsOf } from '../../../src/shared/tables.ts';
import type { TagId } from '../../../src/shared/tagging.ts';
import { bothWheres, questionOf } from '../../../src/renderer/features/frequency/question.ts';
import { requestSaid } from '../../../src/renderer/features/frequency/describe.ts';
import { tabSettings } from '../../../src/renderer/features/frequency/settings/settings.ts';
import { corpusB, wordQuery } from '../app/stand-in-bridge.ts';

const usual = tabSettings.parse({});
const nothing = { query: null, where: '' };
const about = { query: wordQuery('ماء'), where: 'language=ar' };
const none = { corpus: null, file: null, tagged: null, judged: null, against: null };

describe('what a tab asks', () => {
  it('is what the contract takes, for every kind', () => {
    const settings = { ...usual, field: 'date', part: 'year' as const, stopLanguages: ['ar'], n: 3, slots: true };
    for (const kind of ['words', 'ngrams', 'collocates', 'keywords', 'dispersion', 'trend', 'profile'] as const) {
      const { request } = questionOf(kind, settings, about, none);
      expect(tableRequest.parse(request)).toEqual(request);
      expect(requestSaid(request!).join(' ')).toContain('language=ar');
    }
  });

  it('keeps to what was tagged and judged, wherever that makes sense', () => {
    const settings = { ...usual, field: 'date' };
    const marked = { tagged: { tag: 't' as TagId, below: true }, judged: { verdicts: ['out', null], keep: false } };
    for (const kind of ['words', 'ngrams', 'collocates', 'keywords', 'dispersion', 'trend', 'profile'] as const) {
      const { request } = questionOf(kind, settings, about, { ...none, ...marked });
      expect(tableRequest.parse(request)).toEqual(request);
      expect(textsOf(request!).tagged).toEqual(marked.tagged);
      const isOfLines = kind === 'collocates' || kind === 'dispersion' || kind === 'trend';
      expect(request).toMatchObject(isOfLines ? { judged: marked.judged } : {});
      expect('judged' in request!).toBe(isOfLines);
      expect(requestSaid(request!).join(' ').includes('without lines judged')).toBe(isOfLines);
    }
  });

  it('names what is missing instead of asking nonsense', () => {
    expect(questionOf('collocates', usual, nothing, none)).toEqual({ missing: 'query' });
    expect(questionOf('dispersion', usual, { ...about, query: wordQuery('  ') }, none)).toEqual({ missing: 'query' });
    expect(questionOf('keywords', usual, nothing, none)).toEqual({ missing: 'target' });
    expect(questionOf('keywords', { ...usual, reference: 'corpus' }, nothing, none)).toEqual({ missing: 'reference' });
    expect(questionOf('keywords', { ...usual, reference: 'file' }, about, none)).toEqual({ missing: 'reference' });
    expect(questionOf('trend', usual, about, none)).toEqual({ missing: 'field' });
  });

  it('compares with another folder under its own condition', () => {
    const settings = { ...usual, reference: 'corpus' as const, referenceWhere: 'language=mk' };
    const { request } = questionOf('keywords', settings, nothing, { ...none, corpus: corpusB });
    expect(request).toMatchObject({ reference: { kind: 'corpus', corpus: corpusB, where: 'language=mk' } });
  });

  it('compares the query of the bar with further terms, six at most', () => {
    const terms = ['a', 'b', 'c', 'd', 'e'].map(wordQuery);
    const { request } = questionOf('trend', { ...usual, terms, field: 'date' }, about, none);
    expect(request).toMatchObject({ queries: [{ text: 'ماء' }, ...terms] });
  });

  it('counts numbers, as the command line does, and says so when they are left out', () => {
    const said = (numbers?: boolean) => {
      const { request } = questionOf('words', tabSettings.parse({ numbers }), nothing, none);
      return requestSaid(request!);
    };
    expect(said()).not.toContain('without numbers');
    expect(questionOf('words', usual, nothing, none).request).toMatchObject({ counting: { numbers: true } });
    expect(said(false)).toContain('without numbers');
  });

  it('leaves a slot open only between words', () => {
    const { request } = questionOf('ngrams', { ...usual, n: 2, slots: true }, nothing, none);
    expect(request).toMatchObject({ slots: false });
  });

  it('asks both conditions as one, so that an “or” in one does not swallow the other', () => {
    expect(bothWheres('a=1 or b=2', 'c=3')).toBe('(a=1 or b=2) and (c=3)');
    expect(bothWheres(' ', 'c=3')).toBe('c=3');
  });
});

describe('settings', () => {
  it('read field by field: what is not understood counts as not set', () => {
    const read = tabSettings.parse({ unit: 'lemma', n: 17, minCount: 3, columns: 'all', terms: [{ text: 1 }] });
    expect(read).toEqual({ ...usual, minCount: 3 });
  });
});
