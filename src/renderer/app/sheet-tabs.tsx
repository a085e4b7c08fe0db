/** The open results, a tab each: there once there are two, or when one is asked for. */
import { Columns2, Plus, X } from 'lucide-react';
import { ToggleButton } from 'react-aria-components';
import { wordsOf } from '../language/words.ts';
import { formatNumber } from '../ui/format.ts';
import { IconButton, WithTooltip } from '../ui/icon-button.tsx';
import { QuerySign } from '../ui/query-sign.tsx';
import { closeSheet } from './actions/ask.ts';
import { goToSheet, toggleBeside } from './actions/sheets.ts';
import { focusQuery } from './focus.ts';
import './sheet-tabs.css';
import { useApp } from './store/store.ts';

const t = wordsOf('lines');

/** Opens a sheet with nothing on it. */
export function NewSheet() {
  const openSheet = useApp((state) => state.openSheet);
  return (
    <IconButton
      small
      label={t('sheets.open')}
      icon={Plus}
      onPress={() => {
        openSheet();
        focusQuery();
      }}
    />
  );
}

export function SheetTabs() {
  const sheets = useApp((state) => state.sheets);
  const sheet = useApp((state) => state.sheet);
  const beside = useApp((state) => state.beside);
  const result = useApp((state) => state.result);
  if (sheets.length === 1) return null;
  return (
    <div className="sheet-tabs" role="group" aria-label={t('sheets.label')}>
      {sheets.map(({ id, colour, result: left }) => {
        const shown = id === sheet ? result : left;
        const name = shown?.query.text ?? t('sheets.empty');
        return (
          <span key={id} className={`sheet-tab${id === sheet ? ' sheet-tab-here' : ''}`}>
            <button
              type="button"
              aria-pressed={id === sheet || id === beside}
              onClick={() => {
                goToSheet(id);
              }}
            >
              <QuerySign colour={colour} />
              <bdi>{name}</bdi>
              {shown && <span className="ui-number">{formatNumber(shown.total)}</span>}
            </button>
            <button
              type="button"
              className="sheet-tab-close"
              aria-label={t('sheets.close', { name })}
              onClick={() => {
                closeSheet(id);
              }}
            >
              <X size={12} aria-hidden />
            </button>
          </span>
        );
      })}
      <NewSheet />
      <WithTooltip label={t(beside === null ? 'sheets.beside' : 'sheets.alone')}>
        <ToggleButton
          className="ui-icon-button ui-icon-button-small"
          aria-label={t('sheets.beside')}
          isSelected={beside !== null}
          onChange={toggleBeside}
        >
          <Columns2 size={14} aria-hidden />
        </ToggleButton>
      </WithTooltip>
    </div>
  );
}
