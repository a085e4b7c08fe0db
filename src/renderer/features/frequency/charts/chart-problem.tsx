/** Why a chart cannot be drawn, in the place where it would stand; nothing while its numbers are on their way. */
import type { Failure } from '../../../../shared/failure.ts';

export function ChartProblem({ failure }: { readonly failure: Failure | null | undefined }) {
  return failure ? (
    <p role="alert" className="frequency-chart-problem">
      {failure.message}
    </p>
  ) : null;
}
