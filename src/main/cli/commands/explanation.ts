/** What a person is told of a search that found nothing: each word alone, and what else may have been meant. */
import type { ConcordanceSummary, ExplainedWord } from '../../../shared/answers.ts';
import type { Result } from '../../../shared/contract.ts';
import { counted } from '../counted.ts';

function list(forms: readonly { readonly form: string; readonly count: number }[]): string {
  return forms.map(({ form, count }) => `${form} ${count}`).join(', ');
}

function looserIn(word: ExplainedWord): string[] {
  return word.looser
    .filter(({ count }) => count > word.count)
    .map(({ count, ignoring }) => `${count} when ${ignoring.join(' and ')} may differ`);
}

function wordLine(word: ExplainedWord): string {
  const spelled = word.near.filter(({ why }) => why === 'spelling');
  const typed = word.near.filter(({ why }) => why === 'typing');
  const parts = [
    `${word.text}: ${word.count === 0 ? 'nowhere' : counted(word.count, 'time')}`,
    ...looserIn(word),
    ...(word.attached.length > 0 ? [`with particles (--clitics) ${list(word.attached)}`] : []),
    ...(spelled.length > 0 ? [`spelled otherwise ${list(spelled)}`] : []),
    ...(typed.length > 0 ? [`nearly ${list(typed)}`] : []),
  ];
  return parts.join('; ');
}

/** One line a word, and one for the step that dropped the last line. */
export function explanationLines(
  { found, chain }: ConcordanceSummary,
  { words, unexplained }: Result<'query.explain'>,
): string[] {
  const last = chain.findIndex(({ total }) => total === 0);
  if (found > 0 && last !== -1) {
    const before = last === 0 ? found : chain[last - 1]!.total;
    return [`nothing is left: step ${last + 1} (${chain[last]!.step.kind}) dropped ${counted(before, 'line')}`];
  }
  return unexplained === '' ? words.map(wordLine) : [unexplained];
}
