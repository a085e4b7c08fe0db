/** Pairs by their two languages: each group learns a lexicon of its own. */
import type { DocumentPairing } from '../../corpus/alignment/pair-documents.ts';
import type { Group } from './align-group.ts';
import type { SideDocument } from './read-sides.ts';

export function groupsOf(
  pairings: readonly DocumentPairing[],
  a: readonly SideDocument[],
  b: readonly SideDocument[],
): Group[] {
  const groups = new Map<string, { readonly name: string; readonly pairs: Group['pairs'][number][] }>();
  for (const pairing of pairings) {
    const pair = { a: a[pairing.a]!, b: b[pairing.b]!, pairing };
    const name = `${pair.a.language}–${pair.b.language}`;
    const group = groups.get(name);
    if (group) group.pairs.push(pair);
    else groups.set(name, { name, pairs: [pair] });
  }
  return [...groups.values()];
}
