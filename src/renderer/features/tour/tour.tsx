/**
 * A tour of six stops: a card that says what stands there, and a ring around it. It lies on the desk without holding it:
 * whoever wants to try something can, and goes on when they like.
 */
import { useEffect, useId, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { start } from '../../app/actions/failures.ts';
import { prefer } from '../../app/actions/preferences.ts';
import { store, useApp } from '../../app/store/store.ts';
import { wordsOf } from '../../language/words.ts';
import { formatNumber } from '../../ui/format.ts';
import { stopNames, stops } from './stops.ts';
import './tour.css';

const t = wordsOf('tour');

/** Milliseconds between two looks at where the part lies: panes come and change their sizes. */
const look = 200;

export function endTour(): void {
  store.getState().setTour(null);
  prefer({ tour: 'seen' });
}

export function Tour() {
  const at = useApp((state) => state.tour);
  const setTour = useApp((state) => state.setTour);
  const name = at === null ? undefined : stopNames[at];
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (name === undefined) return;
    // What it shows may take the focus when it comes: the card has it afterwards, so that it is read out.
    start(
      stops[name].prepare().finally(() => {
        requestAnimationFrame(() => heading.current?.focus());
      }),
    );
  }, [name]);
  const ring = useRing(name === undefined ? null : stops[name].at);
  if (at === null || name === undefined) return null;
  const isLast = at === stopNames.length - 1;
  return (
    <>
      {ring && <div aria-hidden className="tour-ring" style={ring} />}
      <section
        role="dialog"
        aria-modal={false}
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-says`}
        className="tour-card"
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          endTour();
        }}
      >
        <p className="ui-label">{t('stop', { at: formatNumber(at + 1), of: formatNumber(stopNames.length) })}</p>
        <h2 id={`${id}-title`} ref={heading} tabIndex={-1} className="tour-title">
          {t(`${name}.title`)}
        </h2>
        <p id={`${id}-says`}>{t(`${name}.says`)}</p>
        <div className="tour-foot">
          <Button className="ui-button ui-button-quiet" onPress={endTour}>
            {t('skip')}
          </Button>
          <span className="tour-way">
            <Button
              className="ui-button"
              isDisabled={at === 0}
              onPress={() => {
                setTour(at - 1);
              }}
            >
              {t('back')}
            </Button>
            <Button
              className="ui-button ui-button-main"
              onPress={() => {
                if (isLast) endTour();
                else setTour(at + 1);
              }}
            >
              {t(isLast ? 'done' : 'next')}
            </Button>
          </span>
        </div>
      </section>
    </>
  );
}

interface Ring {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where the part that is shown lies in the window; null while it is not there. */
function useRing(selector: string | null): Ring | null {
  const [ring, setRing] = useState<Ring | null>(null);
  useEffect(() => {
    if (selector === null) return undefined;
    const measure = () => {
      const box = document.querySelector(selector)?.getBoundingClientRect();
      const seen = box && box.width > 0 ? { left: box.left, top: box.top, width: box.width, height: box.height } : null;
      setRing((known) => (JSON.stringify(known) === JSON.stringify(seen) ? known : seen));
    };
    const timer = setInterval(measure, look);
    return () => {
      clearInterval(timer);
      setRing(null);
    };
  }, [selector]);
  return ring;
}
