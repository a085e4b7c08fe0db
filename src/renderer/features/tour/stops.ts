/**
 * The stops of the tour: what each shows, and how the desk comes to show it. The tour does what a reader would do, on the
 * sample articles, so that each stop stands before the real thing.
 */
import { searchFor } from '../../app/actions/ask.ts';
import { openSamples } from '../../app/actions/corpora.ts';
import { readLine } from '../../app/actions/read.ts';
import { goToTab } from '../../app/actions/tables.ts';
import { request } from '../../app/request.ts';
import { currentCorpus } from '../../app/store/library.ts';
import { store } from '../../app/store/store.ts';

export const stopNames = ['folder', 'search', 'read', 'tag', 'align', 'chart'] as const;
export type StopName = (typeof stopNames)[number];

export interface Stop {
  /** What is shown, as a selector. */
  readonly at: string;
  readonly prepare: () => Promise<void>;
}

const query = { text: 'lake', mode: 'simple', case: false, marks: false } as const;

/** The samples where they are installed, otherwise whatever folder is open. */
async function onSamples(): Promise<void> {
  const { samples } = store.getState();
  if (samples !== null && currentCorpus(store.getState())?.folder !== samples) await openSamples();
}

async function withLines(): Promise<void> {
  await onSamples();
  if (store.getState().result?.query.text !== query.text) await searchFor(query);
  else goToTab('concordance');
}

export const stops: Readonly<Record<StopName, Stop>> = {
  folder: {
    at: '[data-pane=library]',
    prepare: async () => {
      await onSamples();
      goToTab('concordance');
    },
  },
  search: { at: '[data-pane=query]', prepare: withLines },
  read: {
    at: '[data-pane=reading]',
    prepare: async () => {
      await withLines();
      const { result, openTool } = store.getState();
      openTool(null);
      if (!result || result.total === 0) return;
      const page = { corpus: result.corpus, result: result.result, context: { unit: 'tokens', size: 0 } } as const;
      const { lines } = await request('concordance.page', { ...page, from: 0, count: 1 });
      if (lines[0]) readLine(lines[0]);
    },
  },
  tag: {
    at: '[data-pane=tool]',
    prepare: async () => {
      await onSamples();
      goToTab('concordance');
      store.getState().openTool('tags');
    },
  },
  align: {
    at: '.desk-tabs-panel [data-pane=lines]',
    prepare: async () => {
      await onSamples();
      store.getState().openTool(null);
      goToTab('aligned');
    },
  },
  chart: {
    at: '.frequency-chart, .desk-tabs-panel [data-pane=lines]',
    prepare: async () => {
      await onSamples();
      goToTab('words');
    },
  },
};
