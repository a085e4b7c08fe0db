/**
 * Where a query is typed and asked. What is typed lives in its own slice of the store; a search turns it into a question,
 * and whatever could not be read is said, with its place, right under the field.
 */
import {
  Blocks,
  History,
  ListFilter,
  ListOrdered,
  type LucideIcon,
  Search,
  Star,
  Tags as TagsSign,
  TextSearch,
  X,
} from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button, ToggleButton } from 'react-aria-components';
import { queryModes } from '../../../shared/terms.ts';
import { search, searchBeside, setSwitch, setWhere } from '../../app/actions/ask.ts';
import { start } from '../../app/actions/failures.ts';
import { openLink } from '../../app/actions/links.ts';
import { focusQuery } from '../../app/focus.ts';
import { currentCorpus } from '../../app/store/library.ts';
import { store, useApp } from '../../app/store/store.ts';
import type { Tool } from '../../app/store/surface.ts';
import { wordsOf } from '../../language/words.ts';
import { IconButton, WithTooltip } from '../../ui/icon-button.tsx';
import { QueryBuilder } from './builder/query-builder.tsx';
import { ModeHint } from './mode-hint.tsx';
import { ModeSelect } from './mode-select.tsx';
import './query.css';
import { QueryField } from './query-field.tsx';
import { QueryHistory } from './query-history.tsx';
import { QuerySwitch } from './query-switch.tsx';
import { SyntaxHelp } from './syntax-help.tsx';
import { WhereBar } from './where-bar.tsx';

const t = wordsOf('query');
const tagging = wordsOf('tagging');
const builder = wordsOf('builder');
const lines = wordsOf('lines');

export function QueryBar() {
  const typed = useApp((state) => state.typed);
  const type = useApp((state) => state.type);
  const refusal = useApp((state) => state.refusal);
  const corpus = useApp(currentCorpus);
  const ready = corpus !== undefined;
  const hasWhere = useApp((state) => state.typedWhere !== '');
  const [whereOpen, setWhereOpen] = useState(false);
  const isBuilding = useApp((state) => state.isBuilding) && ready;
  const setBuilding = useApp((state) => state.setBuilding);
  const [historyOpen, setHistoryOpen] = useState(false);
  const tool = useApp((state) => state.tool);
  const openTool = useApp((state) => state.openTool);
  const box = useRef<HTMLDivElement>(null);

  const run = useAsking(ready);
  return (
    <search className="query-bar" aria-label={t('queryBar.query')} data-pane="query" tabIndex={-1}>
      <div className="query-row">
        <div ref={box} className={refusal ? 'query-box query-box-refused' : 'query-box'}>
          <Search className="query-sign-search" size={16} aria-hidden />
          <QueryField
            text={typed.text}
            mode={typed.mode}
            corpus={corpus?.corpus ?? null}
            refusal={refusal}
            onText={(text) => {
              // A link that was pasted is opened.
              if (!openLink(text)) type({ text });
              return store.getState().typed.text;
            }}
            onSearch={run}
            onHistory={() => {
              setHistoryOpen(true);
            }}
          />
          {typed.text !== '' && (
            <IconButton
              small
              label={t('queryBar.clearQuery')}
              icon={X}
              onPress={() => {
                type({ text: '' });
                focusQuery();
              }}
            />
          )}
          <IconButton
            small
            label={t('queryBar.searchHistory')}
            icon={History}
            onPress={() => {
              setHistoryOpen(true);
            }}
          />
          <IconButton
            small
            label={lines('saved.label')}
            icon={Star}
            isDisabled={!ready}
            onPress={() => {
              openTool(tool === 'saved' ? null : 'saved');
            }}
          />
          <span className="query-rule" aria-hidden />
          <QuerySwitch
            sign="Aa"
            label={t('queryBar.matchCase')}
            isSelected={typed.case}
            onChange={(on) => {
              setSwitch({ case: on });
            }}
          />
          <QuerySwitch
            sign="é"
            label={t('queryBar.matchMarksAccentsHarakat')}
            isSelected={typed.marks}
            onChange={(on) => {
              setSwitch({ marks: on });
            }}
          />
          {typed.mode === 'simple' && (
            <QuerySwitch
              sign="-ing"
              label={t('queryBar.ingWordsAlsoTheir')}
              isSelected={typed.stems ?? false}
              onChange={(on) => {
                setSwitch({ stems: on });
              }}
            />
          )}
          {typed.mode === 'simple' && corpus?.languages.some(({ language }) => language === 'ar') && (
            <QuerySwitch
              sign="والـ"
              label={t('queryBar.arabicWordsAlsoWith')}
              isSelected={typed.clitics ?? false}
              onChange={(on) => {
                setSwitch({ clitics: on });
              }}
            />
          )}
        </div>
        <WithTooltip label={t('queryBar.onlySomeDocuments')}>
          <ToggleButton
            aria-label={t('queryBar.onlySomeDocuments')}
            className="ui-icon-button query-where"
            isDisabled={!ready}
            isSelected={whereOpen || hasWhere}
            onChange={(open) => {
              setWhereOpen(open);
              if (!open && hasWhere) setWhere('');
            }}
          >
            <ListFilter size={16} aria-hidden />
          </ToggleButton>
        </WithTooltip>
        <WithTooltip label={builder('open')}>
          <ToggleButton
            aria-label={builder('open')}
            className="ui-icon-button query-where"
            isDisabled={!ready}
            isSelected={isBuilding}
            onChange={setBuilding}
          >
            <Blocks size={16} aria-hidden />
          </ToggleButton>
        </WithTooltip>
        <ToolButton tool="batch" label={t('queryBar.countManyQueriesAt')} icon={ListOrdered} />
        <ToolButton tool="passages" label={t('queryBar.findPassagesByTheir')} icon={TextSearch} />
        <ToolButton tool="tags" label={tagging('command.tags')} icon={TagsSign} />
        <ModeSelect
          modes={queryModes}
          mode={typed.mode}
          onChange={(mode) => {
            setSwitch({ mode });
          }}
        />
        <Button
          className="ui-button ui-button-main query-search"
          isDisabled={!ready}
          onPress={() => {
            run(false);
          }}
        >
          <SearchWord />
        </Button>
        <SyntaxHelp mode={typed.mode} />
        <QueryHistory
          anchor={box}
          isOpen={historyOpen}
          onOpenChange={(open) => {
            setHistoryOpen(open);
            if (!open) focusQuery();
          }}
        />
      </div>
      {corpus && (whereOpen || hasWhere) && (
        <WhereBar
          key={corpus.corpus}
          corpus={corpus}
          onClose={() => {
            setWhereOpen(false);
            focusQuery();
          }}
        />
      )}
      {corpus && isBuilding && (
        <QueryBuilder
          key={corpus.corpus}
          corpus={corpus}
          onSearch={() => {
            run(false);
          }}
          onClose={() => {
            setBuilding(false);
            focusQuery();
          }}
        />
      )}
      <ModeHint />
      {refusal && (
        <p id="query-refusal" className="query-refusal">
          {refusal.message}
        </p>
      )}
    </search>
  );
}

