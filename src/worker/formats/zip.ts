/**
 * The parts of a zip archive (docx, odt, epub, xlsx), read by its central directory. Names are only compared, never
 * used as paths, so tricks with `..` lead nowhere. Inflation stops at the limit while it runs, not after.
 */
import { inflateRawSync } from 'node:zlib';
import { Unreadable } from '../decode/unreadable.ts';
import type { Meter } from './limits.ts';

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localHeader = 0x04034b50;
/** How old Office files begin, and new ones that are encrypted. */
const compoundFile = 0xd0cf11e0;
const encrypted = 1;

const damaged = (): Unreadable => new Unreadable('is damaged (its zip directory is broken): get a fresh copy');

interface Entry {
  readonly method: number;
  readonly flags: number;
  readonly packedSize: number;
  readonly offset: number;
}

export class ZipParts {
  private readonly bytes: Buffer;
  private readonly meter: Meter;
  private readonly entries = new Map<string, Entry>();

  constructor(bytes: Uint8Array, meter: Meter) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.meter = meter;
    this.readDirectory();
  }

  get names(): string[] {
    return [...this.entries.keys()];
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  private readDirectory(): void {
    const { bytes, meter } = this;
    if (bytes.length >= 4 && bytes.readUInt32BE(0) === compoundFile)
      throw new Unreadable(
        'is encrypted with a password, or in the old Word or Excel format: save it anew without either',
      );
    // The record is 22 bytes and a comment of at most 64 KB from the end.
    let end = bytes.length - 22;
    const lowest = Math.max(0, end - 0xffff);
    while (end >= lowest && bytes.readUInt32LE(end) !== endOfDirectory) end--;
    if (end < lowest) throw damaged();
    let at = bytes.readUInt32LE(end + 16);
    // Archives with something put before them count offsets from their own beginning.
    const size = bytes.readUInt32LE(end + 12);
    const shift = bytes.readUInt32LE(end) === endOfDirectory ? Math.max(0, end - size - at) : 0;
    at += shift;
    while (at + 46 <= end && bytes.readUInt32LE(at) === directoryEntry) {
      meter.entry();
      const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
      const name = bytes.toString('utf8', at + 46, Math.min(nameEnd, end)).replaceAll('\\', '/');
      if (!this.entries.has(name)) {
        this.entries.set(name, {
          method: bytes.readUInt16LE(at + 10),
          flags: bytes.readUInt16LE(at + 8),
          packedSize: bytes.readUInt32LE(at + 20),
          offset: bytes.readUInt32LE(at + 42) + shift,
        });
      }
      at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    }
    if (this.entries.size === 0) throw damaged();
  }

  /** The bytes of a part, or undefined when there is none of that name. */
  bytesOf(name: string): Uint8Array | undefined {
    const entry = this.entries.get(name);
    if (!entry) return undefined;
    this.meter.clock();
    if (entry.flags & encrypted) throw new Unreadable('is locked with a password: save it without one first');
    const { bytes } = this;
    const { offset } = entry;
    if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== localHeader) throw damaged();
    const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
    const packed = bytes.subarray(start, start + entry.packedSize);
    if (packed.length < entry.packedSize) throw damaged();
    const part = entry.method === 0 ? packed : this.inflate(packed, entry.method);
    this.meter.grow(part.length);
    return part;
  }

  private inflate(packed: Uint8Array, method: number): Uint8Array {
    if (method !== 8) throw new Unreadable('is packed in a way Lectern does not know: save it again');
    try {
      return inflateRawSync(packed, { maxOutputLength: Math.max(1, this.meter.room + 1) });
    } catch (error) {
      if ((error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE') this.meter.tooLarge();
      throw damaged();
    }
  }
}
