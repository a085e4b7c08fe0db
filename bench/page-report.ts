/** The frames of scrolling as a table, a summary and a picture. */

export interface Frame {
  readonly phase: string;
  /** Since the frame before. */
  readonly ms: number;
  /** Number of the first line that is drawn. */
  readonly line: number;
  /** Rows drawn whose line was not there yet. */
  readonly waiting: number;
}

export function frameTable(frames: readonly Frame[]): string {
  const rows = frames.map(({ phase, ms, line, waiting }, at) => [at, phase, ms.toFixed(2), line, waiting].join(','));
  return ['frame,phase,ms,line,waiting', ...rows, ''].join('\n');
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function summaryOf(
  tokens: number,
  lines: string,
  times: ReadonlyMap<string, readonly number[]>,
  frames: readonly Frame[],
): string {
  const asked = Array.from(
    times,
    ([query, all]) =>
      `  ${query.padEnd(20)} best ${quantile(all, 0).toFixed(0)} ms, median ${quantile(all, 0.5).toFixed(0)} ms, first ${all[0]?.toFixed(0)} ms`,
  );
  return [
    `${tokens.toLocaleString('en')} tokens. From Enter to the first line:`,
    ...asked,
    `Scrolling ${lines}:`,
    ...framesSaid(frames),
    '',
  ].join('\n');
}

/** A line for each phase of scrolling. */
export function framesSaid(frames: readonly Frame[]): string[] {
  return [...Map.groupBy(frames, ({ phase }) => phase)].map(([phase, all]) => {
    const ms = all.map((frame) => frame.ms);
    const empty = all.filter(({ waiting }) => waiting > 0).length;
    return `  ${phase.padEnd(14)} ${all.length} frames, median ${quantile(ms, 0.5).toFixed(1)} ms, 95th ${quantile(ms, 0.95).toFixed(1)} ms, worst ${quantile(ms, 1).toFixed(1)} ms; rows waited for in ${empty} frames`;
  });
}

const width = 900;
const height = 240;
const colours: Readonly<Record<string, string>> = { steps: '#17684c', fast: '#1b5fa8', leaps: '#b8430f' };

/** A bar a frame, in milliseconds up to 100, with a line at 16.7. */
export function pictureOf(frames: readonly Frame[], lines: string): string {
  const bar = (width - 60) / frames.length;
  const high = (ms: number): number => (Math.min(100, ms) / 100) * (height - 60);
  // One path a phase: the picture is kept beside the documentation, and a bar of its own for each frame is ten times as long.
  const numbered = frames.map((frame, at) => ({ ...frame, at }));
  const bars = [...Map.groupBy(numbered, ({ phase }) => phase)].map(([phase, all]) => {
    const strokes = all.map(
      ({ ms, at }) => `M${(50 + (at + 0.5) * bar).toFixed(1)} ${height - 30}v-${high(ms).toFixed(1)}`,
    );
    return `<path d="${strokes.join('')}" stroke="${colours[phase] ?? '#555'}" stroke-width="${bar.toFixed(2)}"/>`;
  });
  const rule = (ms: number): string =>
    `<line x1="50" x2="${width - 10}" y1="${height - 30 - high(ms)}" y2="${height - 30 - high(ms)}" stroke="#999" stroke-dasharray="3 3"/><text x="44" y="${height - 26 - high(ms)}" text-anchor="end">${ms}</text>`;
  const names = Object.entries(colours).map(
    ([phase, colour], at) => `<text x="${60 + at * 80}" y="${height - 8}" fill="${colour}">${phase}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12"><rect width="${width}" height="${height}" fill="#fff"/><text x="50" y="18">Milliseconds of each frame while ${lines} are scrolled</text>${rule(16.7)}${rule(50)}${rule(100)}${bars.join('')}${names.join('')}</svg>\n`;
}
