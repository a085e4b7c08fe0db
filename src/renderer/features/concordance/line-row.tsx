/** One line of the concordance: its number, document, language, and the match between its contexts. */
import { ChevronRight } from 'lucide-react';
import { memo } from 'react';
import type { ConcordanceLine } from '../../../shared/answers.ts';
import type { SortKey } from '../../../shared/terms.ts';
import { formatNumber } from '../../ui/format.ts';
import { LanguageBadge } from '../../ui/language-badge.tsx';
import { shortPath } from './line-text.ts';
import { IsolatedText } from './isolated-text.tsx';
import { LineExpansion } from './line-expansion.tsx';
import { nearWords } from './near-words.ts';
import { keyName, levelOf } from './sort-keys.ts';
import type { Expansion } from './use-expansions.ts';
import './line-row.css';

/** Words on either side that can be clicked: as many as have a button in the head. */
const clickable = 3;
/** Code units of a context that are drawn: more than the widest window shows. A paragraph may have a hundred times more. */
const drawn = 600;
/** Words on either side that are looked for, so that a sort by the fifth word is shown too. */
const shown = 5;

interface Contexts {
  readonly text: string;
  readonly side: 'before' | 'after';
  readonly sort: readonly SortKey[];
}

/** Marked by `data-key`, which the grid's one click handler reads. */
function NearWords({ text, side, sort }: Contexts) {
  return nearWords(side === 'before' ? text.slice(-drawn) : text.slice(0, drawn), side, shown).map((stretch, index) => {
    const key = `${side === 'before' ? 'B' : 'A'}${stretch.place}`;
    const level = stretch.place === 0 ? -1 : levelOf(sort, key);
    if (stretch.place === 0 || (stretch.place > clickable && level < 0))
      return <IsolatedText key={index} text={stretch.text} />;
    const sorted = level < 0 ? '' : ` concordance-sorted-${Math.min(level, 2)}`;
    return (
      <span key={index} className={`concordance-word${sorted}`} data-key={key} title={`Sort by the ${keyName(key)}`}>
        <IsolatedText text={stretch.text} />
      </span>
    );
  });
}

function Kwic({ line, sort }: { readonly line: ConcordanceLine; readonly sort: readonly SortKey[] }) {
  const level = levelOf(sort, 'M');
  const lang = line.language === 'und' ? undefined : line.language;
  // The row turns as a whole, so that the words before an Arabic match stand to its right; each cell is an isolate of its
  // own, so that punctuation at its edge stays with its words.
  return (
    <div role="presentation" className="concordance-kwic" dir={line.direction} lang={lang}>
      <div role="gridcell" aria-colindex={4} className="concordance-before">
        <span>
          <NearWords text={line.before} side="before" sort={sort} />
        </span>
      </div>
      <div
        role="gridcell"
        aria-colindex={5}
        className="concordance-match"
        data-act="open"
        title="Read it in its document"
      >
        <mark className={level < 0 ? undefined : `concordance-sorted-${Math.min(level, 2)}`}>
          <IsolatedText text={line.match} />
        </mark>
      </div>
      <div role="gridcell" aria-colindex={6} className="concordance-after">
        <span>
          <NearWords text={line.after} side="after" sort={sort} />
        </span>
      </div>
    </div>
  );
}

export interface LineRowProps {
  readonly id: string;
  readonly n: number;
  /** Undefined while its page is on its way. */
  readonly line: ConcordanceLine | undefined;
  readonly sort: readonly SortKey[];
  readonly active: boolean;
  readonly selected: boolean;
  readonly expansion: Expansion | undefined;
  /** Tells the height of the opened paragraph, CSS pixels. */
  readonly onHeight: (n: number, px: number) => void;
}

export const LineRow = memo(function LineRow(props: LineRowProps) {
  const { id, n, line, sort, active, selected, expansion, onHeight } = props;
  const state = `${active ? ' concordance-active' : ''}${selected ? ' concordance-selected' : ''}`;
  return (
    <div
      role="row"
      id={id}
      className={`concordance-row${state}${expansion ? ' concordance-open' : ''}`}
      aria-rowindex={n + 1}
      aria-selected={selected}
      aria-busy={line ? undefined : true}
      data-n={n}
    >
      <div role="gridcell" aria-colindex={1} className="concordance-number">
        <button
          type="button"
          tabIndex={-1}
          data-act="expand"
          aria-expanded={expansion !== undefined}
          aria-label={`Paragraph of line ${n}`}
          title={expansion ? 'Close the paragraph (←)' : 'Show the whole paragraph (→)'}
        >
          <ChevronRight aria-hidden size={12} />
        </button>
        {formatNumber(n)}
      </div>
      {line ? (
        <>
          <div role="gridcell" aria-colindex={2} className="concordance-document" title={line.path}>
            <bdi>{shortPath(line.path)}</bdi>
          </div>
          <div role="gridcell" aria-colindex={3} className="concordance-language">
            <LanguageBadge language={line.language} />
          </div>
          <Kwic line={line} sort={sort} />
        </>
      ) : (
        <div role="gridcell" aria-colindex={2} aria-colspan={5} className="concordance-skeleton" aria-label="Loading" />
      )}
      {expansion && <LineExpansion n={n} expansion={expansion} onHeight={onHeight} />}
    </div>
  );
});
