/** What crosses a door: requests and answers in their envelopes, and the events that flow to every page. */
import * as z from 'zod';
import { corpusSummary } from './answers.ts';
import type { RequestName } from './contract.ts';
import { projectChange } from './tagging.ts';
import { count, folderId, corpusId, job, failure } from './terms.ts';

export const jobStages = [
  'walking',
  'reading',
  'indexing',
  'passages',
  'queries',
  'duplicates',
  'counting',
  'writing',
  'aligning',
] as const;

/** UTF-16 code units of a link from outside. */
export const longestLink = 20_000;

/** Events flow from the workbench to every listening door. */
export const event = z.discriminatedUnion('type', [
  /** `total` is 0 while it is not yet known. `what` is the file or the folder at hand. */
  z.object({ type: z.literal('progress'), job, stage: z.enum(jobStages), done: count, total: count, what: z.string() }),
  /** The passage index grew, or a corpus was opened anew after a crash. */
  z.object({ type: z.literal('corpus-changed'), summary: corpusSummary }),
  z.object({ type: z.literal('corpus-closed'), corpus: corpusId }),
  /**
   * Files of an open folder were added, changed or taken away: so many, compared with what is open. Until
   * `corpus.refresh` all answers are of what was read before. All zero: it is as it was again.
   */
  z.object({ type: z.literal('corpus-stale'), corpus: corpusId, added: count, changed: count, gone: count }),
  /** Tags, passages, notes, verdicts or saved queries of a folder changed, by whatever door: what there is to undo now. */
  projectChange.extend({ type: z.literal('project-changed'), corpus: corpusId }),
  /** The worker of a corpus died. With `reopening`, the corpus comes back under the same id; results are gone. */
  z.object({ type: z.literal('worker-crashed'), corpus: corpusId, error: failure, reopening: z.boolean() }),
  /** The list of folders changed. */
  z.object({ type: z.literal('library-changed') }),
  /** The system handed over a link to a result, as it is: see link.ts. */
  z.object({ type: z.literal('open-link'), link: z.string().max(longestLink) }),
  /** The menu, a second start or a dropped folder asks the page to do something. */
  z.object({
    type: z.literal('command'),
    command: z.enum([
      'open-folder',
      'open-samples',
      'palette',
      'find',
      'theme',
      'language-system',
      'language-en',
      'language-ar',
      'language-mk',
      'close-corpus',
      'help',
      'manual',
      'tour',
    ]),
    folder: folderId.optional(),
  }),
]);
export type LecternEvent = Readonly<z.infer<typeof event>>;
export type Command = Extract<LecternEvent, { type: 'command' }>['command'];

// ---- the wire ------------------------------------------------------------------------------------------------------

/** One request as it crosses a door. */
export const envelope = z.object({ id: z.number().int().nonnegative(), name: z.string().max(80), params: z.unknown() });
/** One answer as it crosses a door, or an event. */
export const answer = z.object({
  id: z.number().int().nonnegative(),
  outcome: z.union([
    z.object({ ok: z.literal(true), value: z.unknown() }),
    z.object({ ok: z.literal(false), error: failure }),
  ]),
});

/** What the page gets from its door: the preload bridge or the socket. The page knows nothing else of the machine. */
export interface Bridge {
  readonly door: 'electron' | 'web';
  request(
    name: RequestName,
    params: unknown,
  ): Promise<{ ok: true; value: unknown } | { ok: false; error: z.infer<typeof failure> }>;
  /** Returns the function that ends the subscription. */
  listen(listener: (event: LecternEvent) => void): () => void;
  /** Hands dropped `File` objects to the main side, which answers with a `command` event or a failure. */
  drop(
    files: readonly unknown[],
  ): Promise<{ ok: true; value: unknown } | { ok: false; error: z.infer<typeof failure> }>;
}
