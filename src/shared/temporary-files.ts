/**
 * Names of files that a thread is writing, in the folder of snapshots. They say whose they are: a thread that is ended in the
 * middle of writing cannot remove them, so whoever ended it does.
 */
export interface Writer {
  /** Of the system's processes. */
  readonly process: number;
  /** Of the threads of that process. */
  readonly thread: number;
}

const mark = ({ process, thread }: Writer): string => `.${process}-${thread}-`;

/** `unique` is anything that no other name of this writer has. */
export function temporaryNameOf(file: string, writer: Writer, unique: string): string {
  return `${file}${mark(writer)}${unique}.tmp`;
}

/** Whether a file of that name was being written by this writer. */
export function isTemporaryOf(name: string, writer: Writer): boolean {
  return name.endsWith('.tmp') && name.includes(mark(writer));
}
