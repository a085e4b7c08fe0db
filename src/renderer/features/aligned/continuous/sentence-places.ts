/** Where the sentences of a text that runs stand in its pane. Each is looked up by its row, never looked for in the whole page. */

export interface Lines {
  readonly top: number;
  readonly bottom: number;
}

export class SentencePlaces {
  readonly #pane: HTMLElement;
  readonly #paragraphs: readonly HTMLElement[];
  readonly #byRow = new Map<number, HTMLElement[]>();

  constructor(pane: HTMLElement) {
    this.#pane = pane;
    this.#paragraphs = [...pane.querySelectorAll<HTMLElement>('p')];
    for (const sentence of pane.querySelectorAll<HTMLElement>('[data-row]')) {
      const row = rowOf(sentence);
      const known = this.#byRow.get(row);
      if (known) known.push(sentence);
      else this.#byRow.set(row, [sentence]);
    }
  }

  sentences(row: number): readonly HTMLElement[] {
    return this.#byRow.get(row) ?? [];
  }

  /** From the first line of a row to the last, in the window; null when this text has nothing in that row. */
  inWindow(row: number): Lines | null {
    const all = this.sentences(row);
    const [first] = all;
    const last = all.at(-1);
    if (!first || !last) return null;
    return { top: first.getBoundingClientRect().top, bottom: last.getBoundingClientRect().bottom };
  }

  /** The same from the top of what is scrolled. */
  inText(row: number): Lines | null {
    const lines = this.inWindow(row);
    const origin = this.#origin();
    return lines && { top: lines.top - origin, bottom: lines.bottom - origin };
  }

  /** The row of the sentence that covers a height of the text. Only the paragraph that is there is laid out for it. */
  rowAt(offset: number): number {
    const sought = offset + this.#origin();
    const paragraph = covering(this.#paragraphs, sought);
    const sentence = paragraph && covering([...paragraph.querySelectorAll<HTMLElement>('[data-row]')], sought);
    return sentence ? rowOf(sentence) : 0;
  }

  #origin(): number {
    return this.#pane.getBoundingClientRect().top - this.#pane.scrollTop;
  }
}

function rowOf({ dataset }: HTMLElement): number {
  return Number(dataset.row);
}

/** The first that ends below a height of the window, else the last: they stand in text order, so halves are enough. */
function covering(all: readonly HTMLElement[], height: number): HTMLElement | undefined {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (all[middle]!.getBoundingClientRect().bottom <= height) low = middle + 1;
    else high = middle;
  }
  return all[Math.min(low, all.length - 1)];
}
