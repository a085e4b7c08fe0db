/**
 * What the engine says, in the language of the interface. The engine speaks English through every door, and its sentences
 * are their own keys, as in gettext: `en/engine.json` has them as the engine makes them, with names for what is put in, and the
 * other languages have them under the same keys. A sentence that is not there stays as it came.
 */
import { engine } from './english.ts';
import { spokenLanguage } from './spoken.ts';
import { wordsOf } from './words.ts';

const t = wordsOf('engine');

type Key = keyof typeof engine;

interface Known {
  readonly key: Key;
  readonly pattern: RegExp;
  /** What is put in, in its order. */
  readonly names: readonly string[];
}

/** Put in by the engine itself, and not a word of a query or the name of a file: these are sentences again. */
const sentences: ReadonlySet<string> = new Set(['what', 'came', 'typed', 'forms', 'reason', 'side']);

const hole = /\{\{(\w+)\}\}/g;

function knownOf([key, sentence]: readonly [Key, string]): Known {
  const names = Array.from(sentence.matchAll(hole), ([, name = '']) => name);
  const literal = sentence.split(/\{\{\w+\}\}/).map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`));
  return { key, names, pattern: new RegExp(`^${literal.join('(.+?)')}$`, 'su') };
}

/** Those with the most letters of their own first: `{{attribute}} ignores …` begins like many others. */
const known: readonly Known[] = (Object.entries(engine) as [Key, string][])
  .sort(([, a], [, b]) => b.replaceAll(hole, '').length - a.replaceAll(hole, '').length)
  .map(knownOf);

export function engineWords(sentence: string): string {
  if (spokenLanguage() === 'en') return sentence;
  for (const { key, pattern, names } of known) {
    const found = pattern.exec(sentence);
    if (!found) continue;
    const values = names.map((name, at): [string, string] => {
      const value = found[at + 1] ?? '';
      return [name, sentences.has(name) ? engineWords(value) : value];
    });
    return t(key, { ...Object.fromEntries(values), defaultValue: sentence });
  }
  return sentence;
}
