/** Documents and dispersion of a few units, such as those of a page, without a walk over all tokens where it can be had. */
import type { FoldClassId, TypeId } from '../../shared/model.ts';

import type { CorpusIndex } from '../index/corpus-index.ts';
import { firstAtLeast } from '../query/regions.ts';
import type { UnitCounts } from './counts.ts';
import { placesOfUnits } from './counts.ts';
import { dpNormOf, partsOf } from './dispersion.ts';
import type { DocumentMask } from './documents.ts';
import { partSizes } from './documents.ts';
import type { PartSpread } from './part-spread.ts';
import type { Stepwise } from './stepwise.ts';
import { tokensAStep } from './stepwise.ts';

/** Numbered as in `units`. */
export function* spreadOfUnits(
  index: CorpusIndex,
  all: UnitCounts,
  mask: DocumentMask,
  units: ArrayLike<number>,
): Stepwise<PartSpread> {
  const sizes = partSizes(index, mask);
  const parts = partsOf(sizes);
  const starts = index.documentStart();
  const documents = new Uint32Array(units.length);
  const dp = new Float64Array(units.length);
  const postings = postingsOf(index, all, units);
  const places = postings ? null : placesOfUnits(index, all, mask, Array.from(units));
  let rest = tokensAStep;
  for (let row = 0; row < units.length; row++) {
    const own = postings ? index.postings(postings[row]!) : places![row]!;
    rest -= own.length;
    if (rest < 0) {
      rest = tokensAStep;
      yield { done: row, total: units.length };
    }
    const f = all.counts[units[row]!]!;
    for (let at = 0, doc = 0; at < own.length; doc++) {
      const token = own[at]!;
      // Documents are passed one by one where the word is in most of them, by leaps where it is in few.
      if (token >= starts[doc + 1]!) doc = firstAtLeast(starts, token + 1, doc + 1, starts.length) - 1;
      const next = firstAtLeast(own, starts[doc + 1]!, at, own.length);
      if (sizes[doc]! > 0) {
        documents[row]!++;
        dp[row]! += Math.max(0, (next - at) / f - sizes[doc]! / parts.tokens);
      }
      at = next;
    }
  }
  return { documents, dp, dpNorm: (row) => (documents[row] === 0 ? null : dpNormOf(dp[row]!, parts)) };
}

/** The classes whose postings in the index are the units', where each unit is a whole folded class. */
function postingsOf(index: CorpusIndex, { unit }: UnitCounts, units: ArrayLike<number>): FoldClassId[] | null {
  const [table] = unit.tables;
  if (table === undefined || unit.tables.length > 1) return null;
  const { lexicon } = index;
  const classes: FoldClassId[] = [];
  for (let row = 0; row < units.length; row++) {
    const cls = lexicon.classOfType()[unit.labelType(units[row]!)]! as FoldClassId;
    for (let type = lexicon.classStart()[cls]!; type < lexicon.classStart()[cls + 1]!; type++) {
      if (table[type] !== units[row] && lexicon.typeCount(type as TypeId) > 0) return null;
    }
    classes.push(cls);
  }
  return classes;
}
