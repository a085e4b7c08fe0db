/** Reads a dictionary as it comes in: its entries, and of which languages it is. */
import { readDictionary } from '../../../corpus/alignment/dictionary.ts';
import type { Translation } from '../../../corpus/alignment/seed-passages.ts';
import { canonicalText } from '../../../corpus/text/canonical.ts';
import { ExpectedFailure } from '../../../shared/failure.ts';
import { decodeText } from '../../decode/decode.ts';
import { Unreadable } from '../../decode/unreadable.ts';
import { unpacked } from '../../formats/gzip.ts';
import { Meter, usualLimits } from '../../formats/limits.ts';
import { decodeXml } from '../../formats/xml-source.ts';
import type { LanguageDetector } from '../../language.ts';
import { languageFromMetadata } from '../../language.ts';
import { readTmxLinks } from '../files/read-xml.ts';

export type TwoLanguages = readonly [a: string, b: string];

export interface DictionaryFile {
  readonly entries: readonly Translation[];
  /** Undefined where nothing says it. */
  readonly languages: TwoLanguages | undefined;
}

/** @throws ExpectedFailure `unreadable` with the name of the file */
export async function readDictionaryFile(
  bytes: Uint8Array,
  name: string,
  detect: LanguageDetector,
): Promise<DictionaryFile> {
  try {
    const file = await read(unpacked(bytes), name.toLowerCase().endsWith('.tmx'));
    if (file.entries.length === 0)
      throw new Unreadable('has no entries: expected lines of word, tab, meaning, or a FreeDict or TMX file');
    return { ...file, languages: file.languages ?? languagesOfName(name) ?? languagesOfWords(file.entries, detect) };
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error;
    throw new ExpectedFailure('unreadable', `This file ${error.message}`, { where: name });
  }
}

async function read(bytes: Uint8Array, isMemory: boolean): Promise<DictionaryFile> {
  if (isMemory) {
    const memory = readTmxLinks((await decodeXml(bytes)).text, new Meter(usualLimits));
    return { entries: memory.links, languages: codes(...memory.languages) };
  }
  const text = canonicalText((await decodeText(bytes)).text);
  return headed(readDictionary(text)) ?? { entries: readDictionary(text), languages: languagesInTei(text) };
}

/** A first row that names the languages, such as `mk` and `en`, is no entry. */
function headed([first, ...entries]: readonly Translation[]): DictionaryFile | undefined {
  const languages = first && codes(first.a, first.b);
  return languages && { entries, languages };
}

function codes(a: string, b: string): TwoLanguages | undefined {
  const [one, other] = [codeOf(a), codeOf(b)];
  return one !== undefined && other !== undefined && one !== other ? [one, other] : undefined;
}

/** `mkd`, `en_US` and `Macedonian` are languages; a word that merely has two letters may be one too, so both must be. */
function codeOf(written: string): string | undefined {
  const code = languageFromMetadata(written);
  if (code === undefined || !/^[a-z]{2,3}$/u.test(code)) return undefined;
  const name = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(code);
  return name === undefined ? undefined : code;
}

/** FreeDict says it in the languages of words and meanings, or in the title: `Macedonian-English FreeDict Dictionary`. */
function languagesInTei(text: string): TwoLanguages | undefined {
  const word = /<(?:form|orth)\s[^>]*xml:lang="([^"]+)"/u.exec(text)?.[1];
  const meaning = /<(?:cit|quote)\s[^>]*xml:lang="([^"]+)"/u.exec(text)?.[1];
  if (word !== undefined && meaning !== undefined) return codes(word, meaning);
  const [, a, b] = /<title[^>]*>\s*([\p{L} ]+?)\s*[-–]\s*([\p{L}]+)/u.exec(text) ?? [];
  return a !== undefined && b !== undefined ? codes(a, b) : undefined;
}

/** `freedict-mkd-eng-2024.tei`, `en_ar.tsv`: two languages side by side. */
export function languagesOfName(name: string): TwoLanguages | undefined {
  const words = name.split(/[^\p{L}]+/u);
  for (const [at, word] of words.entries()) {
    const next = words[at + 1] ?? '';
    // Three letters that no list of languages has would be taken for one.
    if (!/^[a-z]{2,3}$/iu.test(word) || !/^[a-z]{2,3}$/iu.test(next)) continue;
    const found = codes(word, next);
    if (found) return found;
  }
  return undefined;
}

/** Letters of either side that are looked at. */
const enoughLetters = 3_000;
/** Words without sentences are hard to tell by: what is in doubt is asked. */
const sureEnough = 0.7;

function languagesOfWords(entries: readonly Translation[], detect: LanguageDetector): TwoLanguages | undefined {
  const sample = (side: 'a' | 'b'): string => {
    let text = '';
    const every = Math.max(1, Math.floor(entries.length / 400));
    for (let at = 0; at < entries.length && text.length < enoughLetters; at += every) text += `${entries[at]![side]}, `;
    return text;
  };
  const [a, b] = [detect(sample('a')), detect(sample('b'))];
  const isSure = a.confidence >= sureEnough && b.confidence >= sureEnough && a.language !== b.language;
  return isSure ? codes(a.language, b.language) : undefined;
}
