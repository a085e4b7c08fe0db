/**
 * The canonical texts of a corpus in memory, outside V8's heap, and one byte a character wherever that is possible.
 *
 * A text in an alphabet rarely has more than 256 different characters, typographic quotes and all, so a table per
 * document makes one byte of each: half of what a JavaScript string takes for Arabic or Cyrillic. Only Han and its like
 * need two bytes.
 */
import type { TextSource } from '../corpus/index/corpus-index.ts';
import type { CharOffset, DocId } from '../shared/model.ts';

type StoredText =
  | { readonly kind: 'latin1'; readonly bytes: Buffer }
  /** `units[byte]` is the UTF-16 code unit. */
  | { readonly kind: 'table'; readonly bytes: Uint8Array; readonly units: Uint16Array }
  | { readonly kind: 'utf16'; readonly bytes: Buffer };

/** Code units decoded at a time by way of a table: short enough for the arguments of one call. */
const portion = 8192;

// One scratch map for all documents: filling 64 K entries for each small one would cost more than storing it.
const byteOfUnit = new Int16Array(65_536).fill(-1);

function stored(text: string): StoredText {
  if (!/[^\0-\xff]/u.test(text)) return { kind: 'latin1', bytes: Buffer.from(text, 'latin1') };
  return withTable(text) ?? { kind: 'utf16', bytes: Buffer.from(text, 'utf16le') };
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
  return fits ? { kind: 'table', bytes, units: Uint16Array.from(units) } : undefined;
}

function sliceOf(text: StoredText, start: number, end: number): string {
  switch (text.kind) {
    case 'latin1':
      return text.bytes.toString('latin1', start, end);
    case 'utf16':
      return text.bytes.toString('utf16le', 2 * start, 2 * end);
    case 'table': {
      const parts: string[] = [];
      for (let from = start; from < end; from += portion) {
        const codeUnits = new Uint16Array(Math.min(portion, end - from));
        for (let at = 0; at < codeUnits.length; at++) codeUnits[at] = text.units[text.bytes[from + at]!]!;
        parts.push(String.fromCharCode(...codeUnits));
      }
      return parts.join('');
    }
  }
}

export class TextStore implements TextSource {
  readonly #texts: StoredText[] = [];

  /** Documents are added in the order of their ids. */
  add(text: string): void {
    this.#texts.push(stored(text));
  }

  /** Bytes held, tables included. */
  get byteLength(): number {
    return this.#texts.reduce(
      (sum, text) => sum + text.bytes.byteLength + (text.kind === 'table' ? text.units.byteLength : 0),
      0,
    );
  }

  slice(doc: DocId, start: CharOffset, end: CharOffset): string {
    return sliceOf(this.#of(doc), start, end);
  }

  text(doc: DocId): string {
    return sliceOf(this.#of(doc), 0, this.length(doc));
  }

  length(doc: DocId): number {
    const { kind, bytes } = this.#of(doc);
    return kind === 'utf16' ? bytes.byteLength / 2 : bytes.byteLength;
  }

  #of(doc: DocId): StoredText {
    const text = this.#texts[doc];
    if (!text) throw new RangeError(`There is no document ${doc}; the store holds ${this.#texts.length}.`);
    return text;
  }
}
