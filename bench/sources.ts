/**
 * The texts that are measured: generated, or the `.txt` files of a folder.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceDocument } from '../src/corpus/index/corpus-index.ts';
import { canonicalText } from '../src/corpus/text/canonical.ts';
import { generate, scripts } from './corpus.ts';

export interface BenchCorpus {
  readonly name: string;
  readonly documents: readonly SourceDocument[];
  /** UTF-8 bytes of all texts. */
  readonly bytes: number;
}

export function generated(script: keyof typeof scripts, tokens: number, seed: number): BenchCorpus {
  const { language } = scripts[script];
  const texts = Array.from(generate(scripts[script], tokens, seed), flat);
  return corpusOf(`${script}, ${tokens / 1e6} M tokens, seed ${seed}`, texts, language);
}

export function fromFolder(folder: string): BenchCorpus {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.txt'));
  const texts = names.sort().map((name) => flat(canonicalText(readFileSync(join(folder, name), 'utf8'))));
  return corpusOf(folder, texts, 'und');
}

/** The text as one piece in memory, as it is after decoding a file; put together from parts it would be a tree of them. */
function flat(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}

function corpusOf(name: string, texts: readonly string[], language: string): BenchCorpus {
  const documents = texts.map((text) => ({ text, language }));
  return { name, documents, bytes: texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) };
}

/** Contents of the abbreviation lists that Lectern ships. */
export function abbreviationLists(): Record<string, string> {
  const folder = new URL('../resources/abbreviations/', import.meta.url);
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name.replace('.txt', ''), readFileSync(new URL(name, folder), 'utf8')]),
  );
}
