/** What is known of a language before anything was aligned: see resources/seeds. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SeedText } from '../../corpus/alignment/seed-passages.ts';
import type { Language } from '../../shared/model.ts';

/** Both are written in Bokmål's files. */
const norwegian = new Set(['no', 'nn']);

/** Empty where there is no file, as of most languages of the world; the aligner then does with what it has. */
export function seedText(resources: string, language: Language): SeedText {
  const [primary = ''] = language.split('-');
  const code = norwegian.has(primary) ? 'nb' : primary;
  const read = (kind: 'names' | 'rights'): string => {
    const file = join(resources, 'seeds', kind, `${code}.txt`);
    return /^[a-z]+$/u.test(code) && existsSync(file) ? readFileSync(file, 'utf8') : '';
  };
  return { names: read('names'), rights: read('rights') };
}
