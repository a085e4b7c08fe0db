import { X } from 'lucide-react';
import type { KeyboardEvent, RefObject } from 'react';
import { Button, Dialog, GridList, GridListItem, Popover } from 'react-aria-components';
import { Said } from '../../language/said.tsx';
import type { Query } from '../../../shared/terms.ts';
import { searchFor } from '../../app/actions/ask.ts';
import { start } from '../../app/actions/failures.ts';
import { forgetHistory, forgetQuery } from '../../app/actions/preferences.ts';
import { useApp } from '../../app/store/store.ts';
import { modeNames } from '../../app/query-modes.ts';
import { listText } from '../../language/locale.ts';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('query');

interface QueryHistoryProps {
  /** The list hangs under this element and is as wide. */
  readonly anchor: RefObject<HTMLDivElement | null>;
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Past queries, newest first. Enter runs one, Delete forgets it. */
export function QueryHistory({ anchor, isOpen, onOpenChange }: QueryHistoryProps) {
  const history = useApp((state) => state.preferences.history);
  const run = (query: Query) => {
    onOpenChange(false);
    start(searchFor(query));
  };
  return (
    <Popover
      className="ui-popover query-history"
      triggerRef={anchor}
      placement="bottom start"
      offset={4}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
    >
      <Dialog aria-label={t('queryHistory.searchHistory')} className="query-history-dialog">
        {history.length === 0 ? (
          <p className="query-history-empty">{t('queryHistory.noSearchesYetWhat')}</p>
        ) : (
          <>
            <HistoryList history={history} onRun={run} />
            <footer className="query-history-foot">
              <span>
                <Said t={t} i18nKey="queryHistory.forgetsOne" components={{ key: <kbd className="ui-key" /> }} />
              </span>
              <Button className="ui-button ui-button-quiet" onPress={forgetHistory}>
                {t('queryHistory.forgetAll')}
              </Button>
            </footer>
          </>
        )}
      </Dialog>
    </Popover>
  );
}

interface HistoryListProps {
  readonly history: readonly Query[];
  readonly onRun: (query: Query) => void;
}

function HistoryList({ history, onRun }: HistoryListProps) {
  // A row has no key handler of its own; its key stands on the element that has the focus.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Delete' || !(event.target instanceof HTMLElement)) return;
    const query = history[Number(event.target.dataset.key ?? Number.NaN)];
    if (query) forgetQuery(query);
  };
  return (
    <div className="query-history-scroll" onKeyDown={onKeyDown}>
      <GridList
        aria-label={t('queryHistory.pastSearches')}
        className="query-history-list"
        // The first thing a keyboard wants here is the query before this one.
        autoFocus="first"
        onAction={(key) => {
          const query = history[Number(key)];
          if (query) onRun(query);
        }}
      >
        {history.map((query, place) => (
          <GridListItem key={place} id={String(place)} textValue={query.text} className="query-history-row">
            <span className="query-history-text">
              <bdi>{query.text}</bdi>
            </span>
            <span className="query-history-note">{note(query)}</span>
            <Button
              className="ui-icon-button ui-icon-button-small"
              aria-label={t('queryHistory.forget', { text: query.text })}
              onPress={() => {
                forgetQuery(query);
              }}
            >
              <X size={14} aria-hidden />
            </Button>
          </GridListItem>
        ))}
      </GridList>
    </div>
  );
}

function note(query: Query): string {
  const { mode } = query;
  return listText(
    [
      mode === 'simple' ? '' : modeNames[mode].name,
      query.case ? t('queryHistory.case') : '',
      query.marks ? t('queryHistory.marks') : '',
      query.stems ? t('queryHistory.stems') : '',
      query.clitics ? t('queryHistory.particles') : '',
    ].filter((part) => part !== ''),
  );
}
