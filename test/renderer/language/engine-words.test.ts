/** Sentences of the engine in the language of the interface: those that it really says. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { parseWhere } from '../../../src/corpus/metadata/where.ts';
import { parseCql } from '../../../src/corpus/query/cql.ts';
import { engineWords } from '../../../src/renderer/language/engine-words.ts';
import { engine } from '../../../src/renderer/language/english.ts';
import { speak } from '../../../src/renderer/language/spoken.ts';

afterEach(() => {
  speak('en');
});

function saidOf(text: string): string {
  const read = parseCql(text);
  if (read.ok) throw new Error(`${text} can be read`);
  return read.error.message;
}

const unreadable = [
  ...['[word=', '"lake', '""', '[word="a" %q]', '[word="a"]{2', '[word="a"]{3,2}', '[word="a"]{0}', '[word="(a"]'],
  ...['[word="a)"]', '[word="*a"]', '[word="a^"]', '[word="(?=a)"]', '[word="a{"]', '[word="\\q"]', '[word="\\p{Qq}"]'],
  ...['[word="[a"]', '[word="[b-a]"]', '[word="[]"]', '[x="a"]', '([word="a"]', '[word="a"] within <doc>', '[]*', ''],
  ...['[lang="en" %c]', '[stem="a" %c]', '<tag x="y"/>', '[word="\\u12"]', '] [', '[word~"a"]', '[word="a"] ]'],
];

describe('what the engine says', () => {
  it.each(unreadable)('of the query %s is said in Arabic and in Macedonian', (text) => {
    const said = saidOf(text);
    expect(engineWords(said)).toBe(said);
    speak('ar');
    expect(engineWords(said)).toMatch(/\p{sc=Arabic}/u);
    speak('mk');
    expect(engineWords(said)).toMatch(/\p{sc=Cyrillic}/u);
  });

  it('is put together again from its parts, and names stay as they are', () => {
    speak('mk');
    expect(engineWords('Expected = or !=, but here is the end.')).toBe('Се очекува = или !=, а тука стои крајот.');
    expect(engineWords('There is a saved query “empty” already: choose another name.')).toContain('„empty“');
    const where = parseWhere('language=');
    expect(where.ok ? '' : engineWords(where.error.message)).toMatch(
      /^Условот не може да се прочита кај знакот 10: се очекува/u,
    );
    expect(engineWords('Something that nobody has said before.')).toBe('Something that nobody has said before.');
  });

  it('is still said so: every sentence that is translated stands in the source', () => {
    const root = join(import.meta.dirname, '../../../src');
    const files = ['corpus', 'worker', 'main'].flatMap((room) =>
      readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((name) => join(root, room, name)),
    );
    // A long sentence is written in pieces, and a quotation mark or backslash as the program needs it.
    const plain = (text: string) => text.replaceAll(/\\|['"`]|\s*\+\s*/gu, '');
    const source = plain(
      files
        .filter((file) => file.endsWith('.ts'))
        .map((file) => readFileSync(file, 'utf8'))
        .join('\n')
        .replaceAll(/['`]\s*\+\s*['`]/gu, ''),
    );
    const missing = Object.entries(engine).filter(([, sentence]) =>
      sentence.split(/\{\{\w+\}\}/u).some((part) => part.trim().length > 3 && !source.includes(plain(part).trim())),
    );
    expect(missing).toEqual([]);
  });
});
