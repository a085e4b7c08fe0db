/** A wait that is long stands in the status bar, once, and goes with its answer. */
import { afterEach, expect, it, vi } from 'vitest';
import { request } from '../../../src/renderer/app/request.ts';
import { store } from '../../../src/renderer/app/store/store.ts';
import { corpusA, later, standInBridge } from './stand-in-bridge.ts';

afterEach(() => {
  vi.useRealTimers();
});

const shown = () => store.getState().jobs.map(({ job, label }) => [job, label]);

it('shows what is not answered within 300 ms, and nothing that is', async () => {
  vi.useFakeTimers();
  const answer = later<{ fingerprint: string }>();
  standInBridge({ 'corpus.fingerprint': () => answer.promise, 'corpus.close': () => ({}) });
  const asked = request('corpus.fingerprint', { corpus: corpusA, job: 'long' });
  vi.advanceTimersByTime(299);
  expect(shown()).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(shown()).toEqual([['long', 'Working']]);
  answer.give({ fingerprint: '' });
  await asked;
  expect(shown()).toEqual([]);
  await request('corpus.close', { corpus: corpusA });
  vi.advanceTimersByTime(1_000);
  expect(shown()).toEqual([]);
});

it('leaves alone what is shown already', async () => {
  vi.useFakeTimers();
  const answer = later<{ fingerprint: string }>();
  standInBridge({ 'corpus.fingerprint': () => answer.promise });
  store.getState().begin('own', 'Its own words', null);
  const asked = request('corpus.fingerprint', { corpus: corpusA, job: 'own' });
  vi.advanceTimersByTime(400);
  expect(shown()).toEqual([['own', 'Its own words']]);
  answer.give({ fingerprint: '' });
  await asked;
  expect(shown()).toEqual([['own', 'Its own words']]);
  store.getState().end('own');
});
