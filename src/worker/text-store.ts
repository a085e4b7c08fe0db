/**
 * The canonical texts of a corpus, outside V8's heap, and one byte a character wherever that is possible: in memory when
 * they were just read, in the snapshot once there is one.
 *
 * A text in an alphabet rarely has more than 256 different characters, typographic quotes and all, so a table per
 * document makes one byte of each: half of what a JavaScript string takes for Arabic or Cyrillic. Only Han and its like
 * need two bytes.
 */
import type { TextSource } from '../corpus/index/corpus-index.ts';
import type { CharOffset, DocId } from '../shared/model.ts';

const textKinds = ['latin1', 'table', 'utf16'] as const;

/** Bytes of a text, wherever they lie. Whoever gets them only reads them. */
interface TextBytes {
  readonly length: number;
  slice(from: number, to: number): Uint8Array;
}

interface StoredText {
  readonly kind: (typeof textKinds)[number];
  readonly bytes: TextBytes;
  /** For `table`: the UTF-16 code unit of each byte. */
  readonly units: Uint16Array;
}

/** What is kept of texts beside their bytes, which stand one behind another. */
export interface TextColumns {
  /** By document: place in `textKinds`. */
  readonly kinds: Uint8Array;
  /** By document: where its bytes end. */
  readonly ends: Float64Array;
  /** By document: where its table ends in `tables`. */
  readonly tableEnds: Uint32Array;
  readonly tables: Uint16Array;
}

/** Gives bytes of all texts, as they stand one behind another. */
export type ReadTexts = (from: number, to: number) => Uint8Array;

// One scratch map for all documents: filling 64 K entries for each small one would cost more than storing it.
const byteOfUnit = new Int16Array(65_536).fill(-1);
const noTable = new Uint16Array(0);
/** Bytes handed out at a time when all are copied. */
const portion = 1 << 20;

function inMemory(bytes: Uint8Array): TextBytes {
  return { length: bytes.length, slice: (from, to) => bytes.subarray(from, to) };
}

function stored(text: string): StoredText {
  if (!/[^\0-\xff]/u.test(text))
    return { kind: 'latin1', bytes: inMemory(Buffer.from(text, 'latin1')), units: noTable };
  return withTable(text) ?? { kind: 'utf16', bytes: inMemory(Buffer.from(text, 'utf16le')), units: noTable };
}

/** Undefined when the text has more than 256 different code units. */
function withTable(text: string): StoredText | undefined {
  const bytes = new Uint8Array(text.length);
  const units: number[] = [];
  let fits = true;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    let byte = byteOfUnit[unit]!;
    if (byte < 0) {
      if (units.length === 256) {
        fits = false;
        break;
      }
      byte = units.length;
      byteOfUnit[unit] = byte;
      units.push(unit);
    }
    bytes[at] = byte;
  }
  for (const unit of units) byteOfUnit[unit] = -1;
  return fits ? { kind: 'table', bytes: inMemory(bytes), units: Uint16Array.from(units) } : undefined;
}

function sliceOf({ kind, bytes, units }: StoredText, start: number, end: number): string {
  switch (kind) {
    case 'latin1':
      return asBuffer(bytes.slice(start, end)).toString('latin1');
    case 'utf16':
      return asBuffer(bytes.slice(2 * start, 2 * end)).toString('utf16le');
    case 'table': {
      const coded = bytes.slice(start, end);
      const codeUnits = new Uint16Array(coded.length);
      for (let at = 0; at < codeUnits.length; at++) codeUnits[at] = units[coded[at]!]!;
      return asBuffer(codeUnits).toString('utf16le');
    }
  }
}

function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array | Uint16Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** Texts that lie elsewhere: nothing is held for each document but its place in the columns. */
interface KeptTexts {
  readonly columns: TextColumns;
  readonly read: ReadTexts;
}

export class TextStore implements TextSource {
  /** Those first in the store; those added are after them. */
  #kept: KeptTexts | undefined;
  #texts: StoredText[] = [];

