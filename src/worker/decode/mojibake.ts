/**
 * Text that was decoded wrongly once and saved so: UTF-8 bytes shown as windows-1252 ("Ø§Ù„"), windows-1256 ("ط§ظ„")
 * or windows-1251 ("РёР»Рё"). The damage is undone by going the same way back.
 */
import { isUtf8 } from 'node:buffer';
import { decodeAs } from './encodings.ts';
import { sampleSize, tracedRuns } from './mojibake-trace.ts';
import { plausibility } from './plausibility.ts';

const pages = ['windows-1252', 'windows-1256', 'windows-1251'] as const;
type Page = (typeof pages)[number];

/** By code unit the byte of each page, -1 for none. Bytes that a page leaves empty stand for the control character of their number. */
const bytesOf = new Map<Page, Int16Array>();

function pageBytes(page: Page): Int16Array {
  const known = bytesOf.get(page);
  if (known) return known;
  const bytes = new Int16Array(0x10000).fill(-1);
  for (let byte = 0x80; byte < 0x100; byte++) bytes[byte] = byte;
  // Latin-1 numbers first, then the page itself, which wins where both claim a character.
  for (let byte = 0x80; byte < 0x100; byte++) {
    const char = decodeAs(Uint8Array.of(byte), page);
    if (char !== '\uFFFD') bytes[char.charCodeAt(0)] = byte;
  }
  bytesOf.set(page, bytes);
  return bytes;
}

interface Attempt {
  readonly text: string;
  readonly repaired: number;
  readonly failed: number;
}

const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

/** Every run outside ASCII is turned back into bytes and read as UTF-8; a run that is not UTF-8 stays as it was. */
function attempt(text: string, page: Page): Attempt {
  const bytes = pageBytes(page);
  let repaired = 0;
  let failed = 0;
  const whole = text.replace(/[^\0-\x7F]+/g, (run) => {
    // A character that is in no page (a byte lost on the way became U+FFFD) is a byte that UTF-8 never has.
    const back = new Uint8Array(run.length);
    // What is in no page stands for 0xff by its last eight bits.
    for (let at = 0; at < run.length; at++) back[at] = bytes[run.charCodeAt(at)]!;
    const read = lenient.decode(back);
    const broken = read.split('\uFFFD').length - 1;
    if (broken * 3 > read.length) {
      failed += run.length;
      return run;
    }
    failed += broken;
    repaired += run.length - broken;
    return read;
  });
  return { text: whole, repaired, failed };
}

export interface Repair {
  /** The page the UTF-8 bytes were taken for. */
  readonly as: string;
  readonly text: string;
}

/** A run that may stay broken (a byte was lost on the way) against runs that came out right. */
const tolerated = 0.15;

/** The most plausible way back by one page, whether or not it is better than the text as it stands. */
function wayBack(text: string): (Repair & { readonly score: number }) | undefined {
  let best: (Repair & { readonly score: number }) | undefined;
  for (const page of pages) {
    const tried = attempt(text, page);
    if (tried.repaired === 0 || tried.failed > tolerated * tried.repaired) continue;
    const score = plausibility(tried.text);
    if (!best || score > best.score) best = { as: page, text: tried.text, score };
  }
  return best;
}

/** The text as it was before the damage (also when it happened twice), or undefined when nothing speaks for damage. */
export function repairMojibake(text: string): Repair | undefined {
  const once = wayBack(text);
  if (!once) return undefined;
  const twice = wayBack(once.text);
  const best = twice && twice.score >= once.score ? twice : once;
  return best.score >= plausibility(text) ? { as: once.as, text: best.text } : undefined;
}

/** Whether a run is UTF-8 from end to end when it goes back by one of the pages. */
export function goesBack(run: string): boolean {
  return pages.some((page) => {
    const of = pageBytes(page);
    const bytes = new Uint8Array(run.length);
    for (let at = 0; at < run.length; at++) {
      const byte = of[run.charCodeAt(at)]!;
      if (byte < 0) return false;
      bytes[at] = byte;
    }
    return isUtf8(bytes);
  });
}

/** Offset of the first run that is surely damage, -1 when no run is: then nothing speaks for trying the whole. */
function firstDamage(text: string): number {
  for (const { at, run } of tracedRuns(text)) if (goesBack(run)) return at;
  return -1;
}

/** Cheap enough for every file: names the page and shows the first repaired passage, at most 300 characters. */
export function findMojibake(text: string): { as: string; repaired: string } | undefined {
  const sample = text.slice(0, sampleSize);
  const first = firstDamage(sample);
  if (first < 0) return undefined;
  const repair = repairMojibake(sample);
  if (!repair) return undefined;
  const lineStart = sample.lastIndexOf('\n', first) + 1;
  const from = Math.max(lineStart, first - 100);
  const passage = repairMojibake(sample.slice(from, from + 600).replace(/[^\0-\x7F]+$/, ''));
  return { as: repair.as, repaired: (passage ?? repair).text.slice(0, 300) };
}
