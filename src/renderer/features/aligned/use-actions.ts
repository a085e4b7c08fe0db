/** What the keys and buttons of the rows do. */
import { type RefObject, useState } from 'react';
import type { AlignedRow, LinkChange, SegmentRun, Side } from '../../../shared/alignment.ts';
import type { CorpusId } from '../../../shared/model.ts';
import { report, start } from '../../app/actions/failures.ts';
import { request } from '../../app/request.ts';
import { store } from '../../app/store/store.ts';
import { wordsOf } from '../../language/words.ts';
import { rowLabel } from './row-words.ts';
import type { RowAction } from './row-keys.ts';
import type { Cursor, RowListHandle } from './row-list.tsx';
import type { PairInHand } from './use-pair.ts';
import type { RowsInHand } from './use-rows.ts';
import type { WordAsked } from './pair-reader.tsx';

const t = wordsOf('aligned');

interface Hands {
  readonly inHand: PairInHand;
  readonly corpus: CorpusId;
  readonly cursor: Cursor;
  readonly setCursor: (cursor: Cursor) => void;
  readonly rows: RowsInHand;
  readonly list: RefObject<RowListHandle | null>;
  readonly setWord: (word: WordAsked | null) => void;
}

function runOf({ sides }: AlignedRow, side: Side): SegmentRun | null {
  const segments = sides[side];
  const [first] = segments;
  return first ? { from: first.segment, to: first.segment + segments.length } : null;
}

export function useActions({ inHand, corpus, cursor, setCursor, rows, list, setWord }: Hands) {
  const { summary } = inHand;
  const [pending, setPending] = useState<(Cursor & { readonly run: SegmentRun }) | null>(null);
  const [revealed, setRevealed] = useState<ReadonlySet<number>>(new Set());
  const [lit, setLit] = useState<number | null>(null);
  const places = rows.total ?? 0;
  const place = placeOf(rows, cursor.row);
  const row = rows.at(place);
  const { say, lookAligned, alignedLook: look } = store.getState();

  const goTo = (to: number) => {
    const target = Math.max(0, Math.min(places - 1, to));
    const next = rows.at(target);
    setCursor({ row: next?.row ?? target, side: cursor.side });
    setLit(null);
    list.current?.reveal(target, 'auto');
    if (next) say(rowLabel(next));
  };
  const correct = async (change: LinkChange, moved: 0 | 1 = 0) => {
    const at = await inHand.correct(change);
    setPending(null);
    if (at === null) return;
    const to = Math.min(at + moved, summary.rows);
    setCursor({ row: to, side: cursor.side });
    list.current?.reveal(to, 'auto');
    say(t(`done.${change.kind}`));
  };
  const next = async (what: 'doubtful' | 'alone' | 'flagged', step: 1 | -1) => {
    const asked = { corpus, alignment: summary.alignment, row: cursor.row, step, what };
    const { row: found } = await request('alignment.next', asked);
    if (found === null) {
      say(t(`none.${what}`));
      return;
    }
    setCursor({ row: found, side: cursor.side });
    list.current?.reveal(found, 'center');
  };
  const link = async (here: AlignedRow) => {
    const run = runOf(here, cursor.side);
    if (!run) {
      say(t('link.nothing'));
      return;
    }
    if (!pending || pending.side === cursor.side) {
      setPending({ ...cursor, run });
      say(t('link.begun'));
      return;
    }
    const [a, b] = cursor.side === 0 ? [run, pending.run] : [pending.run, run];
    await correct({ kind: 'link', a, b });
  };
  const step = async (what: 'undo' | 'redo') => {
    await request(`project.${what}`, { corpus });
    await inHand.refresh();
    say(t(`done.${what}`));
  };

  const act = (action: RowAction) => {
    switch (action.kind) {
      case 'go':
        goTo(goal(action.by, place, places, list.current?.page() ?? 10));
        return;
      case 'side':
        setCursor({ row: cursor.row, side: sideAt(action.side) });
        return;
      case 'next':
        start(next(action.what, action.step));
        return;
      case 'undo':
      case 'redo':
        start(step(action.kind));
        return;
      case 'hints':
        lookAligned({ hasHints: !look.hasHints });
        return;
      case 'map':
        lookAligned({ hasMap: document.querySelector('.aligned-map') === null });
        return;
      case 'together':
        lookAligned({ isTogether: !look.isTogether });
        return;
      case 'layout':
        lookAligned({ layout: look.layout === 'rows' ? 'continuous' : 'rows' });
        return;
      case 'hide':
        setRevealed(new Set());
        lookAligned({ hidden: look.hidden === null ? 1 : look.hidden === 1 ? 0 : null });
        return;
      case 'reveal':
        setRevealed((known) =>
          toggled(known, action.paragraph ? paragraphAt(rows, place) : [action.row ?? cursor.row]),
        );
        return;
      case 'leave':
        setPending(null);
        setLit(null);
        return;
      case 'next-hint':
        setLit(lit === null ? 0 : lit + 1);
        return;
      case 'translate':
        translate(cursor.side, setWord);
        return;
      default:
        if (row) start(change(action, row));
    }
  };
  const change = async (action: Exclude<RowAction, { kind: 'go' }>, here: AlignedRow) => {
    const at = here.row;
    switch (action.kind) {
      case 'confirm':
        await correct({ kind: 'confirm', rows: [at] }, 1);
        return;
      case 'unlink':
      case 'anchor':
        await correct({ kind: action.kind, row: at });
        return;
      case 'realign':
        await correct({ kind: 'realign', row: action.from ?? at });
        return;
      case 'release':
        await correct({ kind: 'release', rows: [at] });
        return;
      case 'merge':
        if (action.with === 'previous' && at === 0) return;
        await correct({ kind: 'merge', row: action.with === 'next' ? at : at - 1 });
        return;
      case 'split':
        await correct({ kind: 'split', row: at, ...half(here) });
        return;
      case 'boundary':
        await correct({ kind: 'boundary', row: at, side: cursor.side, by: action.by });
        return;
      case 'link':
        await link(here);
        return;
      default:
        report(new Error(`The rows know no ${action.kind}.`));
    }
  };
  return { act, pending, revealed, lit, light: setLit, row };
}

