/** The real workbench with the real worker as it is built. */
import type { Workbench, WorkbenchOptions } from '../../src/main/workbench/workbench.ts';
import { createWorkbench } from '../../src/main/workbench/workbench.ts';
import type { Params, RequestName, Result } from '../../src/shared/contract.ts';
import { ExpectedFailure } from '../../src/shared/failure.ts';
import { readerUrl, resources, workerUrl } from '../program.ts';

export function nativeWorkbench(options: Partial<WorkbenchOptions> & { readonly userData: string }): Workbench {
  return createWorkbench({
    workerUrl,
    readerUrl,
    resources,
    door: 'electron',
    version: '0.0.0',
    ...options,
  });
}

/** Asks as a door does, and throws what the answer says went wrong. */
export async function ask<Name extends RequestName>(
  workbench: Workbench,
  name: Name,
  params: Params<Name>,
): Promise<Result<Name>> {
  const outcome = await workbench.dispatch(name, params);
  if (outcome.ok) return outcome.value as Result<Name>;
  const { code, message, ...more } = outcome.error;
  throw new ExpectedFailure(code, message, more);
}
