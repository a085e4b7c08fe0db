/** How the lines are drawn, from what the reader chose: columns as a grid, sizes of letters by script. */
import type { CSSProperties } from 'react';
import type { ConcordanceLine } from '../../../shared/answers.ts';
import { type LineColumn, type LineScript, type LineSettings, usualLines } from '../../../shared/line-settings.ts';

/** CSS pixels of a row by density. */
export const rowHeights: Readonly<Record<LineSettings['density'], number>> = { compact: 22, normal: 28, airy: 38 };

/** Columns as they are drawn: `text` is there once, whatever was written into the preferences. */
export function drawnColumns({ columns }: LineSettings): readonly LineColumn[] {
  const different = columns.filter(({ id }, at) => columns.findIndex((other) => other.id === id) === at);
  return different.some(({ id }) => id === 'text') ? different : [...different, ...usualLines.columns.slice(-1)];
}

export function scriptOf(line: Pick<ConcordanceLine, 'match' | 'language'>): LineScript {
  const first = /\p{L}/u.exec(line.match)?.[0] ?? '';
  if (/[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/u.test(first)) return 'arabic';
  return first === '' || /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(first) ? 'latin' : 'other';
}

/** Custom properties that the stylesheets of the list read. `digits`: of the largest line number. */
export function gridStyle(look: LineSettings, digits: number): CSSProperties {
  const number = look.numbers ? `calc(max(4, ${digits}) * 7px + 50px)` : '52px';
  const columns = drawnColumns(look).map(({ id, width }) => (id === 'text' ? 'minmax(0, 1fr)' : `${width}px`));
  return {
    '--concordance-columns': [number, ...columns].join(' '),
    '--concordance-row': `${rowHeights[look.density]}px`,
    '--concordance-latin': `${look.sizes.latin}px`,
    '--concordance-arabic': `${look.sizes.arabic}px`,
    '--concordance-other': `${look.sizes.other}px`,
    '--concordance-font': look.font === 'serif' ? 'var(--font-text)' : 'var(--font-text-sans)',
  } as CSSProperties;
}
