/**
 * Which language a text is in: by Google's CLD3 (a small neural model inside a WebAssembly file, no network), weighed
 * with the letters and common words of the engine. docs/decisions has what it was measured against.
 */
import { languageEvidence } from '../corpus/text/letters.ts';
import { languageOfScript, mainScript, onlyScript, withoutAddresses } from '../corpus/text/letters-scripts.ts';
import type { LanguageVerdict, Witness } from '../corpus/text/letters-verdict.ts';
import { clearVerdict, isDecisive, undetermined, verdict, verdictByScript } from '../corpus/text/letters-verdict.ts';
import { glanceAt } from '../corpus/text/letters-glance.ts';
import type { Language } from '../shared/model.ts';

export type LanguageDetector = (text: string) => LanguageVerdict;

// Looks at five places, so that neither a page header nor a quotation decides.
const looks = 5;
const lookLength = 120;
/** Below that, more of the text is looked at. */
const sureEnough = 0.95;
/** Code units that CLD3 hears: with the letters and words it is as good as certain by then, and its time goes by the length. */
const heardLength = 160;
/** A character of Han, Kana or Hangul says as much as several letters. */
const denseScripts: readonly string[] = ['han', 'hangul'];
const lettersInDense = 4;

/** Thrown where CLD3 is to be heard that is not loaded yet. */
class NotHeardYet extends Error {}

let loading: Promise<void> | undefined;
let witness: ((text: string) => Witness) | undefined;

/**
 * Loads once a thread.
 * @throws Error when the WebAssembly file cannot be loaded, which is a broken installation
 */
export async function loadLanguageDetector(): Promise<LanguageDetector> {
  await (loading ??= loadWitness());
  return detectLanguage;
}

/**
 * What `work` makes with the detector, which is loaded only when a text needs it: most are told by their letters and common
 * words, and loading takes as long as reading a megabyte. `work` is begun anew then, so it must have done nothing before.
 */
export async function withLanguageDetector<Made>(work: (detect: LanguageDetector) => Made): Promise<Made> {
  try {
    return work(detectLanguage);
  } catch (error) {
    if (!(error instanceof NotHeardYet)) throw error;
    return work(await loadLanguageDetector());
  }
}

async function loadWitness(): Promise<void> {
  const { loadModule } = await import('cld3-asm');
  const cld = await loadModule({ timeout: 60_000 });
  const identifier = cld.create(0, 1_000);
  witness = (text) => {
    const { language, probability } = identifier.findLanguage(text.slice(0, heardLength).toWellFormed());
    return { language: modernCode(language), probability };
  };
}

function hear(text: string): Witness {
  if (!witness) throw new NotHeardYet();
  return witness(text);
}

function detectLanguage(text: string): LanguageVerdict {
  const clear = atAGlance(text, looks, lookLength) ?? atAGlance(text, 4 * looks, 2 * lookLength);
  if (clear) return clear;
  const sample = sampleOf(text, looks, lookLength);
  const found = judged(sample);
  if (found.confidence >= sureEnough || text.length <= sample.length) return found;
  // Serbian, Croatian and Bosnian, say, are told apart by a word here and there.
  const more = judged(sampleOf(text, 4 * looks, 2 * lookLength));
  return more.confidence >= found.confidence ? more : found;
}

function judged(piece: string): LanguageVerdict {
  const sample = withoutAddresses(piece);
  const { script, letters } = mainScript(sample);
  if (script === '') return undetermined;
  const only = languageOfScript(script);
  if (only !== undefined) return verdictByScript(only, letters);
  const words = onlyScript(sample, script);
  const evidence = languageEvidence(words, script);
  const witness = isDecisive(script, evidence) ? undefined : hear(words);
  const weight = denseScripts.includes(script) ? lettersInDense : 1;
  return verdict(script, letters * weight, evidence, witness);
}

/** Most texts, and quickly; undefined where the evidence must be weighed. */
function atAGlance(text: string, pieces: number, length: number): LanguageVerdict | undefined {
  const places = placesIn(text, pieces, length);
  const [from, to] = places[places.length >> 1]!;
  const { script } = mainScript(text, from, Math.min(to, from + lookLength));
  const glance = glanceAt(script);
  if (!glance) return undefined;
  for (const [start, end] of places) glance.add(text, start, end);
  return clearVerdict(script, glance, Math.min(text.length, pieces * length));
}

/** `text`, or pieces from evenly spread places in it. */
function sampleOf(text: string, pieces: number, length: number): string {
  return placesIn(text, pieces, length)
    .map(([from, to]) => text.slice(from, to))
    .join('\n');
}

/** A space of any writing, or what ends a line. */
const isBlank = (unit: number): boolean => unit <= 0x20 || unit === 0xa0 || unit === 0x3000;

/** The whole of a short text; else stretches at evenly spread places, none of which begins or ends inside a word. */
function placesIn(text: string, pieces: number, length: number): (readonly [from: number, to: number])[] {
  if (text.length <= pieces * length) return [[0, text.length]];
  const step = text.length / pieces;
  return Array.from({ length: pieces }, (_, piece) => {
    const start = Math.floor(piece * step + (step - length) / 2);
    const end = Math.min(start + length, text.length);
    let from = start;
    while (from < end && !isBlank(text.charCodeAt(from))) from++;
    let to = end - 1;
    while (to > from && !isBlank(text.charCodeAt(to))) to--;
    // Without spaces (Chinese) the stretch stays as it is.
    return from === end ? [start, end] : from === to ? [from + 1, end] : [from + 1, to];
  });
}

/** CLD3 still says `iw` for Hebrew, and `sr-Latn` and the like for transliterations. */
function modernCode(code: string): Language {
  return code === 'iw' ? 'he' : code;
}

// ---- languages as people write them in metadata ---------------------------------------------------------------------

let codeOfName: ReadonlyMap<string, Language> | undefined;

/** Every language that the system's data can name, by its English and its own name, in small letters. */
function languageNames(): ReadonlyMap<string, Language> {
  const names = new Map<string, Language>();
  const english = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  for (const first of 'abcdefghijklmnopqrstuvwxyz')
    for (const second of 'abcdefghijklmnopqrstuvwxyz') {
      const code = first + second;
      const name = english.of(code);
      if (name === undefined) continue;
      names.set(name.toLowerCase(), new Intl.Locale(code).language);
      const own = new Intl.DisplayNames([code], { type: 'language', fallback: 'none' }).of(code);
      if (own !== undefined) names.set(own.toLowerCase(), new Intl.Locale(code).language);
    }
  return names;
}

/** `mk`, `mkd`, `en-GB`, `Macedonian`, `македонски`: the primary subtag, or undefined when it names no language. */
export function languageFromMetadata(written: string): Language | undefined {
  const trimmed = written.trim();
  if (/^[A-Za-z]{2,3}(?:[-_][A-Za-z\d]+)*$/u.test(trimmed)) {
    try {
      return new Intl.Locale(trimmed.replaceAll('_', '-')).language;
    } catch {
      return undefined;
    }
  }
  codeOfName ??= languageNames();
  return codeOfName.get(trimmed.toLowerCase());
}
