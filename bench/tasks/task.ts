/** What every task is given, and what it makes. A task runs in a process of its own, so that its peak of memory is its own. */
import type { Measurement } from '../measure.ts';

export interface TaskInput {
  /** Folder of the texts. */
  readonly folder: string;
  /** An empty folder for what the task writes; whoever started it removes it. */
  readonly scratch: string;
  readonly language: string;
  readonly runs: number;
  /** Found by the first task, `facts`. */
  readonly questions?: Questions;
}

/** What everybody is asked for: words as they are folded. */
export interface Questions {
  /** The two most frequent words, the one at rank 1,000, and one that occurs a handful of times. */
  readonly frequent: string;
  readonly second: string;
  readonly usual: string;
  readonly rare: string;
  /** Beginning and end of the usual word. */
  readonly prefix: string;
  readonly suffix: string;
}

export interface CorpusFacts {
  readonly documents: number;
  readonly tokens: number;
  readonly types: number;
  readonly sentences: number;
  /** UTF-8 bytes of the texts. */
  readonly bytes: number;
}

export interface TaskResult {
  readonly measurements: readonly Measurement[];
  readonly facts?: CorpusFacts;
  readonly questions?: Questions;
}

export type Task = (input: TaskInput) => TaskResult | Promise<TaskResult>;

/** @throws when the task was started without the questions */
export function questionsOf({ questions }: TaskInput): Questions {
  if (!questions) throw new Error('The task “facts” comes first: it finds what is asked.');
  return questions;
}
