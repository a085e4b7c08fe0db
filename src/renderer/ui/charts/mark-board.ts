/**
 * The marks of one chart: which of them the Tab key stops at, and which is described in the tooltip. Marks come and go
 * with what Recharts draws; each registers itself and is told only of changes of its own.
 */
import { isolated } from './label-direction.ts';
import { markAfter, type MarkPlace, type StepKey } from './mark-steps.ts';

/** What is said of a mark. */
export interface MarkTip {
  readonly title: string;
  readonly rows: readonly (readonly [name: string, value: string])[];
  /** What Enter does, where it is not plain. */
  readonly hint?: string;
}

export interface BoardMark extends MarkPlace {
  readonly tip: MarkTip;
  readonly element: SVGGElement;
  /** Where the Tab key comes in first, rather than at what is drawn first. */
  readonly isStart?: boolean;
}

export class MarkBoard {
  readonly #marks = new Map<string, BoardMark>();
  readonly #listeners = new Set<() => void>();
  #tabStop: string | undefined;
  #shown: BoardMark | undefined;
  /** The focus has been here: it comes back to where it was. */
  #isUsed = false;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly tabStop = (): string | undefined => this.#tabStop;
  readonly shown = (): BoardMark | undefined => this.#shown;

  place(mark: BoardMark): void {
    this.#marks.set(mark.id, mark);
    const stop = mark.isStart && !this.#isUsed ? mark.id : (this.#tabStop ?? mark.id);
    this.#change(stop, this.#shown?.id === mark.id ? mark : this.#shown);
  }

  remove(id: string): void {
    this.#marks.delete(id);
    const [first] = this.#marks.keys();
    this.#change(this.#tabStop === id ? first : this.#tabStop, this.#shown?.id === id ? undefined : this.#shown);
  }

  /** Shows what is said of something that is not one of the marks. */
  describe(mark: BoardMark): void {
    this.#change(this.#tabStop, mark);
  }

  show(id: string): void {
    this.#change(this.#tabStop, this.#marks.get(id));
  }

  focus(id: string): void {
    this.#isUsed = true;
    this.#change(id, this.#marks.get(id));
  }

  hide(): void {
    this.#change(this.#tabStop, undefined);
  }

  /** Moves the focus. Whether there was somewhere to go. */
  step(from: string, key: StepKey): boolean {
    const next = markAfter(this.#inOrder(), from, key);
    const mark = next === undefined ? undefined : this.#marks.get(next);
    if (!mark) return false;
    this.#change(mark.id, mark);
    mark.element.focus();
    return true;
  }

  /** As they stand in the picture: marks that were registered late may stand first. */
  #inOrder(): BoardMark[] {
    return [...this.#marks.values()].sort((a, b) =>
      a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
    );
  }

  #change(tabStop: string | undefined, shown: BoardMark | undefined): void {
    if (tabStop === this.#tabStop && shown === this.#shown) return;
    this.#tabStop = tabStop;
    this.#shown = shown;
    for (const listener of this.#listeners) listener();
  }
}

/** A tip as one sentence, for the name of a mark. */
export function tipText({ title, rows, hint }: MarkTip): string {
  const parts = rows.map(([name, value]) => `${name} ${isolated(value)}`).join(', ');
  const said = parts === '' ? isolated(title) : `${isolated(title)}: ${parts}`;
  return hint === undefined ? said : `${said}. ${hint}`;
}
