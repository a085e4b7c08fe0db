/**
 * The texts that are measured, as files in a folder: generated ones are written there first, a piece at a time, so that a
 * hundred million tokens never lie in memory together.
 */
import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { canonicalText } from '../src/corpus/text/canonical.ts';
import { generate, scripts } from './corpus.ts';

/**
 * `articles`: a file a document, 640 tokens on average. `books`: the same documents behind one another in files of 67,000
 * tokens, as the corpora of PERFORMANCE.md were (149 files of 10 million tokens).
 */
export type Layout = 'articles' | 'books';

export interface GeneratedCorpus {
  readonly script: keyof typeof scripts;
  readonly tokens: number;
  readonly layout: Layout;
  readonly seed: number;
}

const bookTokens = 67_000;
/** Folders of so many files: one of 16,000 is slow to make on some disks. */
const filesOfFolder = 500;

/** Writes the files, all as if an hour old: what was written just now may still change, and is read again. */
export function writeCorpus(folder: string, { script, tokens, layout, seed }: GeneratedCorpus): void {
  const then = Date.now() / 1000 - 3600;
  let files = 0;
  let book = '';
  let words = 0;
  const write = (text: string) => {
    const path = join(
      folder,
      String(Math.floor(files / filesOfFolder)).padStart(4, '0'),
      `${String(files).padStart(6, '0')}.txt`,
    );
    if (files % filesOfFolder === 0) mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    utimesSync(path, then, then);
    files++;
  };
  for (const text of generate(scripts[script], tokens, seed)) {
    if (layout === 'articles') {
      write(text);
      continue;
    }
    book += text;
    for (let at = text.indexOf(' '); at !== -1; at = text.indexOf(' ', at + 1)) words++;
    if (words < bookTokens) continue;
    write(book);
    book = '';
    words = 0;
  }
  if (book !== '') write(book);
}

/** Paths of the `.txt` files of a folder, sorted. */
export function textFiles(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.txt'));
  return names.sort().map((name) => join(folder, name));
}

/** The canonical text of one file, as one piece of memory. */
export function textOf(path: string): string {
  return canonicalText(readFileSync(path, 'utf8'));
}

/** The whole program's lists of abbreviations. */
export function abbreviationLists(): Record<string, string> {
  const folder = new URL('../resources/abbreviations/', import.meta.url);
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name.replace('.txt', ''), readFileSync(new URL(name, folder), 'utf8')]),
  );
}
