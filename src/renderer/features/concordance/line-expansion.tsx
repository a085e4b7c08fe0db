/** The paragraph around a match, under its line. */
import { useLayoutEffect, useRef } from 'react';
import { IsolatedText } from './isolated-text.tsx';
import type { Expansion } from './use-expansions.ts';
import './line-expansion.css';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('concordance');

interface LineExpansionProps {
  readonly n: number;
  readonly expansion: Expansion;
  readonly onHeight: (n: number, px: number) => void;
}

export function LineExpansion({ n, expansion, onHeight }: LineExpansionProps) {
  const root = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = root.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      onHeight(n, element.offsetHeight);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [n, onHeight]);

  const { line, failure } = expansion;
  return (
    <div
      role="gridcell"
      aria-colindex={1}
      aria-colspan={6}
      className="concordance-expansion"
      data-act="text"
      ref={root}
    >
      {line ? (
        <p dir={line.direction} lang={line.language === 'und' ? undefined : line.language}>
          <IsolatedText text={line.before} />
          <mark>
            <IsolatedText text={line.match} />
          </mark>
          <IsolatedText text={line.after} />
        </p>
      ) : (
        <p className="concordance-expansion-note">{failure || t('expansion.loading')}</p>
      )}
      {line && (
        <div className="concordance-expansion-foot">
          <button type="button" tabIndex={-1} data-act="open">
            {t('expansion.read', { path: line.path })}
          </button>
        </div>
      )}
    </div>
  );
}
