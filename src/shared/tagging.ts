/**
 * What a person adds to a folder and never wants to lose: tags, tagged passages (spans), notes, verdicts on lines
 * (saved queries: saved-queries.ts). It lives in the project of the folder, and everything here can be undone.
 *
 * A span lies in one document, in UTF-16 units of its canonical text, ends exclusive; it carries one tag or more.
 */
import * as z from 'zod';
import type { Branded } from './model.ts';
import { stepWords } from './step-words.ts';
import {
  branded,
  charOffset,
  count,
  direction,
  docId,
  groupKey,
  inCorpus,
  job,
  page,
  resultId,
  where,
} from './terms.ts';

/** Opaque name of a tag. The same in every copy and export of the project. */
export type TagId = Branded<string, 'TagId'>;
/** Opaque name of a span. The same in every copy and export of the project. */
export type SpanId = Branded<string, 'SpanId'>;
export type NoteId = Branded<string, 'NoteId'>;
/** Someone who tags. Several may share one machine. */
export type CoderId = Branded<string, 'CoderId'>;

export const tagId = branded<TagId>();
export const spanId = branded<SpanId>();
export const noteId = branded<NoteId>();
export const coderId = branded<CoderId>();

// ---- tags ----------------------------------------------------------------------------------------------------------

export const tagName = z.string().trim().min(1).max(200);
export const tagColour = z.string().regex(/^#[0-9a-f]{6}$/, 'expected a colour such as #c0392b');
/** Keys that give a tag: one letter or digit. */
export const tagShortcut = z.string().regex(/^[\p{L}\p{N}]$/u, 'expected one letter or digit');

export const tag = z.object({
  tag: tagId,
  /** Null at the top of the tree. */
  parent: tagId.nullable(),
  /** Place among its siblings, from 0. */
  position: count,
  /** Not twice under one parent. */
  name: tagName,
  colour: tagColour,
  description: z.string().max(10_000),
  /** Null when it has none. Not twice in a project. */
  shortcut: tagShortcut.nullable(),
  /** Kept with its spans, but no longer offered. */
  retired: z.boolean(),
  author: coderId,
  /** Spans that carry it, and spans that carry it or a tag below it. */
  spans: count,
  spansBelow: count,
  /** Documents with such a span. */
  documents: count,
  notes: count,
});
export type Tag = Readonly<z.infer<typeof tag>>;

export const tagFields = z.object({
  name: tagName,
  parent: tagId.nullable(),
  position: count,
  colour: tagColour,
  description: z.string().max(10_000),
  shortcut: tagShortcut.nullable(),
  retired: z.boolean(),
});

// ---- spans ---------------------------------------------------------------------------------------------------------

/**
 * `held`: its text equals its quote. `review`: its file changed and the span moved with the text, but what it covers was
 * altered, so a person is asked. `orphan`: what it covered is gone; it is kept with its quote.
 */
export const spanStates = ['held', 'review', 'orphan'] as const;
export type SpanState = (typeof spanStates)[number];

export const span = z.object({
  span: spanId,
  /** Null while its document is not in the folder. */
  doc: docId.nullable(),
  path: z.string(),
  start: charOffset,
  end: charOffset,
  /** What it covered when it was made or last settled. */
  quote: z.string(),
  /** Up to 32 UTF-16 units on either side. */
  before: z.string(),
  after: z.string(),
  direction,
  language: z.string(),
  state: z.enum(spanStates),
  tags: z.array(tagId),
  author: coderId,
  /** ISO 8601. */
  made: z.string(),
  /** Text of its notes, oldest first. */
  notes: z.array(z.string()),
});
export type TaggedSpan = Readonly<z.infer<typeof span>>;

export const spanRelations = ['within', 'encloses', 'overlaps', 'precedes', 'near'] as const;
export const distanceUnits = ['words', 'sentences', 'paragraphs'] as const;

/** Which spans are meant. A relation keeps the spans of `of` that stand so to some span of `to` in the same document. */
export type SpanQuestion =
  | { kind: 'all' }
  | { kind: 'tag'; tag: TagId; children: boolean }
  | { kind: 'and'; of: SpanQuestion[] }
  | { kind: 'or'; of: SpanQuestion[] }
  | { kind: 'not'; of: SpanQuestion }
  | {
      kind: 'relation';
      relation: (typeof spanRelations)[number];
      of: SpanQuestion;
      to: SpanQuestion;
      /** For `near` and `precedes`: at most so many units between the two. */
      distance?: number | undefined;
      unit?: (typeof distanceUnits)[number] | undefined;
    }
  /** Words in the quote, in a note of it, its author, its state, its document. */
  | { kind: 'quote'; text: string }
  | { kind: 'note'; text: string }
  | { kind: 'author'; coder: CoderId }
  | { kind: 'state'; state: SpanState }
  | { kind: 'where'; where: string }
  | { kind: 'document'; path: string };

const words = z.string().min(1).max(1_000);
/** The most parts of one `and` or `or`. */
const mostParts = 50;
export const spanQuestion: z.ZodType<SpanQuestion> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('all') }),
    z.object({ kind: z.literal('tag'), tag: tagId, children: z.boolean() }),
    z.object({ kind: z.literal('and'), of: z.array(spanQuestion).min(1).max(mostParts) }),
    z.object({ kind: z.literal('or'), of: z.array(spanQuestion).min(1).max(mostParts) }),
    z.object({ kind: z.literal('not'), of: spanQuestion }),
    z.object({
      kind: z.literal('relation'),
      relation: z.enum(spanRelations),
      of: spanQuestion,
      to: spanQuestion,
      distance: count.optional(),
      unit: z.enum(distanceUnits).optional(),
    }),
    z.object({ kind: z.literal('quote'), text: words }),
    z.object({ kind: z.literal('note'), text: words }),
    z.object({ kind: z.literal('author'), coder: coderId }),
    z.object({ kind: z.literal('state'), state: z.enum(spanStates) }),
    z.object({ kind: z.literal('where'), where }),
    z.object({ kind: z.literal('document'), path: z.string().max(4_000) }),
  ]),
);

