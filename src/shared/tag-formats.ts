/** Files that tagged passages leave and enter by: formats, by the names of the command line, and the requests for them. */
import * as z from 'zod';
import { askedPiece, incomingPiece, losses, outgoingPiece } from './file-pieces.ts';
import { projectChange, spanQuestion } from './tagging.ts';
import { count, inCorpus } from './terms.ts';

export const tagFormats = [
  'webannotation',
  'qdc',
  'qdpx',
  'csv',
  'xlsx',
  'jsonl',
  'brat',
  'tei',
  'conll',
  'html',
  'docx',
] as const;
export type TagFormat = (typeof tagFormats)[number];

/** The ending of a file that is written in a format. */
export const tagFileEnding: Readonly<Record<TagFormat, string>> = {
  webannotation: 'jsonld',
  qdc: 'qdc',
  qdpx: 'qdpx',
  csv: 'csv',
  xlsx: 'xlsx',
  jsonl: 'jsonl',
  brat: 'zip',
  tei: 'xml',
  conll: 'conllup',
  html: 'html',
  docx: 'docx',
};

export const tagFileRequests = {
  /** The file piece by piece. */
  'tags.export': {
    params: inCorpus.extend({
      format: z.enum(tagFormats),
      /** Only these passages; all when absent. Tags and coders go out whole. */
      question: spanQuestion.optional(),
      /** No protection against text that a spreadsheet would run as a formula. */
      raw: z.boolean(),
      ...askedPiece,
    }),
    result: z.object({ ...outgoingPiece, lost: losses }),
  },
  /**
   * Takes over what a file holds, as one step, once its `last` piece has come. What is in the project already is not
   * brought again. `dryRun` only counts.
   */
  'tags.import': {
    params: inCorpus.extend({
      /** Absent: by the name. */
      format: z.enum(tagFormats).optional(),
      ...incomingPiece,
      dryRun: z.boolean(),
    }),
    /** All zero until the last piece. */
    result: projectChange.extend({
      tags: count,
      spans: count,
      notes: count,
      coders: count,
      /** Spans of the file that were there already. */
      known: count,
      /** Of `spans`: those that a person is asked about, and those whose text is not here. */
      review: count,
      orphans: count,
      lost: losses,
    }),
  },
} as const;