  /** The texts of a snapshot. Columns and bytes are read when they are asked for. */
  static fromColumns(columns: TextColumns, read: ReadTexts): TextStore {
    const store = new TextStore();
    store.#kept = { columns, read };
    return store;
  }

  /** Documents are added in the order of their ids. */
  add(text: string): void {
    this.#texts.push(stored(text));
  }

  /** Adds a document of another store, without copying it. */
  addKnown(other: TextStore, doc: DocId): void {
    this.#texts.push(other.#of(doc));
  }

  /** Bytes of all texts, tables left out. */
  get byteLength(): number {
    let sum = 0;
    for (const { bytes } of this.#all()) sum += bytes.length;
    return sum;
  }

  get columns(): TextColumns {
    if (this.#kept && this.#texts.length === 0) return this.#kept.columns;
    const texts = [...this.#all()];
    const ends = new Float64Array(texts.length);
    const tableEnds = new Uint32Array(texts.length);
    let end = 0;
    let tableEnd = 0;
    for (const [doc, { bytes, units }] of texts.entries()) {
      ends[doc] = end += bytes.length;
      tableEnds[doc] = tableEnd += units.length;
    }
    const tables = new Uint16Array(tableEnd);
    for (const [doc, { units }] of texts.entries()) tables.set(units, tableEnds[doc]! - units.length);
    return { kinds: Uint8Array.from(texts, ({ kind }) => textKinds.indexOf(kind)), ends, tableEnds, tables };
  }

  /** The bytes of all texts one behind another, a piece at a time. */
  *pieces(): Generator<Uint8Array, void, undefined> {
    // Joined, because a small corpus has thousands of documents of a few kilobytes, and a write for each would cost more.
    const piece = new Uint8Array(portion);
    let filled = 0;
    for (const { bytes } of this.#all())
      for (let from = 0; from < bytes.length;) {
        const to = Math.min(bytes.length, from + portion - filled);
        piece.set(bytes.slice(from, to), filled);
        filled += to - from;
        from = to;
        if (filled < portion) continue;
        yield piece;
        filled = 0;
      }
    yield piece.subarray(0, filled);
  }

  /** Lets go of what is in memory: from now on the bytes that `pieces` gave are read by `read`. */
  moveTo(read: ReadTexts): void {
    this.#kept = { columns: this.columns, read };
    this.#texts = [];
  }

  slice(doc: DocId, start: CharOffset, end: CharOffset): string {
    return sliceOf(this.#of(doc), start, end);
  }

  text(doc: DocId): string {
    return sliceOf(this.#of(doc), 0, this.length(doc));
  }

  length(doc: DocId): number {
    const { kind, bytes } = this.#of(doc);
    return kind === 'utf16' ? bytes.length / 2 : bytes.length;
  }

  get #count(): number {
    return (this.#kept?.columns.kinds.length ?? 0) + this.#texts.length;
  }

  *#all(): Generator<StoredText, void, undefined> {
    for (let doc = 0; doc < this.#count; doc++) yield this.#of(doc);
  }

  #of(doc: number): StoredText {
    const before = this.#kept?.columns.kinds.length ?? 0;
    const text = doc < before ? keptText(this.#kept!, doc) : this.#texts[doc - before];
    if (!text) throw new RangeError(`There is no document ${doc}; the store holds ${this.#count}.`);
    return text;
  }
}

function keptText({ columns, read }: KeptTexts, doc: number): StoredText {
  const { kinds, ends, tableEnds } = columns;
  // Latin texts have no table, and the tables of others need not be read for them.
  const tableFrom = tableEnds[doc - 1] ?? 0;
  const units = tableFrom === tableEnds[doc] ? noTable : columns.tables.subarray(tableFrom, tableEnds[doc]);
  return { kind: textKinds[kinds[doc]!]!, bytes: elsewhere(read, ends[doc - 1] ?? 0, ends[doc]!), units };
}

function elsewhere(read: ReadTexts, start: number, end: number): TextBytes {
  return {
    length: end - start,
    // A slice past the end gives what there is, as it does in memory.
    slice: (from, to) => read(Math.min(start + from, end), Math.min(start + to, end)),
  };
}
