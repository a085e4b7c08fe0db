/**
 * One document in a read-only Monaco: its text, the directions of its paragraphs, the marked places in it. The owner
 * calls `dispose`, which ends the editor, the model and every listener.
 */
import type { editor } from 'monaco-editor/editor';
import type { Span } from '../../../shared/model.ts';
import { articleOptions, breaksExactly } from './article-options.ts';
import { type TextParagraph, linesOfParagraphs, marginNumbers, monacoText } from './article-text.ts';
import { type ArticleEvents, ArticleWatch } from './article-watch.ts';
import { HitLayer, type HitMark } from './hit-layer.ts';
import { MarkingLayer } from './marking-layer.ts';
import type { Marking } from './marking.ts';
import type { Monaco } from './monaco.ts';
import { columnWidth, columnsIn } from './wrap-column.ts';

export interface Article {
  readonly text: string;
  /** In text order. */
  readonly paragraphs: readonly TextParagraph[];
  /** What a screen reader calls it. */
  readonly label: string;
}

export interface ArticleLook {
  /** A font stack. */
  readonly fontFamily: string;
  /** CSS pixels. */
  readonly fontSize: number;
  /** Height of a line in ems. */
  readonly leading: number;
}

/** Lanes of tagged passages that fit under a line as it is; each further one makes all lines higher. */
const lanesThatFit = 2;
/** CSS pixels of a lane: see marking.css. */
const laneHeight = 3;

/** CSS pixels. */
function lineHeight({ fontSize, leading }: ArticleLook, lanes: number): number {
  return Math.round(fontSize * leading) + Math.max(0, lanes - lanesThatFit) * laneHeight * 2;
}

/** Whole pixels, so that a change of a fraction does not break all lines anew. */
function sizeOf(element: HTMLElement): editor.IDimension {
  return { width: Math.max(1, element.clientWidth), height: Math.max(1, element.clientHeight) };
}

/** More paragraphs than this are a list rather than prose, and each space costs Monaco an element. */
const mostSpaced = 4_000;

export class ArticleEditor {
  readonly #monaco: Monaco;
  readonly #editor: editor.IStandaloneCodeEditor;
  readonly #model: editor.ITextModel;
  /** 1-based lines that begin a paragraph and follow another without an empty line between. */
  readonly #closeLines: readonly number[];
  #spaces: readonly string[] = [];
  readonly #exact: boolean;
  /** Mean pixels of a column in this face, where lines are broken by columns. */
  #columnWidth = 1;
  readonly #observer: ResizeObserver;
  readonly #hits: HitLayer;
  readonly #watch: ArticleWatch;
  readonly #found: editor.IEditorDecorationsCollection;
  readonly #layer: MarkingLayer;
  readonly #container: HTMLElement;
  #look: ArticleLook;
  #lanes = 0;

