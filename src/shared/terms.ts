/** The words of the contract that questions and answers share: ids, queries, conditions, steps, pages. */
import * as z from 'zod';
import { failureCodes } from './failure.ts';
import type { TagId } from './tagging.ts';
import type { CharOffset, CorpusId, DocId, FolderId, ResultId, TokenIndex } from './model.ts';

export const branded = <Brand>() =>
  z.custom<Brand>((value) => typeof value === 'string' && /^[\w.-]{1,80}$/.test(value), 'expected an opaque id');
export const count = z.number().int().nonnegative();
export const whole = <Brand>() => count as unknown as z.ZodType<Brand>;

export const folderId = branded<FolderId>();
export const corpusId = branded<CorpusId>();
export const resultId = branded<ResultId>();
export const docId = whole<DocId>();
export const charOffset = whole<CharOffset>();
export const tokenIndex = whole<TokenIndex>();
export const job = z.string().min(1).max(80);
export const direction = z.enum(['ltr', 'rtl']);

/** The longest page of anything that a single answer carries. */
export const longestPage = 500;
/** UTF-16 code units of what is looked for in one document. */
export const longestSought = 500;
/** Places of it that an answer lists. */
export const mostFound = 10_000;

// ---- queries -------------------------------------------------------------------------------------------------------

export const queryModes = ['simple', 'cql', 'regex'] as const;
/** A concordance query. `case`/`marks` true means: these count (by default both are ignored). */
export const query = z.object({
  text: z.string().max(10_000),
  mode: z.enum(queryModes),
  case: z.boolean(),
  marks: z.boolean(),
  /** Simple mode: Arabic words also with particles and pronouns written onto them. Absent: not. */
  clitics: z.boolean().optional(),
  /** Simple mode: words also in every other form of their stem, by the language of the document. Absent: not. */
  stems: z.boolean().optional(),
});
export type Query = Readonly<z.infer<typeof query>>;

/**
 * One sort key: `B1`…`B10` words before the match (nearest first), `A1`…`A10` words after it, `M` the match, `doc` the
 * document's path, `pos` the place in the corpus, `freq` the frequency of the matched form, `field:NAME` a field of the
 * document, `verdict` what was said of the line; a leading `-` reverses.
 */
export const sortKey = z
  .string()
  .regex(
    /^-?(?:[BA](?:[1-9]|10)|M|doc|pos|freq|verdict|field:[^,]{1,200})$/u,
    'expected B1…B10, M, A1…A10, doc, pos, freq, verdict or field:NAME, with an optional leading -',
  );
export const sortKeys = z.array(sortKey).max(5);
export type SortKey = z.infer<typeof sortKey>;

/** How much of the text stands before and after a match. `size` counts tokens or characters; the others ignore it. */
export const context = z.object({
  unit: z.enum(['tokens', 'characters', 'sentence', 'paragraph']),
  size: z.number().int().min(0).max(500),
});
export type Context = Readonly<z.infer<typeof context>>;

/** A condition on documents: see src/corpus/metadata/where.ts; `@name` stands for a saved one. */
export const where = z.string().min(1).max(2_000);

// ---- steps on a result ---------------------------------------------------------------------------------------------

/** The most tokens before or after a match that a step looks at. */
export const widestWindow = 1_000;
export const reach = z.number().int().min(0).max(widestWindow);
export const setOperations = ['union', 'intersection', 'difference'] as const;
export type SetOperation = (typeof setOperations)[number];

/** A word of a line by its place: so many words before or after the match, or the match. */
export const wordPlace = z.string().regex(/^(?:[BA](?:[1-9]|10)|M)$/, 'expected B1…B10, M or A1…A10');
export type WordPlace = z.infer<typeof wordPlace>;
export const wordTests = ['equals', 'begins', 'contains'] as const;

/** As in tagging.ts, which builds on this. */
const stepVerdict = z.string().trim().min(1).max(40);
const stepTag = branded<TagId>();

/** Lines that have one of these verdicts, or with `keep` false the others; null stands for lines that have none. */
export const judged = z.object({ verdicts: z.array(stepVerdict.nullable()).min(1).max(50), keep: z.boolean() });
export type Judged = Readonly<z.infer<typeof judged>>;
/** The passages that carry a tag, or with `below` one below it; what lies in several counts once. */
export const tagged = z.object({ tag: stepTag, below: z.boolean() });
export type Tagged = Readonly<z.infer<typeof tagged>>;

/**
 * What is done to the lines of a result, in text order, one step after the other. Steps that leave out documents also
 * leave their tokens out of `tokens` and `perMillion`.
 */
export const step = z.discriminatedUnion('kind', [
  /** Keeps (`keep` true) or drops the lines that have a match of `query` so many tokens before or after theirs. */
  z.object({
    kind: z.literal('filter'),
    query,
    before: reach,
    after: reach,
    /** Only inside the sentences that the match touches; otherwise inside the document. */
    sentence: z.boolean(),
    keep: z.boolean(),
  }),
  /** Keeps or drops the lines whose word at a place is, begins with or holds a text; `case` and `marks` as in a query. */
  z.object({
    kind: z.literal('word'),
    at: wordPlace,
    how: z.enum(wordTests),
    text: z.string().min(1).max(200),
    case: z.boolean(),
    marks: z.boolean(),
    keep: z.boolean(),
  }),
  /** Every nth line, beginning with the first. */
  z.object({ kind: z.literal('thin'), every: z.number().int().min(2) }),
  /** A random sample; the same seed draws the same lines. */
  z.object({ kind: z.literal('sample'), size: z.number().int().min(1), seed: z.number().int() }),
  z.object({ kind: z.literal('first-in-document') }),
  /** Drops lines that repeat an earlier one word for word, so many tokens before and after the match. */
  z.object({ kind: z.literal('unique-lines'), before: reach, after: reach }),
  /** Only documents that `where` means. */
  z.object({ kind: z.literal('where'), where }),
  /** Of near-duplicate documents only the first. */
  z.object({ kind: z.literal('once-per-story') }),
  /** Keeps or drops the lines that have one of these verdicts. */
  z.object({ kind: z.literal('verdict'), ...judged.shape }),
  /** Keeps or drops the lines whose match shares a word with one of the passages; with `whole`, lies in them wholly. */
  z.object({ kind: z.literal('tagged'), ...tagged.shape, whole: z.boolean().optional(), keep: z.boolean() }),
  /** With the matches of another query, as sets of token runs. */
  z.object({ kind: z.literal('combine'), with: z.object({ query }), operation: z.enum(setOperations) }),
]);
export type Step = Readonly<z.infer<typeof step>>;
export const steps = z.array(step).max(20);

/** What lines are grouped by: the match, the nth word before or after it, its verdict, its document, or a field of that. */
export const groupKey = z.union([
  z.literal('match'),
  z.literal('document'),
  z.literal('verdict'),
  z.string().regex(/^[BA][1-5]$/, 'expected match, document, verdict, B1…B5, A1…A5 or { field }'),
  z.object({ field: z.string().min(1).max(200) }),
]);
export type GroupKey = Readonly<z.infer<typeof groupKey>>;

export const failure = z.object({
  code: z.enum(failureCodes),
  message: z.string(),
  at: z.number().optional(),
  until: z.number().optional(),
  where: z.string().optional(),
  step: z.number().optional(),
});

export const inCorpus = z.object({ corpus: corpusId });
export const page = { from: count, count: z.number().int().min(1).max(longestPage) };
