/** Finding in the document that is read: what is looked for, where it is, and the way from place to place. */
import { useCallback, useEffect, useState } from 'react';
import type { CorpusId, DocId, Span } from '../../../shared/model.ts';
import { request } from '../../app/request.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { firstFrom } from './hit-steps.ts';

/** Milliseconds of rest before it is looked for: a whole book is folded for each answer. */
const rest = 120;

const nowhere: readonly Span[] = [];

/** Where the reader went among `places`, as long as those are the same. */
interface Gone {
  readonly places: readonly Span[];
  readonly at: number;
}

export interface Finding {
  /** Null while nobody finds. */
  readonly text: string | null;
  readonly places: readonly Span[];
  /** False when there are more places than are listed. */
  readonly complete: boolean;
  /** Whether the places are those of `text`. */
  readonly isSettled: boolean;
  /** 0-based place looked at; -1 without places. */
  readonly at: number;
  readonly setText: (text: string | null) => void;
  readonly step: (by: 1 | -1) => void;
}

/** `from` is where the reader is: the first place looked at is the next one after it. */
export function useFind(corpus: CorpusId, doc: DocId, from: Span | null): Finding {
  const [text, setText] = useState<string | null>(null);
  const [rested, setRested] = useState('');
  const [gone, setGone] = useState<Gone | null>(null);
  const wanted = text ?? '';
  useEffect(() => {
    const timer = setTimeout(() => {
      setRested(wanted);
    }, rest);
    return () => {
      clearTimeout(timer);
    };
  }, [wanted]);

  const ask = useCallback(
    () => (rested.trim() === '' ? Promise.resolve(null) : request('document.find', { corpus, doc, text: rested })),
    [corpus, doc, rested],
  );
  const answered = useAnswer(`${corpus} ${doc} ${rested}`, ask);
  const found = text === null ? null : (answered?.answer ?? null);
  const places = found?.places ?? nowhere;
  const first = places.length === 0 ? -1 : firstFrom(places, from?.start ?? 0) % places.length;
  const at = gone?.places === places ? gone.at : first;

  return {
    text,
    places,
    complete: found?.complete ?? true,
    isSettled: wanted.trim() === '' || (rested === wanted && answered !== null),
    at,
    setText,
    step: (by) => {
      if (places.length > 0) setGone({ places, at: (at + by + places.length) % places.length });
    },
  };
}
