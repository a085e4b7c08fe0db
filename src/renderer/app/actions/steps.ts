/** The chain of steps on a result: changed as a whole, undone and redone. */
import type { SortKey, Step } from '../../../shared/terms.ts';
import { formatCount } from '../../ui/format.ts';
import { firstPage, summaryOf } from '../line-pages.ts';
import { request } from '../request.ts';
import type { Arrangement, Steps } from '../store/chain.ts';
import { store } from '../store/store.ts';
import { askAgain, resort } from './ask.ts';
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
  const { sort } = asked;
  if (!(await apply(steps))) return;
  store.getState().rememberChain([...chainPast, { steps: asked.steps, sort }], []);
  // Who takes the step away does not want it back with the next query.
  if (!steps.some(({ kind }) => kind === 'once-per-story')) store.getState().setEachStoryOnce(false);
}

export function addStep(step: Step): Promise<void> {
  return changeSteps([...(store.getState().asked?.steps ?? []), step]);
}

/** Orders the lines anew, as a change that can be undone. */
export async function changeOrder(sort: readonly SortKey[]): Promise<void> {
  const { asked, chainPast } = store.getState();
  if (!(await resort(sort)) || !asked) return;
  store.getState().rememberChain([...chainPast, { steps: asked.steps, sort: asked.sort }], []);
}

/** Takes the last change of the chain, or of the order, back. */
export function undoSteps(): void {
  const { asked, chainPast, chainFuture } = store.getState();
  const last = chainPast.at(-1);
  if (asked && last) start(goTo(last, chainPast.slice(0, -1), [asked, ...chainFuture]));
}

export function redoSteps(): void {
  const { asked, chainPast, chainFuture } = store.getState();
  const [next, ...others] = chainFuture;
  if (asked && next) start(goTo(next, [...chainPast, asked], others));
}

async function goTo(
  { steps, sort }: Arrangement,
  past: readonly Arrangement[],
  future: readonly Arrangement[],
): Promise<void> {
  const { asked } = store.getState();
  if (asked && !same(asked.steps, steps) && !(await apply(steps))) return;
  if (asked && !same(asked.sort, sort) && !(await resort(sort))) return;
  store.getState().rememberChain(past.map(arrangementOf), future.map(arrangementOf));
}

function same(one: readonly unknown[], other: readonly unknown[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Without what else a question says. */
function arrangementOf({ steps, sort }: Arrangement): Arrangement {
  return { steps, sort };
}

/** False when a newer question has overtaken this one. */
async function apply(steps: Steps): Promise<boolean> {
  const { asked, result, ...state } = store.getState();
  if (!asked || !result) return false;
  const { corpus } = result;
  const sequence = state.ask({ ...asked, steps });
  const job = comparing(steps);
  try {
    const first = firstPage();
    const params = { corpus, result: result.result, steps: [...steps], ...job, ...first };
    const changed = summaryOf(await request('concordance.steps', params), first);
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
