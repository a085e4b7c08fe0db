/** The steps that the words of a `kwic` command ask for, always in one order, whatever order they were typed in. */
import type { Query, Step, Tagged } from '../../../shared/terms.ts';
import { ExpectedFailure } from '../../../shared/failure.ts';
import { pointedInto } from '../failure-line.ts';
import { judgedIn, type VerdictOptions } from '../project-options.ts';
import type { CompanyWindow } from '../query-options.ts';

export interface StepOptions extends VerdictOptions {
  readonly oncePerStory?: boolean;
  readonly filter?: readonly string[];
  readonly without?: readonly string[];
  readonly window: CompanyWindow;
  readonly uniqueLines?: number;
  readonly firstInDoc?: boolean;
  readonly thin?: number;
  readonly sample?: number;
  readonly seed: number;
}

/**
 * Documents first, then lines by their company, then fewer of them: a sample is drawn of what is left, and it is a sample
 * of documents when only the first line of each counts. Filters are read as the query is, with `queryOf`. `tagged`: the
 * passages that were asked for.
 */
export function stepsOf(options: StepOptions, queryOf: (text: string) => Query, tagged?: Tagged): Step[] {
  const { window, uniqueLines, thin, sample, seed } = options;
  const { judged } = judgedIn(options);
  const filter = (keep: boolean) => (text: string) =>
    ({ kind: 'filter', query: queryOf(text), ...window, keep }) satisfies Step;
  return [
    ...(options.oncePerStory ? [{ kind: 'once-per-story' } as const] : []),
    ...(tagged ? [{ kind: 'tagged', ...tagged, whole: true, keep: true } as const] : []),
    ...(judged ? [{ kind: 'verdict', ...judged } as const] : []),
    ...(options.filter ?? []).map(filter(true)),
    ...(options.without ?? []).map(filter(false)),
    ...(uniqueLines === undefined ? [] : [{ kind: 'unique-lines', before: uniqueLines, after: uniqueLines } as const]),
    ...(options.firstInDoc ? [{ kind: 'first-in-document' } as const] : []),
    ...(thin === undefined || thin === 1 ? [] : [{ kind: 'thin', every: thin } as const]),
    ...(sample === undefined ? [] : [{ kind: 'sample', size: sample, seed } as const]),
  ];
}

/** The same failure saying where in the query, or in that of a step, it lies. */
export function pointedIntoSteps(query: string, steps: readonly Step[], error: unknown): unknown {
  if (!(error instanceof ExpectedFailure) || error.failure.step === undefined) return pointedInto(query, error);
  const step = steps[error.failure.step - 1];
  return step?.kind === 'filter' ? pointedInto(step.query.text, error) : error;
}
