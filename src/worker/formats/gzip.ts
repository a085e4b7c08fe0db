/** Files that come packed with gzip, as dictionaries for dictd (`.dict.dz`) and the links of OPUS do. */
import { gunzipSync } from 'node:zlib';
import { largestIncomingFile } from '../../shared/file-pieces.ts';
import { Unreadable } from '../decode/unreadable.ts';

/** The same bytes where they are not packed. @throws Unreadable when they are and cannot be unpacked */
export function unpacked(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: largestIncomingFile });
  } catch (error) {
    throw new Unreadable('is packed and cannot be unpacked: it may be cut short', error);
  }
}
