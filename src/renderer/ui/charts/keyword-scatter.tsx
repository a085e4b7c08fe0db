/** Keywords by effect and evidence: how much stronger a word is here, and how sure that is. The two sides differ in colour and in shape. */
import { useMemo } from 'react';
import { plotMargin, XAxisName, YAxisName } from './axis-name.tsx';
import type { KeywordPoint, KeywordScatterProps } from './chart-data.ts';
import { ChartFrame } from './chart-frame.tsx';
import { keywordTable } from './chart-tables.ts';
import { type ChartRoom, localeNumbers, useRoom } from './chart-room.ts';
import { chartWords } from './chart-words.ts';
import { fitText } from './fit-text.ts';
import { keywordRadius, keywordScale } from './keyword-scale.ts';
import { placeLabels } from './label-boxes.ts';
import type { MarkTip } from './mark-board.ts';
import { Mark } from './mark.tsx';
import { Plot, type PlotPlaces, usePlot } from './plot.tsx';
import { seriesShape } from './series-look.tsx';
import { keywordSummary } from './summary-words.ts';
import { SvgWord } from './svg-word.tsx';

/** Points that are drawn: those with the most evidence. */
const mostPoints = 500;
const mostLabels = 60;

export function KeywordScatter<Word extends KeywordPoint>(props: KeywordScatterProps<Word>) {
  const { words, effectName, evidenceName, evidenceThreshold, positiveName, negativeName, onPick, ...heading } = props;
  const drawn = useMemo(() => [...words].sort((a, b) => b.evidence - a.evidence).slice(0, mostPoints), [words]);
  const names = { effectName, evidenceName, positiveName, negativeName };
  return (
    <ChartFrame
      heading={heading}
      summary={keywordSummary(words, names, drawn.length, localeNumbers())}
      table={keywordTable(words, names)}
    >
      {(room) => (
        <Scatter
          {...{ room, names, onPick }}
          words={drawn}
          total={words.length}
          {...(evidenceThreshold === undefined ? {} : { threshold: evidenceThreshold })}
        />
      )}
    </ChartFrame>
  );
}

interface KeywordNames {
  readonly effectName: string;
  readonly evidenceName: string;
  readonly positiveName: string;
  readonly negativeName: string;
}

interface ScatterProps<Word extends KeywordPoint> {
  readonly room: ChartRoom;
  /** The most evidence first. */
  readonly words: readonly Word[];
  /** Words that there are. */
  readonly total: number;
  readonly names: KeywordNames;
  readonly threshold?: number;
  readonly onPick: ((word: Word) => void) | undefined;
}

function Scatter<Word extends KeywordPoint>(props: ScatterProps<Word>) {
  const { room, words, threshold } = props;
  const { numbers, size, textWidth } = room;
  const { x, y } = keywordScale(words, threshold, room.width / 110);
  return (
    <Plot
      room={room}
      margin={{ ...plotMargin(size), top: size * 3.6 }}
      x={{ ...x, format: numbers.short, hasGrid: true, isReversed: room.direction === 'rtl', room: size + 12 }}
      y={{
        ...{ ...y, scale: 'log', format: numbers.short, hasGrid: true },
        room: Math.max(...y.ticks.map((tick) => textWidth(numbers.short(tick), size))) + 14,
      }}
    >
      <ScatterMarks {...props} floor={y.domain[0]} />
    </Plot>
  );
}

