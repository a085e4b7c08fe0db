/** A trend begins with the date of the articles, where they have one: whoever comes to the tab sees one at once. */
import { useEffect } from 'react';
import type { MetadataField } from '../../../shared/answers.ts';
import type { TableKind } from '../../../shared/tables.ts';
import { groupingFields, isDateField } from './settings/fields.ts';
import type { TabSettings } from './settings/settings.ts';
import type { ChangeSettings } from './settings/use-settings.ts';

export function useUsualField(
  kind: TableKind,
  fields: readonly MetadataField[],
  { field }: TabSettings,
  onChange: ChangeSettings,
): void {
  const offered = kind === 'trend' ? groupingFields(fields) : [];
  const isKnown = offered.some((known) => known.field === field);
  const usual = offered.find(isDateField) ?? offered[0];
  const name = isKnown ? undefined : usual?.field;
  const isDate = usual !== undefined && isDateField(usual);
  useEffect(() => {
    if (name !== undefined) onChange({ field: name, part: isDate ? 'year' : null });
  }, [name, isDate, onChange]);
}
