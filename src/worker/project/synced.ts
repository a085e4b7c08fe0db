import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Has the disk keep what was written to a file. */
export function synced(file: string): void {
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
