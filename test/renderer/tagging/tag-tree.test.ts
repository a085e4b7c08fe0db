import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineNumbers, rangeText } from '../../../src/renderer/features/tagging/line-numbers.ts';
import { quoteQuery, spanFrom, spansAt } from '../../../src/renderer/features/tagging/spans-at.ts';
import { below, dropOf, flatTree, moveOf, tagTree } from '../../../src/renderer/features/tagging/tag-tree.ts';
import type { CharOffset } from '../../../src/shared/model.ts';
import type { SpanId, Tag, TaggedSpan, TagId } from '../../../src/shared/tagging.ts';

/** Tags whose parents are any of those before them, or none. */
const trees = fc.array(fc.option(fc.nat(20), { nil: null }), { minLength: 1, maxLength: 12 }).map((parents) => {
  const counts = new Map<number | null, number>();
  return parents.map((drawn, at): Tag => {
    const parent = drawn === null || at === 0 ? null : drawn % at;
    const position = counts.get(parent) ?? 0;
    counts.set(parent, position + 1);
    return {
      ...{ tag: `t${at}` as TagId, parent: parent === null ? null : (`t${parent}` as TagId), position, name: `t${at}` },
      ...{ colour: '#b4443c', description: '', shortcut: null, retired: false, author: 'me' as Tag['author'] },
      ...{ spans: 0, spansBelow: 0, documents: 0, notes: 0 },
    };
  });
});

/** The tree after a tag went to a place: its siblings close up and make room. */
function moved(
  tags: readonly Tag[],
  id: TagId,
  { parent, position }: { parent: TagId | null; position: number },
): Tag[] {
  const others = tags.filter(({ tag }) => tag !== id);
  const siblings = others.filter((tag) => tag.parent === parent).toSorted((a, b) => a.position - b.position);
  const tag = tags.find((known) => known.tag === id)!;
  const row = siblings.toSpliced(position, 0, { ...tag, parent });
  return [...others.filter((other) => other.parent !== parent), ...row.map((one, at) => ({ ...one, position: at }))];
}

const names = (tags: readonly Tag[]) => flatTree(tagTree(tags)).map(({ tag, depth }) => `${depth} ${tag.tag}`);

describe('the tree of tags', () => {
  test('holds every tag once, below its parent', () => {
    fc.assert(
      fc.property(trees, (tags) => {
        const rows = flatTree(tagTree(tags));
        expect(rows.map(({ tag }) => tag.tag).toSorted()).toEqual(tags.map(({ tag }) => tag).toSorted());
      }),
    );
  });

  test('a step and the step back leave it as it was', () => {
    fc.assert(
      fc.property(trees, fc.nat(), (tags, which) => {
        const { tag } = tags[which % tags.length]!;
        const down = moveOf(tags, tag, 'down');
        if (!down) return;
        const there = moved(tags, tag, down);
        expect(names(there)).not.toEqual(names(tags));
        expect(names(moved(there, tag, moveOf(there, tag, 'up')!))).toEqual(names(tags));
      }),
    );
  });

  test('a tag is never dropped below itself', () => {
    fc.assert(
      fc.property(trees, fc.nat(), fc.nat(), fc.constantFrom('on', 'before', 'after'), (tags, a, b, side) => {
        const [one, target] = [tags[a % tags.length]!, tags[b % tags.length]!];
        const place = dropOf(tags, one.tag, target.tag, side);
        const isBarred = one === target || below(tags, one.tag).has(target.tag);
        expect(place === null).toBe(isBarred);
        if (place) expect(names(moved(tags, one.tag, place))).toHaveLength(tags.length);
      }),
    );
  });
});

describe('passages at a place', () => {
  const span = (id: string, start: number, end: number) =>
    ({ span: id as SpanId, start: start as CharOffset, end: end as CharOffset }) as TaggedSpan;
  const spans = [span('a', 0, 20), span('b', 5, 10), span('c', 8, 30)];
  const at = (start: number, end = start) => ({ start: start as CharOffset, end: end as CharOffset });

  test('are those that hold it, the shortest first; of a selection those with its ends', () => {
    expect(spansAt(spans, at(9)).map(({ span: id }) => id)).toEqual(['b', 'a', 'c']);
    expect(spansAt(spans, at(5, 10)).map(({ span: id }) => id)).toEqual(['b']);
    expect(spansAt(spans, at(5, 9))).toEqual([]);
  });

  test('follow each other round the text', () => {
    expect(spanFrom(spans, at(6), null, 1)?.span).toBe('c');
    expect(spanFrom(spans, at(6), null, -1)?.span).toBe('b');
    expect(spanFrom(spans, at(0), 'c' as SpanId, 1)?.span).toBe('a');
    expect(spanFrom([], at(0), null, 1)).toBeNull();
  });

  test('a quote becomes the query of its words', () => {
    expect(quoteQuery('«في المدينة»،')).toBe('في المدينة');
    expect(quoteQuery('… — !')).toBeNull();
    expect(quoteQuery('one two three four five six seven')).toBeNull();
  });
});

describe('numbers of lines', () => {
  test('are read as they are written', () => {
    expect(lineNumbers('3-5, 20، 4', 30)).toEqual([3, 4, 5, 20]);
    for (const odd of ['', '0', '5-3', '31', 'x', '3-']) expect(lineNumbers(odd, 30)).toBeNull();
    fc.assert(
      fc.property(fc.nat(50), fc.integer({ min: 1, max: 20 }), (from, many) => {
        const all = Array.from({ length: many }, (_, at) => from + at + 1);
        expect(lineNumbers(rangeText({ from, end: from + many }), 100)).toEqual(all);
      }),
    );
  });
});