/** Where the first of two parts ends: after the first segment of each side, or of the only one that has two. */
function half({ sides: [a, b] }: AlignedRow): { a: number; b: number } {
  return { a: Math.min(1, a.length), b: Math.min(1, b.length) };
}

/** Shows them, or hides them again when all of them are shown. */
function toggled(known: ReadonlySet<number>, rows: readonly number[]): ReadonlySet<number> {
  const next = new Set(known);
  const areShown = rows.every((row) => known.has(row));
  for (const row of rows) {
    if (areShown) next.delete(row);
    else next.add(row);
  }
  return next;
}

/** The rows about a place up to where a paragraph of either text begins, as far as they are in hand. */
function paragraphAt(rows: RowsInHand, place: number): number[] {
  const opens = (row: AlignedRow | undefined): boolean => row?.sides.some(([first]) => first?.opens === true) ?? true;
  let from = place;
  while (from > 0 && !opens(rows.at(from))) from--;
  let to = place + 1;
  while (rows.at(to) && !opens(rows.at(to))) to++;
  return Array.from({ length: to - from }, (_, at) => rows.at(from + at)?.row ?? from + at);
}

function goal(by: Extract<RowAction, { kind: 'go' }>['by'], place: number, places: number, page: number): number {
  switch (by) {
    case 'first':
      return 0;
    case 'last':
      return places - 1;
    case 'page':
      return place + page;
    case 'page-back':
      return place - page;
    default:
      return place + by;
  }
}

/** The place of a row in the list: the same without a filter, otherwise among the rows that are drawn. */
function placeOf(rows: RowsInHand, row: number): number {
  const places = rows.total ?? 0;
  if (rows.at(row)?.row === row || places === 0) return row;
  for (let place = 0; place < places; place++) {
    const at = rows.at(place)?.row;
    if (at !== undefined && at >= row) return place;
  }
  return 0;
}

/** The sides stand in the order of the page: the first text is where lines of the interface begin. */
function sideAt(side: 'start' | 'end'): Side {
  const isMirrored = document.documentElement.dir === 'rtl';
  return (side === 'start') !== isMirrored ? 0 : 1;
}

/** Asks for what is selected; without a selection there is nothing to ask. */
function translate(side: Side, setWord: (word: WordAsked | null) => void): void {
  const selection = window.getSelection();
  const word = selection?.toString().trim() ?? '';
  const cell = selection?.anchorNode?.parentElement?.closest('.aligned-cell');
  if (word === '' || word.length > 200) {
    store.getState().say(t('translate.select'));
    return;
  }
  const chosen = cell?.parentElement ? (cell.parentElement.firstElementChild === cell ? 0 : 1) : side;
  setWord({ side: chosen, word });
}
