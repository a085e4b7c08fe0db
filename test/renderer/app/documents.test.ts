import { describe, expect, it } from 'vitest';
import { documentsOf, forgetDocuments, readDocuments } from '../../../src/renderer/app/documents.ts';
import { matchingDocuments } from '../../../src/renderer/app/matching-documents.ts';
import { type Result } from '../../../src/shared/contract.ts';
import { longestPage } from '../../../src/shared/terms.ts';
import { ExpectedFailure } from '../../../src/shared/failure.ts';
import type { CorpusId } from '../../../src/shared/model.ts';
import { documentSummary, later, standInBridge } from './stand-in-bridge.ts';

describe('the list of documents', () => {
  it('is read by pages to its end', async () => {
    const corpus = 'long' as CorpusId;
    const all = Array.from({ length: 2 * longestPage + 7 }, (_, doc) => documentSummary(doc, `Title ${doc}`));
    const main = standInBridge({
      'corpus.documents': ({ from, count }) => ({ total: all.length, documents: all.slice(from, from + count) }),
    });
    await readDocuments(corpus);
    expect(documentsOf(corpus)).toEqual({ documents: all, total: all.length, failure: null });
    expect(main.asked).toHaveLength(3);
  });

  it('ends when a page is empty, whatever the total says', async () => {
    const corpus = 'short' as CorpusId;
    standInBridge({ 'corpus.documents': () => ({ total: 9, documents: [] }) });
    await readDocuments(corpus);
    expect(documentsOf(corpus)).toEqual({ documents: [], total: 9, failure: null });
  });

  it('keeps what was read and says why the rest was not', async () => {
    const corpus = 'broken' as CorpusId;
    standInBridge({
      'corpus.documents': ({ from }) => {
        if (from > 0) throw new ExpectedFailure('unreadable', 'The disk is gone.');
        return { total: 2, documents: [documentSummary(0, 'First')] };
      },
    });
    await readDocuments(corpus);
    expect(documentsOf(corpus)).toMatchObject({
      documents: [{ title: 'First' }],
      total: 2,
      failure: { code: 'unreadable' },
    });
  });

  it('is not overwritten by a reading that a newer one replaced, nor after it was forgotten', async () => {
    const corpus = 'twice' as CorpusId;
    const slow = later<Result<'corpus.documents'>>();
    const main = standInBridge({ 'corpus.documents': () => slow.promise });
    const first = readDocuments(corpus);
    main.answer({ 'corpus.documents': () => ({ total: 1, documents: [documentSummary(0, 'New')] }) });
    await readDocuments(corpus);
    slow.give({ total: 1, documents: [documentSummary(0, 'Old')] });
    await first;
    expect(documentsOf(corpus).documents[0]?.title).toBe('New');
    forgetDocuments(corpus);
    expect(documentsOf(corpus)).toEqual({ documents: [], total: null, failure: null });
  });
});

describe('the filter of documents', () => {
  const documents = [
    documentSummary(0, 'The Night Train'),
    documentSummary(1, 'قطار الليل', 'ar'),
    documentSummary(2, 'Ноќниот воз', 'mk'),
    documentSummary(3, 'Café au lait', 'fr'),
  ];
  const found = (filter: string) => matchingDocuments(documents, filter).map(({ doc }) => Number(doc));

  it.each([
    ['', [0, 1, 2, 3]],
    ['train night', [0]],
    ['الليل', [1]],
    ['НОЌ', [2]],
    ['нок', []],
    ['cafe', [3]],
    ['الَّليل', [1]],
    ['arabic', [1]],
    ['folder/2', [2]],
    ['train arabic', []],
  ])('%j finds %j', (filter, expected) => {
    expect(found(filter)).toEqual(expected);
  });
});
