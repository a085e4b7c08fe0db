/** On the first opening, among what the empty desk says: whether a tour is wanted. It is asked once. */
import { Button } from 'react-aria-components';
import { useApp } from '../../app/store/store.ts';
import { wordsOf } from '../../language/words.ts';
import { endTour } from './tour.tsx';
import './tour.css';

const t = wordsOf('tour');

export function TourOffer() {
  const isNew = useApp((state) => state.preferences.tour === 'new' && state.tour === null);
  const setTour = useApp((state) => state.setTour);
  if (!isNew) return null;
  return (
    <section className="tour-offer" aria-label={t('name')}>
      <p>{t('offer')}</p>
      <Button
        className="ui-button ui-button-main"
        onPress={() => {
          setTour(0);
        }}
      >
        {t('begin')}
      </Button>
      <Button className="ui-button ui-button-quiet" onPress={endTour}>
        {t('later')}
      </Button>
    </section>
  );
}
