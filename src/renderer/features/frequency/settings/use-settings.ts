/** The settings of a tab and the way to change them. They live in the preferences, so that the next start finds them. */
import { useMemo } from 'react';
import type { TableKind } from '../../../../shared/tables.ts';
import { prefer } from '../../../app/actions/preferences.ts';
import { store, useApp } from '../../../app/store/store.ts';
import { type TabSettings, tabSettings } from './settings.ts';

/** Most of a list of n-grams occurs once, and what occurs once is no keyword. */
const usual: Partial<Record<TableKind, Partial<TabSettings>>> = {
  ngrams: { minCount: 2 },
  keywords: { minCount: 2 },
};

export type ChangeSettings = (change: Partial<TabSettings>) => void;

export function useSettings(kind: TableKind): readonly [TabSettings, ChangeSettings] {
  const kept = useApp((state) => state.preferences.tables[kind]);
  const settings = useMemo(() => tabSettings.parse({ ...usual[kind], ...kept }), [kind, kept]);
  const change = useMemo<ChangeSettings>(
    () => (part) => {
      const { tables } = store.getState().preferences;
      prefer({ tables: { ...tables, [kind]: { ...tables[kind], ...part } } });
    },
    [kind],
  );
  return [settings, change];
}
