import { describe, expect, it } from 'vitest';
import type { DocId } from '../../../src/shared/model.ts';
import { commandOf } from '../../../src/renderer/app/shortcuts.ts';
import { commands } from '../../../src/renderer/app/commands.ts';
import { store } from '../../../src/renderer/app/store/store.ts';
import { longestTrail, noTrail, trailWithout, walkedTo } from '../../../src/renderer/app/store/trail.ts';
import { corpusA, corpusSummary, folderA } from './stand-in-bridge.ts';

const reading = (doc: number, corpus = corpusA) => ({ corpus, doc: doc as DocId, focus: null });
const corpusB = 'b' as typeof corpusA;

describe('the way from document to document', () => {
  it('goes back and forward, and a new step drops what came after', () => {
    store.setState(store.getInitialState(), true);
    store.setState({ corpora: [corpusSummary(corpusA, folderA, { documents: 12 })], current: corpusA });
    const { read, walk } = store.getState();
    const doc = () => store.getState().reading?.doc;
    const can = (id: string) => commands.find((command) => command.id === id)?.possible?.(store.getState());
    for (const step of [3, 5, 5, 8]) read(reading(step));
    expect([can('reading-back'), can('reading-forward')]).toEqual([true, false]);
    walk(-1);
    expect(doc()).toBe(5);
    walk(-1);
    walk(-1);
    expect(doc()).toBe(3);
    expect([can('reading-back'), can('reading-forward')]).toEqual([false, true]);
    walk(1);
    expect(doc()).toBe(5);
    read(reading(0));
    walk(1);
    expect(doc()).toBe(0);
    expect([can('previous-document'), can('next-document')]).toEqual([false, true]);
    read(reading(11));
    expect([can('previous-document'), can('next-document')]).toEqual([true, false]);
    // A pane that was closed opens again.
    read(null);
    expect([can('previous-document'), can('next-document')]).toEqual([false, false]);
    walk(-1);
    expect(doc()).toBe(0);
  });

  it('forgets a corpus, and the oldest of very many', () => {
    let trail = noTrail;
    for (const [doc, corpus] of [
      [1, corpusA],
      [2, corpusB],
      [3, corpusA],
      [4, corpusB],
    ] as const)
      trail = walkedTo(trail, reading(doc, corpus));
    expect(trailWithout(trail, corpusA)).toEqual({ readings: [reading(2, corpusB), reading(4, corpusB)], at: 1 });
    expect(trailWithout({ ...trail, at: 0 }, corpusA).at).toBe(-1);
    for (let doc = 0; doc < 300; doc++) trail = walkedTo(trail, reading(doc));
    expect(trail.readings).toHaveLength(longestTrail);
    expect(trail.readings[trail.at]).toEqual(reading(299));
  });

  it('has keys with Alt that are told from those without', () => {
    const press = { key: 'PageDown', ctrlKey: false, metaKey: false, shiftKey: false, altKey: true };
    expect(commandOf(press, false)?.id).toBe('next-document');
    expect(commandOf({ ...press, altKey: false }, false)).toBeUndefined();
    expect(commandOf({ ...press, shiftKey: true }, false)?.id).toBe('reading-forward');
  });
});
