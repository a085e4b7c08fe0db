/** Steps on a result in words, and the step that a form begins with. */
import type { TagId } from '../../../shared/tagging.ts';
import type { Query, Step } from '../../../shared/terms.ts';
import { formatNumber } from '../../ui/format.ts';
import { wordsOf } from '../../language/words.ts';
import { keyName } from './sort-keys.ts';

const t = wordsOf('concordance');

/** Until one is chosen. */
const noTag = '' as TagId;

export type StepKind = Step['kind'];

/** In the order of the menu. */
export const stepKinds = [
  'filter',
  'word',
  'verdict',
  'tagged',
  'where',
  'combine',
  'sample',
  'thin',
  'first-in-document',
  'unique-lines',
  'once-per-story',
] as const satisfies readonly StepKind[];

interface MenuStep {
  readonly kind: StepKind;
  readonly name: string;
  /** Empty where the name says it all. */
  readonly hint: string;
}

export function stepMenu(): readonly MenuStep[] {
  return stepKinds.map((kind) => ({
    kind,
    name: t(`step.${kind}.name`),
    hint: kind === 'first-in-document' ? '' : t(`step.${kind}.hint`),
  }));
}

function reachText(before: number, after: number): string {
  if (before === after) return t('reach.within', { count: before });
  if (before === 0) return t('reach.after', { count: after });
  if (after === 0) return t('reach.before', { count: before });
  return t('reach.both', { count: before, after: formatNumber(after) });
}

/** `with water within 5 words`; `tagName`: of the tag of a step by tag, where it is known. Text of a query stands in isolating marks: it may run the other way. */
export function stepText(step: Step, tagName = ''): string {
  switch (step.kind) {
    case 'filter': {
      const said = { text: isolated(step.query.text), reach: reachText(step.before, step.after) };
      const text = t(step.keep ? 'says.with' : 'says.without', said);
      return step.sentence ? t('says.inSentence', { text }) : text;
    }
    case 'word': {
      const said = { place: keyName(step.at), text: isolated(step.text) };
      return t(step.keep ? `says.word.${step.how}` : `says.notWord.${step.how}`, said);
    }
    case 'thin':
      return step.every === 2 ? t('says.everyOther') : t('says.every', { every: formatNumber(step.every) });
    case 'sample':
      return t('says.sample', { size: formatNumber(step.size) });
    case 'first-in-document':
    case 'unique-lines':
    case 'once-per-story':
      return t(`says.${step.kind}`);
    case 'verdict': {
      const verdicts = step.verdicts.map((verdict) => verdict ?? t('says.noVerdict')).join(', ');
      return t(step.keep ? 'says.judged' : 'says.notJudged', { verdicts: isolated(verdicts) });
    }
    case 'tagged':
      if (tagName === '') return t(step.keep ? 'says.tagged' : 'says.notTagged');
      return t(step.keep ? 'says.taggedAs' : 'says.notTaggedAs', { tag: isolated(tagName) });
    case 'where':
      return t('says.where', { where: isolated(step.where) });
    case 'combine':
      return t(`says.${step.operation}`, { text: isolated(step.with.query.text) });
  }
}

function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}

/** What a new step of that kind begins with; its words are read as those of `query` are. */
export function newStep<Kind extends StepKind>(kind: Kind, query: Query): Extract<Step, { kind: Kind }>;
export function newStep(kind: StepKind, { case: byCase, marks, stems = false, clitics = false }: Query): Step {
  const query: Query = { text: '', mode: 'simple', case: byCase, marks, stems, clitics };
  switch (kind) {
    case 'filter':
      return { kind, query, before: 5, after: 5, sentence: false, keep: true };
    case 'word':
      return { kind, at: 'A1', how: 'equals', text: '', case: byCase, marks, keep: true };
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
    case 'verdict':
      return { kind, verdicts: [], keep: true };
    case 'tagged':
      return { kind, tag: noTag, below: true, keep: true };
    case 'first-in-document':
    case 'once-per-story':
      return { kind };
  }
}

/** Whether there is nothing to say of it but that it is done. */
export function isPlain(kind: Step['kind']): boolean {
  return kind === 'first-in-document' || kind === 'once-per-story';
}

/** Whether everything is filled in. */
export function isWhole(step: Step): boolean {
  if (step.kind === 'filter') return step.query.text.trim() !== '';
  if (step.kind === 'word') return step.text.trim() !== '';
  if (step.kind === 'combine') return step.with.query.text.trim() !== '';
  if (step.kind === 'verdict') return step.verdicts.length > 0;
  if (step.kind === 'tagged') return step.tag !== noTag;
  return step.kind !== 'where' || step.where.trim() !== '';
}
