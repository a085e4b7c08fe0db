/** How files cross a door in pieces: a message of the web door carries a million bytes, and base64 adds a third. */
import * as z from 'zod';
import { count, job } from './terms.ts';

/** Bytes of one piece. */
export const filePiece = 500_000;
/** The largest file that is taken in, in bytes. */
export const largestIncomingFile = 400_000_000;

/** Asks for the piece from byte `from` on: 0 first, then the `next` of the answer before, until that is null. */
export const askedPiece = { from: count, job };
export const outgoingPiece = {
  name: z.string(),
  mediaType: z.string(),
  /** Of the whole file. */
  bytes: count,
  base64: z.string(),
  next: count.nullable(),
};
export const incomingPiece = {
  /** Of the file. */
  name: z.string().min(1).max(300),
  base64: z.base64().max(Math.ceil(filePiece / 3) * 4),
  first: z.boolean(),
  last: z.boolean(),
  job,
};
/** What a file has no place for, or what could not be read of it: in words such as `notes`, and how many. */
export const losses = z.array(z.object({ what: z.string(), times: count }));
