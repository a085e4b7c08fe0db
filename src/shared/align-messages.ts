/**
 * What the command line and the alignment thread say to each other. Both are ours and built together: typed, not parsed. They
 * live in `shared` because the main side may not import the worker, only start its bundled entry.
 */
import type { ReadingChange } from './answers.ts';
import type { Failure } from './failure.ts';
import type { Language } from './model.ts';
import type { ProgressReport } from './worker-messages.ts';

/** `workerData` of an alignment thread. */
export interface AlignStart {
  /** Real paths of two files or two folders; twice the same folder to pair within it. */
  readonly a: string;
  readonly b: string;
  readonly mode: 'auto' | 'parallel' | 'comparable';
  readonly granularity: 'sentence' | 'paragraph';
  /** Each line of a file is one unit as it is. */
  readonly segmented: boolean;
  /** Languages of the two sides, where the caller knows them. */
  readonly languages: readonly [Language | undefined, Language | undefined];
  /** `name`, `content`, or the name of a field; undefined to try names first and content then. */
  readonly pairBy: string | undefined;
  /** Real paths of dictionaries, glossaries and translation memories. */
  readonly dictionaries: readonly string[];
  /** Real paths of lexicons that were learned before. */
  readonly lexicons: readonly string[];
  readonly reading: ReadingChange;
  /** Path of `resources/`. */
  readonly resources: string;
  /** Address of the program that reads risky files. */
  readonly readerUrl: string;
}

export interface AlignedSide {
  /** As the folder has it, or the file's name. */
  readonly path: string;
  readonly language: Language;
  readonly direction: 'ltr' | 'rtl';
  readonly units: readonly string[];
}

export interface AlignedBead {
  readonly aFrom: number;
  readonly aTo: number;
  readonly bFrom: number;
  readonly bTo: number;
  readonly score: number;
}

export interface AlignedPair {
  /** Name of the pair, to make a file name of. */
  readonly name: string;
  readonly a: AlignedSide;
  readonly b: AlignedSide;
  readonly mode: 'parallel' | 'comparable';
  /** Whether that mode was asked for; else why it was chosen: see ModeChoice. */
  readonly asked: boolean;
  readonly coverage: number;
  readonly monotonicity: number;
  /** How likely the two documents belong together, and by what. */
  readonly pairing: { readonly score: number; readonly shared: readonly string[] };
  readonly beads: readonly AlignedBead[];
}

export type FromAligner =
  | { readonly kind: 'progress'; readonly report: ProgressReport }
  /** One line for a person: what was left out, or done otherwise than asked. */
  | { readonly kind: 'remark'; readonly text: string }
  | { readonly kind: 'pair'; readonly pair: AlignedPair }
  /** After all pairs. What was learned, to be kept as a file, one a pair of languages. */
  | { readonly kind: 'done'; readonly lexicons: readonly unknown[] }
  | { readonly kind: 'failed'; readonly error: Failure };
