/** Every task by its name. Each is loaded in its own process only: reading all of them takes longer than the quick ones run. */
import type { Task } from './task.ts';

export const tasks = {
  facts: async () => (await import('./facts.ts')).facts,
  index: async () => (await import('./indexing.ts')).indexing,
  'open-one': async () => (await import('./opening.ts')).openingOnOneThread,
  open: async () => (await import('./opening.ts')).openingAsShipped,
  reopen: async () => (await import('./reopening.ts')).reopening,
  query: async () => (await import('./queries.ts')).queries,
  numbers: async () => (await import('./numbers.ts')).numbers,
  align: async () => (await import('./aligning.ts')).aligning,
  passages: async () => (await import('./passages.ts')).passages,
  project: async () => (await import('./project.ts')).project,
  sqlite: async () => (await import('./sqlite.ts')).sqlite,
  scan: async () => (await import('./scan.ts')).scan,
  flexsearch: async () => (await import('./peers-in-memory.ts')).flexSearch,
  minisearch: async () => (await import('./peers-in-memory.ts')).miniSearch,
} as const satisfies Readonly<Record<string, () => Promise<Task>>>;

export type TaskName = keyof typeof tasks;
export const taskNames = Object.keys(tasks) as TaskName[];
