/** Progress on standard error: a bar on a terminal, nothing anywhere else. */
import stringWidth from 'string-width';
import type { LecternEvent } from '../../shared/wire.ts';

type ProgressEvent = Extract<LecternEvent, { type: 'progress' }>;

const stageNames = {
  walking: 'Looking for files',
  reading: 'Reading',
  indexing: 'Indexing',
  passages: 'Preparing passages',
  queries: 'Searching',
  duplicates: 'Comparing documents',
  counting: 'Counting',
  writing: 'Writing',
  aligning: 'Aligning',
} as const;
const barWidth = 24;
/** Milliseconds between two drawings: a bar drawn for every file would cost more than reading it. */
const pause = 80;

/** One line no wider than the terminal: a longer one would scroll instead of being redrawn. */
export function progressLine({ stage, done, total, what }: ProgressEvent, columns: number): string {
  const share = total > 0 ? Math.min(1, done / total) : 0;
  const filled = Math.round(share * barWidth);
  const bar = `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)} ${String(Math.floor(share * 100)).padStart(3)}%`;
  const front = `${stageNames[stage]} ${total > 0 ? bar : done > 0 ? String(done) : ''}`.trimEnd();
  const room = columns - stringWidth(front) - 2;
  return room > 8 && stringWidth(what) <= room ? `${front} ${what}` : front.slice(0, Math.max(0, columns - 1));
}

export class ProgressBar {
  readonly #stream: NodeJS.WriteStream;
  readonly #shows: boolean;
  #drawn = 0;
  #visible = false;

  constructor(stream: NodeJS.WriteStream, quiet: boolean) {
    this.#stream = stream;
    this.#shows = stream.isTTY && !quiet;
  }

  show(event: ProgressEvent): void {
    const now = Date.now();
    if (!this.#shows || now - this.#drawn < pause) return;
    this.#drawn = now;
    this.#visible = true;
    this.#stream.write(`\r\x1b[K${progressLine(event, this.#stream.columns)}`);
  }

  clear(): void {
    if (this.#visible) this.#stream.write('\r\x1b[K');
    this.#visible = false;
  }
}
