/** Expected failures are data. A message says what was expected, what came, and what to do. */

export const failureCodes = [
  'bad-query',
  'bad-request',
  'unknown-request',
  'not-allowed',
  'no-such-folder',
  'no-such-corpus',
  'no-such-document',
  'no-such-result',
  'unreadable',
  'unavailable',
  'cancelled',
  'worker-crashed',
  'internal',
] as const;
export type FailureCode = (typeof failureCodes)[number];

export interface Failure {
  readonly code: FailureCode;
  /** One sentence for a person. */
  readonly message: string;
  /** For `bad-query`: UTF-16 offset into the query text where reading stopped making sense. */
  readonly at?: number | undefined;
  /** For `bad-query`: end of the offending part, exclusive. */
  readonly until?: number | undefined;
  /**
   * The file or folder meant, as shown to the user (relative to the corpus where there is one); `condition` when the
   * place lies in the condition on documents and not in the query.
   */
  readonly where?: string | undefined;
  /** For `bad-query`: number of the step that holds it, counted from 1; absent when it is the query itself. */
  readonly step?: number | undefined;
}

export type Outcome<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Failure };

export function done<Value>(value: Value): Outcome<Value> {
  return { ok: true, value };
}

export function failed(
  code: FailureCode,
  message: string,
  more: Omit<Failure, 'code' | 'message'> = {},
): { ok: false; error: Failure } {
  return { ok: false, error: { code, message, ...more } };
}

/** Thrown inside a room to leave deep call stacks; every doorway turns it back into data. */
export class ExpectedFailure extends Error {
  readonly failure: Failure;
  constructor(code: FailureCode, message: string, more: Omit<Failure, 'code' | 'message'> = {}) {
    super(message);
    this.name = 'ExpectedFailure';
    this.failure = { code, message, ...more };
  }
}
