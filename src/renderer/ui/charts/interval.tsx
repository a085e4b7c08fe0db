/** An interval of uncertainty: a line with short ends, in ink with a rim of paper so that it shows on any bar. */

interface IntervalProps {
  /** Pixels along the axis of the value. */
  readonly low: number;
  readonly high: number;
  /** Pixels across it. */
  readonly at: number;
  /** Along x. */
  readonly isLying?: boolean;
  /** Of the ends. */
  readonly width: number;
}

export function Interval({ low, high, at, isLying, width }: IntervalProps) {
  const end = width / 2;
  const d = isLying
    ? `M${low},${at}H${high}M${low},${at - end}V${at + end}M${high},${at - end}V${at + end}`
    : `M${at},${low}V${high}M${at - end},${low}H${at + end}M${at - end},${high}H${at + end}`;
  return (
    <g fill="none">
      <path d={d} stroke="var(--paper)" strokeWidth={3.5} opacity={0.75} />
      <path d={d} stroke="var(--ink)" strokeWidth={1.25} />
    </g>
  );
}
