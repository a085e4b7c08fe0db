/** The way of one query: typed → asked → shown. */
import type { Context, Query, SortKey } from '../../../shared/contract.ts';
import type { CorpusId, ResultId } from '../../../shared/model.ts';
import { request } from '../request.ts';
import { store } from '../store/store.ts';
import { formatCount } from '../../ui/format.ts';
import { asFailure, report, start } from './failures.ts';
import { prefer, rememberQuery } from './preferences.ts';

/** Ends a result set that nobody will look at again. Its worker may have died with it: that is as good. */
function release(corpus: CorpusId, result: ResultId): void {
  request('concordance.close', { corpus, result }).catch((error: unknown) => {
    const { code } = asFailure(error);
    if (code !== 'no-such-result' && code !== 'no-such-corpus' && code !== 'unavailable') report(error);
  });
}

/** Asks the current corpus. An answer that a newer question has overtaken is closed unseen. */
export async function ask(query: Query, sort?: readonly SortKey[]): Promise<void> {
  const { current: corpus, result: before, ...state } = store.getState();
  if (corpus === null) return;
  if (query.text.trim() === '') {
    clearResult();
    return;
  }
  const keys = sort ?? (before?.corpus === corpus ? before.sort : []);
  const sequence = state.ask({ corpus, query, sort: keys });
  try {
    const result = await request('concordance.open', { corpus, query: { ...query }, sort: [...keys] });
    if (!state.settle(sequence)) {
      release(corpus, result.result);
      return;
    }
    const last = store.getState().result;
    if (last && last.result !== result.result) release(last.corpus, last.result);
    state.show(result);
    state.say(`${formatCount(result.total, 'line')} for ${query.text}`);
    rememberQuery(query);
  } catch (error) {
    const failure = asFailure(error);
    if (!state.settle(sequence, failure.code === 'bad-query' ? failure : undefined)) return;
    if (failure.code === 'bad-query') state.say(`The query cannot be read: ${failure.message}`);
    else report(error);
  }
}

/** Asks what stands in the query bar. */
export function search(): Promise<void> {
  return ask(store.getState().typed);
}

/** Puts a query into the bar and asks it. */
export function searchFor(query: Query): Promise<void> {
  store.getState().type(query);
  return ask(query);
}

/** A switch of the bar: what is shown follows it, as long as the bar still holds what was asked. */
export function setSwitch(change: Partial<Pick<Query, 'case' | 'marks' | 'mode'>>): void {
  const { asked, typed } = store.getState();
  store.getState().type(change);
  if (asked?.query.text === typed.text) start(search());
}

/** Puts the result into another order. */
export async function resort(sort: readonly SortKey[]): Promise<void> {
  const { result, ...state } = store.getState();
  if (!result) return;
  const { corpus, query } = result;
  const sequence = state.ask({ corpus, query, sort });
  try {
    const sorted = await request('concordance.sort', { corpus, result: result.result, sort: [...sort] });
    if (!state.settle(sequence)) return;
    state.show(sorted);
    state.say(sort.length === 0 ? 'In the order of the corpus' : `Sorted by ${sort.join(', ')}`);
  } catch (error) {
    if (!state.settle(sequence)) return;
    // The result set is gone (the worker was restarted, or the connection was): asking anew brings it back.
    if (asFailure(error).code === 'no-such-result') await ask(query, sort);
    else report(error);
  }
}

export function setContext(context: Context): void {
  prefer({ context });
}

/** Takes the result off the page and lets the worker forget it. */
export function clearResult(): void {
  const { result, withdraw, show } = store.getState();
  withdraw();
  show(null);
  if (result) release(result.corpus, result.result);
}
