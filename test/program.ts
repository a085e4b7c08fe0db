/**
 * The built program, for tests that start parts of it as threads or processes of their own. Those are what people run,
 * and load in half the time that Node needs to strip the types from hundreds of sources: in these tests most of what
 * the processor did was loading. Built here when the sources are newer, so that no test meets an old program.
 */
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from '../scripts/building.mjs';

export const root = resolve(import.meta.dirname, '..');
export const samples = join(root, 'samples');
export const resources = join(root, 'resources');

await ensureBuilt(process.execPath, () => undefined);
const built = (name: string): string => join(root, 'out', 'main', name);

export const cliFile = built('cli.js');
export const workerUrl = pathToFileURL(built('worker.js'));
export const readerUrl = pathToFileURL(built('reader.js'));
export const regexThreadUrl = pathToFileURL(built('regex.js'));
