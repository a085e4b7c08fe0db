/** How far people who tagged the same things agree, beyond what chance would have them agree. 1 = wholly, 0 = as by chance. */
import { finite } from './association.ts';

/**
 * Cohen's κ of two people: (po − pe)/(1 − pe), po the share of equal choices, pe that of equal choices by chance. Cohen
 * 1960. `table[a][b]`: things that the first put in a and the second in b; square. Null when there is nothing, or when
 * both put everything in one and the same category.
 */
export function cohenKappa(table: readonly (readonly number[])[]): number | null {
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columns = table.map((_, category) => table.reduce((sum, row) => sum + row[category]!, 0));
  const all = rows.reduce((sum, count) => sum + count, 0);
  if (all === 0) return null;
  const same = table.reduce((sum, row, category) => sum + row[category]!, 0) / all;
  const chance = rows.reduce((sum, count, category) => sum + (count / all) * (columns[category]! / all), 0);
  return finite((same - chance) / (1 - chance));
}

/**
 * Krippendorff's α for categories, any number of people, with gaps: 1 − Do/De over pairs of values of one thing.
 * Krippendorff 2004, Content Analysis, chapter 11. `things[i]`: the categories that people gave to thing i, null where one
 * gave none; things with fewer than two values are left out. Null when there are no pairs, or only one category.
 */
export function krippendorffAlpha(things: readonly (readonly (string | number | null)[])[]): number | null {
  const totals = new Map<string | number, number>();
  let values = 0;
  let observed = 0;
  for (const thing of things) {
    const counts = new Map<string | number, number>();
    for (const value of thing) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
    const given = [...counts.values()].reduce((sum, count) => sum + count, 0);
    if (given < 2) continue;
    values += given;
    for (const [value, count] of counts) {
      totals.set(value, (totals.get(value) ?? 0) + count);
      observed += (count * (given - count)) / (given - 1);
    }
  }
  const expected = [...totals.values()].reduce((sum, count) => sum + count * (values - count), 0) / (values - 1);
  return values < 2 ? null : finite(1 - observed / expected);
}
