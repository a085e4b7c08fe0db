/**
 * A query in a Monaco of one line that grows. It says what is typed, asks by Enter, offers what may come next, and never
 * waits for any of it. The owner calls `dispose`, which ends the editor, the model and every listener.
 */
import type { editor, IDisposable, languages } from 'monaco-editor/editor';
import { AwaitedList } from './awaited-list.ts';
import type { Monaco } from './monaco.ts';
import { registerQueryLanguages } from './query-languages.ts';
import { queryOptions } from './query-options.ts';
import { type QueryLanguage, runsLeft } from './query-signs.ts';

/** What may stand in the place of a part of the query. */
export interface Offer {
  /** What the list shows. */
  readonly label: string;
  /** Beside it: a count, or what it is. */
  readonly note: string;
  /** What is written between `from` and `until`. */
  readonly text: string;
  readonly from: number;
  readonly until: number;
}

export interface QueryEditorParts {
  readonly label: string;
  readonly placeholder: string;
  readonly fontFamily: string;
  readonly fontSize: number;
  /** Gives what is to stand in the field: a link that was pasted gives way to its query. */
  readonly onText: (text: string) => string;
  /** `isBeside`: so that the result before it stays. */
  readonly onSearch: (isBeside: boolean) => void;
  readonly onHistory: () => void;
  /** What may come at `at`; best first. */
  readonly offers: (text: string, at: number) => Promise<readonly Offer[]>;
}

/** CSS pixels: a line, and the tallest field. */
const lineHeight = 24;
const tallest = 5 * lineHeight;

