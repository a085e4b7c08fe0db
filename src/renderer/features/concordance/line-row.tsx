/** One line of the concordance: its number, the columns that the reader chose, and the match between its contexts. */
import { ChevronRight } from 'lucide-react';
import { memo } from 'react';
import type { ConcordanceLine } from '../../../shared/answers.ts';
import type { LineColumn, LineSettings } from '../../../shared/line-settings.ts';
import type { SortKey } from '../../../shared/terms.ts';
import { fieldOfColumn, fieldsOf } from '../../app/line-pages.ts';
import { wordsOf } from '../../language/words.ts';
import { formatNumber } from '../../ui/format.ts';
import { LanguageBadge } from '../../ui/language-badge.tsx';
import { IsolatedText } from './isolated-text.tsx';
import { LineExpansion } from './line-expansion.tsx';
import { drawnColumns, scriptOf } from './line-look.ts';
import { shortPath } from './line-text.ts';
import { nearWords } from './near-words.ts';
import { levelOf, sortTitle } from './sort-keys.ts';
import type { Expansion } from './use-expansions.ts';
import './line-row.css';
import './line-columns.css';
import { TickBox } from './tick-box.tsx';
import { Blank, WordColumns } from './word-columns.tsx';

const t = wordsOf('lines');

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
      <span key={index} className={`concordance-word${sorted}`} data-key={key} title={sortTitle(key)}>
        <IsolatedText text={stretch.text} />
      </span>
    );
  });
}

interface KwicProps {
  readonly line: ConcordanceLine;
  readonly sort: readonly SortKey[];
  readonly gaps: boolean;
}

function Kwic({ line, sort, gaps }: KwicProps) {
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
      <div role="gridcell" aria-colindex={5} className="concordance-match" data-act="open" title={t('line.read')}>
        <mark className={level < 0 ? undefined : `concordance-sorted-${Math.min(level, 2)}`}>
          {gaps ? <Blank /> : <IsolatedText text={line.match} />}
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

interface CellProps {
  readonly line: ConcordanceLine;
  readonly column: LineColumn;
  readonly place: number;
  readonly fields: readonly string[];
}

/** A column beside the text. */
function Cell({ line, column, place, fields }: CellProps) {
  const field = fieldOfColumn(column);
  if (column.id === 'language')
    return (
      <div role="gridcell" aria-colindex={place} className="concordance-cell concordance-language">
        <LanguageBadge language={line.language} />
      </div>
    );
  if (column.id === 'verdict')
    return (
      <div role="gridcell" aria-colindex={place} className="concordance-cell concordance-verdict">
        <bdi>{line.verdict ?? ''}</bdi>
      </div>
    );
  const value = field === undefined ? shortPath(line.path) : (line.values?.[fields.indexOf(field)] ?? '');
  return (
    <div
      role="gridcell"
      aria-colindex={place}
      className={`concordance-cell ${field === undefined ? 'concordance-document' : 'concordance-field'}`}
      title={field === undefined ? line.path : value}
    >
      <bdi>{value}</bdi>
    </div>
  );
}

export interface LineRowProps {
  readonly id: string;
  readonly n: number;
  /** 1-based, as a screen reader counts. */
  readonly rowIndex: number;
  /** Undefined while its page is on its way. */
  readonly line: ConcordanceLine | undefined;
  readonly sort: readonly SortKey[];
  readonly look: LineSettings;
  readonly active: boolean;
  readonly selected: boolean;
  readonly expansion: Expansion | undefined;
  /** Tells the height of the opened paragraph, CSS pixels. */
  readonly onHeight: (n: number, px: number) => void;
}

export const LineRow = memo(function LineRow(props: LineRowProps) {
  const { id, n, rowIndex, line, look, active, selected, expansion, onHeight } = props;
  const state = `${active ? ' concordance-active' : ''}${selected ? ' concordance-selected' : ''}${line?.ticked ? ' concordance-ticked' : ''}`;
  return (
    <div
      role="row"
      id={id}
      className={`concordance-row${state}${expansion ? ' concordance-open' : ''}`}
      aria-rowindex={rowIndex}
      aria-selected={selected}
      aria-busy={line ? undefined : true}
      data-n={n}
    >
      <div role="gridcell" aria-colindex={1} className="concordance-number">
        <TickBox label={t('ticks.line', { n })} state={line?.ticked ? 'all' : 'none'} act="tick" />
        <button
          type="button"
          tabIndex={-1}
          data-act="expand"
          aria-expanded={expansion !== undefined}
          aria-label={t('line.paragraph', { n })}
          title={t(expansion ? 'line.close' : 'line.open')}
        >
          <ChevronRight aria-hidden size={12} />
        </button>
        {look.numbers && formatNumber(n)}
      </div>
      {line ? (
        <Columns {...props} line={line} />
      ) : (
        <div role="gridcell" aria-colindex={2} className="concordance-skeleton" aria-label={t('line.loading')} />
      )}
      {expansion && <LineExpansion n={n} expansion={expansion} onHeight={onHeight} />}
    </div>
  );
});

interface ColumnsProps extends Pick<LineRowProps, 'look' | 'sort'> {
  readonly line: ConcordanceLine;
}

function Columns({ line, look, sort }: ColumnsProps) {
  const fields = fieldsOf(look);
  const tinted = look.colours ? sort : [];
  return drawnColumns(look).map((column, at) => {
    if (column.id !== 'text')
      return <Cell key={column.id} line={line} column={column} place={at + 2} fields={fields} />;
    return (
      <div key="text" role="presentation" className={`concordance-text concordance-script-${scriptOf(line)}`}>
        {look.words > 0 ? (
          <WordColumns line={line} sort={tinted} words={look.words} gaps={look.gaps} />
        ) : (
          <Kwic line={line} sort={tinted} gaps={look.gaps} />
        )}
      </div>
    );
  });
}
