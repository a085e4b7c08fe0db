/** The documents of the open folder: a listbox that draws only what is in sight, and a filter above it. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { Info } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useId, useMemo, useRef, useState } from 'react';
import { Button, Input, SearchField } from 'react-aria-components';
import type { DocumentSummary } from '../../../shared/answers.ts';
import type { CorpusId, DocId } from '../../../shared/model.ts';
import { start } from '../../app/actions/failures.ts';
import { readDocument } from '../../app/actions/read.ts';
import { readDocuments, useDocuments } from '../../app/documents.ts';
import { useApp } from '../../app/store/store.ts';
import { formatNumber } from '../../ui/format.ts';
import { LanguageBadge } from '../../ui/language-badge.tsx';
import { matchingDocuments } from '../../app/matching-documents.ts';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('library');

/** Height of one row in CSS pixels; `--row` of tokens.css. */
const rowHeight = 28;

export function DocumentList({ corpus }: { readonly corpus: CorpusId }) {
  const { documents, total, failure } = useDocuments(corpus);
  const [filter, setFilter] = useState('');
  const shown = useMemo(() => matchingDocuments(documents, filter), [documents, filter]);
  const list = useRef<HTMLDivElement>(null);
  return (
    <section className="library-documents" aria-labelledby="library-documents-title">
      <header className="library-head">
        <h2 id="library-documents-title" className="ui-label">
          {t('documentList.documents')}
        </h2>
        <span className="library-count ui-number" aria-live="polite">
          {filter === ''
            ? formatNumber(total ?? 0)
            : t('documentList.of', { shown: formatNumber(shown.length), total: formatNumber(total ?? 0) })}
        </span>
      </header>
      <SearchField
        aria-label={t('documentList.filterDocumentsByTitle')}
        className="library-filter"
        value={filter}
        onChange={setFilter}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') {
            event.preventDefault();
            list.current?.focus();
          }
        }}
      >
        <Input className="library-filter-field" placeholder={t('documentList.filter')} dir="auto" />
      </SearchField>
      {failure && (
        <div className="library-failed" role="alert">
          <p>{failure.message}</p>
          <Button
            className="ui-button"
            onPress={() => {
              start(readDocuments(corpus));
            }}
          >
            {t('documentList.tryAgain')}
          </Button>
        </div>
      )}
      {total === null && !failure && <Waiting />}
      {total !== null && shown.length === 0 && (
        <p className="library-none">
          {total === 0 ? t('documentList.noDocumentCouldBe') : t('documentList.noDocumentMatches')}
        </p>
      )}
      {shown.length > 0 && <Rows corpus={corpus} documents={shown} list={list} />}
    </section>
  );
}

function Waiting() {
  return (
    <div className="library-waiting" role="status" aria-label={t('documentList.readingListDocuments')}>
      {[72, 54, 84, 61, 77].map((width) => (
        <span key={width} style={{ inlineSize: `${width}%` }} />
      ))}
    </div>
  );
}

interface RowsProps {
  readonly corpus: CorpusId;
  readonly documents: readonly DocumentSummary[];
  readonly list: RefObject<HTMLDivElement | null>;
}

function Rows({ corpus, documents, list }: RowsProps) {
  const reading = useApp((state) => (state.reading?.corpus === corpus ? state.reading.doc : null));
  const openCard = useApp((state) => state.openCard);
  const [active, setActive] = useState<DocId | null>(null);
  const id = useId();
  // The rule warns users of the React compiler, which is not used here.
  // eslint-disable-next-line react-hooks/incompatible-library
  const rows = useVirtualizer({
    count: documents.length,
    getScrollElement: () => list.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const place = documents.findIndex(({ doc }) => doc === (active ?? reading));
  const goTo = (to: number) => {
    const next = documents[Math.max(0, Math.min(documents.length - 1, to))];
    if (!next) return;
    setActive(next.doc);
    rows.scrollToIndex(documents.indexOf(next), { align: 'auto' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const visible = Math.max(1, Math.floor((list.current?.clientHeight ?? rowHeight) / rowHeight) - 1);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: place + 1,
      ArrowUp: place === -1 ? 0 : place - 1,
      PageDown: place + visible,
      PageUp: place - visible,
      Home: 0,
      End: documents.length - 1,
    };
    const to = steps[event.key];
    const here = documents[place];
    if (event.key === 'Enter' && event.altKey && here) openCard(here.doc);
    else if (to !== undefined) goTo(to);
    else if ((event.key === 'Enter' || event.key === ' ') && here) readDocument(corpus, here.doc);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={list}
      role="listbox"
      aria-label={t('documentList.documents')}
      aria-activedescendant={place === -1 ? undefined : `${id}-${place}`}
      tabIndex={0}
      className="library-rows"
      aria-keyshortcuts="Alt+Enter"
      onKeyDown={onKeyDown}
      onContextMenu={(event) => {
        // The menu key of the keyboard comes here too; it means the active row.
        const here = documents[place];
        if (event.target !== event.currentTarget || !here) return;
        event.preventDefault();
        openCard(here.doc);
      }}
    >
      <div role="presentation" style={{ blockSize: rows.getTotalSize(), position: 'relative' }}>
        {rows.getVirtualItems().map(({ index, start: top }) => {
          const entry = documents[index];
          return (
            entry && (
              <Row
                key={entry.doc}
                id={`${id}-${index}`}
                entry={entry}
                place={index + 1}
                count={documents.length}
                top={top}
                isActive={index === place}
                isRead={entry.doc === reading}
                onRead={() => {
                  setActive(entry.doc);
                  readDocument(corpus, entry.doc);
                }}
                onCard={() => {
                  setActive(entry.doc);
                  openCard(entry.doc);
                }}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

interface RowProps {
  readonly id: string;
  readonly entry: DocumentSummary;
  /** 1-based. */
  readonly place: number;
  readonly count: number;
  readonly top: number;
  readonly isActive: boolean;
  readonly isRead: boolean;
  readonly onRead: () => void;
  readonly onCard: () => void;
}

function Row({ id, entry, place, count, top, isActive, isRead, onRead, onCard }: RowProps) {
  const title = entry.title === '' ? entry.path : entry.title;
  return (
    // The keyboard speaks to the listbox, which holds the focus for all its options.
    <div
      id={id}
      role="option"
      aria-selected={isRead}
      aria-setsize={count}
      aria-posinset={place}
      title={entry.path}
      className={isActive ? 'library-row library-row-active' : 'library-row'}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onRead}
      onContextMenu={(event) => {
        event.preventDefault();
        onCard();
      }}
    >
      <LanguageBadge language={entry.language} />
      <span className="library-row-title" dir="auto" lang={entry.language}>
        {title}
      </span>
      <span className="library-count ui-number">
        {formatNumber(entry.tokens)} <span className="ui-hidden">{t('documentList.tokens')}</span>
      </span>
      {/* For the pointer alone: an option holds no button, and the keyboard has Alt+Enter. */}
      <span
        className="library-row-card"
        aria-hidden
        title={t('documentList.aboutDocumentAltEnter')}
        onClick={(event) => {
          event.stopPropagation();
          onCard();
        }}
      >
        <Info size={14} />
      </span>
    </div>
  );
}
