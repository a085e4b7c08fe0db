/**
 * Tables of numbers: what can be counted, and how the table is read. A table is counted once, stays in the worker under
 * its id, and is read a page at a time, sorted and filtered as each reading asks.
 */
import * as z from 'zod';
import type { TableId } from './model.ts';
import { type CountedTexts, countedLines, countedTexts } from './counted-texts.ts';
import { parityTools } from './measures.ts';
import { branded, corpusId, count, direction, docId, job, query, step, tagged, where } from './terms.ts';

export const tableId = branded<TableId>();

// ---- what is counted -----------------------------------------------------------------------------------------------

/** What counts as one word: the form as written, without case, without case and marks, or its stem. */
export const countingUnits = ['surface', 'case', 'marks', 'stem'] as const;
export type CountingUnitName = (typeof countingUnits)[number];

/** The most words of the user's own that a stop list holds. */
export const longestStopList = 50_000;

/** What is counted, and what is left out. Marginals and sizes are of what is counted before rare words are left out. */
export const counting = z.object({
  unit: z.enum(countingUnits),
  /** Words left out: those of the lists that come with Lectern, by language, and the user's own. Folded like the unit. */
  stop: z
    .object({
      languages: z.array(z.string().max(20)).max(50),
      words: z.array(z.string().max(200)).max(longestStopList),
    })
    .optional(),
  numbers: z.boolean(),
  /** Rows with fewer occurrences are left out. */
  minCount: z.number().int().min(1),
  /** Rows that occur in fewer documents are left out. */
  minDocuments: z.number().int().min(1),
  ...countedTexts,
});
export type Counting = Readonly<z.infer<typeof counting>>;

/**
 * R1 of a collocate's table: the tokens really inside the windows (as CQPweb has it), the frequency of the node (as Manatee),
 * or that times the size of the window (as KorAP).
 */
export const windowMarginals = ['tokens', 'none', 'times'] as const;
export type WindowMarginals = (typeof windowMarginals)[number];

/** The widest window round a node, in tokens on each side. */
export const widestSpan = 25;
/** Terms that a trend compares. */
export const mostTerms = 6;
/** The largest word list that is read as a reference, in characters. */
export const largestWordList = 64_000_000;

/** A list of words with how often each occurs in so many tokens. Both arrays have the same length. */
const wordCounts = z.object({ tokens: z.number(), forms: z.array(z.string()), counts: z.array(z.number()) });
export type WordCountList = Readonly<z.infer<typeof wordCounts>>;

/**
 * What the target of keywords is compared with. The rest: documents of the folder that the target leaves out; of a target of
 * passages, all else in its documents.
 */
const reference = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rest') }),
  z.object({ kind: z.literal('where'), where }),
  /** The passages of another tag, in the documents of the target. */
  z.object({ kind: z.literal('tagged'), ...tagged.shape }),
  /** Another open folder, or this one. */
  z.object({ kind: z.literal('corpus'), corpus: corpusId, where: where.optional() }),
  z.object({ kind: z.literal('counts'), name: z.string().max(300), words: wordCounts }),
  /** A word list file, as read: one word a line with its count, tabs or commas between. */
  z.object({ kind: z.literal('file'), name: z.string().max(300), text: z.string().max(largestWordList) }),
]);
export type KeywordReference = Readonly<z.infer<typeof reference>>;

/** Resampling of documents: so many samples, drawn alike with the same seed. */
export const resampling = z.object({ samples: z.number().int().min(100).max(10_000), seed: z.number().int() });
export type Resampling = Readonly<z.infer<typeof resampling>>;

export const dateParts = ['year', 'month', 'day'] as const;
export type DateParts = (typeof dateParts)[number];
/** What documents are grouped by: the whole value of a field, or a part of a date. */
export const grouping = z.object({ field: z.string().min(1).max(200), part: z.enum(dateParts).optional() });
export type Grouping = Readonly<z.infer<typeof grouping>>;

