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

  /**
   * From the first line of a row to the last, in the window; null when this text has nothing in that row. What is out of
   * sight is not laid out, and each place asked of it would lay the page out once more: it is guessed, unless `exact`.
   */
  inWindow(row: number, exact = false): Lines | null {
    const all = this.sentences(row);
    const [first] = all;
    const last = all.at(-1);
    if (!first || !last) return null;
    return { top: linesOf(first, exact).top, bottom: linesOf(last, exact).bottom };
  }

  /** The same from the top of what is scrolled. */
  inText(row: number, exact = false): Lines | null {
    const lines = this.inWindow(row, exact);
    const origin = this.#origin();
    return lines && { top: lines.top - origin, bottom: lines.bottom - origin };
  }

  /** The row of the sentence that covers a height of the text. */
  rowAt(offset: number): number {
    const sought = offset + this.#origin();
    const paragraph = covering(this.#paragraphs, sought, boxOf);
    const sentence = paragraph && covering(sentencesIn(paragraph), sought, (one) => linesOf(one, false));
    return sentence ? rowOf(sentence) : 0;
  }

  #origin(): number {
    return this.#pane.getBoundingClientRect().top - this.#pane.scrollTop;
  }
}

function rowOf({ dataset }: HTMLElement): number {
  return Number(dataset.row);
}

function sentencesIn(paragraph: Element): HTMLElement[] {
  return [...paragraph.querySelectorAll<HTMLElement>('[data-row]')];
}

function boxOf(element: Element): Lines {
  return element.getBoundingClientRect();
}

/** Of a sentence whose paragraph is not laid out: its share of the room that the paragraph is given. */
function linesOf(sentence: HTMLElement, exact: boolean): Lines {
  const paragraph = sentence.parentElement;
  if (exact || !paragraph || sentence.checkVisibility({ contentVisibilityAuto: true })) return boxOf(sentence);
  const { top, bottom } = boxOf(paragraph);
  const all = sentencesIn(paragraph);
  const each = (bottom - top) / all.length;
  const place = all.indexOf(sentence);
  return { top: top + place * each, bottom: top + (place + 1) * each };
}

/** The first that ends below a height of the window, else the last: they stand in text order, so halves are enough. */
function covering(
  all: readonly HTMLElement[],
  height: number,
  place: (element: HTMLElement) => Lines,
): HTMLElement | undefined {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (place(all[middle]!).bottom <= height) low = middle + 1;
    else high = middle;
  }
  return all[Math.min(low, all.length - 1)];
}
