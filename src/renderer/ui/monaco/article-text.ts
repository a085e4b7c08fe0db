/** A document's text as Monaco is to hold it, and where its paragraphs are among Monaco's lines. */
import type { Span } from '../../../shared/model.ts';

export interface TextParagraph extends Span {
  readonly direction: 'ltr' | 'rtl';
}

/**
 * The text with nothing in it that Monaco would drop or rewrite: it takes a lone carriage return for a line end and may
 * make two characters of it, and it swallows a byte order mark. Every character keeps its offset.
 */
export function monacoText(text: string): string {
  const lines = text.replaceAll('\r', '\n');
  return lines.startsWith('\uFEFF') ? `\u2060${lines.slice(1)}` : lines;
}

/** 1-based lines of Monaco that hold the starts of paragraphs, ascending as the paragraphs are. */
export function linesOfParagraphs(text: string, paragraphs: readonly TextParagraph[]): Uint32Array {
  const lines = new Uint32Array(paragraphs.length);
  let line = 1;
  let at = 0;
  paragraphs.forEach(({ start }, index) => {
    for (let end = text.indexOf('\n', at); end >= 0 && end < start; end = text.indexOf('\n', at)) {
      line++;
      at = end + 1;
    }
    lines[index] = line;
  });
  return lines;
}

/** What stands in the margin beside each line: the number of the paragraph that begins there, else nothing. */
export function marginNumbers(lines: Uint32Array): (line: number) => string {
  const numbers = new Map<number, string>();
  lines.forEach((line, index) => {
    if (!numbers.has(line)) numbers.set(line, String(index + 1));
  });
  return (line) => numbers.get(line) ?? '';
}
