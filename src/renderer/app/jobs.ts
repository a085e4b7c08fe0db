/** Names for work that reports progress. */

let jobs = 0;

/** Unique among all pages of one program: two browser tabs hear each other's progress. */
export function newJob(): string {
  return `page-${Date.now().toString(36)}-${(jobs++).toString(36)}`;
}
