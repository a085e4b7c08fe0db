/** The tab of two articles side by side: the pair that is read, or the choice of one. */
import { useState } from 'react';
import type { CorpusId } from '../../../shared/model.ts';
import { useApp } from '../../app/store/store.ts';
import { NotOpenYet } from './not-open-yet.tsx';
import './aligned.css';
import { PairChooser } from './chooser/pair-chooser.tsx';
import { PairReader } from './pair-reader.tsx';
import { PivotView } from './pivot/pivot-view.tsx';
import { usePair } from './use-pair.ts';
import type { PairShown } from '../../app/store/aligned.ts';

export function AlignedView({ corpus }: { readonly corpus: CorpusId }) {
  const pair = useApp((state) => (state.pair?.corpus === corpus ? state.pair : null));
  if (!pair) return <PairChooser corpus={corpus} />;
  if (pair.isPivot && pair.others.length > 0) return <PivotView key={`${pair.a}`} pair={pair} />;
  return <Opened key={`${pair.a} ${pair.b}`} pair={pair} />;
}

function Opened({ pair }: { readonly pair: PairShown }) {
  const [attempt, setAttempt] = useState(0);
  const { failure, inHand } = usePair(pair, attempt);
  if (failure || !inHand)
    return (
      <NotOpenYet
        failure={failure}
        onAgain={() => {
          setAttempt(attempt + 1);
        }}
      />
    );
  return <PairReader pair={pair} inHand={inHand} />;
}