export class QueryEditor {
  readonly #monaco: Monaco;
  readonly #parts: QueryEditorParts;
  readonly #editor: editor.IStandaloneCodeEditor;
  readonly #model: editor.ITextModel;
  readonly #container: HTMLElement;
  readonly #direction: editor.IEditorDecorationsCollection;
  readonly #offence: editor.IEditorDecorationsCollection;
  readonly #owned: IDisposable[] = [];
  readonly #observer: ResizeObserver;
  readonly #list = new AwaitedList({
    isShown: (first) => this.#isListed() && this.#row('')?.textContent.startsWith(first) === true,
    isAtRow: () => this.#row('.focused') !== null,
    goDown: () => {
      this.#editor.trigger('lectern', 'selectNextSuggestion', null);
    },
    take: () => {
      this.#editor.trigger('lectern', 'acceptSelectedSuggestion', null);
    },
  });
  #language: QueryLanguage;
  #frame = 0;
  #isTelling = false;

  constructor(monaco: Monaco, container: HTMLElement, text: string, language: QueryLanguage, parts: QueryEditorParts) {
    registerQueryLanguages(monaco);
    this.#monaco = monaco;
    this.#parts = parts;
    this.#container = container;
    this.#language = language;
    this.#model = monaco.editor.createModel(text, `lectern-${language}`);
    this.#editor = monaco.editor.create(container, {
      ...queryOptions(lineHeight),
      model: this.#model,
      ariaLabel: parts.label,
      placeholder: parts.placeholder,
      fontFamily: parts.fontFamily,
      fontSize: parts.fontSize,
      dimension: { width: Math.max(1, container.clientWidth), height: lineHeight },
    });
    this.#direction = this.#editor.createDecorationsCollection();
    this.#offence = this.#editor.createDecorationsCollection();
    this.#own();
    this.#turn();
    this.#observer = new ResizeObserver(() => {
      // In the next frame: laying out changes the height of what is observed.
      cancelAnimationFrame(this.#frame);
      this.#frame = requestAnimationFrame(() => {
        this.#layout();
      });
    });
    this.#observer.observe(container);
    this.#layout();
  }

  get text(): string {
    return this.#model.getValue();
  }

  /** What the page knows: written only when it is not what stands here, so that the caret stays where it is. */
  setText(text: string): void {
    if (text === this.text) return;
    this.#model.setValue(text);
    this.#editor.setPosition({ lineNumber: 1, column: text.length + 1 });
  }

  setLanguage(language: QueryLanguage): void {
    if (language === this.#language) return;
    this.#language = language;
    this.#monaco.editor.setModelLanguage(this.#model, `lectern-${language}`);
    this.#turn();
  }

  /** Underlines a part that could not be read, and says so to a screen reader; null: all can be read. */
  refuse(offence: { readonly at: number; readonly until: number } | null, describedBy: string | null): void {
    const field = this.#field();
    field?.setAttribute('aria-invalid', String(offence !== null || describedBy !== null));
    if (describedBy === null) field?.removeAttribute('aria-describedby');
    else field?.setAttribute('aria-describedby', describedBy);
    if (!offence) {
      this.#offence.clear();
      return;
    }
    const length = this.text.length;
    const from = Math.min(offence.at, Math.max(0, length - 1));
    const until = Math.max(from + 1, Math.min(length, offence.until));
    const range = new this.#monaco.Range(1, from + 1, 1, until + 1);
    this.#offence.set([{ range, options: { className: 'query-offence', hoverMessage: null } }]);
  }

  /** Marks a stretch, ready to be written over. */
  select(from: number, until: number): void {
    this.#editor.setSelection(new this.#monaco.Range(1, from + 1, 1, until + 1));
  }

  focus(): void {
    this.#editor.focus();
  }

  get isFocused(): boolean {
    return this.#editor.hasTextFocus();
  }

  dispose(): void {
    this.#observer.disconnect();
    this.#list.end();
    cancelAnimationFrame(this.#frame);
    for (const owned of this.#owned) owned.dispose();
    this.#editor.dispose();
    this.#model.dispose();
  }

  #field(): Element | null {
    return this.#container.querySelector('textarea');
  }

  #own(): void {
    const { KeyCode } = this.#monaco;
    const field = this.#field();
    if (field) field.id = 'query-field';
    field?.setAttribute('data-pane-start', '');
    const all = () => {
      this.select(0, this.text.length);
    };
    field?.addEventListener('lectern-select-all', all);
    this.#owned.push({
      dispose: () => {
        field?.removeEventListener('lectern-select-all', all);
      },
    });
    this.#owned.push(
      this.#model.onDidChangeContent(() => {
        this.#changed();
      }),
      this.#editor.onDidContentSizeChange(({ contentHeightChanged }) => {
        // A longer line scrolls within the field; only one more line makes it grow.
        if (contentHeightChanged) this.#layout();
      }),
      this.#editor.onKeyDown((event) => {
        const isListed = this.#isListed();
        const isChosen = isListed && this.#row('.focused') !== null;
        // A word that was gone to in a list on its way is taken when it is there, not in the list that it takes the place of.
        if (event.keyCode === KeyCode.Enter && !event.browserEvent.isComposing && this.#list.take()) {
          event.preventDefault();
          event.stopPropagation();
          return;
        }
        // Enter asks, unless a word of the list was gone to; Enter that ends a composition is no search.
        if (event.keyCode === KeyCode.Enter && !event.browserEvent.isComposing && !isChosen) {
          event.preventDefault();
          event.stopPropagation();
          this.#list.end();
          this.#editor.trigger('lectern', 'hideSuggestWidget', null);
          this.#parts.onSearch(event.ctrlKey || event.metaKey);
        }
        if (isListed) {
          if (event.keyCode === KeyCode.DownArrow) this.#list.step(1);
          else if (event.keyCode === KeyCode.UpArrow) this.#list.step(-1);
          else if (event.keyCode === KeyCode.Escape) this.#list.end();
          return;
        }
        if (event.keyCode === KeyCode.Escape && this.text !== '') {
          event.preventDefault();
          event.stopPropagation();
          this.#model.setValue('');
        }
        const isArrow = event.keyCode === KeyCode.UpArrow || event.keyCode === KeyCode.DownArrow;
        if (isArrow && !event.shiftKey && !event.altKey && this.#atEdge(event.keyCode === KeyCode.UpArrow)) {
          event.preventDefault();
          event.stopPropagation();
          const isDown = event.keyCode === KeyCode.DownArrow;
          if (!isDown || !this.#list.step(1)) this.#parts.onHistory();
        }
      }),
      this.#monaco.languages.registerCompletionItemProvider(['lectern-simple', 'lectern-cql', 'lectern-regex'], {
        triggerCharacters: ['"', '[', '=', '<', ' '],
        provideCompletionItems: (model, position) => this.#complete(model, position.column - 1),
      }),
    );
  }

  #isListed(): boolean {
    return this.#container.querySelector('.suggest-widget.visible') !== null;
  }

  /** The first row of the list, of those that the selector names. */
  #row(selector: string): Element | null {
    return this.#container.querySelector(`.suggest-widget.visible .monaco-list-row${selector}`);
  }

  /** In a query of several drawn lines the arrows move the caret, as they should. */
  #atEdge(isUp: boolean): boolean {
    if (this.#editor.getContentHeight() < 2 * lineHeight) return true;
    const column = this.#editor.getPosition()?.column ?? 1;
    return isUp ? column === 1 : column === this.text.length + 1;
  }

  #changed(): void {
    const { text } = this;
    if (/[\r\n]/u.test(text)) {
      // A query is one line: what is pasted with newlines becomes words beside one another.
      this.setText(text.replace(/\s*[\r\n]+\s*/gu, ' ').trim());
      return;
    }
    this.#turn();
    if (text === '' || !this.isFocused) this.#list.end();
    else this.#list.expect();
    this.#tell();
  }

  /** Once for all that is written in one go: Monaco writes what is put in at once sign by sign. */
  #tell(): void {
    if (this.#isTelling) return;
    this.#isTelling = true;
    queueMicrotask(() => {
      this.#isTelling = false;
      if (!this.#model.isDisposed()) this.setText(this.#parts.onText(this.text));
    });
  }

  #turn(): void {
    const range = new this.#monaco.Range(1, 1, 1, this.text.length + 1);
    const options = { textDirection: this.#monaco.editor.TextDirection.RTL };
    this.#direction.set(runsLeft(this.text, this.#language) ? [{ range, options }] : []);
  }

  #layout(): void {
    const height = Math.min(tallest, Math.max(lineHeight, this.#editor.getContentHeight()));
    this.#container.style.blockSize = `${height}px`;
    this.#editor.layout({ width: Math.max(1, this.#container.clientWidth), height });
  }

  async #complete(model: editor.ITextModel, at: number): Promise<languages.CompletionList | null> {
    if (model !== this.#model) return null;
    const { CompletionItemKind } = this.#monaco.languages;
    const offers = await this.#list.made(this.#parts.offers(this.text, at));
    const suggestions = offers.map(({ label, note, text, from, until }, place): languages.CompletionItem => ({
      label: { label, description: note },
      kind: CompletionItemKind.Text,
      insertText: text,
      // Monaco leaves out what does not begin as typed; near forms do not, and they are wanted.
      filterText: this.text.slice(from, until),
      sortText: String(place).padStart(4, '0'),
      range: new this.#monaco.Range(1, from + 1, 1, until + 1),
    }));
    return { suggestions, incomplete: true };
  }
}