/** Lines of a result: all of them, or those with these 1-based numbers as the result is now sorted. */
export const chosenLines = z.union([z.literal('all'), z.literal('ticked'), z.array(count.min(1)).min(1).max(100_000)]);
/** How much of the text round a match is tagged. */
export const lineUnits = ['match', 'sentence', 'paragraph'] as const;

// ---- verdicts ------------------------------------------------------------------------------------------------------

/** A digit 1–9 or a word. The usual words are keep, out, unsure; a project may have its own. */
export const verdict = z.string().trim().min(1).max(40);

// ---- requests ------------------------------------------------------------------------------------------------------

export const coder = z.object({ coder: coderId, name: z.string(), spans: count });
export type Coder = Readonly<z.infer<typeof coder>>;

/**
 * What a change made other than it was, whole: whoever holds what was true at revision `since` puts these in the place of
 * theirs, and has what is true at the revision of the change. Who holds another revision reads everything anew.
 */
export const projectTouched = z.object({
  since: count,
  /** Passages as they are now, and those that are gone. Of all documents, by place. */
  spans: z.array(span),
  spansGone: z.array(spanId),
  /** Tags of which the counts are others, as they are now. After a change of the tree itself nothing is told here. */
  tags: z.array(tag),
  /** All of them. */
  coders: z.array(coder),
  /** What the summary of the project counts now. */
  counts: z.object({ tags: count, spans: count, review: count, orphans: count, trash: count, bytes: count }),
});
export type ProjectTouched = Readonly<z.infer<typeof projectTouched>>;

/** What was done, and what there is now to undo. Every request that changes the project answers with it. */
export const projectChange = z.object({
  /** Counts up with every change: an answer with a lower one is out of date. */
  revision: count,
  /** In words for a menu, such as “Tag 14 passages”; null when there is nothing. */
  undo: stepWords.nullable(),
  redo: stepWords.nullable(),
  /** Absent when it would be too much, or is not known: then everything is read anew. */
  touched: projectTouched.optional(),
});
export type ProjectChange = Readonly<z.infer<typeof projectChange>>;

export const noteTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('span'), span: spanId }),
  z.object({ kind: z.literal('tag'), tag: tagId }),
  z.object({ kind: z.literal('document'), path: z.string().max(4_000) }),
  z.object({ kind: z.literal('project') }),
]);
export type NoteTarget = Readonly<z.infer<typeof noteTarget>>;
export const note = z.object({
  note: noteId,
  target: noteTarget,
  text: z.string().min(1).max(100_000),
  author: coderId,
  made: z.string(),
  changed: z.string(),
});

