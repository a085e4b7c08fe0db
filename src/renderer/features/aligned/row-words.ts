/** Rows in words: what a link is called, and what is said of it. */
import type { AlignedRow, LinkStatus, MismatchFlag } from '../../../shared/alignment.ts';
import { wordsOf } from '../../language/words.ts';
import { formatPercent } from '../../ui/format.ts';

const t = wordsOf('aligned');

export function typeOf({ sides: [a, b] }: AlignedRow): string {
  return `${a.length}-${b.length}`;
}

export function isAlone({ sides: [a, b] }: AlignedRow): boolean {
  return a.length === 0 || b.length === 0;
}

export function statusWord(status: LinkStatus): string {
  return t(`status.${status}`);
}

/** With how likely the machine holds it, where that is a question. */
export function statusLine({ status, score }: AlignedRow): string {
  return status === 'doubtful' ? t('foot.doubtful', { share: formatPercent(score) }) : statusWord(status);
}

/** What stands in the middle of a row: nothing for a link that is sure. */
export function spineWord(row: AlignedRow): string {
  if (row.status === 'doubtful') return t('spine.doubtful');
  if (row.moved) return t('spine.moved');
  return '';
}

export function flagWord({ kind, text, instead }: MismatchFlag): string {
  if (kind === 'name') return t('flag.name', { text });
  return instead === '' ? t('flag.number', { text }) : t('flag.numbers', { text, instead });
}

/** For a screen reader: what the link is, in a sentence. */
export function rowLabel(row: AlignedRow): string {
  const said = isAlone(row) ? t('label.alone') : t('label.link', { type: typeOf(row) });
  return [said, statusLine(row), ...(row.moved ? [t('spine.moved')] : []), ...row.flags.map(flagWord)].join('; ');
}