function ScatterMarks<Word extends KeywordPoint>(props: ScatterProps<Word> & { readonly floor: number }) {
  const { words, total, names, threshold, onPick, floor } = props;
  const places = usePlot();
  const room = useRoom();
  const { size, textWidth, numbers } = room;
  if (!places) return null;
  const mostFrequent = Math.max(1, ...words.map(({ frequency }) => frequency ?? 1));
  const points = words.map((word) => ({
    word,
    x: places.x(word.effect),
    y: places.y(Math.max(floor, word.evidence)),
    radius: keywordRadius(word.frequency, mostFrequent, size),
  }));
  const labels = placeLabels(
    points.map(({ word, ...point }) => ({
      ...point,
      // What has no evidence is not named: nobody should take it for a keyword.
      width: threshold !== undefined && word.evidence < threshold ? Infinity : textWidth(word.term, size) + 2,
      height: size * 1.25,
    })),
    places,
    mostLabels,
  );
  const zero = places.x(0);
  return (
    <g>
      <line x1={zero} x2={zero} y1={places.top} y2={places.bottom} stroke="var(--chart-axis)" />
      {threshold !== undefined && <Threshold places={places} at={places.y(threshold)} value={threshold} />}
      {points.map(({ word, x, y, radius }, at) => (
        <Mark
          key={`${word.term} ${at}`}
          id={`${word.term} ${at}`}
          x={x}
          y={y}
          tip={keywordTip(word, names, numbers)}
          onPick={
            onPick &&
            (() => {
              onPick(word);
            })
          }
        >
          <path
            d={seriesShape(word.effect < 0 ? 3 : 0, radius)}
            transform={`translate(${x} ${y})`}
            fill={`var(--chart-${word.effect < 0 ? 2 : 1})`}
            fillOpacity={threshold !== undefined && word.evidence < threshold ? 0.25 : 0.8}
            stroke="var(--paper)"
            strokeWidth={1}
          />
        </Mark>
      ))}
      {labels.map((box, at) => {
        const term = words[at]?.term;
        if (!box || term === undefined) return null;
        const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
        return <SvgWord key={`${term} ${at}`} text={term} {...middle} size={size} align="middle" hasHalo />;
      })}
      <Sides places={places} names={names} />
      <XAxisName places={places} name={names.effectName} />
      <YAxisName
        places={places}
        name={
          words.length < total
            ? chartWords.mostEvidence(names.evidenceName, numbers.exact(words.length), numbers.exact(total))
            : names.evidenceName
        }
      />
    </g>
  );
}

interface ThresholdProps {
  readonly places: PlotPlaces;
  /** Pixels. */
  readonly at: number;
  readonly value: number;
}

function Threshold({ places: { left, right }, at, value }: ThresholdProps) {
  const { size, numbers, direction } = useRoom();
  const isRtl = direction === 'rtl';
  return (
    <>
      <line x1={left} x2={right} y1={at} y2={at} stroke="var(--ink-faint)" strokeDasharray="5 4" />
      <SvgWord
        text={numbers.exact(value)}
        x={isRtl ? left + 4 : right - 4}
        y={at - size * 0.7}
        size={size * 0.92}
        align={isRtl ? 'left' : 'right'}
        ink="ink-faint"
        hasHalo
      />
    </>
  );
}

interface SidesProps {
  readonly places: PlotPlaces;
  readonly names: KeywordNames;
}

/** What the two sides are, over them, with their marks. */
function Sides({ places: { left, right }, names: { positiveName, negativeName } }: SidesProps) {
  const { size, direction, textWidth } = useRoom();
  const isRtl = direction === 'rtl';
  const widest = (right - left) / 2 - size * 2.5;
  const sides = [
    { name: positiveName, at: 0, isRight: !isRtl },
    { name: negativeName, at: 3, isRight: isRtl },
  ];
  return sides.map(({ name, at, isRight }) => {
    const edge = isRight ? right : left;
    const inwards = isRight ? -1 : 1;
    return (
      <g key={at}>
        <path
          d={seriesShape(at, 5)}
          transform={`translate(${edge + inwards * 6} ${size * 0.8})`}
          fill={`var(--chart-${at === 0 ? 1 : 2})`}
        />
        <SvgWord
          text={fitText(name, widest, (text) => textWidth(text, size, 500))}
          x={edge + inwards * 18}
          y={size * 0.8}
          size={size}
          align={isRight ? 'right' : 'left'}
          weight={500}
        />
      </g>
    );
  });
}

function keywordTip(word: KeywordPoint, names: KeywordNames, numbers: ChartRoom['numbers']): MarkTip {
  const { term, effect, evidence, frequency, interval } = word;
  const rows: [string, string][] = [
    [names.effectName, numbers.exact(effect)],
    [names.evidenceName, numbers.exact(evidence)],
  ];
  if (interval)
    rows.push([chartWords.interval, chartWords.range(numbers.exact(interval.low), numbers.exact(interval.high))]);
  if (frequency !== undefined) rows.push([chartWords.frequency, numbers.exact(frequency)]);
  return { title: term, rows };
}
