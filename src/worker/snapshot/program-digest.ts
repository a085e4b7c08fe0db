/**
 * What this program does with a text, as a digest of the program itself. A number that someone raises when a rule changes
 * would be cheaper, and one day forgotten: counts of another tokeniser would then be shown as this one's. Hashing the
 * worker's own code and the versions of its libraries takes some milliseconds and forgets nothing.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Of the sources, what the worker is made of. */
const rooms = ['worker', 'corpus', 'shared'];

/** `entry` is the address of the worker's entry: `src/worker/main.ts`, or what it was bundled into. */
export function programDigest(entry: string): string {
  const file = fileURLToPath(entry);
  const folder = dirname(file);
  const code = file.endsWith('.ts')
    ? rooms.flatMap((room) => filesBelow(join(folder, '..', room), '.ts'))
    : filesBelow(folder, '.js');
  const digest = createHash('sha256');
  for (const path of code) digest.update(readFileSync(path)).update('\0');
  return digest.update(libraries(folder)).digest('base64url');
}

function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name));
}

/** The exact versions in the nearest package.json; empty when there is none, as everything is then bundled. */
function libraries(folder: string): string {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const file = join(at, 'package.json');
    if (existsSync(file))
      return JSON.stringify((JSON.parse(readFileSync(file, 'utf8')) as { dependencies?: unknown }).dependencies ?? {});
    if (at === dirname(at)) return '';
  }
}
