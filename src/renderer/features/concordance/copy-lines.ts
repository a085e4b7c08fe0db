/** Copies a range of lines as plain text. */
import type { ConcordanceLine } from '../../../shared/answers.ts';
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
    const text = linesAsText(await cache.gather(from, until));
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      return t('copyLines.browserDidNotLet');
    }
  }
  return report(until - from, end - from);
}
