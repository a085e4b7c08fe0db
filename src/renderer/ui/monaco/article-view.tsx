/** React around `ArticleEditor`: brings Monaco and the fonts in, hands on what changed, and ends it all. */
import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import type { Span } from '../../../shared/model.ts';
import { type Article, ArticleEditor, type ArticleLook } from './article-editor.ts';
import type { ArticleEvents } from './article-watch.ts';
import './article-view.css';
import type { HitMark } from './hit-layer.ts';
import { loadMonaco } from './load-monaco.ts';
import type { Marking } from './marking.ts';
import type { Monaco } from './monaco.ts';
import { applyTheme } from './theme.ts';

export interface ArticleHandle {
  /** Empty when nothing is selected. */
  selectedText(): string;
  /** The stretch that is selected; `start === end` is the place of the cursor. Null while there is no text. */
  selected(): Span | null;
  /** Where on the screen what is selected stands, as far as it is in sight. */
  selectionBox(): DOMRect | null;
  /** Selects a stretch and brings it into view. */
  select(place: Span): void;
  /** Brings a place to the middle of the view, with the cursor on it. */
  reveal(place: Span): void;
  /** By CSS pixels. */
  scrollBy(px: number): void;
  focus(): void;
}

interface ArticleViewProps {
  readonly ref?: Ref<ArticleHandle>;
  /** A new object is a new document. */
  readonly article: Article;
  readonly marks: readonly HitMark[];
  /** The place looked at: a new object is scrolled to, null leaves the view where it is. */
  readonly current: Span | null;
  /** Places of what is looked for in the text, and the index of the one looked at: another one is scrolled to. */
  readonly found?: { readonly places: readonly Span[]; readonly at: number };
  /** Tagged passages, and what is done with them; absent where nobody tags. */
  readonly marking?: Marking | null;
  /** Hears what is done in the text; the same object as long as the same is meant. */
  readonly events?: ArticleEvents;
  readonly look: ArticleLook;
  readonly theme: 'light' | 'dark';
}

interface Opened {
  readonly monaco: Monaco;
  readonly editor: ArticleEditor;
  readonly article: Article;
}

const nowhere: readonly Span[] = [];

/** Code units whose characters decide which faces are loaded. */
const sampleLength = 50_000;

/**
 * Loads the faces that the text needs. Monaco breaks lines by the widths it measures, and measures once: before a face
 * is there it would break them in the wrong places.
 */
async function loadFaces(
  { fontFamily, fontSize }: Pick<ArticleLook, 'fontFamily' | 'fontSize'>,
  text: string,
): Promise<void> {
  const characters = [...new Set(text.slice(0, sampleLength))].join('');
  try {
    await document.fonts.load(`${fontSize}px ${fontFamily}`, characters);
  } catch {
    // A face that cannot be had is replaced by the next in the stack.
  }
}

/** The smallest box that holds all of the elements; null for none. */
function boxAround(elements: Iterable<Element> | undefined): DOMRect | null {
  const boxes = Array.from(elements ?? [], (element) => element.getBoundingClientRect());
  const [first] = boxes;
  if (!first) return null;
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.right));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}

export function ArticleView({ ref, article, marks, current, found, marking, events, look, theme }: ArticleViewProps) {
  const container = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  // The document is opened as it looks then; later changes of the look have an effect of their own.
  const atOpening = useRef({ look, theme });
  useEffect(() => {
    atOpening.current = { look, theme };
  });
  const here = opened?.article === article ? opened : null;

  // Before the element leaves the page: an editor that saw it shrink to nothing would break all its lines once more.
  useLayoutEffect(() => {
    const element = container.current;
    if (!element) return undefined;
    let editor: ArticleEditor | undefined;
    let ended = false;
    Promise.all([loadMonaco(), loadFaces(atOpening.current.look, article.text)])
      .then(([monaco]) => {
        if (ended) return;
        applyTheme(monaco, atOpening.current.theme, element);
        editor = new ArticleEditor(monaco, element, article, atOpening.current.look);
        setOpened({ monaco, editor, article });
        // Whoever came to the pane before its text was there waits for the text.
        if (element.closest('[data-pane]')?.contains(document.activeElement)) editor.focus();
      })
      .catch((thrown: unknown) => {
        if (!ended) setFailure(thrown instanceof Error ? thrown : new Error(String(thrown)));
      });
    return () => {
      ended = true;
      editor?.dispose();
    };
  }, [article]);

  useEffect(() => {
    const element = container.current;
    if (!here || !element) return undefined;
    const apply = () => {
      applyTheme(here.monaco, theme, element);
    };
    apply();
    // The tokens change with the contrast that the system asks for.
    const contrast = ['(prefers-contrast: more)', '(forced-colors: active)'].map((query) => window.matchMedia(query));
    for (const query of contrast) query.addEventListener('change', apply);
    return () => {
      for (const query of contrast) query.removeEventListener('change', apply);
    };
  }, [here, theme]);

  const { fontFamily, fontSize, leading } = look;
  useEffect(() => {
    if (!here) return undefined;
    let ended = false;
    void loadFaces({ fontFamily, fontSize }, here.article.text).then(() => {
      if (!ended) here.editor.setLook({ fontFamily, fontSize, leading });
    });
    return () => {
      ended = true;
    };
  }, [here, fontFamily, fontSize, leading]);

  const looked = useRef(current);
  useEffect(() => {
    looked.current = current;
  });
  useEffect(() => {
    here?.editor.mark(marks, looked.current);
  }, [here, marks]);

  useEffect(() => {
    here?.editor.markCurrent(current);
  }, [here, current]);

  useEffect(() => {
    if (here && current) here.editor.reveal(current);
  }, [here, current]);

  const places = found?.places ?? nowhere;
  const at = found?.at ?? -1;
  useEffect(() => {
    here?.editor.markFound(places, at);
  }, [here, places, at]);

  useEffect(() => {
    const place = places[at];
    if (here && place) here.editor.reveal(place);
  }, [here, places, at]);

  // After the hit is revealed: the passage somebody goes to is the later wish.
  useEffect(() => {
    here?.editor.setMarking(marking ?? null);
  }, [here, marking]);

  useEffect(() => {
    here?.editor.tell(events ?? null);
  }, [here, events]);

  useImperativeHandle(
    ref,
    () => ({
      selectedText: () => here?.editor.selectedText() ?? '',
      selected: () => here?.editor.selected() ?? null,
      selectionBox: () => boxAround(container.current?.querySelectorAll('.selected-text')),
      select: (place) => {
        here?.editor.select(place);
      },
      reveal: (place) => {
        here?.editor.reveal(place);
      },
      scrollBy: (px) => {
        here?.editor.scrollBy(px);
      },
      focus: () => {
        here?.editor.focus();
      },
    }),
    [here],
  );

  if (failure) throw failure;
  // Monaco's own layout is left to right; each line turns by itself.
  return <div className="article" dir="ltr" ref={container} aria-busy={here === null} />;
}