export const tagRequests = {
  'tags.tree': { params: inCorpus, result: z.object({ revision: count, tags: z.array(tag) }) },
  'tags.create': {
    params: inCorpus.extend({ ...tagFields.partial().shape, name: tagName }),
    result: projectChange.extend({ tag: tagId }),
  },
  'tags.change': { params: inCorpus.extend({ tag: tagId, ...tagFields.partial().shape }), result: projectChange },
  /** Spans of `from` get `into`; `from` are gone, their children move to `into`. */
  'tags.merge': {
    params: inCorpus.extend({ from: z.array(tagId).min(1).max(500), into: tagId }),
    result: projectChange,
  },
  /** Some spans of a tag get a new one instead. */
  'tags.split': {
    params: inCorpus.extend({ tag: tagId, name: tagName, spans: z.array(spanId).min(1).max(100_000) }),
    result: projectChange.extend({ tag: tagId }),
  },
  /** With the tags below it. Spans that had no other tag go to the trash too. */
  'tags.delete': { params: inCorpus.extend({ tag: tagId }), result: projectChange },
  'spans.add': {
    params: inCorpus.extend({
      doc: docId,
      start: charOffset,
      end: charOffset,
      tags: z.array(tagId).min(1).max(50),
      note: z.string().max(100_000).optional(),
    }),
    /** Widened to whole graphemes. A span of the same coder with the same ends gets the tags instead of a second one. */
    result: projectChange.extend({ span }),
  },
  'spans.change': {
    params: inCorpus.extend({
      spans: z.array(spanId).min(1).max(100_000),
      /** Only for a single span. */
      start: charOffset.optional(),
      end: charOffset.optional(),
      add: z.array(tagId).max(50).optional(),
      remove: z.array(tagId).max(50).optional(),
    }),
    result: projectChange,
  },
  'spans.delete': { params: inCorpus.extend({ spans: z.array(spanId).min(1).max(100_000) }), result: projectChange },
  /** Spans of one document in text order. */
  'spans.inDocument': {
    params: inCorpus.extend({ doc: docId, coder: coderId.optional() }),
    result: z.object({ revision: count, spans: z.array(span) }),
  },
  'spans.find': {
    params: inCorpus.extend({ question: spanQuestion, sort: z.enum(['place', 'made', 'tag']), ...page }),
    result: z.object({ revision: count, total: count, documents: count, spans: z.array(span) }),
  },
  /** Tags lines of a result, as one step. `dryRun` only counts. */
  'spans.fromLines': {
    params: inCorpus.extend({
      result: resultId,
      lines: chosenLines,
      unit: z.enum(lineUnits),
      tags: z.array(tagId).min(1).max(50),
      dryRun: z.boolean(),
      job,
    }),
    result: projectChange.extend({ fresh: count, already: count }),
  },
  'notes.list': {
    params: inCorpus.extend({ target: noteTarget.optional(), search: z.string().max(1_000).optional(), ...page }),
    result: z.object({ total: count, notes: z.array(note) }),
  },
  /** A new note, or another text for one. */
  'notes.save': {
    params: inCorpus.extend({ note: noteId.optional(), target: noteTarget, text: z.string().min(1).max(100_000) }),
    result: projectChange.extend({ note: noteId }),
  },
  'notes.delete': { params: inCorpus.extend({ note: noteId }), result: projectChange },
  /** Gives lines of a result a verdict, or takes it away with null. It lasts by document and ends of the match. */
  'verdicts.give': {
    params: inCorpus.extend({ result: resultId, lines: chosenLines, verdict: verdict.nullable() }),
    result: projectChange.extend({ lines: count }),
  },
  /** Verdicts of the lines of a result with how many lines have each, the largest first; `none` have no verdict. */
  'verdicts.counts': {
    params: inCorpus.extend({ result: resultId }),
    result: z.object({ none: count, verdicts: z.array(z.object({ verdict, lines: count })) }),
  },
  /** How many lines have each verdict, group by group of what they share: largest group first, as `concordance.group`. */
  'verdicts.across': {
    params: inCorpus.extend({ result: resultId, by: groupKey, ...page }),
    result: z.object({
      total: count,
      /** The largest first; null for lines that have none. */
      verdicts: z.array(verdict.nullable()),
      /** `counts` in the order of `verdicts`. */
      groups: z.array(z.object({ written: z.string().nullable(), counts: z.array(count) })),
    }),
  },
  'coders.list': {
    params: inCorpus,
    /** `alone`: nothing that others have tagged is told here, in counts, lists, tables or queries: for a second look. */
    result: z.object({ coder: coderId, coders: z.array(coder), alone: z.boolean() }),
  },
  /** A new coder, or another name for one. */
  'coders.save': {
    params: inCorpus.extend({ coder: coderId.optional(), name: z.string().trim().min(1).max(200) }),
    result: projectChange.extend({ coder: coderId }),
  },
  /** Who tags from now on, and whether without seeing the others; as before without `alone`. Not undone. */
  'coders.choose': { params: inCorpus.extend({ coder: coderId, alone: z.boolean().optional() }), result: z.object({}) },
} as const;
