/** Saved queries as they are listed: in an order, and only those that say a text. */
import type { SavedQuery } from '../../../../shared/saved-queries.ts';
import { interfaceLocale } from '../../../language/locale.ts';

export const savedOrders = ['name', 'newest', 'lines'] as const;
export type SavedOrder = (typeof savedOrders)[number];

export function inOrder(saved: readonly SavedQuery[], order: SavedOrder, text: string): readonly SavedQuery[] {
  const wanted = text.trim().toLowerCase();
  const says = ({ name, note, query, where }: SavedQuery) =>
    [name, note, query.text, where].some((said) => said.toLowerCase().includes(wanted));
  const locale = interfaceLocale();
  return saved.filter(says).sort((a, b) => {
    if (order === 'newest' && a.changed !== b.changed) return a.changed < b.changed ? 1 : -1;
    if (order === 'lines' && lines(a) !== lines(b)) return lines(b) - lines(a);
    return a.name.localeCompare(b.name, locale);
  });
}

/** One that was never counted comes after those with none. */
function lines({ counted }: SavedQuery): number {
  return counted?.lines ?? -1;
}
