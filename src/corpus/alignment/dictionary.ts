/**
 * The reader's own dictionaries as pairs of phrases: tables with a tab between word and meaning, and what FreeDict gives out, as
 * TEI or as the text that dictd reads.
 */
import type { Translation } from './seed-passages.ts';
import type { AlignmentWords } from './words.ts';

/** Several meanings stand in one field with these between. */
const between = /\s*[;,،؛|]\s*/u;
/** What a dictionary says beside the word: its sound, its part of speech, examples. */
const remarks = /\/[^/]*\/|\([^)]*\)|\[[^\]]*\]|<[^>]*>|\{[^}]*\}/gu;

/** @param text of the whole file, canonical */
export function readDictionary(text: string): Translation[] {
  if (/<entry[\s>]/u.test(text)) return fromTei(text);
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const tabbed = lines.filter((line) => /\S\t+\S/u.test(line)).length;
  return tabbed * 2 >= lines.length ? lines.flatMap(fromRow) : fromHeadwords(lines);
}

function fromRow(line: string): Translation[] {
  const [word = '', meanings = ''] = line.split(/\t+/u);
  return entries(word, meanings.split(between));
}

/** A line at the margin is a headword; numbered or indented lines below it are its meanings. */
function fromHeadwords(lines: readonly string[]): Translation[] {
  const found: Translation[] = [];
  let word = '';
  for (const line of lines) {
    const meaning = /^(?:\s+(?:\d+\.)?|\d+\.)\s*(.+)$/u.exec(line);
    if (!meaning) word = line;
    else if (word !== '') found.push(...entries(word, meaning[1]!.split(between)));
  }
  return found;
}

function fromTei(text: string): Translation[] {
  return [...text.matchAll(/<entry[\s>][\s\S]*?<\/entry>/gu)].flatMap(([entry]) => {
    const inside = (name: string): string[] =>
      [...entry.matchAll(new RegExp(`<${name}(?:\\s[^>]*)?>([^<]*)</${name}>`, 'gu'))].map((match) =>
        unescaped(match[1]!),
      );
    return inside('orth').flatMap((word) => entries(word, inside('quote')));
  });
}

function entries(word: string, meanings: readonly string[]): Translation[] {
  const a = plain(word);
  if (a === '') return [];
  return meanings.map(plain).flatMap((b) => (b === '' ? [] : [{ a, b }]));
}

function plain(text: string): string {
  return text.replace(remarks, ' ').replace(/\s+/gu, ' ').trim();
}

const escapes: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(\w+);/gu, (whole, name: string) => escapes[name] ?? whole);
}

/** The dictionary with its sides as the documents have them: one written the other way round is turned. */
export function turned(
  dictionary: readonly Translation[],
  a: AlignmentWords,
  b: AlignmentWords,
): readonly Translation[] {
  const known = (words: AlignmentWords, text: string): number =>
    words.lookUp(text).reduce((sum, word) => sum + (words.counts[word]! > 0 ? 1 : 0), 0);
  let straight = 0;
  let reversed = 0;
  for (const entry of dictionary) {
    straight += known(a, entry.a) + known(b, entry.b);
    reversed += known(a, entry.b) + known(b, entry.a);
  }
  return reversed > straight ? dictionary.map((entry) => ({ a: entry.b, b: entry.a })) : dictionary;
}
