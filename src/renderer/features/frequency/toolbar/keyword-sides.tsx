/** Keywords of both sides, of the target alone, or of the reference alone: by the sign of their log-likelihood. */
import { OneOf } from '../../../ui/one-of.tsx';
import { ToggleButton } from 'react-aria-components';
import type { TableView } from '../../../../shared/tables.ts';
import { store } from '../../../app/store/store.ts';
import { boundOf, withBound } from './filtered-view.ts';
import { wordsOf } from '../../../language/words.ts';

const t = wordsOf('frequency');

const sides = ['both', 'target', 'reference'] as const;
type Side = (typeof sides)[number];

function sideOf(view: TableView): Side {
  const { least, most } = boundOf(view, 'll');
  if (least === 0 && most === undefined) return 'target';
  return most === 0 && least === undefined ? 'reference' : 'both';
}

/** The strongest of the side come first. */
function viewOfSide(side: Side, view: TableView): TableView {
  const bounds = { both: {}, target: { least: 0 }, reference: { most: 0 } };
  return { ...withBound(view, 'll', bounds[side]), sort: { column: 'll', descending: side !== 'reference' } };
}

export function KeywordSides({ view }: { readonly view: TableView }) {
  return (
    <OneOf
      className="frequency-segments"
      label={t('side.label')}
      names={sides}
      chosen={sideOf(view)}
      onChoose={(side) => {
        store.getState().setView('keywords', viewOfSide(side, view));
      }}
    >
      {sides.map((side) => (
        <ToggleButton key={side} id={side} className="frequency-segment">
          {t(`side.${side}`)}
        </ToggleButton>
      ))}
    </OneOf>
  );
}
