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

/** Marks that are drawn at once. A common word has thousands in a long text: the rest comes while nobody waits for the page. */
const atOnce = 800;

export class HitLayer {
  readonly #monaco: Monaco;
  readonly #model: editor.ITextModel;
  readonly #marks: editor.IEditorDecorationsCollection;
  readonly #current: editor.IEditorDecorationsCollection;
  #idle = 0;

  constructor(monaco: Monaco, standalone: editor.IStandaloneCodeEditor, model: editor.ITextModel) {
    this.#monaco = monaco;
    this.#model = model;
    this.#marks = standalone.createDecorationsCollection();
    this.#current = standalone.createDecorationsCollection();
  }

  /** In text order. Those around `near`, a UTF-16 offset, are drawn first. */
  mark(places: readonly HitMark[], near: number): void {
    cancelIdleCallback(this.#idle);
    const [first = [], ...later] = fromMiddle(places, near);
    this.#marks.set(this.#decorations(first));
    const next = () => {
      const some = later.shift();
      if (!some) return;
      this.#idle = requestIdleCallback(() => {
        this.#marks.append(this.#decorations(some));
        next();
      });
    };
    next();
  }

  /** Marks one place as the one looked at, and nothing with null. */
  markCurrent(place: Span | null): void {
    const options = { className: 'article-mark-current', zIndex: 10 };
    this.#current.set(place ? [{ range: this.#rangeOf(place), options }] : []);
  }

  dispose(): void {
    cancelIdleCallback(this.#idle);
  }

  #decorations(places: readonly HitMark[]): editor.IModelDeltaDecoration[] {
    const stickiness = this.#monaco.editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges;
    const text = this.#model.getValue();
    return places.map((place) => ({
      range: this.#rangeOf(place),
      options: { className: classOf(place, text), stickiness },
    }));
  }

  #rangeOf({ start, end }: Span) {
    return this.#monaco.Range.fromPositions(this.#model.getPositionAt(start), this.#model.getPositionAt(end));
  }
}

/** Portions of the marks: the one around an offset, then all others in text order. */
function fromMiddle(places: readonly HitMark[], near: number): HitMark[][] {
  const found = places.findIndex(({ end }) => end > near);
  const from = Math.max(0, (found < 0 ? places.length : found) - atOnce / 2);
  const others = [...places.slice(0, from), ...places.slice(from + atOnce)];
  const later = Array.from({ length: Math.ceil(others.length / atOnce) }, (_, at) =>
    others.slice(at * atOnce, (at + 1) * atOnce),
  );
  return [places.slice(from, from + atOnce), ...later];
}

function classOf({ start, look }: HitMark, text: string): string {
  if (!look) return 'article-mark';
  const side = rightToLeft.test(text.charAt(start)) ? 'right' : 'left';
  const slot = Math.min(look.slot, mostSlots - 1);
  return `article-mark article-hit article-hit-${look.ink} article-sign-${look.sign} article-slot-${slot} article-sign-${side}`;
}
