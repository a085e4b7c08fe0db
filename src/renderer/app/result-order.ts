import type { ConcordanceSummary } from '../../shared/answers.ts';

/** What must be the same for line numbers to mean the same lines: a result keeps its id when it is sorted or thinned. */
export function orderOf({ corpus, result, sort, chain }: ConcordanceSummary): string {
  return `${corpus} ${result} ${sort.join(',')} ${JSON.stringify(chain)}`;
}
