/** The manual on a sheet over the desk: a list of its pages, a search in them, and the page that is read. */
import { type MouseEvent, useEffect, useMemo, useRef, useState } from 'react';
import { directionOf } from '../../language/languages.ts';
import { spokenLanguage } from '../../language/spoken.ts';
import { wordsOf } from '../../language/words.ts';
import { PaperDialog } from '../../ui/dialog.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import './manual.css';
import { manualPages, pageAsHtml, type PageId, pageOfLink, pagesFor, searchManual } from './manual-pages.ts';

const t = wordsOf('manual');

interface ManualDialogProps {
  /** Name of the page to begin with, such as `search`. */
  readonly page: string;
  readonly onClose: () => void;
}

export function ManualDialog({ page: wanted, onClose }: ManualDialogProps) {
  const language = spokenLanguage();
  const [id, setId] = useState<PageId>(() => firstPage(language, wanted));
  const [words, setWords] = useState('');
  const found = useMemo(() => (words.trim() === '' ? null : searchManual(words)), [words]);
  const page = manualPages.find((known) => known.id === id);
  const article = useRef<HTMLElement>(null);
  useEffect(() => {
    article.current?.scrollTo({ top: 0 });
  }, [id]);
  const listed = found ?? pagesFor(language).map((known) => ({ id: known.id, page: known.id, title: known.title }));
  const follow = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link) return;
    event.preventDefault();
    const next = pageOfLink(id, link.getAttribute('href') ?? '');
    if (next !== null) setId(next);
  };
  return (
    <PaperDialog title={t('title')} isWide onClose={onClose}>
      <div className="manual">
        <nav className="manual-list" aria-label={t('pages')}>
          <TextInput label={t('search')} value={words} maxLength={100} onChange={setWords} />
          {found?.length === 0 && <p role="status">{t('none')}</p>}
          <ul>
            {listed.map((entry) => (
              <li key={entry.id}>
                <button
                  type="button"
                  className="manual-entry"
                  dir="auto"
                  lang={entry.page.slice(0, 2)}
                  aria-current={entry.page === id ? 'page' : undefined}
                  onClick={() => {
                    setId(entry.page);
                  }}
                >
                  {entry.title}
                </button>
              </li>
            ))}
          </ul>
        </nav>
        {page && (
          <article
            ref={article}
            className="manual-page"
            lang={page.language}
            dir={directionOf(page.language)}
            tabIndex={0}
            aria-label={page.title}
            onClick={follow}
            // Pages of ours, packed with the program.
            dangerouslySetInnerHTML={{ __html: pageAsHtml(page) }}
          />
        )}
      </div>
    </PaperDialog>
  );
}

/** In the language of the interface; what it lacks is there in English. */
function firstPage(language: string, wanted: string): PageId {
  const own = `${language}/${wanted}`;
  return manualPages.some((page) => page.id === own) ? own : `en/${wanted}`;
}
