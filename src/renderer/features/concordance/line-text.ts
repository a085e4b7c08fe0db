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

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
function escaped(text: string): string {
  return plain(text).replace(/[&<>"]/gu, (sign) => entities[sign] ?? sign);
}

/**
 * The same as a table, for word processors and spreadsheets: each row in its own direction. The style says to spreadsheets
 * that a cell is text, so that none is run as a formula.
 */
export function linesAsTable(lines: readonly ConcordanceLine[]): string {
  const rows = lines.map(({ before, match, after, path, direction, language }) => {
    const cells = [before.trim(), `<b>${escaped(match)}</b>`, after.trim(), path].map((text, at) => {
      const alignment = ['end', 'center', 'start', 'start'][at] ?? 'start';
      return `<td style="text-align:${alignment};mso-number-format:'\\@'">${at === 1 ? text : escaped(text)}</td>`;
    });
    return `<tr dir="${direction}" lang="${escaped(language)}">${cells.join('')}</tr>`;
  });
  return `<meta charset="utf-8"><table>${rows.join('')}</table>`;
}

/** The file's name without its folders and ending. */
export function shortPath(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}
