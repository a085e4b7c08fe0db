/** A result in a few lines of text for notes, with the link that reopens it. */
import type { ConcordanceSummary } from '../../../shared/answers.ts';
import { wordsOf } from '../../language/words.ts';
import { formatCount, formatRate } from '../../ui/format.ts';
import { stepText } from './step-words.ts';

const t = wordsOf('lines');

export function resultAsText(result: ConcordanceSummary, where: string, link: string): string {
  const { query, chain, sort, total, perMillion } = result;
  const facts: (readonly [string, string])[] = [
    [t('text.query'), `${query.text} (${query.mode})`],
    [t('text.where'), where],
    [t('text.steps'), chain.map(({ step }) => stepText(step)).join(' → ')],
    [t('text.sort'), sort.join(', ')],
    [t('text.lines'), `${formatCount(total, 'line')}, ${t('text.rate', { rate: formatRate(perMillion) })}`],
  ];
  return [...facts.filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${value}`), link].join('\n');
}
