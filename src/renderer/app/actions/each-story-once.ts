/** The switch that counts each story once: a step on the lines shown, and on those of every query to come. */
import type { Steps } from '../store/chain.ts';
import { store } from '../store/store.ts';
import { start } from './failures.ts';
import { changeSteps } from './steps.ts';

export function countEachStoryOnce(once: boolean): void {
  const { asked, result, setEachStoryOnce } = store.getState();
  setEachStoryOnce(once);
  if (!asked || !result) return;
  const others: Steps = asked.steps.filter(({ kind }) => kind !== 'once-per-story');
  // First, so that the other steps work on what is left: a sample of stories, not of copies.
  start(changeSteps(once ? [{ kind: 'once-per-story' }, ...others] : others));
}
