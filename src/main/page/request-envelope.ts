/** Reads one request as it crosses a door. What the request asks is parsed by the workbench, against the contract. */
import { envelope } from '../../shared/wire.ts';
import { failed } from '../../shared/failure.ts';
import type { Failure } from '../../shared/failure.ts';

export interface RequestEnvelope {
  readonly id: number;
  readonly name: string;
  readonly params: unknown;
}

export type EnvelopeReading =
  | { readonly ok: true; readonly request: RequestEnvelope }
  /** `id` is null when not even that could be read, so that no answer can be addressed. */
  | { readonly ok: false; readonly id: number | null; readonly error: Failure };

const idOnly = envelope.pick({ id: true });

export function readEnvelope(value: unknown): EnvelopeReading {
  const parsed = envelope.safeParse(value);
  if (parsed.success) return { ok: true, request: parsed.data };
  const { error } = failed('bad-request', 'Expected a request of the form { id, name, params }.');
  const addressed = idOnly.safeParse(value);
  return { ok: false, id: addressed.success ? addressed.data.id : null, error };
}
