/** What is read side by side, how it was aligned and why, and how it is shown. */
import {
  ArrowLeftRight,
  BookOpenText,
  Columns3,
  Eye,
  EyeOff,
  Link,
  Map as MapIcon,
  Redo2,
  Rows3,
  SkipForward,
  TextSelect,
  Undo2,
  X,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { memo } from 'react';
import { Button, ToggleButton, Toolbar } from 'react-aria-components';
import type { AlignmentSummary, RowFilter } from '../../../shared/alignment.ts';
import { start } from '../../app/actions/failures.ts';
import { request } from '../../app/request.ts';
import type { AlignedLook, PairShown } from '../../app/store/aligned.ts';
import { store, useApp } from '../../app/store/store.ts';
import { useNarrow } from '../../app/use-narrow.ts';
import { useDrawnTheme } from '../../app/theme.ts';
import { wordsOf } from '../../language/words.ts';
import { formatNumber, formatPercent } from '../../ui/format.ts';
import { IconButton, WithTooltip } from '../../ui/icon-button.tsx';
import { LanguageBadge } from '../../ui/language-badge.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { DictionaryMenu } from './dictionaries/dictionary-menu.tsx';
import { FilterPill } from './filter-pill.tsx';
import { LinkFiles } from './link-files.tsx';
import { HowPill } from './how-pill.tsx';
import type { RowAction } from './row-keys.ts';
import { AddVersion } from './pivot/add-version.tsx';
import { SideMenu } from './side-menu.tsx';

const t = wordsOf('aligned');

interface PairHeadProps {
  readonly pair: PairShown;
  readonly summary: AlignmentSummary;
  readonly filter: RowFilter | null;
  readonly onFilter: (filter: RowFilter | null) => void;
  /** Rows that the filter leaves. */
  readonly shown: number;
  readonly onAction: (action: RowAction) => void;
}

export const PairHead = memo(function PairHead(props: PairHeadProps) {
  const { pair, summary, filter, onFilter, shown, onAction } = props;
  const showPair = useApp((state) => state.showPair);
  return (
    <header className="aligned-head">
      <div className="aligned-titles">
        <Title summary={summary} side={0} />
        <IconButton
          label={t('head.swap')}
          icon={ArrowLeftRight}
          small
          onPress={() => {
            showPair({ ...pair, a: pair.b, b: pair.a, row: null });
          }}
        />
        <Title summary={summary} side={1} />
        <AddVersion pair={pair} />
        {pair.others.length > 0 && (
          <Button
            className="ui-button ui-button-quiet"
            onPress={() => {
              showPair({ ...pair, isPivot: true, row: null });
            }}
          >
            <Columns3 size={14} aria-hidden />
            {t('pivot.all')}
          </Button>
        )}
        <IconButton
          label={t('head.close')}
          icon={X}
          small
          onPress={() => {
            showPair(null);
          }}
        />
      </div>
      <Toolbar className="aligned-tools" aria-label={t('head.tools')}>
        <HowPill pair={pair} summary={summary} />
        <FilterPill summary={summary} filter={filter} onFilter={onFilter} shown={shown} />
        <Doubtful summary={summary} onAction={onAction} />
        <span className="aligned-gap" />
        <History onAction={onAction} />
        <Looks />
        <DictionaryMenu
          corpus={pair.corpus}
          summary={summary}
          onRealign={() => {
            onAction({ kind: 'realign', from: 0 });
          }}
        />
        <Files pair={pair} summary={summary} />
      </Toolbar>
    </header>
  );
});

function Title({ summary, side }: { readonly summary: AlignmentSummary; readonly side: 0 | 1 }) {
  const { document, direction, segments, linked } = summary.documents[side];
  return (
    <div className="aligned-title">
      <LanguageBadge language={document.language} />
      <h2 lang={document.language} dir={direction} title={document.path}>
        {document.title === '' ? document.path : document.title}
      </h2>
      <span className="aligned-title-facts ui-number">
        {t(`head.${summary.granularity}`, { count: segments })} · {formatPercent(linked / Math.max(1, segments))}
      </span>
      <SideMenu side={side} document={document} />
    </div>
  );
}

interface Acting {
  readonly onAction: (action: RowAction) => void;
}

function Doubtful({ summary, onAction }: Acting & { readonly summary: AlignmentSummary }) {
  const count = summary.statuses.doubtful;
  return (
    <Button
      className="ui-button ui-button-quiet"
      isDisabled={count === 0}
      onPress={() => {
        onAction({ kind: 'next', what: 'doubtful', step: 1 });
      }}
    >
      <SkipForward size={13} aria-hidden />
      {t('head.doubtful')} <span className="ui-number aligned-count">{formatNumber(count)}</span>
    </Button>
  );
}

function History({ onAction }: Acting) {
  return (
    <>
      <IconButton
        label={t('action.undo')}
        icon={Undo2}
        caps={['Ctrl', 'Z']}
        small
        onPress={() => {
          onAction({ kind: 'undo' });
        }}
      />
      <IconButton
        label={t('action.redo')}
        icon={Redo2}
        caps={['Ctrl', 'Shift', 'Z']}
        small
        onPress={() => {
          onAction({ kind: 'redo' });
        }}
      />
    </>
  );
}

interface Switch {
  readonly id: 'layout' | 'together' | 'hide' | 'hints' | 'map';
  readonly icon: LucideIcon;
  readonly isOn: boolean;
  readonly caps: readonly string[];
  readonly change: Partial<AlignedLook>;
}

/** How the two are shown: each a switch. */
function Looks() {
  const look = useApp((state) => state.alignedLook);
  const { lookAligned } = store.getState();
  const isNarrow = useNarrow();
  const hasMap = look.hasMap ?? !isNarrow;
  const isRunning = look.layout === 'continuous';
  const switches: readonly Switch[] = [
    {
      ...{ id: 'layout', icon: isRunning ? BookOpenText : Rows3, isOn: isRunning, caps: ['V'] },
      change: { layout: isRunning ? 'rows' : 'continuous' },
    },
    { id: 'together', icon: Link, isOn: look.isTogether, caps: ['Y'], change: { isTogether: !look.isTogether } },
    {
      ...{ id: 'hide', icon: look.hidden === null ? Eye : EyeOff, isOn: look.hidden !== null, caps: ['H'] },
      change: { hidden: look.hidden === null ? 1 : null },
    },
    { id: 'hints', icon: TextSelect, isOn: look.hasHints, caps: ['W'], change: { hasHints: !look.hasHints } },
    { id: 'map', icon: MapIcon, isOn: hasMap, caps: ['G'], change: { hasMap: !hasMap } },
  ];
  return switches.map(({ id, icon: Icon, isOn, caps, change }) => (
    <WithTooltip key={id} label={t(`head.${id}`)} caps={caps}>
      <ToggleButton
        className="ui-icon-button ui-icon-button-small"
        aria-label={t(`head.${id}`)}
        isSelected={isOn}
        onChange={() => {
          lookAligned(change);
        }}
      >
        <Icon size={14} aria-hidden />
      </ToggleButton>
    </WithTooltip>
  ));
}

function Files({ pair, summary }: { readonly pair: PairShown; readonly summary: AlignmentSummary }) {
  const theme = useDrawnTheme();
  const print = async () => {
    const asked = { corpus: pair.corpus, alignment: summary.alignment, format: 'html', theme } as const;
    const { name, text } = await request('alignment.export', asked);
    saveFile(name, new Blob([text], { type: 'text/html;charset=utf-8' }));
    store.getState().say(t('head.saved', { name }));
  };
  return (
    <LinkFiles
      corpus={pair.corpus}
      summary={summary}
      onPrint={() => {
        start(print());
      }}
    />
  );
}