export const tableRequest = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('words'),
    counting,
    /** Only words that this query of one word finds. */
    match: query.optional(),
  }),
  z.object({
    kind: z.literal('ngrams'),
    counting,
    n: z.number().int().min(2).max(5),
    /** One of the inner words left open: `the * of`. Needs n ≥ 3. */
    slots: z.boolean(),
    /** No n-gram runs over the end of one of these. */
    bounds: z.enum(['sentence', 'paragraph']),
    /** Only n-grams that hold a match of this query. */
    around: query.optional(),
  }),
  z.object({
    kind: z.literal('collocates'),
    counting,
    query,
    ...countedLines,
    before: z.number().int().min(0).max(widestSpan),
    after: z.number().int().min(0).max(widestSpan),
    /** Windows stop at the ends of the sentence. They always stop at those of the document. */
    sentence: z.boolean(),
    marginals: z.enum(windowMarginals),
    as: z.enum(parityTools).optional(),
  }),
  /** `as`: scores as another program gives them, and only those whose making is published. Here and in collocates. */
  z.object({ kind: z.literal('keywords'), counting, reference, as: z.enum(parityTools).optional() }),
  z.object({ kind: z.literal('dispersion'), query, ...countedTexts, ...countedLines }),
  z.object({
    kind: z.literal('trend'),
    queries: z.array(query).min(1).max(mostTerms),
    by: grouping,
    ...countedTexts,
    ...countedLines,
    resampling,
  }),
  z.object({ kind: z.literal('profile'), ...countedTexts }),
]);
export type TableRequest = Readonly<z.infer<typeof tableRequest>>;
export type TableKind = TableRequest['kind'];

// ---- how a table is read -------------------------------------------------------------------------------------------

/**
 * `text` is a word or words of the corpus, `path` a document's, `label` a value; the others are numbers. Tables of words have
 * two of the first: `form`, folded as it is counted, by which tables are compared, and `written`, as it stands in the texts
 * most often, which is what people read.
 */
const column = z.object({
  name: z.string(),
  holds: z.enum(['text', 'path', 'label', 'count', 'number']),
});
export type TableColumn = Readonly<z.infer<typeof column>>;

/** Null: not defined for this row, for instance a logarithm of nothing. */
const cell = z.union([z.string(), z.number(), z.null()]);
export type Cell = z.infer<typeof cell>;

const row = z.object({
  /** Number of the row in the table, whatever the order: what other requests name it by. */
  row: count,
  /** One for each column. */
  cells: z.array(cell),
});
export type TableRow = Readonly<z.infer<typeof row>>;

export const tableSummary = z.object({
  table: tableId,
  corpus: corpusId,
  request: tableRequest,
  columns: z.array(column),
  /** Rows. */
  total: count,
  /** Numbers about the whole: tokens, documents, hits, … and, of a profile, the measures of all texts as one. */
  whole: z.record(z.string(), z.number().nullable()),
  /** Sentences for the reader: what was left out or could not be computed, and why. */
  remarks: z.array(z.string()),
  ms: z.number(),
});
export type TableSummary = Readonly<z.infer<typeof tableSummary>>;

/** In what order and which rows. Without `sort` the order the kind of table begins with. Nulls come last either way. */
export const tableView = {
  sort: z.object({ column: z.string().max(60), descending: z.boolean() }).optional(),
  filter: z
    .object({
      /** Rows whose text holds this, case and marks aside; `*` and `?` stand for any characters. */
      text: z.string().max(200).optional(),
      /** By column: bounds, both included. */
      between: z
        .record(z.string().max(60), z.object({ least: z.number().optional(), most: z.number().optional() }))
        .optional(),
    })
    .optional(),
};
export type TableView = Readonly<z.infer<z.ZodObject<typeof tableView>>>;

export const tablePage = z.object({ /** Rows that the filter leaves. */ total: count, rows: z.array(row) });

/** What `concordance.open` takes to show the lines behind a row. */
export const linesBehind = z.object({ query, where: where.optional(), steps: z.array(step) });
export type LinesBehind = Readonly<z.infer<typeof linesBehind>>;

/** A score opened: its cells and marginals, its formula, and the formula with these numbers filled in. */
export const arithmetic = z.object({
  measure: z.string(),
  /** Null when it is not defined for these numbers. */
  value: z.number().nullable(),
  /** Observed, marginals, sizes: symbol, what it means, its value. */
  terms: z.array(z.object({ symbol: z.string(), meaning: z.string(), value: z.number() })),
  /** The 2 × 2 table, when the measure is of one: two rows of two cells. */
  cells: z.array(z.array(z.number())).optional(),
  formula: z.string(),
  /** The formula with numbers filled in, one step after the other, down to the value. */
  steps: z.array(z.string()),
  /** Publication that defines it. */
  source: z.string(),
  /** The same score as another program gives it. */
  parity: z.array(z.object({ tool: z.enum(parityTools), value: z.number().nullable(), how: z.string() })),
});
export type Arithmetic = Readonly<z.infer<typeof arithmetic>>;