/**
 * Asks what stands in the bar. Enter while the folder is still being opened is kept until it is open; without any folder
 * coming it says that there is none.
 */
function useAsking(ready: boolean): (isBeside: boolean) => void {
  const isComing = useApp((state) => !state.listed || state.jobs.some(({ folder }) => folder !== null));
  const isKept = useRef(false);
  useEffect(() => {
    if (!ready || !isKept.current) return;
    isKept.current = false;
    start(search());
  }, [ready]);
  return (isBeside) => {
    if (ready || !isComing) start(isBeside ? searchBeside() : search());
    else isKept.current = true;
  };
}

/** By itself, and as wide in both states: a question draws nothing else of the bar anew, and lays nothing out again. */
function SearchWord() {
  const asking = useApp((state) => state.asking);
  return (
    <span className="query-search-words">
      <span className={asking ? 'query-search-away' : ''}>{t('queryBar.search')}</span>
      <span className={asking ? '' : 'query-search-away'}>{t('queryBar.searching')}</span>
    </span>
  );
}

interface ToolButtonProps {
  readonly tool: Tool;
  readonly label: string;
  readonly icon: LucideIcon;
}

/** Shows and hides what stands beside the lines. */
function ToolButton({ tool, label, icon: Icon }: ToolButtonProps) {
  const open = useApp((state) => state.tool);
  const openTool = useApp((state) => state.openTool);
  const isReady = useApp((state) => currentCorpus(state) !== undefined);
  return (
    <WithTooltip label={label}>
      <ToggleButton
        aria-label={label}
        className="ui-icon-button query-where"
        isDisabled={!isReady}
        isSelected={isReady && open === tool}
        onChange={(on) => {
          openTool(on ? tool : null);
        }}
      >
        <Icon size={16} aria-hidden />
      </ToggleButton>
    </WithTooltip>
  );
}
