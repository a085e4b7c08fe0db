/**
 * Draws tagged passages into an editor. All of it lies under the text (`className`): an inline class would cut Arabic words
 * into pieces whose letters no longer join. Monaco asks the browser where the characters stand, so a stroke through mixed
 * text comes out as the pieces that the eye sees.
 */
import type { editor, IDisposable } from 'monaco-editor/editor';
import type { CharOffset, Span } from '../../../shared/model.ts';
import { lanesOf } from './lanes.ts';
import type { Marking, Selected, Stroke } from './marking.ts';
import './marking.css';
import type { Monaco } from './monaco.ts';
import { colourClass } from './tag-colour.ts';

/** Strokes deeper than this are drawn upon the last lane; the margin and the list beside the text have them all. */
const mostLanes = 5;

const rightToLeft = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}/u;

export class MarkingLayer {
  readonly #monaco: Monaco;
  readonly #editor: editor.IStandaloneCodeEditor;
  readonly #model: editor.ITextModel;
  readonly #strokes: editor.IEditorDecorationsCollection;
  readonly #current: editor.IEditorDecorationsCollection;
  readonly #listeners: readonly IDisposable[];
  #marking: Marking | null = null;
  #drawn: readonly Stroke[] = [];

  constructor(monaco: Monaco, standalone: editor.IStandaloneCodeEditor, model: editor.ITextModel) {
    this.#monaco = monaco;
    this.#editor = standalone;
    this.#model = model;
    this.#strokes = standalone.createDecorationsCollection();
    this.#current = standalone.createDecorationsCollection();
    this.#listeners = [
      standalone.onKeyDown((press) => {
        if (!this.#marking?.onKey(press.browserEvent, this.selected())) return;
        press.preventDefault();
        press.stopPropagation();
      }),
      standalone.onDidChangeCursorSelection(() => {
        this.#marking?.onSelect(this.selected(), false);
      }),
      standalone.onMouseUp(() => {
        this.#marking?.onSelect(this.selected(), true);
      }),
    ];
  }

  /** Lanes that the strokes take, at most `mostLanes`. */
  set(marking: Marking | null): number {
    const before = this.#marking;
    this.#marking = marking;
    const strokes = marking?.strokes ?? [];
    const lanes = lanesOf(strokes);
    const depth = Math.min(
      mostLanes,
      lanes.reduce((most, lane) => Math.max(most, lane + 1), 0),
    );
    if (strokes !== this.#drawn) this.#strokes.set(strokes.flatMap((stroke, at) => this.#draw(stroke, at, lanes[at]!)));
    this.#drawn = strokes;
    if (marking?.current !== before?.current) this.#drawCurrent(marking?.current ?? null);
    if (marking?.goal && marking.goal !== before?.goal) this.#select(marking.goal);
    return depth;
  }

  selected(): Selected {
    const selection = this.#editor.getSelection();
    if (!selection) return { start: 0 as CharOffset, end: 0 as CharOffset, isBackward: false };
    return {
      start: this.#model.getOffsetAt(selection.getStartPosition()) as CharOffset,
      end: this.#model.getOffsetAt(selection.getEndPosition()) as CharOffset,
      isBackward: selection.getDirection() === this.#monaco.SelectionDirection.RTL,
    };
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
  }

  #select({ start, end }: Span): void {
    const range = this.#range(start, end);
    this.#editor.setSelection(range);
    this.#editor.revealRangeInCenterIfOutsideViewport(range, this.#monaco.editor.ScrollType.Immediate);
  }

  #drawCurrent(current: Span | null): void {
    const options = { className: 'tag-current', zIndex: 1 };
    this.#current.set(current ? [{ range: this.#range(current.start, current.end), options }] : []);
  }

  #draw(stroke: Stroke, at: number, deep: number): editor.IModelDeltaDecoration[] {
    const { start, end, colour, isDoubtful } = stroke;
    const lane = Math.min(deep, mostLanes - 1);
    const { TrackedRangeStickiness } = this.#monaco.editor;
    const look = `${colourClass(colour)} tag-lane-${lane}`;
    const stickiness = TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges;
    // Monaco joins neighbours of one class: those of one tag would look like a single passage.
    const parity = at % 2 === 0 ? 'tag-even' : 'tag-odd';
    return [
      {
        range: this.#range(start, end),
        options: {
          className: `tag-stroke ${look} ${parity}${isDoubtful ? ' tag-doubtful' : ''}`,
          linesDecorationsClassName: `tag-stripe ${look}`,
          zIndex: 2,
          stickiness,
        },
      },
      this.#edge(start, 'start', look),
      this.#edge(end, 'end', look),
    ];
  }

  /** A tick where a stroke begins and ends, on the side of the character that the direction of its letters says. */
  #edge(at: CharOffset, side: 'start' | 'end', look: string): editor.IModelDeltaDecoration {
    const [from, to] = side === 'start' ? [at, this.#characterAfter(at)] : [this.#characterBefore(at), at];
    const range = this.#range(from, to);
    const isRtl = rightToLeft.test(this.#model.getValueInRange(range));
    const edge = (side === 'start') === isRtl ? 'right' : 'left';
    return { range, options: { className: `tag-edge tag-edge-${edge} tag-edge-of-${side} ${look}`, zIndex: 3 } };
  }

  #characterAfter(at: CharOffset): CharOffset {
    const { lineNumber, column } = this.#model.getPositionAt(at);
    const rest = this.#model.getLineContent(lineNumber).slice(column - 1, column + 1);
    return (at + ((rest.codePointAt(0) ?? 0) > 0xffff ? 2 : 1)) as CharOffset;
  }

  #characterBefore(at: CharOffset): CharOffset {
    const { lineNumber, column } = this.#model.getPositionAt(at);
    const rest = this.#model.getLineContent(lineNumber).slice(Math.max(0, column - 3), column - 1);
    return Math.max(0, at - (/[\u{10000}-\u{10FFFF}]$/u.test(rest) ? 2 : 1)) as CharOffset;
  }

  #range(start: CharOffset, end: CharOffset) {
    return this.#monaco.Range.fromPositions(this.#model.getPositionAt(start), this.#model.getPositionAt(end));
  }
}
