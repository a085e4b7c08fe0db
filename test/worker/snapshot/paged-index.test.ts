/** The index of a snapshot answers everything as the one in memory that it was written from. */
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { concordanceLines } from '../../../src/corpus/concordance/lines.ts';
import { IndexBuilder } from '../../../src/corpus/index/build.ts';
import type { PositionalIndex } from '../../../src/corpus/index/positional.ts';
import { runQuery } from '../../../src/corpus/query/run.ts';
import type { DocumentSummary } from '../../../src/shared/answers.ts';
import type { DocId, FoldClassId, TokenIndex } from '../../../src/shared/model.ts';
import type { KnownFolder } from '../../../src/worker/known-files.ts';
import { folderFrom, keptOf } from '../../../src/worker/snapshot/corpus-snapshot.ts';
import { NotYetRead } from '../../../src/worker/snapshot/not-yet-read.ts';
import { PagedIndex } from '../../../src/worker/snapshot/paged-index.ts';
import { PagedStream } from '../../../src/worker/snapshot/paged-stream.ts';
import { SnapshotReader } from '../../../src/worker/snapshot/snapshot-reader.ts';
import { writeSnapshot } from '../../../src/worker/snapshot/snapshot-writer.ts';
import { TextStore } from '../../../src/worker/text-store.ts';
import { shippedRules } from '../../corpus/text/rules.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const rules = shippedRules();

function folderOf(texts: readonly string[]): KnownFolder {
  const builder = new IndexBuilder(rules);
  const store = new TextStore();
  const documents = texts.map((text, doc) => {
    store.add(text);
    const counts = builder.addDocument({ text, language: ['en', 'ar'][doc % 2]! });
    return { doc, path: `${doc}.txt`, ...counts } as unknown as DocumentSummary;
  });
  return { index: builder.finish(), texts: store, documents, files: [] };
}

async function kept(folder: KnownFolder): Promise<SnapshotReader> {
  const file = join(temporaryFolder(), 'corpus.lectern');
  const { content, sections } = keptOf(folder);
  await writeSnapshot(file, '', content, sections);
  const reader = new SnapshotReader(file, '');
  onTestFinished(() => {
    reader.close();
  });
  return reader;
}

/** All that can be asked of one token, one class, one sentence and one paragraph. */
function answers(index: PositionalIndex, at: number) {
  const token = (at % index.tokenCount) as TokenIndex;
  const cls = (at % index.lexicon.classes) as FoldClassId;
  const sentence = at % index.sentenceCount;
  const paragraph = at % index.paragraphCount;
  return {
    chars: [index.charStart(token), index.charEnd(token)],
    places: [index.documentOf(token), index.sentenceOf(token), index.paragraphOf(token)],
    types: Array.from(index.typesIn(Math.max(0, token - 50), Math.min(token + 50, index.tokenCount))),
    cls: [index.classCount(cls), Array.from(index.postings(cls))],
    sentence: [index.sentenceSpan(sentence), index.tokensOfSentence(sentence)],
    paragraph: [
      index.paragraphSpan(paragraph),
      index.tokensOfParagraph(paragraph),
      index.paragraphDirection(paragraph),
    ],
  };
}

const words = [
  'one',
  'Two',
  'кука',
  'السَّلام',
  '漢字',
  '3.14',
  'don’t',
  `wide${' '.repeat(300)}gap`,
  '.',
  '\n',
  '\n\n',
  '?',
];
const text = fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((parts) => parts.join(' '));

/** Several blocks of every section, and more types than there are codes. */
function largeTexts(): string[] {
  const letters = 'abcdefghij';
  const word = (n: number): string => String(n).replace(/\d/gu, (digit) => letters[Number(digit)]!);
  return Array.from({ length: 40 }, (_, doc) =>
    Array.from({ length: 4000 }, (_, t) => {
      const n = doc * 4000 + t;
      return `${word(n % 3 === 0 ? n : n % 997)}${n % 11 === 0 ? '.' : ''}${n % 101 === 0 ? '\n' : ' '}`;
    }).join(''),
  ).concat(Array.from({ length: 10 }, (_, doc) => Array.from({ length: 4000 }, (_, t) => `x${doc}y${t}`).join(' ')));
}

