/** A place at the desk with the samples open, taken anew for each test of a file. */
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { type Reader, Stage } from './browser.ts';
import { Desk } from './desk.ts';

/** Of the test that runs: importers see each new one, as every import is a live binding. */
export let reader: Reader;
export let desk: Desk;

/** Called once at the head of a test file. No test may leave an error in the console or a request beyond this machine. */
export function takeASeat(): void {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.set();
  });
  afterAll(async () => {
    await stage.strike();
  });
  beforeEach(async () => {
    reader = await stage.enter();
    desk = new Desk(reader.page);
    await desk.settle();
  });
  afterEach(async () => {
    await reader.close();
    expect(reader.offences).toEqual([]);
  });
}
