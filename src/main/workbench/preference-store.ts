/** The window's preferences on disk, with the contract's defaults for whatever is missing or no longer valid. */
import { join } from 'node:path';
import * as z from 'zod';
import type { Params } from '../../shared/contract.ts';
import type { Preferences } from '../../shared/preferences.ts';
import { preferences } from '../../shared/preferences.ts';
import { StoredJson } from './stored-json.ts';

const anyObject = z.record(z.string(), z.unknown());

/** Field by field, so that one value of a newer or older Lectern does not cost the user all the others. */
function parseLeniently(stored: unknown): Preferences {
  const fields = anyObject.parse(stored);
  const valid = Object.entries(preferences.shape).filter(([name, schema]) => schema.safeParse(fields[name]).success);
  return preferences.parse(Object.fromEntries(valid.map(([name]) => [name, fields[name]])));
}

export class PreferenceStore {
  readonly #file: StoredJson<Preferences>;

  constructor(userData: string) {
    this.#file = new StoredJson(join(userData, 'preferences.json'), parseLeniently, () => preferences.parse({}));
  }

  read(): Preferences {
    return this.#file.read();
  }

  /** Returns all preferences after the change. */
  write(change: Params<'preferences.write'>['preferences']): Preferences {
    return this.#file.update((stored) => preferences.parse({ ...stored, ...change }));
  }
}
