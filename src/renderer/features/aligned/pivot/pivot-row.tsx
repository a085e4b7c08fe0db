/** One row of a pivot view: a sentence of the pivot, and what each version says in its place. */
import { ArrowUpRight } from 'lucide-react';
import type { PivotRow } from '../../../../shared/pivot.ts';
import { type SideLook, usualSide } from '../../../app/store/aligned.ts';
import { wordsOf } from '../../../language/words.ts';
import { families } from '../aligned-row.tsx';
import { statusWord } from '../row-words.ts';
import { type HintMark, SegmentText, type SideMarks } from '../segment-text.tsx';
import { TagsHere } from '../tags/row-tags.tsx';
import { marksIn, type TagMark } from '../tags/use-tag-marks.ts';
import type { Column } from './columns.ts';
import type { PivotHints } from './use-pivot-hints.ts';

const t = wordsOf('aligned');
const noTags: readonly TagMark[] = [];
const noHints: readonly HintMark[] = [];

interface RowProps {
  readonly id: string;
  readonly row: PivotRow | undefined;
  readonly place: number;
  readonly columns: readonly Column[];
  readonly looks: readonly SideLook[];
  /** The column that the keyboard is on, when it is in this row. */
  readonly active: number | null;
  readonly tags: readonly (readonly TagMark[])[];
  readonly hints: PivotHints;
  /** The hint that is lit. */
  readonly lit: number | null;
  readonly onLight: (hint: number | null) => void;
  readonly onChoose: (column: number) => void;
  readonly onOpen: (column: number) => void;
}

export function PivotRowView(props: RowProps) {
  const { id, row, place, columns, looks, active, tags, hints, lit, onLight, onChoose, onOpen } = props;
  const style = { gridTemplateColumns: `repeat(${columns.length}, minmax(0, 1fr))` };
  if (!row)
    return (
      <div role="row" aria-rowindex={place + 1} className="aligned-row pivot-row aligned-waiting" style={style}>
        <div role="gridcell" />
      </div>
    );
  const kinds = ['aligned-row pivot-row', active === null ? '' : 'aligned-active'];
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={place + 1}
      aria-selected={active !== null}
      className={kinds.filter((kind) => kind !== '').join(' ')}
      style={style}
    >
      {columns.map((column, at) => (
        <Cell
          key={column.side}
          row={row}
          column={column}
          look={looks[column.side] ?? usualSide}
          isActive={active === at}
          tags={tags[at] ?? noTags}
          hints={column.version === null ? hints.pivot : (hints.versions[column.version] ?? noHints)}
          lit={lit}
          onLight={onLight}
          onChoose={() => {
            onChoose(at);
          }}
          onOpen={() => {
            onOpen(at);
          }}
        />
      ))}
    </div>
  );
}

interface CellProps {
  readonly row: PivotRow;
  readonly column: Column;
  readonly look: SideLook;
  readonly isActive: boolean;
  readonly tags: readonly TagMark[];
  readonly hints: readonly HintMark[];
  readonly lit: number | null;
  readonly onLight: (hint: number | null) => void;
  readonly onChoose: () => void;
  readonly onOpen: () => void;
}

function Cell({ row, column, look, isActive, tags, hints, lit, onLight, onChoose, onOpen }: CellProps) {
  const { version, direction, document } = column;
  const segments = version === null ? row.pivot : (row.versions[version]?.segments ?? []);
  const doubtful = (version === null ? [] : (row.versions[version]?.links ?? [])).some(
    ({ status }) => status === 'doubtful',
  );
  // Segments of a version may stand apart in it, so each has marks of its own.
  const own = [...new Set(segments.flatMap((segment) => marksIn(tags, segment)))];
  const marks: SideMarks = { flags: [], hints, tags: own };
  const isAlone = segments.length > 0 && row.pivot.length === 0;
  const isOnly = version === null && row.versions.every((own) => own.segments.length === 0);
  const kinds = ['aligned-cell', version === null ? 'pivot-middle' : '', isActive ? 'aligned-cell-active' : ''];
  return (
    <div
      role="gridcell"
      dir={direction}
      className={kinds.filter((kind) => kind !== '').join(' ')}
      style={{ fontFamily: families[look.font], fontSize: look.size }}
      onClick={onChoose}
      onDoubleClick={onOpen}
    >
      {segments.length === 0 ? (
        <span className="aligned-nothing">
          <span className="ui-hidden">{t('nothingHere')}</span>
        </span>
      ) : (
        <p className="aligned-text" lang={document.language} dir={segments[0]?.direction}>
          {segments.map((segment, at) => (
            <span key={segment.segment} className="aligned-segment">
              {at > 0 && ' '}
              <SegmentText segment={segment} marks={marks} lit={lit} onLight={onLight} />
            </span>
          ))}
        </p>
      )}
      <TagsHere marks={own} />
      {(isAlone || isOnly) && <p className="aligned-only">{t('onlyHere')}</p>}
      {doubtful && segments.length > 0 && <p className="aligned-only pivot-doubtful">{statusWord('doubtful')}</p>}
      {isActive && version !== null && (
        <button type="button" tabIndex={-1} className="pivot-open" title={t('pivot.open')} onClick={onOpen}>
          <ArrowUpRight size={13} aria-hidden />
          <span className="ui-hidden">{t('pivot.open')}</span>
        </button>
      )}
    </div>
  );
}
