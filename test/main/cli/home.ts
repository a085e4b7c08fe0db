/** A home folder that is thrown away: no test may read or write what a person keeps in theirs. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Home {
  /** The environment of a program that lives there, on every system that env-paths knows, and without a display. */
  readonly env: NodeJS.ProcessEnv;
  readonly remove: () => void;
}

export function temporaryHome(): Home {
  const home = mkdtempSync(join(tmpdir(), 'lectern-home-'));
  const kept = Object.entries(process.env).filter(([name]) => !/^(?:XDG_|DISPLAY$|WAYLAND_DISPLAY$)/u.test(name));
  return {
    env: { ...Object.fromEntries(kept), HOME: home, LOCALAPPDATA: home, APPDATA: home },
    remove: () => {
      rmSync(home, { recursive: true, force: true });
    },
  };
}
