/** Tells what somebody does in an article: what of it is in sight, where the cursor is, and that a word was asked about. */
import type { editor, IDisposable } from 'monaco-editor/editor';
import type { CharOffset, Span } from '../../../shared/model.ts';

export interface ArticleEvents {
  /** The stretch of text that is in sight, after scrolling and after a change of the layout. */
  readonly onSeen: (seen: Span) => void;
  /** The cursor stands somewhere else; of what is selected, the beginning. */
  readonly onPlace: (place: CharOffset) => void;
  /** A double click has selected a word. */
  readonly onWord: () => void;
}

export class ArticleWatch {
  readonly #editor: editor.IStandaloneCodeEditor;
  readonly #model: editor.ITextModel;
  readonly #listeners: readonly IDisposable[];
  #events: ArticleEvents | null = null;

  constructor(standalone: editor.IStandaloneCodeEditor, model: editor.ITextModel) {
    this.#editor = standalone;
    this.#model = model;
    const tellSeen = () => {
      this.#events?.onSeen(this.#seen());
    };
    this.#listeners = [
      standalone.onDidScrollChange(tellSeen),
      standalone.onDidLayoutChange(tellSeen),
      standalone.onDidContentSizeChange(tellSeen),
      standalone.onDidChangeCursorSelection(() => {
        this.#events?.onPlace(this.#place());
      }),
      standalone.onMouseUp(({ event }) => {
        if (event.detail === 2) this.#events?.onWord();
      }),
    ];
  }

  set(events: ArticleEvents | null): void {
    this.#events = events;
    events?.onSeen(this.#seen());
    events?.onPlace(this.#place());
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
  }

  #seen(): Span {
    const ranges = this.#editor.getVisibleRanges();
    const [first, last] = [ranges[0], ranges.at(-1)];
    if (!first || !last) return { start: 0 as CharOffset, end: 0 as CharOffset };
    return {
      start: this.#model.getOffsetAt(first.getStartPosition()) as CharOffset,
      end: this.#model.getOffsetAt(last.getEndPosition()) as CharOffset,
    };
  }

  #place(): CharOffset {
    const selection = this.#editor.getSelection();
    return (selection ? this.#model.getOffsetAt(selection.getStartPosition()) : 0) as CharOffset;
  }
}
