/**
 * The reading pane: one document from its beginning to its end, set for reading, with the lines of the result marked in
 * it. Monaco draws the text (ui/monaco), because a document may be a whole book.
 */
import type { KeyboardEvent, WheelEvent } from 'react';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { ConcordanceSummary, Hit } from '../../../shared/answers.ts';
import type { CorpusId, DocId, Span } from '../../../shared/model.ts';
import { latinKey } from '../../app/shortcuts.ts';
import type { Article } from '../../ui/monaco/article-editor.ts';
import { type ArticleHandle, ArticleView } from '../../ui/monaco/article-view.tsx';
import type { Marking } from '../../ui/monaco/marking.ts';
import { FindBar } from './find-bar.tsx';
import { hitAt, stepFrom } from './hit-steps.ts';
import { ReadingHead } from './reading-head.tsx';
import './reading-pane.css';
import { useDocument, useHits } from './use-document.ts';
import { useFind } from './use-find.ts';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('reading');

export interface ReadingPaneProps {
  readonly corpus: CorpusId;
  readonly doc: DocId;
  /** Its lines in this document are marked. */
  readonly result: ConcordanceSummary | null;
  /** The place to show: a new object is scrolled to. Null = the beginning. */
  readonly focus: Span | null;
  readonly font: 'serif' | 'sans';
  /** CSS pixels. */
  readonly size: number;
  /** Of the column of text, ems. */
  readonly width: number;
  /** Of a line, ems. */
  readonly leading: number;
  readonly theme: 'light' | 'dark';
  /** Tagged passages of the document, and what is done with them; null where nobody tags. */
  readonly marking: Marking | null;
  /** Asks what is known of the document. */
  readonly onCard: () => void;
  readonly onClose: () => void;
  /** The reader went to another hit. */
  readonly onHit: (hit: Hit) => void;
}

/** Where the reader went from `focus`, as long as that and the hits are the same. */
interface Stepped {
  readonly focus: Span | null;
  readonly hits: readonly Hit[];
  readonly hit: Hit;
}

/** Code units of a selection that is taken for what is looked for. */
const longestSeed = 100;

const families = { serif: '--font-text', sans: '--font-text-sans' } as const;

export function ReadingPane(props: ReadingPaneProps) {
  const { corpus, doc, result, focus, font, size, width, leading, theme, marking, onCard, onClose, onHit } = props;
  const [attempt, setAttempt] = useState(0);
  const opened = useDocument(corpus, doc, attempt);
  const { hits, complete } = useHits(corpus, doc, result);
  const [stepped, setStepped] = useState<Stepped | null>(null);
  const view = useRef<ArticleHandle>(null);

  const document = opened?.answer ?? null;
  const article = useMemo<Article | null>(
    () => document && { text: document.text, paragraphs: document.paragraphs, label: document.document.title },
    [document],
  );
  const fontFamily = useMemo(
    () => getComputedStyle(window.document.documentElement).getPropertyValue(families[font]).trim(),
    [font],
  );
  const place = stepped?.hits === hits && stepped.focus === focus ? stepped.hit : focus;
  const current = hitAt(hits, place);

  const finding = useFind(corpus, doc, place);
  const findField = useRef<HTMLInputElement>(null);
  const isFinding = finding.text !== null;
  const find = () => {
    const selected = view.current?.selectedText() ?? '';
    const isWords = selected.trim() !== '' && selected.length <= longestSeed && !selected.includes('\n');
    // Drawn at once, so that the field is there to take the keyboard.
    flushSync(() => {
      finding.setText(isWords ? selected : (finding.text ?? ''));
    });
    findField.current?.focus();
    findField.current?.select();
  };
  const endFinding = () => {
    finding.setText(null);
    view.current?.focus();
  };

  const step = (by: 1 | -1) => {
    const hit = hits[stepFrom(hits, current, place, by)];
    if (!hit) return;
    // A copy, so that the only hit of a document is scrolled to again.
    setStepped({ focus, hits, hit: { ...hit } });
    onHit(hit);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const command = event.ctrlKey || event.metaKey;
    if (event.key === 'F3' && !command && !event.altKey) step(event.shiftKey ? -1 : 1);
    else if (command && latinKey(event).toLowerCase() === 'f' && !event.shiftKey && !event.altKey) find();
    else if (event.key === 'Escape' && isFinding) endFinding();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  // From the list of lines too: who steps through the hits need not go to the pane first.
  const stepFromAnywhere = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (event.key !== 'F3' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    step(event.shiftKey ? -1 : 1);
    event.preventDefault();
  });
  useEffect(() => {
    window.addEventListener('keydown', stepFromAnywhere);
    return () => {
      window.removeEventListener('keydown', stepFromAnywhere);
    };
  }, []);

  // The paper beside the column scrolls the text too.
  const onWheel = (event: WheelEvent) => {
    if (event.target === event.currentTarget && !event.ctrlKey) view.current?.scrollBy(event.deltaY);
  };

  return (
    // Captured: the text of the article hears of a key before the pane would.
    <section className="reading" aria-label={document?.document.title ?? t('document')} onKeyDownCapture={onKeyDown}>
      <ReadingHead
        document={document?.document ?? null}
        hits={hits.length}
        complete={complete}
        current={current}
        onStep={step}
        onFind={find}
        onCard={onCard}
        onClose={onClose}
      />
      {isFinding && <FindBar field={findField} finding={finding} onClose={endFinding} />}
      <div className="reading-paper" data-pane-start onWheel={onWheel}>
        {article && (
          <div className="reading-column" style={{ fontSize: size, maxInlineSize: `calc(${size * width}px + 96px)` }}>
            <ArticleView
              ref={view}
              article={article}
              marks={hits}
              current={place}
              found={finding}
              marking={marking}
              look={{ fontFamily, fontSize: size, leading }}
              theme={theme}
            />
          </div>
        )}
        {opened?.failure && (
          <div className="reading-failure" role="alert">
            <p>{opened.failure.message}</p>
            <button
              type="button"
              onClick={() => {
                setAttempt(attempt + 1);
              }}
            >
              {t('tryAgain')}
            </button>
          </div>
        )}
      </div>
    </section>
  );
}
