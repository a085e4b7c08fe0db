/**
 * Takes a record of arrays apart into the sections of a snapshot file, and puts it together again.
 *
 * The index says what its arrays are; that they end up in a file is no concern of its types. So this walks any plain
 * record: arrays of numbers and long strings become sections, what remains is the outline, which is JSON.
 */
import type { SnapshotArray } from './snapshot-file.ts';
import { bytesOf, DamagedSnapshot } from './snapshot-file.ts';

const constructors = { Int32Array, Uint32Array, Uint8Array, Uint16Array, Float64Array } as const;
type ArrayName = keyof typeof constructors;

/** Strings from here on are sections; shorter ones (languages, paths) are better off in the outline. */
const longString = 4096;
/** Marks a section in the outline. No record that is stored has a field of this name. */
const mark = '@section';

/** An array that is made as it is written: its bytes, piece by piece. */
export class StreamedArray {
  readonly as: ArrayName;
  readonly pieces: Iterable<Uint8Array>;

  constructor(as: ArrayName, pieces: Iterable<SnapshotArray>) {
    this.as = as;
    this.pieces = (function* () {
      for (const piece of pieces) yield bytesOf(piece);
    })();
  }
}

interface Taken {
  readonly [mark]: string;
  /** `text8` one byte a code unit, `text16` two. */
  readonly as: ArrayName | 'text8' | 'text16';
}

export interface TakenApart {
  readonly outline: unknown;
  readonly sections: Readonly<Record<string, SnapshotArray>>;
  /** Of the arrays that are made as they are written. */
  readonly streams: Readonly<Record<string, Iterable<Uint8Array>>>;
}

function arrayName(value: unknown): ArrayName | undefined {
  return (Object.keys(constructors) as ArrayName[]).find((name) => value instanceof constructors[name]);
}

function textArray(text: string): { array: SnapshotArray; as: 'text8' | 'text16' } {
  const narrow = !/[^\0-\xff]/u.test(text);
  const bytes = Buffer.from(text, narrow ? 'latin1' : 'utf16le');
  return { array: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength), as: narrow ? 'text8' : 'text16' };
}

/** Sections are named by their place: `index.offsets.gaps`. Maps, functions and the like have no place in a record. */
export function takeApart(record: unknown): TakenApart {
  const sections: Record<string, SnapshotArray> = {};
  const streams: Record<string, Iterable<Uint8Array>> = {};
  const walk = (value: unknown, place: string): unknown => {
    const array = arrayName(value);
    if (array) {
      sections[place] = value as SnapshotArray;
      return { [mark]: place, as: array } satisfies Taken;
    }
    if (value instanceof StreamedArray) {
      streams[place] = value.pieces;
      return { [mark]: place, as: value.as } satisfies Taken;
    }
    if (typeof value === 'string' && value.length >= longString) {
      const text = textArray(value);
      sections[place] = text.array;
      return { [mark]: place, as: text.as } satisfies Taken;
    }
    if (Array.isArray(value)) return value.map((element, i) => walk(element, `${place}[${i}]`));
    if (value === null || typeof value !== 'object') return value;
    if (Object.getPrototypeOf(value) !== Object.prototype) throw new TypeError(`${place} is no plain record.`);
    const inner = (name: string): string => (place === '' ? name : `${place}.${name}`);
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, walk(part, inner(name))]));
  };
  return { outline: walk(record, ''), sections, streams };
}

function isTaken(value: object): value is Taken {
  return Object.hasOwn(value, mark);
}

/**
 * The record again; `read` gives the bytes of a section. A field is read when it is first looked at, and what lies in a
 * list at once: opening costs what the first screen needs, not what the corpus weighs.
 * @throws DamagedSnapshot, at the first look, when a section does not have the length its kind needs
 */
export function putTogether(outline: unknown, read: (name: string) => ArrayBuffer): unknown {
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (value === null || typeof value !== 'object') return value;
    if (isTaken(value)) return section(value, read(value[mark]));
    const record: Record<string, unknown> = {};
    for (const [name, part] of Object.entries(value)) {
      if (typeof part === 'object' && part !== null && isTaken(part as object)) {
        defineLazily(record, name, () => section(part as Taken, read((part as Taken)[mark])));
      } else record[name] = walk(part);
    }
    return record;
  };
  return walk(outline);
}

/**
 * A field that is made when it is first looked at, and stays. It stays a getter: to put the value in its place would
 * make the record one whose fields are looked up by hash, which the loops over tokens feel.
 */
export function defineLazily(record: object, name: string, make: () => unknown): void {
  let made: { readonly value: unknown } | undefined;
  Object.defineProperty(record, name, {
    enumerable: true,
    get: () => (made ??= { value: make() }).value,
  });
}

function section({ [mark]: name, as }: Taken, bytes: ArrayBuffer): SnapshotArray | string {
  if (as === 'text8') return Buffer.from(bytes).toString('latin1');
  if (as === 'text16') return Buffer.from(bytes).toString('utf16le');
  const Constructor = constructors[as];
  if (bytes.byteLength % Constructor.BYTES_PER_ELEMENT !== 0) throw new DamagedSnapshot(`“${name}” has an odd length`);
  return new Constructor(bytes);
}
