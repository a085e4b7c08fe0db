/** The corpus from its first word to its last as a narrow strip, with the places where the lines come from. */
import { type KeyboardEvent, type MouseEvent, useCallback } from 'react';
import type { ConcordanceSummary } from '../../../shared/answers.ts';
import { request } from '../../app/request.ts';
import { orderOf } from '../../app/result-order.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { wordsOf } from '../../language/words.ts';
import './hit-map.css';

const t = wordsOf('lines');

/** Stretches of the strip: two or three pixels each. */
const stretches = 300;

interface HitMapProps {
  readonly result: ConcordanceSummary;
  /** 0-based line. */
  readonly onPlace: (place: number) => void;
}

export function HitMap({ result, onPlace }: HitMapProps) {
  const { corpus, result: id } = result;
  const ask = useCallback(() => request('concordance.spread', { corpus, result: id, stretches }), [corpus, id]);
  const spread = useAnswer(orderOf(result), ask)?.answer;
  if (!spread) return <div className="concordance-map" />;
  const { counts, tokens } = spread;
  const most = Math.max(1, ...counts);
  const goTo = (stretch: number) => {
    const token = Math.floor((stretch * tokens) / counts.length);
    void request('concordance.locate', { corpus, result: id, token })
      .then(({ place }) => {
        if (place !== null) onPlace(place);
      })
      .catch(() => undefined);
  };
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const { top, height } = event.currentTarget.getBoundingClientRect();
    goTo(Math.max(0, Math.min(counts.length - 1, Math.floor(((event.clientY - top) / height) * counts.length))));
  };
  return <Strip counts={counts} most={most} onClick={onClick} onStretch={goTo} />;
}

interface StripProps {
  readonly counts: readonly number[];
  readonly most: number;
  readonly onClick: (event: MouseEvent<HTMLElement>) => void;
  readonly onStretch: (stretch: number) => void;
}

function Strip({ counts, most, onClick, onStretch }: StripProps) {
  const held = counts.filter((count) => count > 0).length;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Home' && event.key !== 'End') return;
    event.preventDefault();
    onStretch(event.key === 'Home' ? 0 : counts.findLastIndex((count) => count > 0));
  };
  return (
    <button
      type="button"
      className="concordance-map"
      aria-label={t('map.label', { held, all: counts.length })}
      title={t('map.hint')}
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      <svg viewBox={`0 0 100 ${counts.length}`} preserveAspectRatio="none" aria-hidden>
        {counts.map((count, stretch) =>
          count === 0 ? null : (
            // Few hits are seen as well as many: the root of the count.
            <rect key={stretch} x={0} y={stretch} width={15 + 85 * Math.sqrt(count / most)} height={1} />
          ),
        )}
      </svg>
    </button>
  );
}
