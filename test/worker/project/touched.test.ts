/** What a change says that it has touched: whoever puts that in the place of what they held has what reading all anew gives. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../../src/shared/contract.ts';
import type { CharOffset, DocId } from '../../../src/shared/model.ts';
import type { ProjectChange, TagId } from '../../../src/shared/tagging.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { TaggingFolder } from './tagging-folder.ts';

type Held = Record<'tags' | 'spans' | 'coders' | 'counts', Map<string, unknown>>;
type Ask = 'add' | 'retag' | 'delete' | 'note' | 'undo' | 'redo' | 'fold';
interface Action {
  readonly ask: Ask;
  readonly at: number;
  readonly tag: number;
}

const action: fc.Arbitrary<Action> = fc.record({
  ask: fc.constantFrom<Ask[]>('add', 'add', 'add', 'retag', 'delete', 'note', 'undo', 'redo', 'fold'),
  at: fc.nat({ max: 59 }),
  tag: fc.nat({ max: 3 }),
});

async function read(folder: TaggingFolder): Promise<Held> {
  const { tags } = await folder.ask('tags.tree', {});
  const { coders } = await folder.ask('coders.list', {});
  const summary = await folder.ask('project.summary', {});
  const { tags: count, spans, review, orphans, trash, bytes } = summary;
  return {
    tags: new Map(tags.map((tag) => [tag.tag, tag])),
    spans: new Map((await folder.spans()).map((span) => [span.span, span])),
    coders: new Map(coders.map((coder) => [coder.coder, coder])),
    counts: new Map(Object.entries({ tags: count, spans, review, orphans, trash, bytes })),
  };
}

function put({ tags, spans, coders, counts }: Held, touched: NonNullable<ProjectChange['touched']>): void {
  for (const tag of touched.tags) tags.set(tag.tag, tag);
  for (const span of touched.spans) spans.set(span.span, span);
  for (const gone of touched.spansGone) spans.delete(gone);
  for (const coder of touched.coders) coders.set(coder.coder, coder);
  for (const [name, count] of Object.entries(touched.counts)) counts.set(name, count);
}

async function doIt(folder: TaggingFolder, tags: readonly TagId[], { ask, at, tag }: Action): Promise<ProjectChange> {
  const spans = await folder.spans();
  const span = spans[at % Math.max(1, spans.length)];
  const chosen = tags[tag % tags.length]!;
  if (ask === 'undo' || ask === 'redo') {
    const { undo, redo } = await folder.ask('project.summary', {});
    if ((ask === 'undo' ? undo : redo) !== null) return folder.ask(`project.${ask}`, {});
  }
  if (ask === 'fold') return folder.ask('tags.change', { tag: tags[3]!, parent: tags[at % 3]! });
  if (span && ask === 'delete') return folder.ask('spans.delete', { spans: [span.span] });
  if (span && ask === 'note')
    return folder.ask('notes.save', { target: { kind: 'span', span: span.span }, text: `Look ${at}` });
  if (span && ask === 'retag') {
    const has = span.tags.includes(chosen) && span.tags.length > 1;
    return folder.ask('spans.change', { spans: [span.span], ...(has ? { remove: [chosen] } : { add: [chosen] }) });
  }
  const place = { doc: (at % 2) as DocId, start: at as CharOffset, end: (at + 1 + tag) as CharOffset };
  return folder.ask('spans.add', { ...place, tags: [chosen] });
}

/** Counted by brute force. */
function carried(tags: readonly Result<'tags.tree'>['tags'][number][], spans: Result<'spans.find'>['spans']) {
  const isBelow = (tag: TagId, above: TagId): boolean =>
    tag === above || tags.some((one) => one.tag === tag && one.parent !== null && isBelow(one.parent, above));
  return tags.map(({ tag }) => {
    const below = spans.filter((span) => span.tags.some((one) => isBelow(one, tag)));
    const documents = new Set(below.map(({ path }) => path)).size;
    return { spans: spans.filter((span) => span.tags.includes(tag)).length, spansBelow: below.length, documents };
  });
}

const text = 'البحيرة قديمة. Езерото е старо. The lake is old. 👩‍👩‍👧 Its water is clear, and so on.';

describe('what a change has touched', () => {
  it('is all that is another, and the counts are those of a count by hand', { timeout: 60_000 }, async () => {
    const folder = await TaggingFolder.open(temporaryFolder({ 'a.txt': text, 'b.txt': text }));
    const top = await folder.tag('Top');
    const middle = await folder.tag('Middle', { parent: top });
    const tags = [top, middle, await folder.tag('Low', { parent: middle }), await folder.tag('Aside', { parent: top })];
    let told = 0;
    const holds = fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 12 }), async (actions) => {
      const held = await read(folder);
      let { revision } = await folder.ask('project.summary', {});
      for (const one of actions) {
        const change = await doIt(folder, tags, one);
        const { touched } = change;
        if (touched) {
          told++;
          expect(touched.since).toBe(revision);
          put(held, touched);
        } else Object.assign(held, await read(folder));
        revision = change.revision;
        expect(held).toEqual(await read(folder));
        const { tags: tree } = await folder.ask('tags.tree', {});
        expect(tree).toMatchObject(carried(tree, await folder.spans()));
      }
    });
    await fc.assert(holds, { numRuns: 15 });
    expect(told).toBeGreaterThan(0);
  });
});
