/** Files that tagged passages leave and enter by: formats, by the names of the command line, and the requests for them. */
import * as z from 'zod';
import { projectChange, spanQuestion } from './tagging.ts';
import { count, inCorpus, job } from './terms.ts';

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

/** Bytes of one piece of a file: a message of the web door carries a million, and base64 adds a third. */
export const tagFilePiece = 500_000;
/** The largest file that is read, in bytes. */
export const largestTagFile = 400_000_000;

/** What could not be carried or read, in words such as `shortcuts of tags`, and how many. */
const losses = z.array(z.object({ what: z.string(), times: count }));

export const tagFileRequests = {
  /** The file piece by piece: `from` is 0 first, then the `next` of the answer before, until that is null. */
  'tags.export': {
    params: inCorpus.extend({
      format: z.enum(tagFormats),
      /** Only these passages; all when absent. Tags and coders go out whole. */
      question: spanQuestion.optional(),
      /** No protection against text that a spreadsheet would run as a formula. */
      raw: z.boolean(),
      from: count,
      job,
    }),
    result: z.object({
      name: z.string(),
      mediaType: z.string(),
      /** Of the whole file. */
      bytes: count,
      base64: z.string(),
      next: count.nullable(),
      lost: losses,
    }),
  },
  /**
   * Takes over what a file holds, as one step, once its `last` piece has come. What is in the project already is not
   * brought again. `dryRun` only counts.
   */
  'tags.import': {
    params: inCorpus.extend({
      /** Of the file. */
      name: z.string().min(1).max(300),
      /** Absent: by the name. */
      format: z.enum(tagFormats).optional(),
      base64: z.base64().max(Math.ceil(tagFilePiece / 3) * 4),
      first: z.boolean(),
      last: z.boolean(),
      dryRun: z.boolean(),
      job,
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
