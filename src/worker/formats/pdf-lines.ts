/** Glyph runs of a page to lines of text in logical order. */
import type { Atom, Kind } from './pdf-order.ts';
import { fromLeft, fromRight } from './pdf-order.ts';

/** One run of glyphs as pdf.js gives it. Lengths are in points; y grows upwards. */
export interface Glyphs {
  /** In logical order when `rtl`. */
  readonly text: string;
  readonly rtl: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly upright: boolean;
}

export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly rightToLeft: boolean;
}

const rtlLetter = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu;
const letter = /\p{L}/gu;
const latin = /(?=\p{L})(?![\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}])/u;
const right = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const digit = /\p{Nd}/u;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

export function mostlyRightToLeft(glyphs: readonly Glyphs[]): boolean {
  let rtl = 0;
  let all = 0;
  for (const { text } of glyphs) {
    rtl += count(text, rtlLetter);
    all += count(text, letter);
  }
  return rtl * 2 > all;
}

/** A gap wider than this part of the type size is a space. Arabic fonts have spaces of a fifth; kerning stays below. */
const spaceGap = 0.12;

/** Runs on one base line, in the order the page draws them; columns are drawn one after the other. */
function rawLines(glyphs: readonly Glyphs[]): Glyphs[][] {
  const lines: Glyphs[][] = [];
  let line: Glyphs[] = [];
  for (const given of glyphs) {
    // Fonts without a table give control characters; white space is measured from the gaps instead.
    const run = { ...given, text: given.text.replace(/[^\P{Cc}\s]/gu, '') };
    if (run.text.trim() === '') continue;
    const first = line[0];
    // Raised and lowered signs belong to the line; a line of its own is at least half a size away.
    if (first && (Math.abs(run.y - first.y) > 0.5 * Math.max(run.size, first.size) || run.upright !== first.upright)) {
      lines.push(line);
      line = [];
    }
    line.push(run);
  }
  if (line.length > 0) lines.push(line);
  return lines;
}

const kindOf = (text: string): Kind =>
  right.test(text) ? 'right' : latin.test(text) ? 'left' : digit.test(text) ? 'number' : 'neutral';

/** From left to right; vowel signs that are drawn as runs of their own go behind the letter they stand over. */
function withMarks(runs: readonly Glyphs[]): Glyphs[] {
  const letters = runs.filter((run) => !/^\p{M}+$/u.test(run.text.trim())).sort((a, b) => a.x - b.x);
  for (const mark of runs) {
    if (!/^\p{M}+$/u.test(mark.text.trim())) continue;
    const middle = mark.x + mark.width / 2;
    const at = letters.findLastIndex((run) => run.x <= middle);
    const run = letters[Math.max(0, at)];
    if (!run) continue;
    const chars = Array.from(run.text);
    const share = run.width === 0 ? 1 : Math.min(1, Math.max(0, (middle - run.x) / run.width));
    const place = Math.min(chars.length, Math.floor((run.rtl ? 1 - share : share) * chars.length) + 1);
    chars.splice(place, 0, mark.text.trim());
    letters[Math.max(0, at)] = { ...run, text: chars.join('') };
  }
  return letters;
}

function atomsOf(runs: readonly Glyphs[]): Atom[] {
  const sorted = withMarks(runs);
  return sorted.map((run, at) => {
    const next = sorted[at + 1];
    const gap = next ? next.x - (run.x + run.width) : 0;
    const space = next !== undefined && (gap > spaceGap * run.size || /\s$/.test(run.text) || /^\s/.test(next.text));
    return { text: run.text.trim(), kind: kindOf(run.text), space };
  });
}

function lineOf(runs: readonly Glyphs[], mostlyRight: boolean): Line {
  const whole = runs.map((run) => run.text).join('');
  const hasRight = right.test(whole);
  const rightToLeft = hasRight && (mostlyRight || count(whole, rtlLetter) === count(whole, letter));
  const atoms = atomsOf(runs);
  // Letter shapes become letters; other compatibility signs (½, ™) stay as printed.
  const text = (rightToLeft ? fromRight(atoms) : fromLeft(atoms))
    .replace(/[\uFB00-\uFB4F\uFB50-\uFDFF\uFE70-\uFEFC]+/g, (shapes) => shapes.normalize('NFKC'))
    .replace(/\s+/g, ' ')
    .trim();
  return {
    text,
    rightToLeft,
    left: Math.min(...runs.map((run) => run.x)),
    right: Math.max(...runs.map((run) => run.x + run.width)),
    y: runs[0]!.y,
    size: Math.max(...runs.map((run) => run.size)),
  };
}

/** `rightToLeft`: of the whole document; it decides for lines of mixed scripts. */
export function linesOf(glyphs: readonly Glyphs[], rightToLeft: boolean): Line[] {
  return rawLines(glyphs)
    .map((runs) => lineOf(runs, rightToLeft))
    .filter((line) => line.text !== '');
}
