/**
 * What the workbench and a corpus worker say to each other. Both sides are ours and are built together, so these
 * messages are typed but not parsed: parsing happened at the door.
 *
 * They live in `shared` because the main side may not import the worker, only start its bundled entry.
 */
import type { CorpusSummary, ReadingChange } from './answers.ts';
import type { CorpusRequestName } from './contract.ts';
import type { jobStages } from './wire.ts';
import type { Outcome } from './failure.ts';
import type { CorpusId, FolderId } from './model.ts';
import type { ProjectChange } from './tagging.ts';

/** A folder that is read together with others: its documents stand under its name. */
export interface FolderPart {
  /** Real path. */
  readonly path: string;
  /** Of no other part. */
  readonly name: string;
}

/** `workerData` of a corpus worker. */
export interface WorkerStart {
  /** Real path of the folder, or of a single file. */
  readonly root: string;
  /** Folders that are read as one, the root among them; empty when the root stands alone. */
  readonly parts: readonly FolderPart[];
  /** Path of `resources/`. */
  readonly resources: string;
  /** Of Lectern, as files that it writes name it. */
  readonly version: string;
  /** Address of the program that reads risky files: see src/worker/formats/reading.ts. */
  readonly readerUrl: string;
  /** Path of the file that keeps what the user said of this folder. It is made when first written to. */
  readonly record: string;
  /** Path of the project database of this folder. It is made when first written to. */
  readonly project: string;
  /** How to read the folder this time, over what is kept. */
  readonly reading: ReadingChange;
  /** Folder of the snapshots; undefined when none is to be written or used. */
  readonly cache: string | undefined;
  /** Whether to tell when the folder changes. */
  readonly watch: boolean;
  readonly corpus: CorpusId;
  readonly folder: FolderId;
  /** The folder's own name. */
  readonly name: string;
  /** False after the passage index ran out of memory: the corpus then comes back without it. */
  readonly passages: boolean;
  /** Whether a second look hides what others have tagged: from people who read, not from scripts. */
  readonly hidesOthers: boolean;
}

export type JobStage = (typeof jobStages)[number];

/** How far a job has come: `total` is 0 while it is not yet known, `what` names the file or folder at hand. */
export interface ProgressReport {
  readonly stage: JobStage;
  readonly done: number;
  readonly total: number;
  readonly what: string;
}

export type ToWorker =
  /** Sent once, first. Answered with the `CorpusSummary`. */
  | { readonly kind: 'open'; readonly id: number }
  | { readonly kind: 'request'; readonly id: number; readonly name: CorpusRequestName; readonly params: unknown }
  /** Gives up the request of that id; its answer is then `cancelled`, if it was still waiting. */
  | { readonly kind: 'cancel'; readonly id: number }
  /** Asks the thread to end by itself, so that it leaves nothing half-written. It may be ended at any time all the same. */
  | { readonly kind: 'close' };

export type FromWorker =
  | { readonly kind: 'answer'; readonly id: number; readonly outcome: Outcome<unknown> }
  | { readonly kind: 'progress'; readonly id: number; readonly report: ProgressReport }
  | { readonly kind: 'changed'; readonly summary: CorpusSummary }
  | ({ readonly kind: 'stale' } & FolderChange)
  | ({ readonly kind: 'project' } & ProjectChange);

/** Files that are not as they were when the folder was read. */
export interface FolderChange {
  readonly added: number;
  readonly changed: number;
  readonly gone: number;
}
