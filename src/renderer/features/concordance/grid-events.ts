/** What keys, clicks and copying do to the list of lines. */
import type { ClipboardEvent, KeyboardEvent, MouseEvent } from 'react';
import type { ConcordanceLine, ConcordanceSummary } from '../../../shared/answers.ts';
import type { Ticking } from '../../../shared/lines.ts';
import type { SortKey } from '../../../shared/terms.ts';
import { ExpectedFailure } from '../../../shared/failure.ts';
import { latinKey } from '../../app/shortcuts.ts';
import { store } from '../../app/store/store.ts';
import { wordsOf } from '../../language/words.ts';
import type { PageCache } from '../../ui/rows/page-cache.ts';
import { copyLines } from './copy-lines.ts';
import { gridAction } from './grid-keys.ts';
import { withKey } from './sort-keys.ts';
import type { Expansions } from './use-expansions.ts';
import type { LineSelection } from './use-line-selection.ts';

const t = wordsOf('concordance');

interface GridParts {
  readonly result: ConcordanceSummary;
  readonly selected: number | null;
  readonly cache: PageCache<ConcordanceLine>;
  /** Of lines by number, whatever rows stand between them. */
  readonly tall: (n: number, px: number) => void;
  readonly pageRows: () => number;
  readonly onFold: (heading: number) => void;
  readonly onJudge: (lines: MeantLines, verdict: string | null) => void;
  /** 0-based lines, the end exclusive. */
  readonly onTick: (from: number, end: number, how: Ticking) => void;
  readonly onCopyTicked: () => Promise<string>;
  readonly expansions: Expansions;
  readonly selection: LineSelection;
  readonly onOpen: (line: ConcordanceLine) => void;
  readonly onSort: (keys: SortKey[]) => void;
}

/** 0-based lines, the end exclusive; or those that are ticked. */
export type MeantLines = 'ticked' | { readonly from: number; readonly end: number };

/** What keys and copying mean: a range when there is one, else what is ticked, else the line at hand. */
export function meantLines(
  { ticked }: ConcordanceSummary,
  { range, isRange }: Pick<LineSelection, 'range' | 'isRange'>,
): MeantLines | null {
  return ticked > 0 && !isRange ? 'ticked' : range;
}

/** Says how it went to a screen reader. */
export function tell(outcome: Promise<string>): void {
  outcome
    .then((text) => {
      store.getState().say(text);
    })
    .catch((error: unknown) => {
      if (!(error instanceof ExpectedFailure)) throw error;
      store.getState().say(error.failure.message);
    });
}

/** What was hit in a row: its line, and the word or the control that says what it does. */
function hitBy(event: MouseEvent) {
  if (!(event.target instanceof Element)) return null;
  const find = (attribute: string) => (event.target as Element).closest<HTMLElement>(`[data-${attribute}]`)?.dataset;
  const n = Number(find('n')?.n);
  return Number.isInteger(n) ? { n, key: find('key')?.key, act: find('act')?.act } : null;
}

/** Number of the heading that was hit, null for none. */
function headingBy(event: MouseEvent): number | null {
  if (!(event.target instanceof Element)) return null;
  const heading = event.target.closest<HTMLElement>('[data-heading]')?.dataset.heading;
  return heading === undefined ? null : Number(heading);
}

/** A click on a small button must not take the focus out of the list. */
function onMouseDown(event: MouseEvent): void {
  if (!(event.target instanceof Element) || !event.target.closest('button')) return;
  event.preventDefault();
  event.target.closest<HTMLElement>('[role=grid]')?.focus({ preventScroll: true });
}

export function gridEvents(parts: GridParts) {
  const { result, selected, cache, tall, pageRows, onFold, onJudge, onTick, expansions, selection } = parts;
  const { onOpen, onSort, onCopyTicked } = parts;
  const isTicked = (n: number): boolean => cache.row(n - 1)?.ticked ?? false;

  const expand = (n: number, open: boolean) => {
    if (expansions.lines.has(n) === open) return;
    expansions.set(n, open);
    if (!open) tall(n, 0);
  };
  const toggle = (n: number) => {
    expand(n, !expansions.lines.has(n));
  };
  const open = (n: number) => {
    tell(
      cache.gather(n - 1, n).then(([line]) => {
        if (line) onOpen(line);
        return line ? t('expansion.opened', { n, path: line.path }) : '';
      }),
    );
  };
  const sortBy = (key: SortKey, add: boolean) => {
    onSort(withKey(result.sort, key, add));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // Buttons in the grid have their own keys.
    if (event.target !== event.currentTarget) return;
    const { shiftKey, ctrlKey, metaKey, altKey } = event;
    const isMirrored = getComputedStyle(event.currentTarget).direction === 'rtl';
    const action = gridAction({ key: latinKey(event), shiftKey, ctrlKey, metaKey, altKey }, isMirrored);
    // Escape gives up a range first; without one it is left to the page.
    if (!action || (action.type === 'single' && !selection.isRange)) return;
    event.preventDefault();
    if (action.type === 'judge') {
      const meant = meantLines(result, selection);
      if (meant) onJudge(meant, action.verdict);
    } else if (action.type === 'tick') {
      const { range } = selection;
      if (range && selected !== null) onTick(range.from, range.end, isTicked(selected) ? 'untick' : 'tick');
    } else if (selected !== null && action.type === 'open') open(selected);
    else if (selected !== null && action.type === 'expand') expand(selected, true);
    else if (selected !== null && action.type === 'collapse') expand(selected, false);
    else selection.act(action, pageRows());
  };

  const onClick = (event: MouseEvent) => {
    const heading = headingBy(event);
    if (heading !== null) {
      onFold(heading);
      return;
    }
    const hit = hitBy(event);
    if (!hit) return;
    if (hit.key !== undefined) sortBy(hit.key, event.shiftKey);
    else selection.select(hit.n, event.shiftKey);
    if (hit.act === 'tick') {
      // With Shift: the lines from where the selection was begun to this one.
      const { from, end } = event.shiftKey ? selection.reach(hit.n) : { from: hit.n - 1, end: hit.n };
      onTick(from, end, isTicked(hit.n) ? 'untick' : 'tick');
    } else if (hit.act === 'expand') toggle(hit.n);
    else if (hit.act === 'open' && !event.shiftKey) open(hit.n);
  };

  const onDoubleClick = (event: MouseEvent) => {
    const hit = hitBy(event);
    // In an opened paragraph a double click selects a word.
    if (hit && hit.key === undefined && hit.act === undefined) open(hit.n);
  };

  const onCopy = (event: ClipboardEvent) => {
    // Text selected with the mouse in an opened paragraph is copied as the browser does.
    const meant = meantLines(result, selection);
    if (!meant || document.getSelection()?.isCollapsed === false) return;
    event.preventDefault();
    tell(meant === 'ticked' ? onCopyTicked() : copyLines(cache, meant.from, meant.end, event.clipboardData));
  };

  return { sortBy, onGrid: { onKeyDown, onCopy }, onRows: { onClick, onDoubleClick, onMouseDown } };
}
