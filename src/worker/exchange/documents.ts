/** Which document of the folder a file of another program means. */
import { posix } from 'node:path';
import type { Sources } from './exchange.ts';

const bare = (path: string): string => posix.basename(path).replace(/\.[^.]*$/, '');

/**
 * The path in the folder that `name` stands for: itself, else the only document of that file name, else the only one
 * with that name before its ending, else the only one with exactly that text. `name` itself when there is none.
 */
export function pathFor(name: string, text: string | undefined, sources: Sources): string {
  const wanted = name
    .replaceAll('\\', '/')
    .replace(/^\.?\//, '')
    .normalize('NFC');
  if (sources.paths.includes(wanted)) return wanted;
  const only = (paths: readonly string[]): string | undefined => (paths.length === 1 ? paths[0] : undefined);
  return (
    only(sources.paths.filter((path) => posix.basename(path) === posix.basename(wanted))) ??
    only(sources.paths.filter((path) => bare(path) === bare(wanted))) ??
    (text === undefined ? undefined : only(sources.paths.filter((path) => sources.textOf(path) === text))) ??
    wanted
  );
}
