/** Which 8-bit or East Asian encoding the bytes are in: the detector's ranking, then spelling between near equals. */
import { detectAll } from 'jschardet';
import { decodeAs, encodingNamed, encodingNames } from './encodings.ts';
import { plausibility } from './plausibility.ts';

/** Bytes shown to the detector. Its own cap is 200,000; half of that decides as well and keeps 40,000 files quick. */
const sampleSize = 100_000;
/** The part of the sample that spelling is judged on. */
const spellingSize = 20_000;
/** Candidates this much below the first are still considered equals of the models, and spelling decides. */
const near = 0.12;

/**
 * A sample that holds what tells encodings apart: whole file when small, else the stretches with bytes outside ASCII
 * (a long English file may have its only é at the end).
 */
function telling(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= sampleSize) return bytes;
  const head = bytes.subarray(0, sampleSize);
  if (head.some((byte) => byte >= 0x80)) return head;
  const first = bytes.findIndex((byte) => byte >= 0x80);
  if (first < 0) return head;
  const from = Math.max(0, first - 1000);
  return bytes.subarray(from, from + sampleSize);
}

/** From the first line break on, so that a sample does not begin inside a character. */
function spellingSample(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const from = Math.max(0, bytes.lastIndexOf(0x0a, Math.max(0, first)) + 1);
  return bytes.subarray(Math.max(from, first - 2000), Math.max(from, first - 2000) + spellingSize);
}

/** One oddity in a hundred letters weighs as much as this part of the models' confidence, times a hundred. */
const spellingWeight = 3;
/** What the models do not know: how seldom files of our time are in these. Told apart only by a hair otherwise. */
const rarity: Readonly<Record<string, number>> = {
  cp864: 0.1,
  MacCyrillic: 0.01,
  MacRoman: 0.006,
  IBM862: 0.04,
  IBM437: 0.02,
  IBM850: 0.003,
  IBM852: 0.003,
  'ISO-8859-3': 0.04,
  'ISO-8859-10': 0.03,
  'ISO-8859-14': 0.04,
  'ISO-8859-16': 0.02,
};

export interface Detected {
  readonly encoding: string;
  /** 0 to 1. */
  readonly confidence: number;
}

interface Candidate {
  readonly name: string;
  readonly text: string;
  readonly score: number;
}

function candidates(bytes: Uint8Array): Candidate[] {
  const sample = telling(bytes);
  const spelled = spellingSample(sample);
  const ranked = new Map<string, number>();
  for (const found of detectAll(sample, { minimumThreshold: 0 })) {
    const name = found.encoding === null ? undefined : encodingNamed(found.encoding);
    if (name === undefined || name.startsWith('UTF-')) continue;
    if (!ranked.has(name)) ranked.set(name, found.confidence);
  }
  const best = Math.max(0, ...ranked.values());
  const considered = [...ranked].filter(([, confidence]) => confidence >= best - near - best * near);
  return considered
    .map(([name, confidence]) => {
      const text = decodeAs(spelled, name);
      return { name, text, score: confidence + spellingWeight * plausibility(text) - (rarity[name] ?? 0) };
    })
    .sort((a, b) => b.score - a.score || encodingNames.indexOf(a.name) - encodingNames.indexOf(b.name));
}

/** `undefined` when no encoding makes writing of these bytes. */
export function detectEncoding(bytes: Uint8Array): Detected | undefined {
  const ranking = candidates(bytes);
  const first = ranking[0];
  if (!first || first.score < -2 * spellingWeight) return undefined;
  // Encodings that read these bytes alike are not rivals: whichever is named, the text is the same.
  const rival = ranking.find((other) => other.text !== first.text);
  const alike = ranking.filter((other) => other.text === first.text);
  alike.sort((a, b) => encodingNames.indexOf(a.name) - encodingNames.indexOf(b.name));
  const strength = Math.min(1, 0.55 + Math.max(0, first.score));
  const margin = rival ? Math.min(1, 0.7 + 3 * (first.score - rival.score)) : 1;
  return { encoding: alike[0]!.name, confidence: Math.round(Math.min(0.99, strength * margin) * 100) / 100 };
}

/** As browsers do: the ISO names are read as the Windows pages that hold them, quotation marks and all. */
const wider: Readonly<Record<string, string>> = { 'ISO-8859-1': 'windows-1252', 'ISO-8859-9': 'windows-1254' };

/** The text in the encoding that the file itself names, unless it spells nonsense or the name is unknown. */
export function trusted(
  bytes: Uint8Array,
  declared: string,
): { text: string; encoding: string; confidence: number } | undefined {
  const named = encodingNamed(declared);
  if (named === undefined || named.startsWith('UTF-')) return undefined;
  const encoding = wider[named] ?? named;
  if (plausibility(decodeAs(spellingSample(telling(bytes)), encoding)) < -0.25) return undefined;
  return { text: decodeAs(bytes, encoding), encoding, confidence: 0.95 };
}
