/** A table of counts as a field of shades: the darker, the more. Each cell has its number, and can be picked. */
import { ChartFrame } from './chart-frame.tsx';
import type { ChartHeading } from './chart-data.ts';
import type { ChartRoom } from './chart-room.ts';
import { useRoom } from './chart-room.ts';
import { fitText } from './fit-text.ts';
import { Mark } from './mark.tsx';
import { SvgWord } from './svg-word.tsx';

export interface HeatMapProps extends ChartHeading {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** By row, then by column. */
  readonly cells: readonly (readonly number[])[];
  /** What a cell counts. */
  readonly valueName: string;
  /** A value with its name in the form that the number asks for; absent: the number before the name. */
  readonly valueText?: (value: number) => string;
  /** What the rows are. */
  readonly rowName: string;
  readonly summary: string;
  readonly onPick?: (row: number, column: number) => void;
}

const leastCell = 34;
const mostCell = 84;

export function HeatMap(props: HeatMapProps) {
  const { rows, columns, cells, summary, rowName, ...heading } = props;
  return (
    <ChartFrame
      heading={heading}
      summary={summary}
      table={{
        columns: [{ name: rowName, kind: 'text' }, ...columns.map((name) => ({ name, kind: 'number' }) as const)],
        rows: rows.map((name, row) => [name, ...(cells[row] ?? [])]),
      }}
      leastHeight={(size) => size * 9 + rows.length * size * 2.2}
    >
      {(room) => <Field {...props} room={room} />}
    </ChartFrame>
  );
}

/** Where everything stands; in a right-to-left interface the rows are named on the right. */
function layOut(room: ChartRoom, rows: readonly string[], columns: readonly string[]) {
  const { width, size, textWidth } = room;
  const measure = (text: string) => textWidth(text, size);
  const names = rows.map((name) => fitText(name, width * 0.3, measure));
  const side = Math.max(0, ...names.map(measure)) + size;
  const cell = Math.max(leastCell, Math.min(mostCell, (width - side - size) / Math.max(1, columns.length)));
  const heads = columns.map((name) => fitText(name, size * 11, measure));
  // Heads that do not fit over their cells stand on end.
  const isSteep = heads.some((head) => measure(head) > cell - 6);
  const top = isSteep ? Math.max(...heads.map(measure)) * 0.75 + size * 1.4 : size * 2;
  return { names, heads, side, cell, top, isSteep, height: size * 2.2, wide: side + cell * columns.length + size * 4 };
}

function Field({
  room,
  rows,
  columns,
  cells,
  valueName,
  valueText,
  onPick,
}: HeatMapProps & { readonly room: ChartRoom }) {
  const { size, direction, numbers } = room;
  const places = layOut(room, rows, columns);
  const { names, heads, side, cell, top, isSteep, height } = places;
  const wide = Math.max(room.width, places.wide);
  const isRtl = direction === 'rtl';
  const most = Math.max(1, ...cells.flat());
  const x = (column: number) => (isRtl ? wide - side - (column + 1) * cell : side + column * cell);
  return (
    <svg width={wide} height={top + rows.length * height + size} role="presentation">
      {heads.map((head, column) => (
        <Head key={column} text={head} x={x(column) + cell / 2} y={top - size * 0.6} isSteep={isSteep} />
      ))}
      {names.map((name, row) => (
        <g key={row}>
          <SvgWord
            text={name}
            x={isRtl ? wide - side + size * 0.7 : side - size * 0.7}
            y={top + (row + 0.5) * height}
            size={size}
            align={isRtl ? 'left' : 'right'}
          />
          {columns.map((column, at) => {
            const value = cells[row]?.[at] ?? 0;
            // The root: one and ten are told apart where the most is a thousand.
            const shade = value === 0 ? 0 : 12 + 70 * Math.sqrt(value / most);
            return (
              <Mark
                key={at}
                id={`${row} ${at}`}
                x={x(at) + cell / 2}
                y={top + (row + 0.5) * height}
                lane={String(row)}
                tip={{
                  title: rows[row] ?? '',
                  rows: [[column, valueText?.(value) ?? `${numbers.exact(value)} ${valueName}`]],
                }}
                onPick={
                  onPick && value > 0
                    ? () => {
                        onPick(row, at);
                      }
                    : undefined
                }
              >
                <rect
                  x={x(at) + 1}
                  y={top + row * height + 1}
                  width={cell - 2}
                  height={height - 2}
                  rx={3}
                  fill={
                    value === 0 ? 'var(--chart-grid)' : `color-mix(in oklab, var(--chart-1) ${shade}%, var(--paper))`
                  }
                />
                <SvgWord
                  text={numbers.short(value)}
                  x={x(at) + cell / 2}
                  y={top + (row + 0.5) * height}
                  size={size}
                  align="middle"
                  ink={value === 0 ? 'ink-soft' : shade > 50 ? 'paper' : 'ink'}
                />
              </Mark>
            );
          })}
        </g>
      ))}
    </svg>
  );
}

interface HeadProps {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly isSteep: boolean;
}

function Head({ text, x, y, isSteep }: HeadProps) {
  const { size, direction } = useRoom();
  if (!isSteep) return <SvgWord text={text} x={x} y={y} size={size} align="middle" />;
  const turn = direction === 'rtl' ? 45 : -45;
  return (
    <g transform={`rotate(${turn} ${x} ${y})`}>
      <SvgWord text={text} x={x} y={y} size={size} align={direction === 'rtl' ? 'right' : 'left'} />
    </g>
  );
}
