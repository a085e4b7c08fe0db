/** The headings over the lines of a sorted result, and which of them are folded. */
import { useCallback, useMemo, useState } from 'react';
import type { ConcordanceSummary } from '../../../shared/answers.ts';
import { type LineHeading, mostHeadings } from '../../../shared/lines.ts';
import { longestPage } from '../../../shared/terms.ts';
import { request } from '../../app/request.ts';
import { orderOf } from '../../app/result-order.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { RowMap } from './row-map.ts';

interface Headed {
  readonly headings: readonly LineHeading[];
  /** How many there are, when they are too many to be shown. */
  readonly tooMany: number | null;
}

const none: Headed = { headings: [], tooMany: null };
const noneFolded: ReadonlySet<number> = new Set();

async function allHeadings({ corpus, result }: ConcordanceSummary): Promise<Headed> {
  const headings: LineHeading[] = [];
  for (;;) {
    const params = { corpus, result, from: headings.length, count: longestPage };
    const page = await request('concordance.headings', params);
    if (page.total > mostHeadings) return { headings: [], tooMany: page.total };
    headings.push(...page.headings);
    if (page.headings.length === 0 || headings.length >= page.total) return { headings, tooMany: null };
  }
}

interface Folding {
  readonly order: string;
  readonly folded: ReadonlySet<number>;
  readonly toggled: Headings['toggled'];
}

export interface Headings {
  readonly rows: RowMap;
  readonly tooMany: number | null;
  readonly count: number;
  /** The heading that was folded or unfolded last: a new object each time. */
  readonly toggled: { readonly number: number } | null;
  readonly isFolded: (number: number) => boolean;
  readonly toggle: (number: number) => void;
  readonly foldAll: (fold: boolean) => void;
}

export function useHeadings(result: ConcordanceSummary, isWanted: boolean): Headings {
  const order = orderOf(result);
  const wanted = isWanted && result.sort.length > 0;
  const ask = useCallback(
    () => (wanted ? allHeadings(result) : Promise.resolve(none)),
    // A result keeps its id when it is sorted.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [order, wanted],
  );
  const { headings, tooMany } = useAnswer(`${order} ${wanted}`, ask)?.answer ?? none;
  const [state, setState] = useState<Folding>({ order, folded: noneFolded, toggled: null });
  const folded = state.order === order ? state.folded : noneFolded;
  const rows = useMemo(() => new RowMap(result.total, headings, folded), [result.total, headings, folded]);
  return {
    rows,
    tooMany,
    count: headings.length,
    toggled: state.order === order ? state.toggled : null,
    isFolded: (number) => folded.has(number),
    toggle: (number) => {
      const changed = new Set(folded);
      if (!changed.delete(number)) changed.add(number);
      setState({ order, folded: changed, toggled: { number } });
    },
    foldAll: (fold) => {
      setState({ order, folded: fold ? new Set(headings.keys()) : noneFolded, toggled: { number: 0 } });
    },
  };
}