  constructor(monaco: Monaco, container: HTMLElement, article: Article, look: ArticleLook) {
    this.#monaco = monaco;
    this.#container = container;
    this.#look = look;
    const text = monacoText(article.text);
    this.#model = monaco.editor.createModel(text, 'plaintext');
    this.#exact = breaksExactly(text, article.paragraphs);
    const lines = linesOfParagraphs(text, article.paragraphs);
    this.#editor = monaco.editor.create(container, {
      ...articleOptions(this.#exact),
      ...this.#lookOptions(),
      dimension: sizeOf(container),
      model: null,
      ariaLabel: article.label,
      lineNumbers: marginNumbers(lines),
      lineNumbersMinChars: String(article.paragraphs.length).length + 2,
    });
    // The text comes last, when it is known where to break it.
    this.#breakLines(look);
    this.#editor.setModel(this.#model);
    this.#editor.createDecorationsCollection(
      article.paragraphs.flatMap((paragraph, index) =>
        paragraph.direction === 'rtl' ? [this.#rightToLeft(lines[index] ?? 1)] : [],
      ),
    );
    this.#hits = new HitLayer(monaco, this.#editor, this.#model);
    this.#watch = new ArticleWatch(this.#editor, this.#model);
    this.#found = this.#editor.createDecorationsCollection();
    this.#closeLines = [...lines].filter((line) => line > 1 && this.#model.getLineLength(line - 1) > 0);
    this.#layer = new MarkingLayer(monaco, this.#editor, this.#model);
    this.#spaceParagraphs();
    this.#observer = new ResizeObserver(() => {
      this.#editor.layout(sizeOf(container));
      this.#breakLines(null);
    });
    this.#observer.observe(container);
  }

  /** In text order; those around `near`, or else around the cursor, are drawn first. */
  mark(places: readonly HitMark[], near: Span | null): void {
    this.#hits.mark(places, near?.start ?? this.selected().start);
  }

  /** Marks one place as the one looked at, and nothing with null. */
  markCurrent(place: Span | null): void {
    this.#hits.markCurrent(place);
  }

  /** Tells what is done in the text; nobody with null. */
  tell(events: ArticleEvents | null): void {
    this.#watch.set(events);
  }

  /** Brings a place to the middle of the view and puts the cursor on it, so that reading on goes from there. */
  reveal(place: Span): void {
    const range = this.#rangeOf(place);
    this.#editor.setPosition({ lineNumber: range.startLineNumber, column: range.startColumn });
    this.#editor.revealRangeInCenter(range, this.#monaco.editor.ScrollType.Immediate);
  }

  /** Draws tagged passages, and tells who marks what is done in the text; with null neither. */
  setMarking(marking: Marking | null): void {
    const lanes = this.#layer.set(marking);
    if (lanes === this.#lanes) return;
    this.#lanes = lanes;
    this.#container.style.setProperty('--tag-lanes', String(lanes));
    this.#editor.updateOptions(this.#lookOptions());
    this.#spaceParagraphs();
  }

  focus(): void {
    this.#editor.focus();
  }

  setLook(look: ArticleLook): void {
    const { fontFamily, fontSize, leading } = this.#look;
    // A long text is not laid out a second time for the look that it was opened with.
    if (look.fontFamily === fontFamily && look.fontSize === fontSize && look.leading === leading) return;
    this.#look = look;
    this.#editor.updateOptions(this.#lookOptions());
    this.#spaceParagraphs();
    this.#breakLines(look);
  }

  /** Marks the places of what is looked for; that at index `current` is the one looked at. */
  markFound(places: readonly Span[], current: number): void {
    this.#found.set(
      places.map((place, at) => ({
        range: this.#rangeOf(place),
        options: {
          className: at === current ? 'article-found article-found-current' : 'article-found',
          zIndex: at === current ? 12 : 11,
        },
      })),
    );
  }

  /** The stretch that is selected; `start === end` is the place of the cursor. */
  selected(): Span {
    return this.#layer.selected();
  }

  /** Selects a stretch and brings it into view. */
  select(place: Span): void {
    this.#editor.setSelection(this.#rangeOf(place));
    this.#editor.revealRangeInCenterIfOutsideViewport(this.#rangeOf(place), this.#monaco.editor.ScrollType.Immediate);
  }

  /** What is selected, empty when nothing is. */
  selectedText(): string {
    const selection = this.#editor.getSelection();
    return selection ? this.#model.getValueInRange(selection) : '';
  }

  /** Scrolls by CSS pixels. */
  scrollBy(px: number): void {
    this.#editor.setScrollTop(this.#editor.getScrollTop() + px);
  }

  dispose(): void {
    this.#observer.disconnect();
    this.#hits.dispose();
    this.#layer.dispose();
    this.#watch.dispose();
    this.#editor.dispose();
    this.#model.dispose();
  }

  #lookOptions(): editor.IEditorOptions {
    const { fontFamily, fontSize } = this.#look;
    return { fontFamily, fontSize, lineHeight: lineHeight(this.#look, this.#lanes) };
  }

  #rangeOf({ start, end }: Span) {
    return this.#monaco.Range.fromPositions(this.#model.getPositionAt(start), this.#model.getPositionAt(end));
  }

  /** A line turns only under a decoration that covers all of it. */
  #rightToLeft(line: number): editor.IModelDeltaDecoration {
    return {
      range: new this.#monaco.Range(line, 1, line, this.#model.getLineMaxColumn(line)),
      options: { textDirection: this.#monaco.editor.TextDirection.RTL },
    };
  }

  /** Sets the column that lines are broken at; with a look, measures its face first. */
  #breakLines(look: ArticleLook | null): void {
    if (this.#exact) return;
    const { EditorOption } = this.#monaco.editor;
    if (look) {
      // Monaco's types give `any` for this option.
      const font = this.#editor.getOption(EditorOption.fontInfo) as editor.FontInfo;
      const wideColumns = font.typicalFullwidthCharacterWidth / font.typicalHalfwidthCharacterWidth;
      const canvas = document.createElement('canvas').getContext('2d');
      if (!canvas) return;
      canvas.font = `${look.fontSize}px ${look.fontFamily}`;
      const measure = (text: string) => canvas.measureText(text).width;
      this.#columnWidth = columnWidth(this.#model.getValue(), { measure, wideColumns });
    }
    const { contentWidth, verticalScrollbarWidth } = this.#editor.getLayoutInfo();
    const wordWrapColumn = columnsIn(contentWidth - verticalScrollbarWidth, this.#columnWidth);
    this.#editor.updateOptions({ wordWrapColumn });
  }

  /** Half a line between paragraphs that the text itself does not set apart. */
  #spaceParagraphs(): void {
    if (this.#closeLines.length > mostSpaced) return;
    const heightInPx = Math.round(lineHeight(this.#look, 0) * 0.45);
    this.#editor.changeViewZones((zones) => {
      for (const zone of this.#spaces) zones.removeZone(zone);
      this.#spaces = this.#closeLines.map((line) =>
        zones.addZone({ afterLineNumber: line - 1, heightInPx, domNode: document.createElement('div') }),
      );
    });
  }
}
