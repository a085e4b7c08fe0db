/**
 * Draws hits into an editor, those of several queries each in its colour and with its sign. All lies under the text, so that
 * joined letters stay joined; the sign hangs at the upper corner where the word begins.
 */
import type { editor } from 'monaco-editor/editor';
import type { Span } from '../../../shared/model.ts';
import './hit-layer.css';
import type { Monaco } from './monaco.ts';

/** A marked place. Without a look it has the one colour of hits. */
export interface HitMark extends Span {
  readonly look: HitLook | null;
}

export interface HitLook {
  /** Number of the colour and of the sign, 0 to 5: see ui/query-sign.tsx. */
  readonly ink: number;
  readonly sign: number;
  /** Signs that hang at the same corner already. */
  readonly slot: number;
}

/** Signs further along than this would hang over the next word. */
const mostSlots = 4;

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;

export class HitLayer {
  readonly #monaco: Monaco;
  readonly #model: editor.ITextModel;
  readonly #marks: editor.IEditorDecorationsCollection;
  readonly #current: editor.IEditorDecorationsCollection;

  constructor(monaco: Monaco, standalone: editor.IStandaloneCodeEditor, model: editor.ITextModel) {
    this.#monaco = monaco;
    this.#model = model;
    this.#marks = standalone.createDecorationsCollection();
    this.#current = standalone.createDecorationsCollection();
  }

  mark(places: readonly HitMark[]): void {
    const stickiness = this.#monaco.editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges;
    const text = this.#model.getValue();
    this.#marks.set(
      places.map((place) => ({
        range: this.#rangeOf(place),
        options: { className: classOf(place, text), stickiness },
      })),
    );
  }

  /** Marks one place as the one looked at, and nothing with null. */
  markCurrent(place: Span | null): void {
    const options = { className: 'article-mark-current', zIndex: 10 };
    this.#current.set(place ? [{ range: this.#rangeOf(place), options }] : []);
  }

  #rangeOf({ start, end }: Span) {
    return this.#monaco.Range.fromPositions(this.#model.getPositionAt(start), this.#model.getPositionAt(end));
  }
}

function classOf({ start, look }: HitMark, text: string): string {
  if (!look) return 'article-mark';
  const side = rightToLeft.test(text.charAt(start)) ? 'right' : 'left';
  const slot = Math.min(look.slot, mostSlots - 1);
  return `article-mark article-hit article-hit-${look.ink} article-sign-${look.sign} article-slot-${slot} article-sign-${side}`;
}
