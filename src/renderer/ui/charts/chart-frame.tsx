/**
 * What every chart stands in: title and caption, the menu that saves, copies and prints, the picture or its numbers as a
 * table, the tooltip, and a text that says the gist to who cannot see it. It measures its body and fills it.
 */
import { type ReactNode, useId, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { ChartHeading } from './chart-data.ts';
import './chart-frame.css';
import { ChartMenu } from './chart-menu.tsx';
import { ChartNumbersTable } from './chart-numbers-table.tsx';
import { type ChartRoom, localeNumbers, RoomContext, textSizes } from './chart-room.ts';
import type { ChartTable } from './chart-table.ts';
import { chartWords } from './chart-words.ts';
import { MarkBoard } from './mark-board.ts';
import { MarkTooltip } from './mark-tooltip.tsx';
import { BoardContext } from './mark.tsx';
import { textWidthIn, useFontsLoaded } from './text-width.ts';
import { useBodySize } from './use-body-size.ts';

interface ChartFrameProps {
  readonly heading: ChartHeading;
  /** The gist in one to three sentences. */
  readonly summary: string;
  readonly table: ChartTable;
  /** Pixels that the picture needs at least; a lower body scrolls. */
  readonly leastHeight?: (size: number) => number;
  /** Choices of this chart, beside its title. */
  readonly controls?: ReactNode;
  readonly children: (room: ChartRoom) => ReactNode;
}

export function ChartFrame({ heading, summary, table, leastHeight, controls, children }: ChartFrameProps) {
  const id = useId();
  const [board] = useState(() => new MarkBoard());
  const [textSize, setTextSize] = useState<keyof typeof textSizes>('screen');
  const [isTable, setIsTable] = useState(false);
  const [isWhole, setIsWhole] = useState(false);
  const picture = useRef<HTMLDivElement>(null);
  const { ref: body, width, height, family, direction } = useBodySize();
  const fonts = useFontsLoaded();
  const size = textSizes[textSize];
  const isEmpty = table.rows.length === 0;
  const least = leastHeight?.(size) ?? 0;
  const room = useMemo<ChartRoom>(() => {
    // `fonts` counts the faces that have come: with each, words have other widths.
    const textWidth = fonts >= 0 ? textWidthIn(family) : () => 0;
    return {
      ...{ width, height: Math.max(height, least), size, direction, isWhole },
      ...{ numbers: localeNumbers(), textWidth },
    };
  }, [width, height, least, size, direction, isWhole, family, fonts]);

  /** The picture with everything in it, as long as `take` looks at it. */
  const withPicture = <Taken,>(take: (svg: SVGSVGElement) => Taken): Taken => {
    const wasTable = isTable;
    flushSync(() => {
      setIsWhole(true);
      setIsTable(false);
    });
    try {
      const svg = picture.current?.querySelector('svg');
      if (!svg) throw new Error('nothing is drawn');
      return take(svg);
    } finally {
      flushSync(() => {
        setIsWhole(false);
        setIsTable(wasTable);
      });
    }
  };

  return (
    <BoardContext value={board}>
      <RoomContext value={room}>
        <figure className="chart-frame" aria-labelledby={`${id}-title`}>
          <figcaption className="chart-head">
            <div className="chart-heading">
              <h3 id={`${id}-title`} className="chart-title">
                <bdi>{heading.title}</bdi>
              </h3>
              {heading.caption !== undefined && (
                <p className="chart-caption">
                  <bdi>{heading.caption}</bdi>
                </p>
              )}
            </div>
            {controls}
            <ChartMenu
              heading={heading}
              summary={summary}
              table={table}
              isEmpty={isEmpty}
              isTable={isTable}
              isLarge={textSize === 'print'}
              withPicture={withPicture}
              onTable={setIsTable}
              onLarge={(isLarge) => {
                setTextSize(isLarge ? 'print' : 'screen');
              }}
            />
          </figcaption>
          <div className="chart-stage">
            <div
              ref={body}
              className="chart-body"
              onScroll={() => {
                board.hide();
              }}
            >
              {isEmpty && <p className="chart-empty">{heading.emptyText ?? chartWords.empty}</p>}
              {!isEmpty && isTable && <ChartNumbersTable title={heading.title} table={table} numbers={room.numbers} />}
              {!isEmpty && !isTable && (
                <div
                  ref={picture}
                  className="chart-picture"
                  role="group"
                  aria-roledescription={chartWords.chart}
                  aria-labelledby={`${id}-title`}
                  aria-describedby={`${id}-summary`}
                >
                  {width > 0 && children(room)}
                </div>
              )}
            </div>
          </div>
          <p id={`${id}-summary`} className="ui-hidden">
            {summary}
          </p>
          <MarkTooltip />
        </figure>
      </RoomContext>
    </BoardContext>
  );
}
