/** Ticks on lines: the worker keeps them, the page hears how many there are. */
import type { ConcordanceSummary } from '../../../shared/answers.ts';
import type { Ticking } from '../../../shared/lines.ts';
import { wordsOf } from '../../language/words.ts';
import { request } from '../request.ts';
import { store } from '../store/store.ts';
import { start } from './failures.ts';

const t = wordsOf('lines');

/** 0-based lines `from` to `until`, exclusive, as the result is now sorted. */
export function tickLines({ corpus, result }: ConcordanceSummary, from: number, until: number, how: Ticking): void {
  const told = request('concordance.tick', { corpus, result, from, until, how }).then(({ ticked }) => {
    const { setTicked, say } = store.getState();
    setTicked({ result, from, until, how }, ticked);
    say(t('ticks.count', { count: ticked }));
  });
  start(told);
}

/** Of the result that is looked at. */
export function tickAll(how: Ticking): void {
  const { result } = store.getState();
  if (result) tickLines(result, 0, result.total, how);
}
