import { describe, expect, it } from 'vitest';
import { mapStrokes, rowNear, topOfRow } from '../../../src/renderer/features/aligned/map-strokes.ts';
import { rowAction, rowKeys } from '../../../src/renderer/features/aligned/row-keys.ts';
import { estimatedHeight } from '../../../src/renderer/features/aligned/row-height.ts';
import * as english from '../../../src/renderer/language/english.ts';
import type { AlignmentOverview } from '../../../src/shared/alignment.ts';

const bare = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

describe('keys of the rows', () => {
  it('each mean one thing, and are named in the help', () => {
    for (const { key, action, name, ...modifiers } of rowKeys) {
      const press = { ...bare, key, shiftKey: 'shift' in modifiers, ctrlKey: 'mod' in modifiers };
      expect([name, rowAction(press)]).toEqual([name, action]);
      expect(Object.keys(english.aligned.key)).toContain(name);
    }
  });

  it('leave what belongs to the window to the window', () => {
    expect(rowAction({ ...bare, key: 'u', ctrlKey: true })).toBeNull();
    expect(rowAction({ ...bare, key: 'u', altKey: true })).toBeNull();
    expect(rowAction({ ...bare, key: 'q' })).toBeNull();
  });
});

describe('the map', () => {
  // A link, a sentence that only the first text has, one that only the second has, a link that was moved.
  const overview: AlignmentOverview = {
    revision: 1,
    ...{ a: [0, 1, -1, 2], aCount: [1, 1, 0, 1], b: [1, -1, 2, 0], bCount: [1, 0, 1, 1] },
    ...{ aLength: [50, 25, 0, 25], bLength: [25, 0, 50, 25], status: [0, 0, 0, 1], flagged: [], moved: [3] },
  };
  const size = { width: 100, height: 200 };

  it('draws links where they meet, by length, and bands where something is alone', () => {
    expect(mapStrokes(overview, size, false)).toEqual([
      { kind: 'alone', x: 0, y: 100, width: 100, height: 50 },
      { kind: 'alone', x: 50, y: 0, width: 50, height: 200 },
      { kind: 'link', x: 25, y: 0, width: 25, height: 100 },
      { kind: 'moved', x: 0, y: 150, width: 25, height: 50 },
    ]);
  });

  it('is mirrored for a text that is read from the right', () => {
    const [, , link] = mapStrokes(overview, size, true);
    expect(link).toEqual({ kind: 'link', x: 75, y: 0, width: -25, height: 100 });
  });

  it('knows the row of a place, and the place of a row', () => {
    expect([0, 0.4, 0.6, 0.99].map((share) => rowNear(overview, share))).toEqual([0, 0, 1, 3]);
    expect([0, 1, 2, 3].map((row) => topOfRow(overview, row, size))).toEqual([0, 100, 150, 150]);
  });

  it('longer rows are expected to be higher', () => {
    const look = {
      layout: 'rows',
      isTogether: true,
      hidden: null,
      hasMap: null,
      hasHints: true,
      sides: [
        { font: 'serif', size: 17 },
        { font: 'serif', size: 17 },
      ],
    } as const;
    const long = { ...overview, aLength: [500, 25, 0, 25] };
    expect(estimatedHeight(long, 0, 1000, look)).toBeGreaterThan(estimatedHeight(overview, 0, 1000, look));
  });
});
