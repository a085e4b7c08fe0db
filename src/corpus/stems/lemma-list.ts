/**
 * Lists of lemmas with their forms, as AntConc reads them and as scholars pass them on:
 *
 *     be -> am,are,is,was,were            (a comma between forms)
 *     be    ->    am    are    is         (tabs around the arrow and between forms)
 *
 * A lemma is a form of itself. Lines beginning with `;` or `#` are remarks. A form may stand in one line only, since a word
 * is counted once: the first line that names it decides, and how many others there were is told.
 */
import { fold } from '../text/fold.ts';
import type { Stemmer } from './stem-classes.ts';

export interface LemmaList {
  readonly lemmas: number;
  /** Different forms, lemmas among them. */
  readonly forms: number;
  /** Forms that a later line claimed for another lemma, in vain. */
  readonly disputed: number;
  /** Numbers of the lines that are no entry, counted from 1. */
  readonly unread: readonly number[];
  /** The lemma of a word; the word itself when the list does not name it. */
  readonly lemmaOf: Stemmer;
}

const remark = /^\s*(?:[;#]|$)/u;
const arrow = /\s*(?:->|→)\s*/u;
const between = /\s*[,،;\t]\s*/u;

export function parseLemmaList(text: string): LemmaList {
  const exact = new Map<string, string>();
  const unread: number[] = [];
  const lemmas = new Set<string>();
  let disputed = 0;
  const lines = text
    .normalize('NFC')
    .replace(/^\uFEFF/u, '')
    .split(/\r\n|\r|\n/u);
  for (const [at, line] of lines.entries()) {
    if (remark.test(line)) continue;
    const entry = entryOf(line);
    if (!entry) {
      unread.push(at + 1);
      continue;
    }
    const lemma = entry.lemma.toLowerCase();
    lemmas.add(lemma);
    for (const form of [lemma, ...entry.forms.map((one) => one.toLowerCase())]) {
      const other = exact.get(form);
      if (other === undefined) exact.set(form, lemma);
      else if (other !== lemma) disputed++;
    }
  }
  return { lemmas: lemmas.size, forms: exact.size, disputed, unread, lemmaOf: lookUp(exact) };
}

/** Null for a line without one arrow, or without a word on either side of it. */
function entryOf(line: string): { readonly lemma: string; readonly forms: readonly string[] } | null {
  const [lemma = '', forms = '', ...more] = line.trim().split(arrow);
  if (lemma === '' || forms === '' || more.length > 0 || between.test(lemma)) return null;
  return { lemma, forms: forms.split(between).filter((form) => form !== '') };
}

/** As it is written in the list; failing that, without marks: texts leave out vowel signs and stress that lists have. */
function lookUp(exact: ReadonlyMap<string, string>): Stemmer {
  const folded = new Map<string, string>();
  for (const [form, lemma] of exact) {
    const bare = fold(form);
    if (!folded.has(bare)) folded.set(bare, lemma);
  }
  return (word) => exact.get(word) ?? folded.get(fold(word)) ?? word;
}
