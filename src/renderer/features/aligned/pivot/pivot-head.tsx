/** Which texts stand beside each other, how each is set, and what can be done with the view. */
import { Crosshair, X } from 'lucide-react';
import { ToggleButton, Toolbar } from 'react-aria-components';
import { pivotFormats } from '../../../../shared/pivot.ts';
import { start } from '../../../app/actions/failures.ts';
import { request } from '../../../app/request.ts';
import type { PairShown } from '../../../app/store/aligned.ts';
import { store, useApp } from '../../../app/store/store.ts';
import { wordsOf } from '../../../language/words.ts';
import { formatCount, formatNumber, formatPercent } from '../../../ui/format.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { LanguageBadge } from '../../../ui/language-badge.tsx';
import { SaveMenu, saveTable } from '../save-menu.tsx';
import { SideMenu } from '../side-menu.tsx';
import { AddVersion } from './add-version.tsx';
import type { Column } from './columns.ts';
import type { PivotInHand } from './use-pivot.ts';

const t = wordsOf('aligned');

interface HeadProps {
  readonly pair: PairShown;
  readonly pivot: PivotInHand;
  readonly columns: readonly Column[];
  readonly isUneven: boolean;
  readonly onUneven: (isUneven: boolean) => void;
}

export function PivotHead({ pair, pivot, columns, isUneven, onUneven }: HeadProps) {
  const showPair = useApp((state) => state.showPair);
  const { corpus } = pair;
  const alignments = pivot.summaries.map(({ alignment }) => alignment);
  return (
    <header className="aligned-head">
      <div className="pivot-titles" style={{ gridTemplateColumns: `repeat(${columns.length}, minmax(0, 1fr))` }}>
        {columns.map((column) => (
          <Title key={column.side} pair={pair} column={column} />
        ))}
      </div>
      <Toolbar className="aligned-tools" aria-label={t('head.tools')}>
        <span className="aligned-count">{formatCount(isUneven ? pivot.uneven : pivot.total, 'row')}</span>
        <ToggleButton className="ui-button ui-button-quiet" isSelected={isUneven} onChange={onUneven}>
          {t('pivot.uneven')} <span className="ui-number aligned-count">{formatNumber(pivot.uneven)}</span>
        </ToggleButton>
        <span className="aligned-gap" />
        <SaveMenu
          label={t('parallel.export')}
          options={pivotFormats.map((id) => ({ id, name: id.toUpperCase() }))}
          onSave={(format) => {
            start(saveTable(request('pivot.export', { corpus, alignments, format })));
          }}
        />
        <AddVersion pair={pair} />
        <IconButton
          label={t('head.close')}
          icon={X}
          small
          onPress={() => {
            showPair(null);
          }}
        />
      </Toolbar>
    </header>
  );
}

function Title({ pair, column }: { readonly pair: PairShown; readonly column: Column }) {
  const { document, direction, version, side, segments, linked } = column;
  const { showPair } = store.getState();
  const versions = [pair.b, ...pair.others];
  /** Without one version; with one left, the pair of the two. */
  const leave = () => {
    const [b, ...others] = versions.filter((doc) => doc !== document.doc);
    if (b !== undefined) showPair({ ...pair, b, others, isPivot: others.length > 0, row: null });
  };
  const toMiddle = () => {
    const [b, ...others] = versions.map((doc) => (doc === document.doc ? pair.a : doc));
    if (b !== undefined) showPair({ ...pair, a: document.doc, b, others, row: null });
  };
  return (
    <div className={version === null ? 'aligned-title pivot-title-middle' : 'aligned-title'}>
      <LanguageBadge language={document.language} />
      <h2 lang={document.language} dir={direction} title={document.path}>
        {document.title === '' ? document.path : document.title}
      </h2>
      {linked !== null && (
        <span className="aligned-title-facts ui-number">{formatPercent(linked / Math.max(1, segments))}</span>
      )}
      {version !== null && <IconButton label={t('pivot.middle')} icon={Crosshair} small onPress={toMiddle} />}
      <SideMenu side={side} document={document} />
      {version !== null && <IconButton label={t('pivot.leave')} icon={X} small onPress={leave} />}
    </div>
  );
}
