/** Concordance lines as plain text, for the clipboard. */
import type { ConcordanceLine } from '../../../shared/answers.ts';

/** Marks, embeddings and isolates: they steer display only, and would travel unseen into whatever the text is pasted in. */
const bidiControls = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

function plain(text: string): string {
  return text.replace(bidiControls, '').replace(/[\t\r\n]/gu, ' ');
}

/** `before⇥match⇥after⇥path`, in logical order whatever the direction; one line each. */
export function linesAsText(lines: readonly ConcordanceLine[]): string {
  return lines
    .map(({ before, match, after, path }) => [before.trim(), match, after.trim(), path].map(plain).join('\t'))
    .join('\n');
}

/** The file's name without its folders and ending. */
export function shortPath(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}
