/** Which documents are aligned with which, in the way that was asked for. */
import { bestPartners, pairByContent } from '../../corpus/alignment/pair-by-content.ts';
import { pairByField, pairByName, type DocumentPairing } from '../../corpus/alignment/pair-documents.ts';
import type { AlignStart } from '../../shared/align-messages.ts';
import { ExpectedFailure } from '../../shared/failure.ts';
import type { Language } from '../../shared/model.ts';
import type { KnownTranslations } from './known-translations.ts';
import type { SideDocument } from './read-sides.ts';
import { seedText } from './seeds.ts';

interface Asked {
  readonly start: AlignStart;
  /** Both lists are one. */
  readonly same: boolean;
  readonly known: KnownTranslations;
  readonly remark: (text: string) => void;
}

/** @throws ExpectedFailure when nothing belongs together */
export function proposals(
  a: readonly SideDocument[],
  b: readonly SideDocument[],
  { start, same, known, remark }: Asked,
): readonly DocumentPairing[] {
  if (!same && a.length === 1 && b.length === 1 && start.pairBy === undefined)
    return [{ a: 0, b: 0, score: 1, shared: [] }];
  const byContent = (): DocumentPairing[] => {
    const seeds = (language: Language) => seedText(start.resources, language);
    const steps = pairByContent(a, b, same, (la, lb) => ({
      seeds: { a: seeds(la), b: seeds(lb) },
      learned: known.learned(la, lb),
      dictionary: known.dictionary,
    }));
    let step = steps.next();
    while (!step.done) step = steps.next();
    const found = step.value;
    // In one folder a story may be told by many: all that belong together are looked at.
    return same ? found : bestPartners(found, same);
  };
  let found: readonly DocumentPairing[];
  if (start.pairBy === 'content') found = byContent();
  else if (start.pairBy === undefined || start.pairBy === 'name') found = pairByName(a, b, same);
  else found = pairByField(a, b, start.pairBy, same);
  if (found.length === 0 && start.pairBy === undefined) {
    found = byContent();
    if (found.length > 0) remark('no names match: documents are paired by what they say');
  }
  if (found.length === 0) throw new ExpectedFailure('bad-request', nothingFits(start.pairBy));
  if (!same) tellAlone(found, a, b, remark);
  return found;
}

function nothingFits(pairBy: string | undefined): string {
  if (pairBy === undefined) return 'No two documents belong together, neither by name nor by what they say';
  if (pairBy === 'name') return 'No two documents have the same name without language: try --pair-by content';
  if (pairBy === 'content') return 'No two documents say enough of the same';
  return `No two documents have the same ${pairBy}: try --pair-by name or content`;
}

function tellAlone(
  found: readonly DocumentPairing[],
  a: readonly SideDocument[],
  b: readonly SideDocument[],
  remark: (text: string) => void,
): void {
  const alone = (documents: readonly SideDocument[], taken: ReadonlySet<number>): string[] =>
    documents.filter((_, place) => !taken.has(place)).map(({ path }) => path);
  const left = [...alone(a, new Set(found.map((pair) => pair.a))), ...alone(b, new Set(found.map((pair) => pair.b)))];
  if (left.length === 0) return;
  const more = left.length > 5 ? ` and ${left.length - 5} more` : '';
  remark(`without a counterpart: ${left.slice(0, 5).join(', ')}${more}`);
}
