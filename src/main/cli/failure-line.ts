/** An expected failure as the one line that goes to standard error. */
import { ExpectedFailure, type Failure } from '../../shared/failure.ts';

const longestQuote = 40;

/** The same failure saying where in the query it lies, in words. */
export function pointedInto(query: string, error: unknown): unknown {
  // One that says where it lies is not about the query: the condition beside it has places of its own.
  if (!(error instanceof ExpectedFailure) || error.failure.at === undefined || error.failure.where) return error;
  const { code, message, at, until } = error.failure;
  const rest = query.slice(at, until);
  const shown = rest.length > longestQuote ? `${rest.slice(0, longestQuote)}…` : rest;
  // People count from one.
  const where = `at character ${at + 1}${shown === '' ? ', the end' : `: ${shown}`}`;
  return new ExpectedFailure(code, message, { at, until, where });
}

/** `lectern: <what> (<where>)`, on one line. */
export function failureLine({ message, where = '' }: Failure): string {
  const what = message.trim();
  const line = where === '' || what.includes(where) ? what : `${what.replace(/\.$/u, '')} (${where})`;
  return `lectern: ${line.replace(/\s+/gu, ' ')}`;
}
