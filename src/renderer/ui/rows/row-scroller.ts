/**
 * The scroller of a long list: listens to the scroll element, keeps the place in it, and says which rows to draw and
 * where. The arithmetic is row-offsets.ts; this is the part that touches the page. It owns its listeners, its observer
 * and its timer, and gives them back through the function that `attach` returns.
 */
import type { RowGeometry, ScrollPlace, TallRow } from './row-offsets.ts';
import {
  afterJump,
  afterSmallScroll,
  areaHeight,
  capAtScale,
  offsetOfRow,
  offsetShowing,
  placeAt,
  rowAtOffset,
} from './row-offsets.ts';

/** What to draw: rows `first` to `end`, exclusive, one under the other, `shift` pixels below the top of the area. */
export interface RowWindow {
  readonly first: number;
  readonly end: number;
  readonly shift: number;
}

export interface ScrollerElements {
  /** What scrolls. */
  readonly scroll: HTMLElement;
  /** The tall element in it that holds the rows; its height is set here. */
  readonly area: HTMLElement;
  /** What sticks to the top of `scroll` and hides that much of the rows. */
  readonly header: HTMLElement;
}

/** Rows drawn beyond either edge, so that a small scroll finds them there. */
const overscan = 10;
/** The window moves in steps of so many rows: fewer renders, each of a few rows. */
const step = 4;
/** Milliseconds without a scroll event after which the scrollbar is put where it belongs. */
const idleDelay = 160;
/** Milliseconds after a wheel event in which even a large scroll is one by hand, not by the scrollbar. */
const wheelMemory = 200;

export class RowScroller {
  #geometry: RowGeometry;
  #place: ScrollPlace = { base: 0, native: 0 };
  #elements: ScrollerElements | null = null;
  #window: RowWindow = { first: 0, end: 0, shift: 0 };
  #idle: ReturnType<typeof setTimeout> | undefined;
  #wheeled = -Infinity;
  readonly #listeners = new Set<() => void>();

  constructor(rowHeight: number) {
    this.#geometry = { rows: 0, rowHeight, tall: [], viewport: 0, cap: capAtScale(1) };
  }

  readonly window = (): RowWindow => this.#window;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  attach(elements: ScrollerElements): () => void {
    this.#elements = elements;
    const observer = new ResizeObserver(() => {
      this.#measure();
    });
    observer.observe(elements.scroll);
    observer.observe(elements.header);
    const wheeled = (event: Event): void => {
      this.#wheeled = event.timeStamp;
    };
    elements.scroll.addEventListener('scroll', this.#scrolled, { passive: true });
    elements.scroll.addEventListener('wheel', wheeled, { passive: true });
    this.#measure();
    return () => {
      observer.disconnect();
      elements.scroll.removeEventListener('scroll', this.#scrolled);
      elements.scroll.removeEventListener('wheel', wheeled);
      clearTimeout(this.#idle);
      this.#elements = null;
    };
  }

  /** Another list: from its top, with no tall rows. */
  reset(rows: number): void {
    this.#geometry = { ...this.#geometry, rows, tall: [] };
    this.#moveTo(0);
  }

  /** Makes a row taller than the others by `px`, or as tall as the others for 0. What is seen first stays where it is. */
  setTall(row: number, px: number): void {
    const known = this.#geometry.tall.find((tall) => tall.row === row)?.px ?? 0;
    if (known === px) return;
    const others = this.#geometry.tall.filter((tall) => tall.row !== row);
    const tall: TallRow[] = px > 0 ? [...others, { row, px }].sort((a, b) => a.row - b.row) : others;
    const top = this.#top();
    const anchor = rowAtOffset(this.#geometry, top);
    const within = top - offsetOfRow(this.#geometry, anchor);
    this.#geometry = { ...this.#geometry, tall };
    this.#moveTo(offsetOfRow(this.#geometry, anchor) + within);
  }

  /** Scrolls so that a row is seen. */
  reveal(row: number, where: 'nearest' | 'start' | 'centre'): void {
    const top = this.#top();
    const offset = offsetShowing(this.#geometry, row, top, where);
    if (offset !== top) this.#moveTo(offset);
  }

  /** Rows that one page of the keyboard moves by. */
  pageRows(): number {
    return Math.max(1, Math.floor(this.#geometry.viewport / this.#geometry.rowHeight) - 1);
  }

  #top(): number {
    return this.#place.base + this.#place.native;
  }

  #measure(): void {
    if (!this.#elements) return;
    const { scroll, header } = this.#elements;
    const viewport = Math.max(0, scroll.clientHeight - header.offsetHeight);
    const top = this.#top();
    this.#geometry = { ...this.#geometry, viewport, cap: Math.max(2 * viewport, capAtScale(window.devicePixelRatio)) };
    this.#moveTo(top);
  }

  #moveTo(offset: number): void {
    const before = this.#place.native;
    this.#place = placeAt(this.#geometry, offset);
    if (this.#elements) {
      const { scroll, area } = this.#elements;
      area.style.height = `${areaHeight(this.#geometry)}px`;
      // A list that stays at its top is not asked where it is: the answer would cost a layout of all that is drawn anew.
      if (before !== 0 || this.#place.native !== 0) {
        if (scroll.scrollTop !== this.#place.native) scroll.scrollTop = this.#place.native;
        // The browser may round; the rows follow it.
        this.#place = { base: this.#place.base, native: scroll.scrollTop };
      }
    }
    this.#draw();
  }

  readonly #scrolled = (event: Event): void => {
    if (!this.#elements) return;
    const native = this.#elements.scroll.scrollTop;
    const distance = Math.abs(native - this.#place.native);
    if (distance === 0) return;
    const byHand = distance < this.#geometry.viewport || event.timeStamp - this.#wheeled < wheelMemory;
    if (byHand) {
      const place = afterSmallScroll(this.#geometry, this.#place, native);
      if (place.native === native) this.#place = place;
      else this.#moveTo(place.base + place.native);
    } else this.#place = afterJump(this.#geometry, native);
    this.#draw();
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => {
      this.#moveTo(this.#top());
    }, idleDelay);
  };

  #draw(): void {
    const { rows, viewport } = this.#geometry;
    const top = this.#top();
    let first = 0;
    let end = 0;
    if (rows > 0 && viewport > 0) {
      first = Math.max(0, Math.floor((rowAtOffset(this.#geometry, top) - overscan) / step) * step);
      const last = rowAtOffset(this.#geometry, top + viewport - 1);
      end = Math.min(rows, Math.ceil((last + 1 + overscan) / step) * step);
    }
    const shift = offsetOfRow(this.#geometry, first) - this.#place.base;
    const drawn = this.#window;
    if (drawn.first === first && drawn.end === end && drawn.shift === shift) return;
    this.#window = { first, end, shift };
    for (const listener of this.#listeners) listener();
  }
}
