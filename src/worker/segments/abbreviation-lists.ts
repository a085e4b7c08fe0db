import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Language } from '../../shared/model.ts';

/** `resources/abbreviations/<language>.txt`, by language. */
export function abbreviationLists(resources: string): Readonly<Record<Language, string>> {
  const folder = join(resources, 'abbreviations');
  const lists = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return Object.fromEntries(lists.map((name) => [basename(name, '.txt'), readFileSync(join(folder, name), 'utf8')]));
}
