/**
 * One file of named sections, each an array of numbers, with a directory that says what made it: the snapshot of a
 * corpus.
 *
 *     bytes 0–7    "LECTERN" and a line feed (a text transfer that rewrites line ends breaks it visibly)
 *     bytes 8–11   layout version              } little-endian,
 *     bytes 12–15  CRC-32 of bytes 16–31       } as all arrays are
 *     bytes 16–23  where the directory starts
 *     bytes 24–27  its length
 *     bytes 28–31  its CRC-32
 *     bytes 32–    the sections
 *     then         the directory: JSON, UTF-8
 *
 * A snapshot only saves time: whatever is wrong with it, it is dropped and made anew from the articles. So every reason
 * to distrust it is a `DamagedSnapshot`, and no byte of a section is handed out before the checksum of its block was seen
 * to fit. Blocks are small, so that a line of text can be read without reading all texts; each is compressed alone, which
 * halves the file and costs less than reading it twice as long from a disk.
 */
export type SnapshotArray = Int32Array | Uint32Array | Uint8Array | Uint16Array | Float64Array;

export const magic = Buffer.from('LECTERN\n', 'latin1');
/** Raise when the order or the meaning of bytes changes: older files are then made anew. */
export const layoutVersion = 5;
export const headLength = 32;
/** Bytes compressed together: reading, checking and unpacking them takes some 40 µs, a page of a hundred lines 4 ms. */
export const blockLength = 32_768;

export class DamagedSnapshot extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'DamagedSnapshot';
  }
}

export interface SectionEntry {
  readonly name: string;
  readonly at: number;
  /** Bytes when unpacked. */
  readonly bytes: number;
  /** Of each block of `blockLength` unpacked bytes, the last one shorter: bytes in the file, as many as unpacked when it is not packed. */
  readonly stored: readonly number[];
  /** Of each block: CRC-32 of its bytes in the file. */
  readonly sums: readonly number[];
}

export interface Directory {
  /** What made the snapshot: compared as a whole, never interpreted. */
  readonly fingerprint: string;
  readonly sections: readonly SectionEntry[];
  readonly content: unknown;
}

export function bytesOf(array: SnapshotArray): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
