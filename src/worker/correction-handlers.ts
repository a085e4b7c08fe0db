/** Requests by which the user puts right how a folder, or one document, is read. What they touch is read again. */
import { readingChange } from '../shared/answers.ts';
import type { DocId } from '../shared/model.ts';
import { checkReading } from './check-reading.ts';
import { Corrections } from './corrections.ts';
import { encodingNames } from './decode/encodings.ts';
import type { Correction } from './folder-record.ts';
import { readRecord, updateRecord } from './folder-record.ts';
import type { Handlers } from './handler.ts';
import { readAnew } from './read-anew.ts';

export const correctionHandlers: Handlers<'corpus.reading' | 'corpus.correct' | 'document.correct'> = {
  'corpus.reading': ({ start }) => {
    const record = readRecord(start.record);
    const { reading } = new Corrections(record, start.reading);
    return { reading, corrections: [...record.corrections], encodings: [...encodingNames] };
  },

  'corpus.correct': async (corpus, params, call) => {
    const { start } = corpus;
    // Without the names of corpus and job.
    const change = readingChange.parse(params);
    checkReading(change);
    updateRecord(start.record, (record) => ({ ...record, reading: withoutNull({ ...record.reading, ...change }) }));
    await readAnew(corpus, call);
    return corpus.summary();
  },

  'document.correct': async (corpus, { doc, language, encoding, repair }, call) => {
    checkReading({ language, encoding });
    const { path } = corpus.document(doc);
    const file = corpus.fileOf(doc);
    updateRecord(corpus.start.record, (record) => {
      let corrections: readonly Correction[] = record.corrections;
      if (language !== undefined) corrections = corrected(corrections, path, { language });
      if (encoding !== undefined) corrections = corrected(corrections, file, { encoding });
      if (repair !== undefined) corrections = corrected(corrections, file, { repair: repair ? true : null });
      return { ...record, corrections: [...corrections] };
    });
    await readAnew(corpus, call);
    const now = corpus.opened.documents.findIndex((document) => document.path === path);
    return { summary: corpus.summary(), doc: now < 0 ? null : (now as DocId) };
  },
};

type Change = Readonly<Partial<Record<'language' | 'encoding' | 'repair', string | true | null>>>;

/** Null takes a word back; a document of which nothing is said any more is left out. */
function corrected(corrections: readonly Correction[], path: string, change: Change): readonly Correction[] {
  const before = corrections.find((one) => one.path === path);
  const said = withoutNull({ ...before, ...change, path }) as Correction;
  const others = corrections.filter((one) => one.path !== path);
  return Object.keys(said).length === 1 ? others : [...others, said].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function withoutNull<Fields extends object>(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  ) as Fields;
}
