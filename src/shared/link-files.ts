/** Files that links of two documents leave and enter by. */
import * as z from 'zod';
import { alignmentId, alignmentSummary } from './alignment.ts';
import { askedPiece, incomingPiece, losses, outgoingPiece } from './file-pieces.ts';
import { count, inCorpus } from './terms.ts';

/** Formats that are written. `lines` is a zip of two files with a line a link; `epub` a book of both texts. */
export const writtenLinkFormats = [
  'tmx',
  'tsv',
  'csv',
  'xlsx',
  'lines',
  'hunalign',
  'ladder',
  'cesalign',
  'beads',
  'json',
  'html',
  'epub',
] as const;
export type WrittenLinkFormat = (typeof writtenLinkFormats)[number];
/** Formats that are read. */
export const readLinkFormats = ['tmx', 'tsv', 'xliff', 'ladder', 'hunalign', 'cesalign', 'beads', 'json'] as const;
export type ReadLinkFormat = (typeof readLinkFormats)[number];

const inAlignment = inCorpus.extend({ alignment: alignmentId });

export const linkFileRequests = {
  /** The file piece by piece. */
  'alignment.write': {
    params: inAlignment.extend({
      format: z.enum(writtenLinkFormats),
      /** No protection against text that a spreadsheet would run as a formula. */
      raw: z.boolean(),
      ...askedPiece,
    }),
    result: z.object({ ...outgoingPiece, lost: losses }),
  },
  /** Takes the links of a file, as one step, once its `last` piece has come: they count as corrected. */
  'alignment.take': {
    params: inAlignment.extend({
      /** Absent: by the name. */
      format: z.enum(readLinkFormats).optional(),
      ...incomingPiece,
    }),
    result: z.object({
      summary: alignmentSummary,
      taken: count,
      /** Links of the file that have no place in these two documents. */
      refused: count,
    }),
  },
} as const;
