/**
 * What a thread has to end before it ends itself: its processes, and threads of its own. A process that its thread does
 * not see off stays in the system's list as long as the program runs, though it is dead.
 */
const endings = new Set<() => Promise<unknown>>();

/** `end` is called when the thread is about to end. Gives the way to take it back. */
export function beforeThreadEnds(end: () => Promise<unknown>): () => void {
  endings.add(end);
  return () => {
    endings.delete(end);
  };
}

/** Never rejects: whatever cannot be ended ends with the program. */
export async function endAll(): Promise<void> {
  await Promise.allSettled(Array.from(endings, (end) => end()));
}
