/**
 * A card about the word that was double-clicked, or asked about by key: how often it is there, where, in which forms and
 * company. It lies beside the word and takes no key away from the text, unless it was called by key.
 */
import { Search, Sparkles, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import type { CorpusId, DocId, Span } from '../../../../shared/model.ts';
import type { WordCard } from '../../../../shared/words.ts';
import { wordsOf } from '../../../language/words.ts';
import { formatCount, formatNumber, formatRate } from '../../../ui/format.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { LanguageBadge } from '../../../ui/language-badge.tsx';
import { type Box, type CardPlace, cardPlace } from './card-place.ts';
import { searchWord, showPassagesLike } from './word-actions.ts';
import './word-card.css';
import { WordCompanyPart, WordFormsPart, WordLinesPart } from './word-parts.tsx';
import { useWordCard } from './use-word.ts';

const t = wordsOf('reading');
const common = wordsOf('common');

export interface AskedWord extends Span {
  /** Called by key: the card takes the keyboard. */
  readonly byKey: boolean;
}

interface WordCardPaneProps {
  readonly corpus: CorpusId;
  readonly doc: DocId;
  readonly asked: AskedWord;
  /** Where the word stands on the screen; null when it is not in sight. */
  readonly anchor: () => Box | null;
  readonly onClose: () => void;
}

/** CSS pixels; see word-card.css. */
const width = 360;
const wanted = 300;

export function WordCardPane({ corpus, doc, asked, anchor, onClose }: WordCardPaneProps) {
  const card = useRef<HTMLElement>(null);
  const [place, setPlace] = useState<CardPlace | null>(null);
  const answered = useWordCard(corpus, doc, asked);
  const settle = useEffectEvent(() => {
    // In the window, not in the pane: below the lines that is too low for a card.
    const room = { left: 0, top: 0, width: window.innerWidth, height: window.innerHeight };
    const pane = card.current?.parentElement?.getBoundingClientRect();
    const corner = {
      left: (pane?.left ?? 0) + (pane?.width ?? 0) / 2,
      top: (pane?.top ?? 0) + 24,
      width: 0,
      height: 0,
    };
    setPlace(cardPlace(anchor() ?? corner, room, width, wanted));
  });
  // Once for each word, when the editor has drawn what is selected: the card does not follow what is scrolled under it.
  useEffect(() => {
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        settle();
      });
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [asked]);
  const isHere = answered !== null;
  // What is hidden yet takes no focus.
  const isPlaced = place !== null;
  useEffect(() => {
    if (asked.byKey && isHere && isPlaced) card.current?.focus();
  }, [asked, isHere, isPlaced]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  const word = answered?.answer?.card;
  const style = place
    ? {
        // The window may become narrower under it.
        left: `max(8px, min(${place.left}px, 100% - ${width + 8}px))`,
        maxBlockSize: place.height,
        ...(place.isAbove ? { bottom: `calc(100% - ${place.top}px)` } : { top: place.top }),
      }
    : { visibility: 'hidden' as const };
  return (
    <section
      ref={card}
      className="word-card"
      role="dialog"
      aria-label={word ? t('word.about', { word: word.text }) : t('word.title')}
      aria-busy={!isHere}
      tabIndex={-1}
      style={style}
      onKeyDown={onKeyDown}
    >
      <header className="word-card-head">
        <h3 dir={word?.direction}>{word?.text ?? ''}</h3>
        {word && <LanguageBadge language={word.language} />}
        <IconButton label={common('close')} icon={X} caps={['Esc']} small onPress={onClose} />
      </header>
      {!isHere && <p className="word-card-note">{t('word.asking')}</p>}
      {answered?.failure && <p role="alert">{answered.failure.message}</p>}
      {isHere && word === null && <p className="word-card-note">{t('word.none')}</p>}
      {word && (
        <div className="word-card-body">
          <Counts word={word} />
          <div className="word-card-tools">
            <Button
              className="ui-button ui-button-main"
              onPress={() => {
                searchWord(word.query, false);
              }}
            >
              <Search size={13} aria-hidden />
              {t('word.search')}
            </Button>
            <Button
              className="ui-button"
              onPress={() => {
                searchWord(word.query, true);
              }}
            >
              {t('word.searchNew')}
            </Button>
            <Button
              className="ui-button"
              onPress={() => {
                showPassagesLike(corpus, doc, asked);
                onClose();
              }}
            >
              <Sparkles size={13} aria-hidden />
              {t('word.like')}
            </Button>
          </div>
          {word.words === 1 && <WordFormsPart corpus={corpus} word={word} />}
          <WordCompanyPart corpus={corpus} word={word} />
          <WordLinesPart corpus={corpus} word={word} />
        </div>
      )}
    </section>
  );
}

function Counts({ word }: { readonly word: WordCard }) {
  const { count, complete, perMillion, documents, allDocuments, here, dp, spread } = word;
  const most = Math.max(1, ...spread);
  return (
    <div className="word-card-counts">
      <p className="ui-number">
        <strong>{`${formatCount(count, 'hit')}${complete ? '' : '+'}`}</strong>
        <span>{t('word.perMillion', { rate: formatRate(perMillion) })}</span>
        <span>{t('word.here', { hits: formatNumber(here) })}</span>
      </p>
      <p className="ui-number">
        <span>{t('word.documents', { having: formatNumber(documents), all: formatNumber(allDocuments) })}</span>
        {dp !== null && allDocuments > 1 && (
          <span title={t('word.dpHint')}>{t('word.dp', { dp: formatNumber(Math.round(dp * 100) / 100) })}</span>
        )}
      </p>
      <svg
        className="word-card-spread"
        viewBox={`0 0 ${spread.length} 10`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t('word.spread', { held: spread.filter((hits) => hits > 0).length, all: spread.length })}
      >
        {spread.map((hits, at) => (
          <rect key={at} x={at + 0.1} width={0.8} y={10 - 10 * Math.sqrt(hits / most)} height={10} />
        ))}
      </svg>
      <ol className="word-card-top">
        {word.top.map(({ doc, title, count: hits }) => (
          <li key={doc}>
            <bdi>{title}</bdi> <span className="ui-number">{formatNumber(hits)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
