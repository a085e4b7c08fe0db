/** What the contract says of single words as somebody meets them in a text: how often, where, in which forms and company. */
import * as z from 'zod';
import { concordanceLine, passage } from './answers.ts';
import { charOffset, count, direction, docId, inCorpus, job, longestPage, query } from './terms.ts';

/** Words in a row that a card is about at most. */
export const mostCardWords = 8;
/** Lines, documents and forms of each kind that a card shows. */
export const mostCardLines = 5;
export const mostCardForms = 12;
/** Stretches of the corpus that a card counts in. */
export const cardStretches = 60;
/** Tokens before and after the word in which its company is counted. */
export const cardSpan = 5;

const stretch = { doc: docId, start: charOffset, end: charOffset };

export const wordCard = z.object({
  /** As it stands in the text. */
  text: z.string(),
  /** Finds it wherever it stands; case and marks are ignored. */
  query,
  /** Of the document at hand. */
  language: z.string(),
  direction,
  /** Tokens of it. */
  words: count,
  count,
  /** False: `count` is a lower bound, and all that is counted of the word with it. */
  complete: z.boolean(),
  perMillion: z.number(),
  /** In the document at hand. */
  here: count,
  /** Documents that have it, and all there are. */
  documents: count,
  allDocuments: count,
  /** Gries' deviation of proportions over the documents: 0 as even as can be, 1 all in one; null without a hit. */
  dp: z.number().nullable(),
  /** Hits in stretches of equal length, in the order of the corpus. */
  spread: z.array(count),
  /** The documents with most of them, the first of equals first. */
  top: z.array(z.object({ doc: docId, title: z.string(), path: z.string(), count })),
  /** The first lines in the order of the corpus. */
  lines: z.array(concordanceLine),
});
export type WordCard = Readonly<z.infer<typeof wordCard>>;

const formCount = z.object({ form: z.string(), count });
/** The most frequent first; `total` is how many there are. */
const forms = <Form extends z.ZodType>(form: Form) => z.object({ total: count, forms: z.array(form) });
const pieces = { before: z.string(), after: z.string() };

export const wordForms = z.object({
  /** How the word is written: with capitals, with marks and without. */
  spellings: forms(formCount),
  /** Other words of its stem, by the language of the document; null when it was not asked for. */
  inflected: forms(formCount).nullable(),
  /** Arabic: with particles before it and pronouns after it. */
  attached: forms(formCount.extend(pieces)),
  /** Arabic: words of the corpus that it may be made of, with what stands before and after them; the longest first. */
  inside: z.array(formCount.extend(pieces)),
});
export type WordForms = Readonly<z.infer<typeof wordForms>>;

export const wordCompany = z.object({
  /** Words within `cardSpan` tokens that stand there more than once, those with the highest logDice first. */
  total: count,
  collocates: z.array(z.object({ form: z.string(), observed: count, logDice: z.number(), direction })),
});
export type WordCompany = Readonly<z.infer<typeof wordCompany>>;

export const wordRequests = {
  /** The word that a stretch of a document touches, or the words in a row; null where there is none, or too many. */
  'word.card': {
    params: inCorpus.extend(stretch),
    result: z.object({ card: wordCard.nullable() }),
  },
  /** In which other ways a word is written. `stems`: also other words of its stem, for which all words may be read once. */
  'word.forms': {
    params: inCorpus.extend({
      word: z.string().min(1).max(200),
      language: z.string().min(1).max(60),
      stems: z.boolean(),
    }),
    result: wordForms,
  },
  /** What stands near the hits of a query, without the stop words of the language: for a card, not for a table. */
  'word.company': {
    params: inCorpus.extend({ query, language: z.string().min(1).max(60), job }),
    result: wordCompany,
  },
  /** Where the sentences of a document begin and end, one after the other: start, end, start, end. */
  'document.sentences': {
    params: inCorpus.extend({ doc: docId }),
    result: z.object({ bounds: z.array(charOffset) }),
  },
  /**
   * Passages that share rare words with the sentences that a stretch touches, those that share most first; these sentences are
   * not among them. `words` are those that were looked for. Waits for the passage index, with progress under `job`.
   */
  'passages.like': {
    params: inCorpus.extend({ ...stretch, limit: z.number().int().min(1).max(longestPage), job }),
    result: z.object({
      quote: z.string(),
      words: z.array(z.string()),
      total: count,
      complete: z.boolean(),
      passages: z.array(passage),
    }),
  },
} as const;
