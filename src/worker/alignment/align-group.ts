/** Pairs of one pair of languages, aligned together. */
import { basename } from 'node:path';
import { alignPairs, type AlignProgress } from '../../corpus/alignment/align.ts';
import type { Alignment } from '../../corpus/alignment/alignment.ts';
import type { LearnedLexicon } from '../../corpus/alignment/learned-lexicon.ts';
import { nameStem, type DocumentPairing } from '../../corpus/alignment/pair-documents.ts';
import type { AlignedPair, AlignedSide, AlignStart } from '../../shared/align-messages.ts';
import type { KnownTranslations } from './known-translations.ts';
import type { SideDocument } from './read-sides.ts';
import { seedText } from './seeds.ts';

export interface Group {
  /** Its languages, for a person. */
  readonly name: string;
  readonly pairs: readonly { readonly a: SideDocument; readonly b: SideDocument; readonly pairing: DocumentPairing }[];
}

export interface AlignedGroup {
  readonly pairs: readonly AlignedPair[];
  readonly lexicon: LearnedLexicon | undefined;
}

export function* alignGroup(
  { pairs }: Group,
  { mode, resources }: AlignStart,
  { dictionary, learned }: KnownTranslations,
): Generator<AlignProgress, AlignedGroup> {
  const [first] = pairs;
  if (!first) return { pairs: [], lexicon: undefined };
  const la = first.a.language;
  const lb = first.b.language;
  const outcome = yield* alignPairs(pairs, {
    mode,
    seeds: { a: seedText(resources, la), b: seedText(resources, lb) },
    dictionary,
    learned: learned(la, lb),
  });
  return { pairs: pairs.map((pair, p) => described(pair, outcome.alignments[p]!)), lexicon: outcome.lexicon };
}

function described({ a, b, pairing }: Group['pairs'][number], { choice, beads }: Alignment): AlignedPair {
  const stem = nameStem(a.path);
  return {
    name: stem === nameStem(b.path) ? stem : `${stem}+${basename(nameStem(b.path))}`,
    a: side(a),
    b: side(b),
    ...choice,
    pairing: { score: pairing.score, shared: pairing.shared },
    beads: beads.map(({ aFrom, aTo, bFrom, bTo, score }) => ({ aFrom, aTo, bFrom, bTo, score })),
  };
}

function side({ path, language, direction, units }: SideDocument): AlignedSide {
  return { path, language, direction, units };
}
