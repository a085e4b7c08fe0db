/**
 * Where the columns of a large folder lie while it is being read: files in the cache folder without a name, gone with
 * whoever has them open, however that ends. One column is one file, written from its start to its end and then read.
 */
import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import type { BuiltPart, PartSinks } from '../../corpus/index/build.ts';
import type { ColumnSink } from '../../corpus/index/growing.ts';
import type { IndexPart, LayoutSlices, Slices } from '../../corpus/index/index-part.ts';
import { partOfBuilt } from '../../corpus/index/index-part.ts';
import type { LayoutArrays } from '../../corpus/index/layout-columns.ts';
import { temporaryName } from '../snapshot/cache-folder.ts';
import type { ByteStore } from '../snapshot/posting-chunks.ts';

const layoutColumns = [
  'sentenceStart',
  'sentenceFrom',
  'sentenceTo',
  'paragraphStart',
  'paragraphFrom',
  'paragraphTo',
  'paragraphDirections',
] as const satisfies readonly (keyof LayoutArrays)[];
const columns = ['tokens', 'gaps', 'texts', 'postings', ...layoutColumns] as const;

/** Descriptors of open files, which all threads of a process share: whoever opened them closes them. */
export type SpillFiles = Readonly<Record<(typeof columns)[number], number>>;

/** `file` is the snapshot that will be made of them. @throws the file system's error */
export function openSpill(file: string): SpillFiles {
  const opened: number[] = [];
  try {
    return Object.fromEntries(
      columns.map((column) => {
        const name = temporaryName(file);
        const descriptor = openSync(name, 'wx+', 0o600);
        opened.push(descriptor);
        unlinkSync(name);
        return [column, descriptor];
      }),
    ) as SpillFiles;
  } catch (error) {
    opened.forEach(closeSync);
    throw error;
  }
}

export function closeSpill(files: SpillFiles): void {
  for (const descriptor of Object.values(files)) closeSync(descriptor);
}

/** Writes at the end of a file. */
export class SpillSink implements ColumnSink {
  readonly #descriptor: number;
  length = 0;

  constructor(descriptor: number) {
    this.#descriptor = descriptor;
  }

  /** @throws the file system's error */
  write({ buffer, byteOffset, byteLength }: Uint32Array | Uint8Array): void {
    const bytes = new Uint8Array(buffer, byteOffset, byteLength);
    for (let done = 0; done < byteLength;)
      done += writeSync(this.#descriptor, bytes, done, byteLength - done, this.length + done);
    this.length += byteLength;
  }
}

export function sinksOf(files: SpillFiles): PartSinks {
  const sink = (column: (typeof columns)[number]): ColumnSink => new SpillSink(files[column]);
  return {
    tokens: sink('tokens'),
    gaps: sink('gaps'),
    sentenceStart: sink('sentenceStart'),
    sentenceFrom: sink('sentenceFrom'),
    sentenceTo: sink('sentenceTo'),
    paragraphStart: sink('paragraphStart'),
    paragraphFrom: sink('paragraphFrom'),
    paragraphTo: sink('paragraphTo'),
    paragraphDirections: sink('paragraphDirections'),
  };
}

/** Fills all of `bytes`. @throws the file system's error; an Error when the file is shorter */
export function readSpilled(descriptor: number, bytes: Uint8Array, at: number): Uint8Array {
  for (let done = 0; done < bytes.length;) {
    const read = readSync(descriptor, bytes, done, bytes.length - done, at + done);
    if (read === 0) throw new Error('A column that was put aside is shorter than it was.');
    done += read;
  }
  return bytes;
}

function numbers(descriptor: number, length: number): Slices<Uint32Array> {
  let room = new Uint32Array(0);
  return {
    length,
    slice(from, to) {
      const count = Math.max(0, to - from);
      if (room.length < count) room = new Uint32Array(count);
      const slice = room.subarray(0, count);
      readSpilled(descriptor, new Uint8Array(slice.buffer, 0, 4 * count), 4 * from);
      return slice;
    },
  };
}

function bytes(descriptor: number, length: number): Slices<Uint8Array> {
  let room = new Uint8Array(0);
  return {
    length,
    slice(from, to) {
      const count = Math.max(0, to - from);
      if (room.length < count) room = new Uint8Array(count);
      return readSpilled(descriptor, room.subarray(0, count), from);
    },
  };
}

/** Postings on their way from the stream to the snapshot. */
export function postingStore({ postings }: SpillFiles): ByteStore {
  const sink = new SpillSink(postings);
  return {
    write: (bytes) => {
      sink.write(bytes);
    },
    read: (from, into) => {
      readSpilled(postings, into, from);
    },
  };
}

/** A part whose columns went to these files. A slice of a column is good until the next one is asked for. */
export function partOfSpilled(built: BuiltPart, files: SpillFiles): IndexPart {
  const tokens = built.documentStart.at(-1)!;
  const sentences = built.documentSentence.at(-1)!;
  const paragraphs = built.documentParagraph.at(-1)!;
  const layout: LayoutSlices = {
    sentenceStart: numbers(files.sentenceStart, sentences),
    sentenceFrom: numbers(files.sentenceFrom, sentences),
    sentenceTo: numbers(files.sentenceTo, sentences),
    paragraphStart: numbers(files.paragraphStart, paragraphs),
    paragraphFrom: numbers(files.paragraphFrom, paragraphs),
    paragraphTo: numbers(files.paragraphTo, paragraphs),
    paragraphDirections: bytes(files.paragraphDirections, paragraphs),
  };
  return { ...partOfBuilt(built), ...layout, tokens: numbers(files.tokens, tokens), gaps: bytes(files.gaps, tokens) };
}
