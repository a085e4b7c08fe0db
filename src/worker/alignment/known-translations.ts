/** What the reader knows of the languages already: dictionaries, glossaries, translation memories, lexicons learned before. */
import { basename } from 'node:path';
import { readDictionary } from '../../corpus/alignment/dictionary.ts';
import {
  lexiconVersion,
  mergedLexicon,
  mirroredLexicon,
  type LearnedLexicon,
} from '../../corpus/alignment/learned-lexicon.ts';
import type { Translation } from '../../corpus/alignment/seed-passages.ts';
import { canonicalText } from '../../corpus/text/canonical.ts';
import type { AlignStart } from '../../shared/align-messages.ts';
import { ExpectedFailure } from '../../shared/failure.ts';
import { Corrections } from '../corrections.ts';
import { decodeText } from '../decode/decode.ts';
import { nothingSaid } from '../folder-record.ts';
import { endingOf, Unreadable } from '../formats/extract.ts';
import type { Reading } from '../formats/reading.ts';
import { readBytes } from '../read.ts';
import { isLexiconFile } from './lexicon-file.ts';

/** Nothing is said of how a translation memory is to be read. */
const asFound = new Corrections(nothingSaid, {}).forFile('').options;

export interface KnownTranslations {
  readonly dictionary: readonly Translation[];
  readonly learned: (a: string, b: string) => LearnedLexicon | undefined;
}

/** @throws ExpectedFailure when one of the files cannot be read or holds nothing */
export async function knownTranslations(start: AlignStart, reading: Reading): Promise<KnownTranslations> {
  const dictionary: Translation[] = [];
  for (const file of start.dictionaries) {
    // One at a time: together they could be more than memory holds.
    for (const entry of await translationsIn(file, reading)) dictionary.push(entry);
  }
  const lexicons: LearnedLexicon[] = [];
  for (const file of start.lexicons) lexicons.push(...lexiconsIn(file, await textOf(file)));
  return { dictionary, learned: (a, b) => learnedFor(lexicons, a, b) };
}

async function translationsIn(file: string, reading: Reading): Promise<readonly Translation[]> {
  const found = endingOf(file) === 'tmx' ? await memoryIn(file, reading) : readDictionary(await textOf(file));
  if (found.length > 0) return found;
  throw new ExpectedFailure(
    'unreadable',
    'The dictionary has no entries: expected lines of word, tab, meaning, or a FreeDict or TMX file',
    { where: basename(file) },
  );
}

async function memoryIn(file: string, reading: Reading): Promise<Translation[]> {
  try {
    const { documents, links = [] } = await reading.read(bytesOf(file), file, asFound);
    const lines = new Map(documents.map(({ part, text }) => [part, text.split('\n')]));
    return links.flatMap(({ a, b, pairs }) =>
      pairs.map(([x, y]) => ({ a: lines.get(a)?.[x] ?? '', b: lines.get(b)?.[y] ?? '' })),
    );
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new ExpectedFailure('unreadable', `The translation memory ${error.message}`, { where: basename(file) });
  }
}

function bytesOf(file: string): Buffer {
  const read = readBytes(file);
  if (!read.ok)
    throw new ExpectedFailure('unreadable', `The file cannot be read: ${read.reason}`, { where: basename(file) });
  return read.bytes;
}

async function textOf(file: string): Promise<string> {
  try {
    return canonicalText((await decodeText(bytesOf(file))).text);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new ExpectedFailure('unreadable', `The file ${error.message}`, { where: basename(file) });
  }
}

function lexiconsIn(file: string, text: string): readonly LearnedLexicon[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  if (isLexiconFile(value)) return value.lexicons;
  throw new ExpectedFailure(
    'unreadable',
    `Expected a lexicon that "lectern align --learn" wrote (version ${lexiconVersion})`,
    { where: basename(file) },
  );
}

function learnedFor(lexicons: readonly LearnedLexicon[], a: string, b: string): LearnedLexicon | undefined {
  const straight = lexicons.filter(({ languages }) => languages[0] === a && languages[1] === b);
  const turned = lexicons.filter(({ languages }) => a !== b && languages[0] === b && languages[1] === a);
  return mergedLexicon([...straight, ...turned.map(mirroredLexicon)]);
}
