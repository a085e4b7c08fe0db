/** Steps on a result in words, and the step that a form begins with. */
import type { Query, Step } from '../../../shared/terms.ts';
import { formatNumber } from '../../ui/format.ts';

export type StepKind = Step['kind'];

/** In the order of the menu. */
export const stepKinds: readonly (readonly [kind: StepKind, name: string, hint: string])[] = [
  ['filter', 'With or without a word nearby…', 'Keep lines by the words around the match'],
  ['where', 'Only some documents…', 'By language, source, date or another field'],
  ['combine', 'Combine with another query…', 'Both, either, or this one alone'],
  ['sample', 'Random sample…', 'The same seed draws the same lines'],
  ['thin', 'Every nth line…', 'Evenly through the corpus'],
  ['first-in-document', 'First line of each document', ''],
  ['unique-lines', 'Without repeated lines…', 'Drops lines that say the same again'],
  ['once-per-story', 'Each story once', 'Of near-identical documents only the first'],
];

function words(count: number): string {
  return `${formatNumber(count)} ${count === 1 ? 'word' : 'words'}`;
}

function reachText(before: number, after: number): string {
  if (before === after) return `within ${words(before)}`;
  if (before === 0) return `within ${words(after)} after`;
  if (after === 0) return `within ${words(before)} before`;
  return `within ${words(before)} before or ${formatNumber(after)} after`;
}

const operationWords = { union: 'or', intersection: 'and', difference: 'but not' } as const;

/** `with water within 5 words`. Text of a query stands in isolating marks: it may run the other way. */
export function stepText(step: Step): string {
  switch (step.kind) {
    case 'filter': {
      const sentence = step.sentence ? ' in the sentence' : '';
      return `${step.keep ? 'with' : 'without'} ${isolated(step.query.text)} ${reachText(step.before, step.after)}${sentence}`;
    }
    case 'thin':
      return step.every === 2 ? 'every other line' : `every ${formatNumber(step.every)}th line`;
    case 'sample':
      return `sample of ${formatNumber(step.size)}`;
    case 'first-in-document':
      return 'first in each document';
    case 'unique-lines':
      return 'no repeated lines';
    case 'where':
      return `only ${isolated(step.where)}`;
    case 'once-per-story':
      return 'each story once';
    case 'combine':
      return `${operationWords[step.operation]} ${isolated(step.with.query.text)}`;
  }
}

function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}

/** What a new step of that kind begins with; its words are read as those of `query` are. */
export function newStep(kind: StepKind, { case: byCase, marks, stems = false, clitics = false }: Query): Step {
  const query: Query = { text: '', mode: 'simple', case: byCase, marks, stems, clitics };
  switch (kind) {
    case 'filter':
      return { kind, query, before: 5, after: 5, sentence: false, keep: true };
    case 'thin':
      return { kind, every: 10 };
    case 'sample':
      return { kind, size: 100, seed: 1 };
    case 'unique-lines':
      return { kind, before: 5, after: 5 };
    case 'where':
      return { kind, where: '' };
    case 'combine':
      return { kind, with: { query }, operation: 'intersection' };
    case 'first-in-document':
    case 'once-per-story':
      return { kind };
  }
}

/** Whether there is nothing to say of it but that it is done. */
export function isPlain(kind: StepKind): boolean {
  return kind === 'first-in-document' || kind === 'once-per-story';
}

/** Whether everything is filled in. */
export function isWhole(step: Step): boolean {
  if (step.kind === 'filter') return step.query.text.trim() !== '';
  if (step.kind === 'combine') return step.with.query.text.trim() !== '';
  return step.kind !== 'where' || step.where.trim() !== '';
}
