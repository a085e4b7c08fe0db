/**
 * fast-check as the tests get it (vitest.config.ts puts it in the library's place): the same inputs at every run, so
 * that the gate says the same of the same code twice. `LECTERN_SEED=random npm test` looks further; a number repeats.
 */
import fc from 'fast-check';

const asked = process.env.LECTERN_SEED ?? '20261122';
if (asked !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(asked) });

export * from 'fast-check';
export { default } from 'fast-check';
