/** What the contract says of concordance lines beside opening and paging: columns, headings, the map of hits, files. */
import * as z from 'zod';
import { hit } from './answers.ts';
import { branded, context, count, docId, inCorpus, job, longestPage, page, resultId } from './terms.ts';
import type { Branded } from './model.ts';

/** Opaque name of a file that the worker writes piece by piece. */
export type FileId = Branded<string, 'FileId'>;
const fileId = branded<FileId>();

/** Fields of a document that stand beside its lines, and words that stand alone. */
export const mostLineFields = 12;
export const mostLineWords = 10;
export const lineColumns = {
  /** Fields of the document: built-in ones or metadata. */
  fields: z.array(z.string().min(1).max(200)).max(mostLineFields).optional(),
  /** So many words on each side, each by itself. */
  words: z.number().int().min(1).max(mostLineWords).optional(),
  /** With their verdicts. */
  verdicts: z.boolean().optional(),
  /** With their ticks. */
  ticks: z.boolean().optional(),
};

/** The lines that an answer brings along with its totals, so that both are drawn at once. */
export const firstLines = z.object({ context, ...lineColumns, count: page.count });

export const lineFormats = ['txt', 'csv', 'tsv', 'xlsx', 'json', 'jsonl', 'html', 'docx'] as const;
export type LineFormat = (typeof lineFormats)[number];

/** The lines of a result that share what they are sorted by first. */
export const lineHeading = z.object({
  /** As it is written in the first of the lines; null when they have no such word or value. */
  written: z.string().nullable(),
  /** 0-based place of the first line. */
  from: count,
  lines: count,
});
export type LineHeading = Readonly<z.infer<typeof lineHeading>>;

/** The most stretches that the map of hits is cut into. */
export const mostStretches = 2_000;
/** Forms that a completion lists at most. */
export const mostCompletions = 50;

/** Results whose hits are asked for together: as many as a page marks in one text. */
export const mostResultsTogether = 16;

export const completedForm = z.object({
  /** As it is written most often. */
  form: z.string(),
  count,
  /** `prefix`: it begins with what was typed; otherwise it is near to it. */
  why: z.enum(['prefix', 'spelling', 'typing']),
});

/** What is done to the ticks of lines. */
export const tickings = ['tick', 'untick', 'turn'] as const;
export type Ticking = (typeof tickings)[number];

export const lineRequests = {
  /**
   * Ticks lines, takes their ticks away, or turns them: 0-based lines `from` to `until`, exclusive. Ticks lie on the lines
   * themselves as long as the result is held: a sort moves none, and a line that a step hides has its tick when it comes back.
   */
  'concordance.tick': {
    params: inCorpus.extend({ result: resultId, from: count, until: count, how: z.enum(tickings) }),
    result: z.object({ ticked: count }),
  },
  /** Words of the corpus that what is typed may become: most frequent first, near forms after those that begin so. */
  'lexicon.complete': {
    params: inCorpus.extend({ text: z.string().min(1).max(200), count: z.number().int().min(1).max(mostCompletions) }),
    result: z.object({ forms: z.array(completedForm) }),
  },
  /** Groups of neighbouring lines by the first sort key, in the order of the lines. A result in text order has none. */
  'concordance.headings': {
    params: inCorpus.extend({ result: resultId, ...page }),
    result: z.object({ total: count, headings: z.array(lineHeading) }),
  },
  /** Hits in stretches of the corpus of equal length in tokens, and where documents begin among them. */
  'concordance.spread': {
    params: inCorpus.extend({ result: resultId, stretches: z.number().int().min(1).max(mostStretches) }),
    result: z.object({ tokens: count, counts: z.array(count) }),
  },
  /** The line of the first hit at or after a token: its 0-based place in the result as sorted; null past the last hit. */
  'concordance.locate': {
    params: inCorpus.extend({ result: resultId, token: count }),
    result: z.object({ place: count.nullable() }),
  },
  /**
   * The lines of several results that lie in one document, each as `concordance.hits` gives them, in the order asked. A
   * result that is not held any more has `held` false and no hits; the others are answered all the same.
   */
  'concordance.hitsOfMany': {
    params: inCorpus.extend({ results: z.array(resultId).min(1).max(mostResultsTogether), doc: docId }),
    result: z.object({
      results: z.array(z.object({ result: resultId, hits: z.array(hit), complete: z.boolean(), held: z.boolean() })),
    }),
  },
  /** Begins a file of the lines as sorted; its bytes are taken by `files.next`. What a spreadsheet would run is escaped. */
  'concordance.export': {
    params: inCorpus.extend({
      result: resultId,
      context,
      format: z.enum(lineFormats),
      raw: z.boolean(),
      fields: lineColumns.fields,
      /** Puts a blank in the place of the match and the key at the end: an exercise. */
      gaps: z.boolean().optional(),
      /** 0-based lines `from` to `until`, exclusive; all without them. */
      from: count.optional(),
      until: count.optional(),
      /** Only those of them that are ticked. */
      ticked: z.boolean().optional(),
      job,
    }),
    result: z.object({ file: fileId, name: z.string(), mediaType: z.string(), lines: count }),
  },
  /** The next bytes of a file. After the last ones, or an error, the file is closed. */
  'files.next': {
    params: inCorpus.extend({ file: fileId }),
    result: z.object({ base64: z.string(), /** Lines written so far. */ lines: count, isLast: z.boolean() }),
  },
  'files.close': { params: inCorpus.extend({ file: fileId }), result: z.object({}) },
} as const;

/** Headings that a page of lines shows: beyond, groups are too many to be folded by hand. */
export const mostHeadings = longestPage * 8;
