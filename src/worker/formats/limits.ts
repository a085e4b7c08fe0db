/** What one file may cost before it is put aside. A bomb ends in one listed file, not in a dead program. */
import { Unreadable } from '../decode/unreadable.ts';

export interface Limits {
  /** Bytes of the file itself. */
  readonly fileBytes: number;
  /** Bytes that packed parts may grow to, all parts together; also the most characters expanded entities may add. */
  readonly inflatedBytes: number;
  /** Files inside an archive. */
  readonly entries: number;
  /** Elements, arrays or objects inside one another. */
  readonly depth: number;
  /** Documents made of one file (rows, sides). */
  readonly documents: number;
  readonly milliseconds: number;
}

export const usualLimits: Limits = {
  fileBytes: 1 << 29,
  inflatedBytes: 1 << 28,
  entries: 20_000,
  depth: 1000,
  documents: 1_000_000,
  milliseconds: 60_000,
};

const megabytes = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1_048_576))} MB`;

const tooLong = 'took longer than ';

export function tookTooLong({ milliseconds }: Limits): string {
  return `${tooLong}${milliseconds / 1000} s to read: split it, or save it as text`;
}

/** Of a file whose reading process was killed by the system, which does that where memory is short, or by somebody. */
export const endedBySystem = 'was not read, because the system ended its reader: refresh the folder to try again';

/** Whether a file was given up for what another time may be otherwise: the machine was busy, or short of memory. */
export function isOfMachine(reason: string): boolean {
  return reason.startsWith(tooLong) || reason === endedBySystem;
}

/** Counts one file's use of its limits; every method throws Unreadable when one is passed. */
export class Meter {
  readonly limits: Limits;
  private readonly until: number;
  private inflated = 0;
  private entryCount = 0;
  private documentCount = 0;
  private calls = 0;

  constructor(limits: Limits) {
    this.limits = limits;
    this.until = performance.now() + limits.milliseconds;
  }

  /** Bytes that may still be inflated. */
  get room(): number {
    return Math.max(0, this.limits.inflatedBytes - this.inflated);
  }

  /** To be called in every loop over input; looks at the clock now and then. */
  step(): void {
    if ((++this.calls & 0x3ff) === 0) this.clock();
  }

  clock(): void {
    if (performance.now() > this.until) {
      throw new Unreadable(tookTooLong(this.limits));
    }
  }

  grow(bytes: number): void {
    this.inflated += bytes;
    if (this.inflated > this.limits.inflatedBytes) this.tooLarge();
  }

  tooLarge(): never {
    throw new Unreadable(
      `unpacks to more than ${megabytes(this.limits.inflatedBytes)}: it is damaged or made to fill memory; split it if it is neither`,
    );
  }

  entry(): void {
    if (++this.entryCount > this.limits.entries) {
      throw new Unreadable(`holds more than ${this.limits.entries} files: unpack it first`);
    }
  }

  document(): void {
    if (++this.documentCount > this.limits.documents) {
      throw new Unreadable(`makes more than ${this.limits.documents} documents: split it`);
    }
  }

  depth(levels: number): void {
    if (levels > this.limits.depth) {
      throw new Unreadable(`is nested more than ${this.limits.depth} levels deep: it is damaged or made to harm`);
    }
  }
}