describe('the index of a snapshot', () => {
  it('answers as the index in memory, for any corpus', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { maxLength: 5 }),
        fc.array(fc.nat(), { maxLength: 20 }),
        async (texts, asked) => {
          const folder = folderOf(texts);
          const { index } = folderFrom(await kept(folder));
          expect(index).toBeInstanceOf(PagedIndex);
          expect(index.parts.counts).toEqual(folder.index.parts.counts);
          if (index.tokenCount > 0)
            for (const at of asked) expect(answers(index, at)).toEqual(answers(folder.index, at));
          expect(index.stream()).toEqual(folder.index.stream());
          // Once arrays are in memory, answers come from there.
          expect(index.sentenceStart()).toEqual(folder.index.sentenceStart());
          expect(index.paragraphStart()).toEqual(folder.index.paragraphStart());
          if (index.tokenCount > 0)
            for (const at of asked) expect(answers(index, at)).toEqual(answers(folder.index, at));
          expect(structuredClone(index.parts)).toEqual(structuredClone(folder.index.parts));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('answers as the index in memory where everything takes several blocks', async () => {
    const folder = folderOf(largeTexts());
    const reader = await kept(folder);
    const { index, texts } = folderFrom(reader);
    expect(index.lexicon.size).toBeGreaterThan(65_536);
    for (let at = 0; at < 200; at++) {
      const place = (at * 7_919_003) % index.tokenCount;
      expect(answers(index, place)).toEqual(answers(folder.index, place));
    }
    for (const asked of ['a*', 'bc', 'x1y77', '"none"']) {
      const query = { text: asked, mode: 'simple', case: false, marks: false } as const;
      const linesOf = ({ index: of, texts: from }: Pick<KnownFolder, 'index' | 'texts'>) => {
        const found = runQuery(of, query);
        if (!found.ok) throw new Error(found.error.message);
        const context = { unit: 'tokens', size: 10 } as const;
        return concordanceLines(of, from, found.hits, null, 0, 100, context, String);
      };
      expect(linesOf({ index, texts })).toEqual(linesOf(folder));
    }
  });

  it('has whoever needs a long stream wait for it, and has it in memory then', async () => {
    const folder = folderOf(largeTexts());
    const reader = await kept(folder);
    const { lexicon, arrays, counts } = folderFrom(reader).index.parts;
    const index = new PagedIndex(reader, lexicon, arrays, counts, new PagedStream(reader, counts.tokens), 1000);
    const missing = (): NotYetRead => {
      try {
        index.stream();
      } catch (error) {
        if (error instanceof NotYetRead) return error;
      }
      throw new Error('the stream was given at once');
    };
    const [one, other] = [missing(), missing()];
    // A word and its lines need no stream.
    expect(answers(index, 100_000)).toEqual(answers(folder.index, 100_000));
    await Promise.all([one.read(), other.read()]);
    expect(index.stream()).toEqual(folder.index.stream());
    expect(index.stream()).toBe(index.stream());
    expect(answers(index, 100_000)).toEqual(answers(folder.index, 100_000));
  });

  it('reads only the documents that are looked at', async () => {
    const folder = folderOf(Array.from({ length: 1300 }, (_, doc) => `Article ${doc}.`));
    const reader = await kept(folder);
    const { documents } = folderFrom(reader);
    expect(documents).toHaveLength(1300);
    expect(documents[700]).toEqual(folder.documents[700]);
    expect(documents[1300]).toBeUndefined();
    expect(documents.at(-1)).toEqual(folder.documents.at(-1));
    expect(documents.slice(510, 515)).toEqual(folder.documents.slice(510, 515));
    expect(documents.filter(({ doc }) => doc % 500 === 0).map(({ doc }) => doc)).toEqual([0, 500, 1000]);
    expect([...documents]).toEqual(folder.documents);
    expect(JSON.stringify(documents)).toBe(JSON.stringify(folder.documents));
    expect(Object.keys(folderFrom(reader).documents)).toHaveLength(1300);
    reader.close();
    // What was read stays; what was not is asked of the file.
    expect(documents[3]!.doc).toBe(3 as DocId);
    expect(() => folderFrom(reader).documents[3]).toThrow('it was closed');
  });
});
