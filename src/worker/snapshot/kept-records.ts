/**
 * Records of one kind in a snapshot, in groups, so that the first page of forty thousand documents does not cost the
 * reading of all.
 */
import type { RecordColumns } from './record-columns.ts';
import { fromColumns, toColumns } from './record-columns.ts';

const inGroup = 512;

export interface GroupedRecords {
  /** Bytes of JSON, a group after another, made as they are asked for. */
  readonly groups: Iterable<Uint8Array>;
  /** Bytes of the end (a 64-bit float) of each group in them. Complete once `groups` came to its end. */
  readonly ends: Iterable<Uint8Array>;
}

export function groupRecords(records: readonly object[]): GroupedRecords {
  const ends: number[] = [];
  return {
    groups: (function* () {
      for (let from = 0; from < records.length; from += inGroup) {
        const bytes = Buffer.from(JSON.stringify(toColumns(records.slice(from, from + inGroup))), 'utf8');
        ends.push((ends.at(-1) ?? 0) + bytes.length);
        yield bytes;
      }
    })(),
    ends: (function* () {
      yield new Uint8Array(Float64Array.from(ends).buffer);
    })(),
  };
}

/**
 * A list of `length` records, each group of which is read when one of its records is first looked at. It behaves as any
 * list that nobody writes to; only it cannot be sent to another thread as a whole.
 */
export function recordsByGroup(length: number, readGroup: (group: number) => Uint8Array): readonly unknown[] {
  const known: unknown[] = [];
  known.length = length;
  const fill = (group: number): void => {
    const json = Buffer.from(readGroup(group)).toString('utf8');
    // What was checked to be what was written needs no second check.
    fromColumns(JSON.parse(json) as RecordColumns).forEach((record, at) => (known[group * inGroup + at] = record));
  };
  const touch = (key: string | symbol): void => {
    if (typeof key === 'symbol' || Object.hasOwn(known, key)) return;
    const place = Number(key);
    if (Number.isInteger(place) && place >= 0 && place < length) fill(Math.floor(place / inGroup));
  };
  return new Proxy(known, {
    get: (target, key): unknown => {
      touch(key);
      return Reflect.get(target, key);
    },
    has: (target, key) => {
      touch(key);
      return Reflect.has(target, key);
    },
    getOwnPropertyDescriptor: (target, key) => {
      touch(key);
      return Reflect.getOwnPropertyDescriptor(target, key);
    },
    ownKeys: (target) => {
      for (let from = 0; from < length; from += inGroup) touch(String(from));
      return Reflect.ownKeys(target);
    },
  });
}
