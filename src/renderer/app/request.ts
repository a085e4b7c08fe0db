/** The page's one way to the machine: typed requests over the bridge, failures thrown as `ExpectedFailure`. */
import type { Params, RequestName, Result } from '../../shared/contract.ts';
import type { Bridge, LecternEvent } from '../../shared/wire.ts';
import { ExpectedFailure, type Failure } from '../../shared/failure.ts';
import { engineWords } from '../language/engine-words.ts';
import { showWhenLong } from './patience.ts';

let bridge: Bridge | undefined;

/** Called once, by main.tsx, before anything is drawn. */
export function setBridge(source: Bridge): void {
  bridge = source;
}

function connected(): Bridge {
  if (!bridge) throw new Error('The page asked before its bridge was set.');
  return bridge;
}

/**
 * Asks and waits. The answer's shape is the contract's: the main side validated it when it was made, so it is not parsed
 * again here.
 * @throws ExpectedFailure as the main side gave it.
 */
export async function request<Name extends RequestName>(name: Name, params: Params<Name>): Promise<Result<Name>> {
  const answered = showWhenLong(name, params);
  const outcome = await connected().request(name, params).finally(answered);
  if (outcome.ok) return outcome.value as Result<Name>;
  throw thrown(outcome.error);
}

/** In the language of the interface, as far as the sentence is known in it. */
function thrown({ code, message, ...more }: Failure): ExpectedFailure {
  return new ExpectedFailure(code, engineWords(message), more);
}

export function listen(listener: (event: LecternEvent) => void): () => void {
  return connected().listen(listener);
}

export function door(): Bridge['door'] {
  return connected().door;
}

export async function dropFolder(files: readonly File[]): Promise<void> {
  const outcome = await connected().drop(files);
  if (outcome.ok) return;
  throw thrown(outcome.error);
}