/** Where the hits of a dispersion lie in one document. */
export const stripe = z.object({
  row: count,
  doc: docId,
  path: z.string(),
  title: z.string(),
  direction,
  tokens: count,
  /** Tokens of the document that the hits begin at, counted from its first one, ascending; of very many, an even share. */
  places: z.array(count),
});
export type Stripe = Readonly<z.infer<typeof stripe>>;

export const tableFormats = ['csv', 'tsv', 'xlsx', 'json', 'html'] as const;
export type TableFormat = (typeof tableFormats)[number];

export const stopListSummary = z.object({ language: z.string(), words: count, source: z.string() });

// ---- requests ------------------------------------------------------------------------------------------------------

const inTable = z.object({ corpus: corpusId, table: tableId });

export const tableRequests = {
  /** Counts a table and keeps it. `bad-query` names the query by its number in `step` where there are several. */
  'tables.open': { params: z.object({ corpus: corpusId, table: tableRequest, job }), result: tableSummary },
  'tables.page': {
    params: inTable.extend({ ...tableView, from: count, count: z.number().int().min(1).max(500) }),
    result: tablePage,
  },
  /** Where a row stands as the table is sorted and filtered; null when it is left out. */
  'tables.place': {
    params: inTable.extend({ ...tableView, row: count }),
    result: z.object({ place: count.nullable() }),
  },
  'tables.lines': { params: inTable.extend({ row: count }), result: linesBehind },
  'tables.arithmetic': {
    params: inTable.extend({ row: count, measure: z.string().max(60) }),
    result: arithmetic,
  },
  /** A column from the largest value to the smallest, at so many ranks spread evenly over the logarithm of the rank. */
  'tables.curve': {
    params: inTable.extend({ column: z.string().max(60), points: z.number().int().min(2).max(2_000) }),
    result: z.object({ points: z.array(z.object({ rank: count, value: z.number(), row: count, text: z.string() })) }),
  },
  /** How often a collocate stands at each place round the node: −1 the word before it. */
  'tables.offsets': {
    params: inTable.extend({ row: count }),
    result: z.object({ offsets: z.array(z.object({ offset: z.number().int(), count })) }),
  },
  /** Stripes of a dispersion, in the order of the view. */
  'tables.stripes': {
    params: inTable.extend({
      ...tableView,
      from: count,
      count: z.number().int().min(1).max(500),
      /** Places in a document. A stripe on a screen tells no more than some hundred apart. */
      most: z.number().int().min(1).max(1_000_000),
    }),
    result: z.object({ total: count, stripes: z.array(stripe) }),
  },
  /** 95 % intervals by resampling documents: of perMillion for words and n-grams, of logRatio for keywords. */
  'tables.intervals': {
    params: inTable.extend({ rows: z.array(count).min(1).max(500), resampling, job }),
    result: z.object({
      intervals: z.array(z.object({ row: count, low: z.number().nullable(), high: z.number().nullable() })),
    }),
  },
  /** The table as a file. Cells that a spreadsheet would run as a formula are escaped unless `raw`. */
  'tables.export': {
    params: inTable.extend({
      ...tableView,
      format: z.enum(tableFormats),
      raw: z.boolean(),
      limit: z.number().int().min(1).optional(),
    }),
    result: z.object({ name: z.string(), mediaType: z.string(), /** The bytes of the file. */ base64: z.string() }),
  },
  'tables.close': { params: inTable, result: z.object({}) },
  /**
   * All words that are counted, most frequent first, as a reference for another corpus: what `tables.open` is given by the
   * workbench in the place of `reference: { kind: 'corpus' }`. Not paged, since no page asks for it.
   */
  'words.counted': {
    params: z.object({ corpus: corpusId, counting, job }),
    result: wordCounts,
  },
  /** The stop lists that come with Lectern. */
  'stoplists.list': {
    params: z.object({ corpus: corpusId }),
    result: z.object({ lists: z.array(stopListSummary) }),
  },
} as const;

/** What texts a table is counted over, whatever its kind. */
export function textsOf(request: TableRequest): CountedTexts {
  return 'counting' in request ? request.counting : request;
}
