/** What is drawn into a document that somebody marks, and what they do with it there. */
import type { CharOffset, Span } from '../../../shared/model.ts';

/** One tag on one stretch of text: a line under it, a stripe in the margin, a mark beside the scroll bar. */
export interface Stroke extends Span {
  /** `#rrggbb` */
  readonly colour: string;
  /** Waits for a decision: drawn broken. */
  readonly isDoubtful: boolean;
}

/** What is selected; `start === end` is a place between two characters. */
export interface Selected {
  readonly start: CharOffset;
  readonly end: CharOffset;
  /** Where Shift and an arrow would go on from: at the end, unless it was selected backwards. */
  readonly isBackward: boolean;
}

/** Handed to the pane that shows a document. */
export interface Marking {
  readonly strokes: readonly Stroke[];
  /** The stretch that stands out, null for none. */
  readonly current: Span | null;
  /** A new object is selected and brought into view, unless it is null. */
  readonly goal: Span | null;
  /** True when the press was taken; the text does not hear of it then. */
  readonly onKey: (press: KeyboardEvent, selected: Selected) => boolean;
  /** The selection is another one. `isDone` when a mouse button was let go over it. */
  readonly onSelect: (selected: Selected, isDone: boolean) => void;
}
