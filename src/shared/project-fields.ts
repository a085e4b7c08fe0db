/**
 * What the project knows of a document and a condition can ask for as it asks for metadata: `tag="War"`, `verdict!=out`.
 * A document can have several of each, so nothing is grouped or sorted by them.
 */

/** `tag`: of passages in it, by their names and those of the tags above. `verdict`: of lines in it. */
export const projectFields = ['tag', 'verdict'] as const;
export type ProjectField = (typeof projectFields)[number];

const naming = new RegExp(`(?:^|[\\s(])(?:@|(?:${projectFields.join('|')})\\s*[!=~<>])`, 'iu');

/** Whether what a condition means may be something else once something is tagged or judged; a saved one (`@name`) may. */
export function mayAskForProject(where: string | undefined): boolean {
  return where !== undefined && naming.test(where);
}
