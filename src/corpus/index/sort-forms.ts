/**
 * From forms in the order of meeting to the sorted lexicon.
 */
import { fold } from '../text/fold.ts';
import type { FormTable } from '../text/forms.ts';
import type { JoinedStrings } from './lexicon.ts';

export interface SortedForms {
  /** Rank of each form by its number in the table. */
  readonly rank: Uint32Array;
  readonly forms: JoinedStrings;
  readonly folds: JoinedStrings;
  readonly classOfType: Uint32Array;
  readonly classStart: Uint32Array;
  readonly kinds: Uint8Array;
}

export function sortForms(table: FormTable): SortedForms {
  const forms = Array.from({ length: table.size }, (_, number) => table.form(number));
  const folded = forms.map(fold);
  const order = Uint32Array.from(forms.keys()).sort((a, b) =>
    folded[a] === folded[b] ? (forms[a]! < forms[b]! ? -1 : 1) : folded[a]! < folded[b]! ? -1 : 1,
  );
  const rank = new Uint32Array(table.size);
  const classOfType = new Uint32Array(table.size);
  const kinds = new Uint8Array(table.size);
  const classStart: number[] = [];
  const folds: string[] = [];
  order.forEach((number, type) => {
    rank[number] = type;
    kinds[type] = table.kinds[number]!;
    if (folds.at(-1) !== folded[number]) {
      folds.push(folded[number]!);
      classStart.push(type);
    }
    classOfType[type] = folds.length - 1;
  });
  classStart.push(table.size);
  return {
    rank,
    forms: join(Array.from(order, (number) => forms[number]!)),
    folds: join(folds),
    classOfType,
    classStart: Uint32Array.from(classStart),
    kinds,
  };
}

function join(strings: readonly string[]): JoinedStrings {
  const starts = new Uint32Array(strings.length + 1);
  for (let i = 0; i < strings.length; i++) starts[i + 1] = starts[i]! + strings[i]!.length;
  return { text: strings.join(''), starts };
}
