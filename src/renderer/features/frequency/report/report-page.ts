/** A report as one HTML file that needs nothing else: light and dark, in print, in either direction. */
import { directionOf } from '../../../language/languages.ts';
import { spokenLanguage } from '../../../language/spoken.ts';
import { formatCount, formatNumber } from '../../../ui/format.ts';
import type { Origin, ReportEntry, TableEntry } from '../../../../shared/report.ts';
import { reportStyle } from './report-style.ts';
import { reportWords } from './report-words.ts';

export interface ReportHead {
  readonly title: string;
  /** Of Lectern. */
  readonly version: string;
  /** As a person writes it. */
  readonly date: string;
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}

/** What is written from outside finds its own direction. */
function own(text: string): string {
  return `<bdi>${escaped(text)}</bdi>`;
}

export function reportPage({ title, version, date }: ReportHead, entries: readonly ReportEntry[]): string {
  return `<!doctype html>
<html lang="${spokenLanguage()}" dir="${directionOf(spokenLanguage())}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Lectern ${escaped(version)}">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:">
<title>${escaped(title)}</title>
<style>${reportStyle}</style>
</head>
<body>
<header><h1 dir="auto">${escaped(title)}</h1><p>${escaped(reportWords.made(version, date))}</p></header>
${entries.map(entryHtml).join('\n')}
</body>
</html>
`;
}

function entryHtml(entry: ReportEntry): string {
  const comment =
    entry.comment.trim() === '' ? '' : `<p class="comment" dir="auto">${escaped(entry.comment.trim())}</p>`;
  const body =
    entry.kind === 'table'
      ? tableHtml(entry)
      : `<figure>${inline(entry.svg)}<figcaption>${escaped(entry.summary)}</figcaption></figure>`;
  return `<section><h2 dir="auto">${escaped(entry.title)}</h2>${comment}${body}${originHtml(entry.origin)}</section>`;
}

/** Without the prologue that only a file of its own may have. */
function inline(svg: string): string {
  return svg.replace(/^\s*<\?xml[^>]*\?>\s*/u, '').replace(/^\s*<!DOCTYPE[^>]*>\s*/iu, '');
}

function tableHtml({ columns, rows, total }: TableEntry): string {
  const kinds = columns.map(({ isNumeric }) => (isNumeric ? ' class="number"' : ''));
  const head = columns.map(({ label }, place) => `<th scope="col"${kinds[place]}>${escaped(label)}</th>`).join('');
  const body = rows
    .map((row) => `<tr>${row.map((cell, place) => `<td${kinds[place] ?? ''}>${own(cell)}</td>`).join('')}</tr>`)
    .join('\n');
  const rest =
    rows.length < total
      ? `<p class="rest">${escaped(reportWords.table(formatNumber(rows.length), formatCount(total, 'row')))}</p>`
      : '';
  return `<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table></div>${rest}`;
}

function originHtml({ corpus, documents, tokens, fingerprint, settings }: Origin): string {
  const size = reportWords.corpus(formatCount(documents, 'document'), formatCount(tokens, 'token'));
  const parts = [`${own(corpus)} (${escaped(size)})`, ...settings.map(own)];
  return `<p class="origin">${parts.join(' · ')} · ${reportWords.fingerprint} <code>${escaped(fingerprint)}</code></p>`;
}
