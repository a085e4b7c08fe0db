/** Sort keys as the reader handles them: named, reversed, put on top of one another. */
import type { SortKey } from '../../../shared/terms.ts';
import { spokenLanguage } from '../../language/spoken.ts';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('lines');

const nearKeys = ['B1', 'B2', 'B3', 'B4', 'B5', 'A1', 'A2', 'A3', 'A4', 'A5'] as const;

/** The contract takes so many. */
export const mostKeys = 5;

export function isReversed(key: SortKey): boolean {
  return key.startsWith('-');
}

/** The key without its direction. */
export function bareKey(key: SortKey): SortKey {
  return isReversed(key) ? key.slice(1) : key;
}

export function reversedKey(key: SortKey): SortKey {
  return isReversed(key) ? key.slice(1) : `-${key}`;
}

/** `second word before`, `match`, `document`. */
export function keyName(key: SortKey): string {
  const bare = bareKey(key);
  if (bare === 'M') return t('key.match');
  if (bare === 'doc') return t('key.document');
  if (bare === 'pos') return t('key.place');
  if (bare === 'verdict') return t('column.verdict');
  if (bare === 'freq') return t('key.frequency');
  if (bare.startsWith('field:')) return t('sort.field', { field: bare.slice('field:'.length) });
  const near = nearKeys.find((known) => known === bare);
  if (near !== undefined) return t(`key.${near}`);
  return t(bare.startsWith('B') ? 'key.before' : 'key.after', { place: bare.slice(1) });
}

const titles = new Map<string, string>();

/** What a press on a word does. Kept by language: a screen of lines asks two hundred times before it is drawn. */
export function sortTitle(key: SortKey): string {
  const asked = `${spokenLanguage()} ${key}`;
  const known = titles.get(asked) ?? t('sort.by', { key: keyName(key) });
  titles.set(asked, known);
  return known;
}

/** `B3 B2 B1` or `A1 A2 A3`, in the order in which they stand. */
export function wordKeys(side: 'B' | 'A', words: number): SortKey[] {
  const keys = Array.from({ length: words }, (_, at) => `${side}${at + 1}`);
  return side === 'B' ? keys.reverse() : keys;
}

/** 0-based level at which a bare key sorts, -1 when it does not. */
export function levelOf(keys: readonly SortKey[], bare: SortKey): number {
  return keys.findIndex((key) => bareKey(key) === bare);
}

/**
 * The keys after a key was clicked. Alone it becomes the only one, or turns round if it was; with `add` it comes below
 * the others, or turns round where it stands.
 */
export function withKey(keys: readonly SortKey[], bare: SortKey, add: boolean): SortKey[] {
  const level = levelOf(keys, bare);
  const known = keys[level];
  if (known === undefined) return add ? [...keys, bare].slice(-mostKeys) : [bare];
  if (add) return keys.map((key, at) => (at === level ? reversedKey(key) : key));
  return keys.length === 1 ? [reversedKey(known)] : [bare];
}

export function withoutKey(keys: readonly SortKey[], bare: SortKey): SortKey[] {
  return keys.filter((key) => bareKey(key) !== bare);
}
