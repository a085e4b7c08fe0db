/** Which measures of a table can be opened to show their arithmetic. */
import { ExpectedFailure } from '../../shared/failure.ts';

/** @throws ExpectedFailure `bad-request` when `measure` is none of `measures` */
export function measureOf<Measure extends string>(measure: string, measures: readonly Measure[]): Measure {
  const known = measures.find((one) => one === measure);
  if (known === undefined)
    throw new ExpectedFailure(
      'bad-request',
      `There is no arithmetic of “${measure}” here. There is of ${measures.join(', ')}.`,
    );
  return known;
}
