/** The digest of a corpus says whether two people have counted the same words. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Workbench } from '../../src/main/workbench/workbench.ts';
import { temporaryFolder } from '../worker/temporary-folder.ts';
import { ask, nativeWorkbench } from './native-workbench.ts';

let workbench: Workbench;

beforeEach(() => {
  workbench = nativeWorkbench({ userData: temporaryFolder() });
});
afterEach(() => workbench.dispose());

async function fingerprint(files: Record<string, string>): Promise<string> {
  const folder = workbench.admit(temporaryFolder(files));
  const { corpus } = await ask(workbench, 'corpus.open', { folder, job: 'open' });
  return (await ask(workbench, 'corpus.fingerprint', { corpus, job: 'digest' })).fingerprint;
}

describe('the fingerprint of a corpus', () => {
  it('is the same for the same documents in another folder, and another for any other text or name', async () => {
    const one = await fingerprint({ 'a.txt': 'مدينة lake', 'b.txt': 'езеро' });
    expect(one).toMatch(/^[\da-f]{64}$/u);
    expect(await fingerprint({ 'a.txt': '\ufeffمدينة lake', 'b.txt': 'езеро' })).toBe(one);
    for (const other of [
      { 'a.txt': 'مدينة lakes', 'b.txt': 'езеро' },
      { 'a.txt': 'مدينة lake', 'c.txt': 'езеро' },
      { 'a.txt': 'مدينة lake' },
    ])
      expect(await fingerprint(other)).not.toBe(one);
  });
});
