/** The project of a folder as a whole: what was done in it, its backups, its soundness, its trash, and spans that wait for review. */
import * as z from 'zod';
import { stepWords } from './step-words.ts';
import { coderId, projectChange, spanId } from './tagging.ts';
import { charOffset, count, docId, inCorpus, job, page } from './terms.ts';

export const projectRequests = {
  'project.summary': {
    params: inCorpus,
    result: projectChange.extend({
      /** Its file's own name. */
      name: z.string(),
      tags: count,
      spans: count,
      review: count,
      orphans: count,
      trash: count,
      bytes: count,
      /** Why nothing can be changed, and what to do; empty when it can. */
      readOnly: z.string(),
      /** ISO 8601 of the newest backup; empty when there is none. */
      backup: z.string(),
    }),
  },
  'project.undo': { params: inCorpus, result: projectChange },
  'project.redo': { params: inCorpus, result: projectChange },
  /** Everything that was done, newest first: the audit log. */
  'project.log': {
    params: inCorpus.extend(page),
    result: z.object({
      total: count,
      steps: z.array(
        z.object({
          step: count,
          at: z.string(),
          says: stepWords,
          author: coderId,
          changes: count,
          undone: z.boolean(),
        }),
      ),
    }),
  },
  'project.backups': {
    params: inCorpus,
    result: z.object({
      backups: z.array(
        z.object({
          backup: z.string(),
          made: z.string(),
          why: z.enum(['opened', 'hour', 'migration', 'bulk', 'asked', 'restore']),
          bytes: count,
          tags: count,
          spans: count,
          /** Why it cannot be used, empty when it can. */
          problem: z.string(),
        }),
      ),
    }),
  },
  'project.backup': { params: inCorpus.extend({ job }), result: z.object({ backup: z.string() }) },
  /** Puts a backup in the place of the project, after a backup of what there is now. */
  'project.restore': { params: inCorpus.extend({ backup: z.string().max(200), job }), result: projectChange },
  /** Integrity of the file, every span equal to its quote, nothing without its owner. */
  'project.check': {
    params: inCorpus.extend({ repair: z.boolean(), job }),
    result: z.object({
      sound: z.boolean(),
      spans: count,
      problems: z.array(z.object({ problem: z.string(), where: z.string(), repaired: z.boolean() })),
    }),
  },
  'trash.list': {
    params: inCorpus.extend(page),
    result: z.object({
      total: count,
      discarded: z.array(
        z.object({ step: count, at: z.string(), says: stepWords, spans: count, tags: count, notes: count }),
      ),
    }),
  },
  /** Takes back what one deletion took away. */
  'trash.restore': { params: inCorpus.extend({ step: count }), result: projectChange },
  /**
   * Settles spans that wait for review, or orphans: `accept` takes the text where the span now stands as its quote,
   * `place` puts a single one elsewhere, `orphan` says that its text is gone, `delete` discards it.
   */
  'review.settle': {
    params: inCorpus.extend({
      spans: z.array(spanId).min(1).max(100_000),
      how: z.enum(['accept', 'place', 'orphan', 'delete']),
      doc: docId.optional(),
      start: charOffset.optional(),
      end: charOffset.optional(),
    }),
    result: projectChange,
  },
  /** One waiting span: the text it was made on round its quote, and the text as it is now. */
  'review.compare': {
    params: inCorpus.extend({ span: spanId }),
    result: z.object({
      was: z.object({ before: z.string(), quote: z.string(), after: z.string() }),
      is: z.object({ before: z.string(), quote: z.string(), after: z.string() }).nullable(),
    }),
  },
} as const;
