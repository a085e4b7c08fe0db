/** Lines of pages to paragraphs: by spacing, indents and type size; words cut at line ends are joined again. */
import type { Line } from './pdf-lines.ts';

/** Pages a line must come back on, at the edge and in the same place, to be a running head. */
const fewestRepeats = 3;

/** Lines at the top and bottom of pages that repeat (numbers apart) are no text of the article. */
export function withoutRunningHeads(pages: readonly (readonly Line[])[]): { kept: Line[][]; dropped: number } {
  const places = (page: readonly Line[]): number[] =>
    [...new Set([0, 1, page.length - 2, page.length - 1])].filter((at) => at >= 0 && at < page.length);
  const shape = (line: Line): string => `${Math.round(line.y / 4)} ${line.text.replace(/\p{Nd}+/gu, '#')}`;
  const seen = new Map<string, number>();
  for (const page of pages)
    for (const at of places(page)) seen.set(shape(page[at]!), (seen.get(shape(page[at]!)) ?? 0) + 1);
  const enough = Math.max(fewestRepeats, pages.length * 0.3);
  let dropped = 0;
  const kept = pages.map((page) => {
    const edge = new Set(places(page));
    return page.filter((line, at) => {
      const repeats = edge.has(at) && seen.get(shape(line))! >= enough;
      if (repeats) dropped++;
      return !repeats;
    });
  });
  return { kept, dropped };
}

function median(values: readonly number[]): number | undefined {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

/** The usual distance of base lines, in type sizes, over all pages. */
function usualLeading(pages: readonly (readonly Line[])[]): number {
  const leadings: number[] = [];
  for (const page of pages) {
    for (let at = 1; at < page.length; at++) {
      const leading = (page[at - 1]!.y - page[at]!.y) / page[at]!.size;
      if (leading > 0.8 && leading < 3) leadings.push(leading);
    }
  }
  // The lower quartile: in a page of one-line paragraphs the median is already the distance between paragraphs.
  return [...leadings].sort((a, b) => a - b)[leadings.length >> 2] ?? 1.2;
}

const finished = /[.!?…؟।。:]["'»”’)\]]*$/;

interface Edges {
  readonly left: number;
  readonly right: number;
}

/** Does `line` begin a new paragraph after `before`? `same`: both stand on one page. */
function begins(line: Line, before: Line, same: boolean, leading: number, edges: Edges): boolean {
  if (Math.abs(line.size - before.size) > 0.15 * before.size) return true;
  const width = edges.right - edges.left;
  const start = (one: Line): number => (one.rightToLeft ? edges.right - one.right : one.left - edges.left);
  const end = (one: Line): number => (one.rightToLeft ? one.left - edges.left : edges.right - one.right);
  const short = end(before) > 0.2 * width;
  if (!same) return finished.test(before.text) && (short || start(line) > 0.8 * line.size);
  const distance = before.y - line.y;
  // A jump upwards is the next column: it goes on like the next page.
  if (distance < 0) return finished.test(before.text) && short;
  if (distance > (leading + 0.35) * line.size) return true;
  const indented = start(line) > start(before) + 0.8 * line.size && start(line) < 0.25 * width;
  return indented || (short && finished.test(before.text));
}

const cut = /(\p{L}[\p{L}\p{M}]*)[-\u00AD\u2010]$/u;

/** All words with a hyphen inside: how a compound is told from a word cut at the line end. */
function compoundsOf(pages: readonly (readonly Line[])[]): ReadonlySet<string> {
  const compounds = new Set<string>();
  for (const { text } of pages.flat()) {
    for (const [word] of text.matchAll(/[\p{L}\p{M}]+(?:[-\u2010][\p{L}\p{M}]+)+/gu)) compounds.add(word.toLowerCase());
  }
  return compounds;
}

function glue(text: string, next: string, compounds: ReadonlySet<string>): string {
  const word = cut.exec(text)?.[1];
  const rest = /^[\p{Ll}\p{Lo}\p{M}]+/u.exec(next)?.[0];
  if (word === undefined || rest === undefined) return `${text} ${next}`;
  if (compounds.has(`${word}-${rest}`.toLowerCase())) return text + next;
  return text.slice(0, -1) + next;
}

export function paragraphsOf(pages: readonly (readonly Line[])[]): string {
  const leading = usualLeading(pages);
  const compounds = compoundsOf(pages);
  const paragraphs: string[] = [];
  let current: string | undefined;
  let before: Line | undefined;
  for (const page of pages) {
    const edges = {
      left:
        median(page.filter((line) => !line.rightToLeft).map((line) => line.left)) ??
        Math.min(...page.map((line) => line.left)),
      right: Math.max(...page.map((line) => line.right)),
    };
    // Lines read from the right end at ragged left edges: the leftmost is the edge of the column.
    if (page.some((line) => line.rightToLeft)) edges.left = Math.min(...page.map((line) => line.left));
    page.forEach((line, at) => {
      if (current === undefined || !before || begins(line, before, at > 0, leading, edges)) {
        if (current !== undefined) paragraphs.push(current);
        current = line.text;
      } else current = glue(current, line.text, compounds);
      before = line;
    });
  }
  if (current !== undefined) paragraphs.push(current);
  return paragraphs.length === 0 ? '' : `${paragraphs.join('\n')}\n`;
}
