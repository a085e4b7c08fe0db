/** Brings Monaco in when it is first needed. */
import type { Monaco } from './monaco.ts';

let loading: Promise<Monaco> | undefined;

/** Loads Monaco once; after a failure the next call tries again. */
export function loadMonaco(): Promise<Monaco> {
  loading ??= import('./monaco.ts').then(
    (module) => module.monaco,
    (failure: unknown) => {
      loading = undefined;
      throw failure;
    },
  );
  return loading;
}
