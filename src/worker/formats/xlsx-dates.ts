/** Which cell styles of a workbook show a number as a date, and the date a number stands for. */
import type { Meter } from './limits.ts';
import { localName, readXml } from './xml.ts';

/** Numbers of the cell styles (index into cellXfs) that show dates or times. */
export type DateFormats = ReadonlySet<number>;

/** Built-in formats: dates and times, those of East Asian and Thai Excel included. */
const builtIn = (id: number): boolean =>
  (id >= 14 && id <= 22) ||
  (id >= 27 && id <= 36) ||
  (id >= 45 && id <= 47) ||
  (id >= 50 && id <= 58) ||
  (id >= 71 && id <= 81);

/** A format code is of a date when, outside quotes, colours and escapes, it has a letter of day, month, year or hour. */
const ofDate = (code: string): boolean =>
  /[dmyhs]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '').split(';')[0] ?? '');

export function readDateFormats(xml: string, meter: Meter): DateFormats {
  const own = new Map<number, boolean>();
  const styles: number[] = [];
  let inCellXfs = false;
  readXml(xml, meter, {
    open: (name, attributes) => {
      const local = localName(name);
      if (local === 'numFmt') own.set(Number(attributes.numFmtId), ofDate(attributes.formatCode ?? ''));
      else if (local === 'cellXfs') inCellXfs = true;
      else if (local === 'xf' && inCellXfs) styles.push(Number(attributes.numFmtId ?? 0));
    },
    close: (name) => {
      if (localName(name) === 'cellXfs') inCellXfs = false;
    },
    text: () => undefined,
  });
  return new Set(styles.flatMap((id, style) => ((own.get(id) ?? builtIn(id)) ? [style] : [])));
}

const dayMs = 86_400_000;

/** ISO date (with time when there is one), undefined outside the years a workbook can hold. */
export function dateOf(days: number, from1904: boolean): string | undefined {
  if (!Number.isFinite(days) || days < 0 || days > 2_958_465) return undefined;
  // Excel counts a 29 February 1900 that never was: days before it are one off.
  const offset = from1904 ? 24_107 : days < 60 ? 25_568 : 25_569;
  const iso = new Date(Math.round((days - offset) * 86_400) * (dayMs / 86_400)).toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19);
}
