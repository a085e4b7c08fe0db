import { ExpectedFailure } from '../../shared/failure.ts';

/** `at`, `until`: UTF-16 offsets into the query as typed. */
export function badQuery(message: string, at: number, until: number): ExpectedFailure {
  return new ExpectedFailure('bad-query', message, { at, until });
}
