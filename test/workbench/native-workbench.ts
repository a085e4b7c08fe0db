/** The real workbench with the real worker, run from the sources as Node runs them. */
import { join } from 'node:path';
import type { Workbench, WorkbenchOptions } from '../../src/main/workbench/workbench.ts';
import { createWorkbench } from '../../src/main/workbench/workbench.ts';
import type { Params, RequestName, Result } from '../../src/shared/contract.ts';
import { ExpectedFailure } from '../../src/shared/failure.ts';

const project = join(import.meta.dirname, '../..');
export const sampleArticles = join(project, 'samples');

export function nativeWorkbench(options: Partial<WorkbenchOptions> & { readonly userData: string }): Workbench {
  return createWorkbench({
    workerUrl: new URL('../../src/worker/main.ts', import.meta.url),
    readerUrl: new URL('../../src/worker/formats/reader-process.ts', import.meta.url),
    resources: join(project, 'resources'),
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
