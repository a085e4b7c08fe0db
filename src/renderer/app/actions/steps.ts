/** The chain of steps on a result: changed as a whole, undone and redone. */
import type { Step } from '../../../shared/terms.ts';
import { formatCount } from '../../ui/format.ts';
import { request } from '../request.ts';
import type { Steps } from '../store/chain.ts';
import { store } from '../store/store.ts';
import { askAgain } from './ask.ts';
import { comparing } from './comparing.ts';
import { asFailure, start } from './failures.ts';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('app');

/**
 * Puts other steps in the place of those that stand, as one change that can be undone.
 * @throws ExpectedFailure when a step cannot be done: the lines stay as they were.
 */
export async function changeSteps(steps: Steps): Promise<void> {
  const { asked, chainPast } = store.getState();
  if (!asked) return;
  const before = asked.steps;
  if (!(await apply(steps))) return;
  store.getState().rememberChain([...chainPast, before], []);
  // Who takes the step away does not want it back with the next query.
  if (!steps.some(({ kind }) => kind === 'once-per-story')) store.getState().setEachStoryOnce(false);
}

export function addStep(step: Step): Promise<void> {
  return changeSteps([...(store.getState().asked?.steps ?? []), step]);
}

/** Takes the last change of the chain back. */
export function undoSteps(): void {
  const { asked, chainPast, chainFuture } = store.getState();
  const last = chainPast.at(-1);
  if (asked && last) start(goTo(last, chainPast.slice(0, -1), [asked.steps, ...chainFuture]));
}

export function redoSteps(): void {
  const { asked, chainPast, chainFuture } = store.getState();
  const [next, ...others] = chainFuture;
  if (asked && next) start(goTo(next, [...chainPast, asked.steps], others));
}

async function goTo(steps: Steps, past: readonly Steps[], future: readonly Steps[]): Promise<void> {
  if (await apply(steps)) store.getState().rememberChain(past, future);
}

/** False when a newer question has overtaken this one. */
async function apply(steps: Steps): Promise<boolean> {
  const { asked, result, ...state } = store.getState();
  if (!asked || !result) return false;
  const { corpus } = result;
  const sequence = state.ask({ ...asked, steps });
  const job = comparing(steps);
  try {
    const changed = await request('concordance.steps', { corpus, result: result.result, steps: [...steps], ...job });
    if (!state.settle(sequence)) return false;
    state.show(changed);
    state.say(
      t('steps.after', { lines: formatCount(changed.total, 'line'), steps: formatCount(steps.length, 'step') }),
    );
    return true;
  } catch (error) {
    if (!state.settle(sequence)) return false;
    state.reinstate(asked);
    // The result set is gone with its worker: asking anew brings it back.
    if (asFailure(error).code !== 'no-such-result') throw error;
    await askAgain({ ...asked, steps });
    return true;
  } finally {
    state.end(job.job);
  }
}
