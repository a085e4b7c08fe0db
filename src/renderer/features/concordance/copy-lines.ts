/** Copies a range of lines as plain text. */
import type { ConcordanceLine, ConcordanceSummary } from '../../../shared/answers.ts';
import { type Context, longestPage } from '../../../shared/terms.ts';
import { request } from '../../app/request.ts';
import { formatCount, formatNumber } from '../../ui/format.ts';
import type { PageCache } from '../../ui/rows/page-cache.ts';
import { linesAsTable, linesAsText } from './line-text.ts';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('concordance');

/** More than this is an export, not a copy: a few megabytes on the clipboard. */
const mostCopied = 10_000;

function report(copied: number, wanted: number): string {
  return copied === wanted
    ? t('copyLines.copied', { lines: formatCount(copied, 'line') })
    : t('copyLines.copiedFirstClipboardTakes', { copied: formatNumber(copied), lines: formatCount(wanted, 'line') });
}

/**
 * Puts rows `from` (0-based) to `end`, exclusive, on the clipboard and returns what to tell. Lines that are here go into
 * the copy event itself, which needs no permission; lines that must be fetched go by the clipboard's own door.
 * @throws ExpectedFailure when lines cannot be had.
 */
export async function copyLines(
  cache: PageCache<ConcordanceLine>,
  from: number,
  end: number,
  clipboard: DataTransfer,
): Promise<string> {
  const until = Math.min(end, from + mostCopied);
  const here: ConcordanceLine[] = [];
  for (let row = from; row < until; row++) {
    const line = cache.row(row);
    if (!line) break;
    here.push(line);
  }
  if (here.length === until - from) {
    clipboard.setData('text/plain', linesAsText(here));
    clipboard.setData('text/html', linesAsTable(here));
  } else {
    return (await written(await cache.gather(from, until))) ?? report(until - from, end - from);
  }
  return report(until - from, end - from);
}

/** Puts the ticked lines on the clipboard, as text and as a table. @throws ExpectedFailure when lines cannot be had */
export async function copyTicked({ corpus, result, ticked }: ConcordanceSummary, context: Context): Promise<string> {
  const lines: ConcordanceLine[] = [];
  const wanted = Math.min(ticked, mostCopied);
  while (lines.length < wanted) {
    const params = { corpus, result, context, onlyTicked: true, from: lines.length };
    const page = await request('concordance.page', { ...params, count: Math.min(longestPage, wanted - lines.length) });
    if (page.lines.length === 0) break;
    lines.push(...page.lines);
  }
  return (await written(lines)) ?? report(lines.length, ticked);
}

/** By the clipboard's own door. What to say when it stays shut. */
async function written(lines: readonly ConcordanceLine[]): Promise<string | undefined> {
  const of = (text: string, type: string) => new Blob([text], { type });
  const both = {
    'text/plain': of(linesAsText(lines), 'text/plain'),
    'text/html': of(linesAsTable(lines), 'text/html'),
  };
  try {
    await navigator.clipboard.write([new ClipboardItem(both)]);
    return undefined;
  } catch {
    return t('copyLines.browserDidNotLet');
  }
}
