/**
 * What the machine found, kept in the cache folder under a digest of the two texts. It can be made again at any time: a
 * file that cannot be read or written is passed over.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { KeptFound } from './kept-links.ts';

const share = z.number().min(0).max(1);
const keptFile = z.object({
  of: z.string(),
  mode: z.enum(['parallel', 'comparable']),
  why: z.object({ coverage: share, order: share }).nullable(),
  knew: z.string().optional(),
  links: z.array(z.tuple([z.number().int(), z.number().int(), z.number().int(), z.number().int(), share])),
});

function pathOf(cache: string, of: string): string {
  return join(cache, 'aligned', `${of}.json`);
}

export function keptFound(cache: string | undefined, of: string): KeptFound | undefined {
  if (cache === undefined) return undefined;
  try {
    const found = foundIn(readFileSync(pathOf(cache, of), 'utf8'));
    return found.of === of ? found : undefined;
  } catch {
    return undefined;
  }
}

export function keepFound(cache: string | undefined, found: KeptFound): void {
  if (cache === undefined) return;
  const file = pathOf(cache, found.of);
  try {
    mkdirSync(join(cache, 'aligned'), { recursive: true });
    const temporary = `${file}.${process.pid}.tmp`;
    writeFileSync(temporary, textOf(found));
    renameSync(temporary, file);
  } catch {
    // Aligning again costs a second: not worth a word to the reader.
  }
}

/** @throws when the text is not what `textOf` writes */
export function foundIn(text: string): KeptFound {
  const { links, knew, ...kept } = keptFile.parse(JSON.parse(text));
  return {
    ...kept,
    ...(knew === undefined ? {} : { knew }),
    links: links.map(([aFrom, aTo, bFrom, bTo, score]) => ({ aFrom, aTo, bFrom, bTo, score })),
  };
}

export function textOf({ links, ...found }: KeptFound): string {
  return JSON.stringify({
    ...found,
    links: links.map(({ aFrom, aTo, bFrom, bTo, score }) => [aFrom, aTo, bFrom, bTo, score]),
  });
}
