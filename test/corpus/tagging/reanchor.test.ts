import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { widened } from '../../../src/corpus/tagging/graphemes.ts';
import { matchingRuns } from '../../../src/corpus/tagging/matching-runs.ts';
import type { Anchored } from '../../../src/corpus/tagging/reanchor.ts';
import { reanchored } from '../../../src/corpus/tagging/reanchor.ts';
import type { CharOffset, Span } from '../../../src/shared/model.ts';

const story = `The lake lies between two countries. Its water is clear, and its shores are old.
На езерото има црква со фрески. Водата е бистра, а рибите се стари.
كتب الصحفي عن البحيرة القديمة. قال إنّ المياه صافية والأسماك نادرة.
On the shore 👩‍👩‍👧 wave 🇲🇰 flags, and e\u0301tudes are heard: naïve, déjà-vu.`;

const spanOf = (text: string, words: string): Span => {
  const start = text.indexOf(words);
  return { start: start as CharOffset, end: (start + words.length) as CharOffset };
};

function follow(before: string, after: string, words: string): Anchored & { text?: string } {
  const [anchored] = reanchored(before, after, [spanOf(before, words)]);
  return anchored!.state === 'orphan' ? anchored! : { ...anchored!, text: after.slice(anchored!.start, anchored!.end) };
}

describe('a span whose text changes', () => {
  it('moves with what stands before it', () => {
    const after = story.replace('The lake', 'In the south the great lake');
    expect(follow(story, after, 'црква со фрески')).toMatchObject({ state: 'held', text: 'црква со фрески' });
    expect(follow(story, after, 'between two countries')).toMatchObject({ state: 'held' });
  });

  it('waits for a person when something in it is altered, with what took its place', () => {
    const after = story.replace('والأسماك نادرة', 'والأسماك كثيرة');
    expect(follow(story, after, 'المياه صافية والأسماك نادرة')).toMatchObject({
      state: 'review',
      text: 'المياه صافية والأسماك كثيرة',
    });
    expect(follow(story, story.replace('clear', 'crystal'), 'clear')).toMatchObject({
      state: 'review',
      text: 'crystal',
    });
  });

  it('is an orphan when it is gone', () => {
    expect(follow(story, story.replace(' Водата е бистра, а рибите се стари.', ''), 'Водата е бистра')).toEqual({
      state: 'orphan',
    });
    expect(follow(story, '', 'lake')).toEqual({ state: 'orphan' });
    expect(follow(story, 'Something else altogether stands here.', 'lake')).toEqual({ state: 'orphan' });
  });

  it('is not moved with a paragraph that went elsewhere', () => {
    const [first, second, ...rest] = story.split('\n');
    const after = [second, ...rest, first].join('\n');
    expect(follow(story, after, 'clear').state).toBe('orphan');
    expect(follow(story, after, 'рибите')).toMatchObject({ state: 'held', text: 'рибите' });
  });

  it('is not held by a look-alike in a text that was written anew', () => {
    const after = 'A harbour stands where ships go, and the lake is a name of a street in it.';
    expect(follow(story, after, 'lake').state).not.toBe('held');
  });

  it('is shown to a person when a mark or a joiner grew on to it', () => {
    const flags = story.replace('👩‍👩‍👧 wave', '👩‍👩‍👧‍👦 wave');
    expect(follow(story, flags, '👩‍👩‍👧')).toMatchObject({ state: 'review', text: '👩‍👩‍👧‍👦' });
    expect(follow(story, story.replace('صافية', 'صافيةٌ'), 'صافية')).toMatchObject({ state: 'review', text: 'صافيةٌ' });
  });
});

const alphabet = fc.constantFrom(
  ...[
    'lake ',
    'езеро ',
    'вода',
    'بحيرة ',
    'ماءٌ',
    ' ',
    '\n',
    '. ',
    '👩‍👩‍👧',
    '🇲🇰',
    'e\u0301',
    'ل',
    'a',
    '\u200d',
    '؟',
    '汉',
  ],
);
const texts = fc.array(alphabet, { maxLength: 60 }).map((parts) => parts.join(''));
const edits = fc.array(fc.record({ at: fc.nat(), remove: fc.nat(12), insert: fc.array(alphabet, { maxLength: 4 }) }), {
  maxLength: 5,
});
const edited = (text: string, changes: readonly { at: number; remove: number; insert: readonly string[] }[]): string =>
  changes.reduce((now, { at, remove, insert }) => {
    const from = at % (now.length + 1);
    return now.slice(0, from) + insert.join('') + now.slice(from + remove);
  }, text);

describe('any spans of any text, whatever is done to it', () => {
  it('are held with their very text, or shown, or kept as orphans: all of them', () => {
    const anySpans = fc.array(fc.tuple(fc.nat(400), fc.nat(400)), { maxLength: 12 });
    const counts = { held: 0, review: 0, orphan: 0 };
    fc.assert(
      fc.property(texts, edits, anySpans, (before, changes, ends) => {
        const after = edited(before, changes);
        const spans = ends.flatMap(([a, b]) => widened(before, a % (before.length + 1), b % (before.length + 1)) ?? []);
        const anchored = reanchored(before, after, spans);
        expect(anchored).toHaveLength(spans.length);
        for (const [at, one] of anchored.entries()) {
          counts[one.state]++;
          if (one.state === 'orphan') continue;
          const { start, end } = spans[at]!;
          if (one.state === 'held') expect(after.slice(one.start, one.end)).toBe(before.slice(start, end));
          // Neither splits what a reader sees as one character.
          expect(widened(after, one.start, one.end)).toEqual({ start: one.start, end: one.end });
        }
        if (before === after) expect(anchored.every(({ state }) => state === 'held')).toBe(true);
      }),
      { numRuns: 2000 },
    );
    // The property would hold of a function that gives everything up.
    for (const count of Object.values(counts)) expect(count).toBeGreaterThan(100);
  });

  it('share runs that are the same in both texts and rise in both', () => {
    fc.assert(
      fc.property(texts, edits, (before, changes) => {
        const after = edited(before, changes);
        const ends = { before: 0, after: 0 };
        for (const { from, to, length } of matchingRuns(before, after)) {
          expect(after.slice(to, to + length)).toBe(before.slice(from, from + length));
          expect(length > 0 && from >= ends.before && to >= ends.after).toBe(true);
          Object.assign(ends, { before: from + length, after: to + length });
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('matching runs of little texts', () => {
  it('are as long as the longest common sequence where nothing stands out', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 14 });
    fc.assert(
      fc.property(words, words, (before, after) => {
        const [a, b] = [before.join('.'), after.join('.')];
        const matched = matchingRuns(a, b).reduce((sum, { length }) => sum + length, 0);
        expect(matched).toBe(longestCommon(Array.from(a), Array.from(b)));
      }),
    );
  });
});

function longestCommon(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const one of a) {
    const next = [0];
    for (const [at, other] of b.entries()) next.push(one === other ? row[at]! + 1 : Math.max(row[at + 1]!, next[at]!));
    row = next;
  }
  return row.at(-1)!;
}
