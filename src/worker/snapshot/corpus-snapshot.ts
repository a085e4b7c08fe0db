/** What of a corpus is kept in a snapshot, and how it comes back: index, texts, documents, and the files they are of. */
import { createHash, hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { endianness } from 'node:os';
import { join } from 'node:path';
import type { LexiconArrays } from '../../corpus/index/lexicon.ts';
import type { IndexArrays, IndexCounts } from '../../corpus/index/positional.ts';
import type { DocumentSummary } from '../../shared/answers.ts';
import type { KnownFile, KnownFolder } from '../known-files.ts';
import type { TextColumns } from '../text-store.ts';
import { TextStore } from '../text-store.ts';
import { groupRecords, recordsByGroup } from './kept-records.ts';
import { defineLazily, putTogether, takeApart } from './nested-arrays.ts';
import { PagedIndex } from './paged-index.ts';
import { PagedNumbers } from './paged-numbers.ts';
import { PagedStream } from './paged-stream.ts';
import { decodePostings, encodePostings, type EncodedPostings } from './posting-codes.ts';
import { programDigest } from './program-digest.ts';
import type { RecordColumns } from './record-columns.ts';
import { fromColumns, toColumns } from './record-columns.ts';
import type { SnapshotReader } from './snapshot-reader.ts';
import { bytesOf } from './snapshot-file.ts';
import type { Sections } from './snapshot-writer.ts';
import { encodeStream } from './stream-codes.ts';

/** The arrays of a corpus; stream, postings and texts have forms of their own. */
interface KeptArrays {
  readonly lexicon: LexiconArrays;
  readonly arrays: Omit<IndexArrays, 'stream' | 'postings'>;
  readonly texts: TextColumns;
}

interface KeptContent {
  readonly files: RecordColumns;
  readonly counts: IndexCounts;
  /** Outline of `KeptArrays`. */
  readonly arrays: unknown;
}

/** Where the snapshot of a folder lies: the same place for the same folder, and no name that tells which. */
export function snapshotPath({ cache, root, reading }: { cache: string; root: string; reading: object }): string {
  // A folder read in a way of its own, this once, does not push out what it usually is.
  const folder = Object.keys(reading).length === 0 ? root : `${root}\0${JSON.stringify(reading)}`;
  return join(cache, `${hash('sha256', folder, 'hex').slice(0, 32)}.lectern`);
}

export interface SnapshotMakers {
  /** Address of the worker's entry. */
  readonly entry: string;
  readonly resources: string;
  /** Real path of the folder, or of a single file. */
  readonly root: string;
}

/** All that decides what is made of a folder beside its files: when one of them is another, a snapshot is of no use. */
export function fingerprintOf({ entry, resources, root }: SnapshotMakers): string {
  // Classes of characters and boundaries of words in scripts without spaces come with Node.
  const { icu, unicode } = process.versions;
  const program = programDigest(entry);
  return JSON.stringify({
    root,
    program,
    abbreviations: abbreviationsDigest(resources),
    icu,
    unicode,
    order: endianness(),
  });
}

function abbreviationsDigest(resources: string): string {
  const folder = join(resources, 'abbreviations');
  const digest = createHash('sha256');
  for (const name of readdirSync(folder).sort())
    digest
      .update(name)
      .update('\0')
      .update(readFileSync(join(folder, name)));
  return digest.digest('base64url');
}

/** What a snapshot is written from. Whatever is iterable is gone through once, in the order of the sections. */
export interface KeptFolder extends Pick<KnownFolder, 'texts' | 'documents' | 'files'> {
  readonly lexicon: LexiconArrays;
  readonly counts: IndexCounts;
  /** Arrays may be `StreamedArray`s, and may come about as the stream is written. */
  readonly arrays: unknown;
  readonly stream: Iterable<Int32Array>;
  readonly postings: EncodedPostings;
  /** Of classes, for sorting: made when they are written. */
  readonly ranks: () => Uint32Array;
}

/** Reads all arrays of the index that were not read yet. */
export function keptOf({ index, ...folder }: KnownFolder): { content: unknown; sections: Sections } {
  const { lexicon, arrays, counts } = index.parts;
  const { stream, postings, ...others } = arrays;
  return sectionsOf({
    ...folder,
    lexicon,
    counts,
    arrays: others,
    stream: [stream],
    postings: encodePostings(eachClass(postings, arrays.postingStart)),
    ranks: () => index.classRanks(),
  });
}

export function sectionsOf(kept: KeptFolder): { content: unknown; sections: Sections } {
  const { lexicon, counts, arrays, texts, documents, files } = kept;
  const { outline, sections, streams } = takeApart({ lexicon, arrays, texts: texts.columns });
  const { frequent, codes, rare, rareBefore } = encodeStream(kept.stream, lexicon.typeCounts);
  const { steps, ends } = kept.postings;
  const records = groupRecords(documents);
  const content = { files: toColumns(files), counts, arrays: outline };
  return {
    content: content satisfies KeptContent,
    sections: {
      'stream.frequent': frequent,
      // In this order: which tokens are rare is known when all have their codes, and where things end when all are written.
      'stream.codes': codes,
      'stream.rare': rare,
      'stream.rareBefore': rareBefore,
      ...sections,
      ...streams,
      ranks: piecesOf(kept.ranks),
      'postings.steps': steps,
      'postings.ends': ends,
      'documents.groups': records.groups,
      'documents.ends': records.ends,
      'texts.bytes': texts.pieces(),
    },
  };
}

function* piecesOf(make: () => Uint32Array): Generator<Uint8Array> {
  yield bytesOf(make());
}

function* eachClass(postings: Uint32Array, starts: Uint32Array): Generator<Uint32Array> {
  for (let cls = 0; cls + 1 < starts.length; cls++) yield postings.subarray(starts[cls], starts[cls + 1]);
}

/** The bytes of a text, from a snapshot that stays open. */
export function textsOf(reader: SnapshotReader) {
  return (from: number, to: number): Uint8Array => reader.slice('texts.bytes', from, to);
}

/**
 * The corpus of a snapshot. What is asked for is read from there, so `reader` stays open as long as it is in use, and
 * whatever is asked may throw `DamagedSnapshot`.
 */
export function folderFrom(reader: SnapshotReader): KnownFolder {
  // What was checked to be what was written needs no second check.
  const { files, counts, arrays: outline } = reader.content as KeptContent;
  const { lexicon, arrays, texts } = putTogether(outline, (name) => reader.read(name)) as KeptArrays;
  const stream = new PagedStream(reader, counts.tokens);
  defineLazily(arrays, 'stream', () => stream.read());
  defineLazily(arrays, 'postings', () => allPostings(reader, arrays.postingStart));
  const ends = new PagedNumbers(reader, 'documents.ends', 'Float64Array');
  const documents = recordsByGroup(counts.documents, (group) =>
    reader.slice('documents.groups', group === 0 ? 0 : ends.at(group - 1), ends.at(group)),
  );
  return {
    index: new PagedIndex(reader, lexicon, arrays as IndexArrays, counts, stream),
    texts: TextStore.fromColumns(texts, textsOf(reader)),
    documents: documents as DocumentSummary[],
    files: fromColumns(files) as unknown as KnownFile[],
  };
}

function allPostings(reader: SnapshotReader, starts: Uint32Array): Uint32Array {
  const bytes = new Uint8Array(reader.read('postings.steps'));
  const postings = new Uint32Array(starts.at(-1)!);
  let at = 0;
  for (const tokens of eachClass(postings, starts)) at = decodePostings(bytes, at, tokens);
  return postings;
}
