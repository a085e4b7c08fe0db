import { readdirSync, readFileSync } from 'node:fs';
import { sentenceRules, type SentenceRules } from '../../../src/corpus/text/sentences.ts';

/** The rules that Lectern ships with. */
export function shippedRules(): SentenceRules {
  const folder = new URL('../../../resources/abbreviations/', import.meta.url);
  return sentenceRules(
    Object.fromEntries(
      readdirSync(folder).map((name) => [name.replace('.txt', ''), readFileSync(new URL(name, folder), 'utf8')]),
    ),
  );
}
