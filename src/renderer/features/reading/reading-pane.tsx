/**
 * The reading pane: one document from its beginning to its end, set for reading, with the lines of the result marked in
 * it. Monaco draws the text (ui/monaco), because a document may be a whole book.
 */
import type { KeyboardEvent, WheelEvent } from 'react';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { CharOffset, CorpusId, DocId, Span } from '../../../shared/model.ts';
import { latinKey } from '../../app/shortcuts.ts';
import type { OpenResult } from '../../app/store/sheets.ts';
import type { Article } from '../../ui/monaco/article-editor.ts';
import { type ArticleHandle, ArticleView } from '../../ui/monaco/article-view.tsx';
import type { ArticleEvents } from '../../ui/monaco/article-watch.ts';
import type { Marking } from '../../ui/monaco/marking.ts';
import { FindBar } from './find-bar.tsx';
import { GoToBar } from './go-to-bar.tsx';
import { HitLegend } from './hit-legend.tsx';
import { ReadingHead } from './reading-head.tsx';
import { ReadingPlace } from './reading-place.tsx';
import './reading-pane.css';
import type { PlacedHit } from './several-hits.ts';
import { TextMap, type TextMapHandle } from './text-map.tsx';
import { useWordAsking } from './word/use-word-asking.ts';
import { WordCardPane } from './word/word-card.tsx';
import { useDocument, useHits } from './use-document.ts';
import { useFind } from './use-find.ts';
import { useLanes } from './use-lanes.ts';
import { usePlaces } from './use-places.ts';
import { useStepping } from './use-stepping.ts';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('reading');

export interface ReadingPaneProps {
  readonly corpus: CorpusId;
  readonly doc: DocId;
  /** Their lines in this document are marked. */
  readonly open: readonly OpenResult[];
  /** The sheet that is looked at. */
  readonly looked: number;
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
  readonly onHit: (hit: PlacedHit) => void;
}

/** Code units of a selection that is taken for what is looked for. */
const longestSeed = 100;

const nothing: readonly Span[] = [];

const families = { serif: '--font-text', sans: '--font-text-sans' } as const;

export function ReadingPane(props: ReadingPaneProps) {
  const { corpus, doc, open, looked, focus, font, size, width, leading, theme, marking, onCard, onClose, onHit } =
    props;
  const [attempt, setAttempt] = useState(0);
  const opened = useDocument(corpus, doc, attempt);
  const queries = useHits(corpus, doc, open);
  const shown = open.find(({ sheet }) => sheet === looked)?.result.result ?? '';
  const stepping = useStepping({ text: `${corpus} ${doc} ${shown}`, queries, looked, focus, onHit });
  const { place, step } = stepping;
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

  const [at, setAt] = useState<CharOffset>(0 as CharOffset);
  const map = useRef<TextMapHandle>(null);
  const { word, askClicked, ...asking } = useWordAsking(corpus, doc, view);
  const events = useMemo<ArticleEvents>(
    () => ({ onSeen: (seen) => map.current?.see(seen), onPlace: setAt, onWord: askClicked }),
    [askClicked],
  );
  const paragraphs = document?.paragraphs ?? nothing;
  const places = usePlaces({ corpus, doc, paragraphs, at, view });
  const lanes = useLanes(queries, stepping, finding.places, marking);
  const goTo = (goal: Span) => {
    if (!stepping.lookAt(goal)) view.current?.reveal(goal);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const command = event.ctrlKey || event.metaKey;
    const isPlain = !event.shiftKey && !event.altKey;
    const latin = latinKey(event).toLowerCase();
    if (event.key === 'F3' && !command && !event.altKey) step(event.shiftKey ? -1 : 1);
    else if (command && isPlain && latin === 'f') find();
    else if (command && isPlain && latin === 'g') places.ask();
    else if (command && isPlain && latin === 'i') asking.ask();
    else if (event.key === 'Escape' && word) asking.close();
    else if (event.key === 'Escape' && places.isGoing) places.end();
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
    <section
      className="ui-column reading"
      aria-label={document?.document.title ?? t('document')}
      onKeyDownCapture={onKeyDown}
    >
      <ReadingHead
        document={document?.document ?? null}
        hits={stepping.places.length}
        complete={stepping.complete}
        current={stepping.current}
        onStep={step}
        onFind={find}
        onGoTo={places.ask}
        onWord={asking.ask}
        onCard={onCard}
        onClose={onClose}
      />
      {isFinding && <FindBar field={findField} finding={finding} onClose={endFinding} />}
      {places.isGoing && <GoToBar field={places.field} counts={places.counts} onGo={places.go} onClose={places.end} />}
      <HitLegend
        queries={queries}
        hidden={stepping.hidden}
        within={stepping.within}
        onHide={stepping.hide}
        onWithin={stepping.setWithin}
      />
      <div className="reading-paper" data-pane-start onWheel={onWheel}>
        {article && (
          // The map stands where the lines of the document end.
          <div
            className="reading-column"
            dir={document?.document.direction}
            style={{ fontSize: size, maxInlineSize: `calc(${size * width}px + 96px)` }}
          >
            <ArticleView
              ref={view}
              article={article}
              marks={stepping.marks}
              current={place}
              found={finding}
              marking={marking}
              events={events}
              look={{ fontFamily, fontSize: size, leading }}
              theme={theme}
            />
            <TextMap
              ref={map}
              length={article.text.length}
              lanes={lanes}
              isMirrored={document?.document.direction === 'rtl'}
              place={at}
              onGo={goTo}
            />
          </div>
        )}
        {word && (
          <WordCardPane
            corpus={corpus}
            doc={doc}
            asked={word}
            anchor={() => view.current?.selectionBox() ?? null}
            onClose={asking.close}
          />
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
      {document && <ReadingPlace counts={places.counts} numbers={places.numbers} onGoTo={places.ask} />}
    </section>
  );
}
