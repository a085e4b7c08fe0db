/** Keywords of both sides, of the target alone, or of the reference alone: by the sign of their log-likelihood. */
import { OneOf } from '../../../ui/one-of.tsx';
import { ToggleButton } from 'react-aria-components';
import type { TableView } from '../../../../shared/tables.ts';
import { store } from '../../../app/store/store.ts';
import { sideWords } from '../frequency-words.ts';

const sides = ['both', 'target', 'reference'] as const;
type Side = (typeof sides)[number];

function sideOf({ filter }: TableView): Side {
  const bounds = filter?.between?.ll;
  if (bounds?.least !== undefined) return 'target';
  return bounds?.most === undefined ? 'both' : 'reference';
}

/** The strongest of the side come first. */
function viewOfSide(side: Side, { filter }: TableView): TableView {
  const text = filter?.text === undefined ? {} : { text: filter.text };
  const between = { target: { ll: { least: 0 } }, reference: { ll: { most: 0 } } };
  return {
    sort: { column: 'll', descending: side !== 'reference' },
    ...(side === 'both'
      ? filter?.text === undefined
        ? {}
        : { filter: text }
      : { filter: { ...text, between: between[side] } }),
  };
}

export function KeywordSides({ view }: { readonly view: TableView }) {
  return (
    <OneOf
      className="frequency-segments"
      label={sideWords.label}
      names={sides}
      chosen={sideOf(view)}
      onChoose={(side) => {
        store.getState().setView('keywords', viewOfSide(side, view));
      }}
    >
      {sides.map((side) => (
        <ToggleButton key={side} id={side} className="frequency-segment">
          {sideWords[side]}
        </ToggleButton>
      ))}
    </OneOf>
  );
}
