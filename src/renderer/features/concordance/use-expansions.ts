/** The lines that the reader has opened, with the paragraphs around their matches. */
import { useCallback, useState } from 'react';
import type { ConcordanceLine, ConcordanceSummary } from '../../../shared/answers.ts';
import { ExpectedFailure } from '../../../shared/failure.ts';
import { request } from '../../app/request.ts';
import { orderOf } from '../../app/result-order.ts';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('concordance');

/** `line` has the whole paragraph as its context; null while it is on its way or when it could not be had. */
export interface Expansion {
  readonly line: ConcordanceLine | null;
  /** One sentence for a person, empty when nothing went wrong. */
  readonly failure: string;
}

interface Opened {
  readonly order: string;
  readonly lines: ReadonlyMap<number, Expansion>;
}

const none: ReadonlyMap<number, Expansion> = new Map();

export interface Expansions {
  /** By 1-based line number. */
  readonly lines: ReadonlyMap<number, Expansion>;
  set(n: number, open: boolean): void;
}

export function useExpansions(result: ConcordanceSummary): Expansions {
  const order = orderOf(result);
  const [opened, setOpened] = useState<Opened>({ order, lines: none });
  const lines = opened.order === order ? opened.lines : none;

  const put = useCallback((forOrder: string, n: number, change: (known: Expansion | undefined) => Expansion | null) => {
    setOpened((before) => {
      const known = before.order === forOrder ? before.lines : none;
      const expansion = change(known.get(n));
      if (expansion === null && !known.has(n)) return before;
      const changed = new Map(known);
      if (expansion === null) changed.delete(n);
      else changed.set(n, expansion);
      return { order: forOrder, lines: changed };
    });
  }, []);

  const { corpus, result: id } = result;
  const set = useCallback(
    (n: number, open: boolean) => {
      put(order, n, () => (open ? { line: null, failure: '' } : null));
      if (!open) return;
      // An answer that comes after the line was closed, or after another sort, finds no place.
      const settle = (line: ConcordanceLine | null, failure: string) => {
        put(order, n, (known) => (known ? { line, failure } : null));
      };
      request('concordance.page', {
        corpus,
        result: id,
        context: { unit: 'paragraph', size: 0 },
        from: n - 1,
        count: 1,
      })
        .then(({ lines: [line] }) => {
          settle(line ?? null, line ? '' : t('useExpansions.lineGoneSearchAgain'));
        })
        .catch((error: unknown) => {
          if (!(error instanceof ExpectedFailure)) throw error;
          settle(null, error.failure.message);
        });
    },
    [corpus, id, order, put],
  );
  return { lines, set };
}
