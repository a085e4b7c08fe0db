/** What a change tells, put in the place of what the page holds: the same as reading everything anew. */
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { changeProject, readProject } from '../../../src/renderer/app/actions/tagging.ts';
import { receive } from '../../../src/renderer/app/events.ts';
import { store } from '../../../src/renderer/app/store/store.ts';
import { type HeldProject, type HeldSpans, projectAfter, spansAfter } from '../../../src/renderer/app/store/touched.ts';
import type { CharOffset, DocId } from '../../../src/shared/model.ts';
import { stepSays } from '../../../src/shared/step-words.ts';
import type { CoderId, ProjectChange, SpanId, Tag, TaggedSpan, TagId } from '../../../src/shared/tagging.ts';
import { corpusA, corpusSummary, folderA, type StandIn, standInBridge } from './stand-in-bridge.ts';

const tagIds = ['t1', 't2', 't3'] as TagId[];
const coderIds = ['c1', 'c2'] as CoderId[];
const documents = [0, 1] as DocId[];

/** A project in a few lines: passages by id, and everything else counted from them. */
class Model {
  revision = 0;
  readonly spans = new Map<SpanId, TaggedSpan>();

  tags(): Tag[] {
    const all = [...this.spans.values()];
    return tagIds.map((tag, position) => {
      const carrying = all.filter(({ tags }) => tags.includes(tag));
      const counts = { spans: carrying.length, spansBelow: carrying.length, notes: 0 };
      const words = { name: tag, colour: '#123456', description: '', shortcut: null, retired: false };
      const seen = new Set(carrying.map(({ doc }) => doc)).size;
      return { tag, parent: null, position, author: coderIds[0]!, documents: seen, ...words, ...counts };
    });
  }

  coders() {
    const all = [...this.spans.values()];
    return coderIds.map((coder) => ({
      ...{ coder, name: coder },
      spans: all.filter(({ author }) => author === coder).length,
    }));
  }

  get counts() {
    return { tags: tagIds.length, spans: this.spans.size, review: 0, orphans: 0, trash: 0, bytes: 100 * this.revision };
  }

  get steps() {
    return { revision: this.revision, undo: stepSays('passage.tag', { count: this.revision }), redo: null };
  }

  summary() {
    return { ...this.steps, ...this.counts, name: 'a', readOnly: '', backup: '' };
  }

  project(): HeldProject {
    return {
      trueAt: this.revision,
      tags: this.tags(),
      summary: this.summary(),
      coders: { coder: coderIds[0]!, coders: this.coders(), alone: false },
    };
  }

  inDocument(doc: DocId, coder: CoderId | null): TaggedSpan[] {
    const key = ({ start, end, made, span }: TaggedSpan) =>
      `${String(start).padStart(4, '0')} ${String(end).padStart(4, '0')} ${made} ${span}`;
    return [...this.spans.values()]
      .filter((span) => span.doc === doc && (coder === null || span.author === coder))
      .sort((a, b) => (key(a) < key(b) ? -1 : 1));
  }

  /** Null discards the passage. */
  change(span: SpanId, become: TaggedSpan | null, isTold: boolean): ProjectChange {
    const before = this.tags();
    const since = this.revision++;
    const was = this.spans.get(span);
    if (become) this.spans.set(span, become);
    else this.spans.delete(span);
    if (!isTold) return this.steps;
    const tags = this.tags().filter((tag, at) => JSON.stringify(tag) !== JSON.stringify(before[at]));
    const spansGone = was && !become ? [span] : [];
    const spans = become ? [become] : [];
    return { ...this.steps, touched: { since, spans, spansGone, tags, coders: this.coders(), counts: this.counts } };
  }
}

const passage = fc
  .record({
    span: fc.constantFrom(...['s1', 's2', 's3', 's4', 's5', 's6'].map((id) => id as SpanId)),
    doc: fc.constantFrom<(DocId | null)[]>(...documents, null),
    start: fc.nat({ max: 5 }).map((at) => at as CharOffset),
    length: fc.integer({ min: 1, max: 3 }),
    tags: fc.subarray(tagIds, { minLength: 1 }),
    author: fc.constantFrom(...coderIds),
    made: fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z'),
  })
  .map(({ length, ...span }): TaggedSpan => ({
    ...{
      ...span,
      end: (span.start + length) as CharOffset,
      path: `${span.doc}.txt`,
      quote: 'q',
      before: '',
      after: '',
    },
    ...{ direction: 'ltr', language: 'en', state: 'held', notes: [] },
  }));

const step = fc.record({
  passage,
  isGone: fc.boolean(),
  /** 0: it does not tell what it touched. */
  told: fc.nat({ max: 5 }),
  /** 0: the page does not hear of it. */
  heard: fc.nat({ max: 5 }),
});

describe('what a change has touched', () => {
  it('makes of a project and its passages what reading them gives, or leaves them to be read', () => {
    const holds = fc.property(
      fc.array(step, { maxLength: 25 }),
      fc.constantFrom(...documents),
      fc.option(fc.constantFrom(...coderIds)),
      (steps, doc, coder) => {
        const model = new Model();
        let project = model.project();
        let spans: HeldSpans = { revision: 0, spans: model.inDocument(doc, coder) };
        for (const { passage: become, isGone, told, heard } of steps) {
          const change = model.change(become.span, isGone ? null : become, told > 0);
          if (heard === 0) continue;
          const follows = told > 0 && change.touched?.since === project.trueAt;
          project = projectAfter(project, change);
          spans = spansAfter(spans, [change], { doc, coder });
          expect(project.trueAt === model.revision).toBe(follows);
          expect(spans.revision === model.revision).toBe(follows);
          expect(project.summary).toMatchObject(model.steps);
          if (!follows) {
            project = model.project();
            spans = { revision: model.revision, spans: model.inDocument(doc, coder) };
          }
          expect(project).toEqual(model.project());
          expect(spans.spans).toEqual(model.inDocument(doc, coder));
        }
      },
    );
    fc.assert(holds);
  });
});

describe('the page after a change', () => {
  let main: StandIn;
  let model: Model;
  const [one] = fc.sample(passage, { numRuns: 1, seed: 1 });
  const tag = (isTold: boolean) => changeProject(corpusA, Promise.resolve(model.change(one!.span, one!, isTold)));
  const held = () => store.getState().project;

  beforeEach(async () => {
    store.setState(store.getInitialState(), true);
    store.getState().put(corpusSummary(corpusA, folderA));
    store.getState().choose(corpusA);
    model = new Model();
    main = standInBridge({
      'tags.tree': () => ({ revision: model.revision, tags: model.tags() }),
      'project.summary': () => model.summary(),
      'coders.list': () => ({ coder: coderIds[0]!, coders: model.coders(), alone: false }),
    });
    await readProject(corpusA);
    main.asked.length = 0;
  });

  it('asks nothing when the change tells all, and takes its event for the same change', async () => {
    const changed = await tag(true);
    receive({ type: 'project-changed', corpus: corpusA, ...changed });
    expect(held()).toMatchObject(model.project());
    expect(main.asked).toEqual([]);
  });

  it('reads everything when the change does not tell, or when one before it was missed', async () => {
    await tag(false);
    await expect.poll(held).toMatchObject(model.project());
    expect(main.asked).toHaveLength(3);
    model.change(one!.span, null, true);
    await tag(true);
    await expect.poll(held).toMatchObject(model.project());
    expect(main.asked).toHaveLength(6);
  });

  it('reads again when a change comes while the project is being read', async () => {
    const reading = readProject(corpusA);
    await tag(true);
    await reading;
    await expect.poll(held).toMatchObject(model.project());
    expect(main.asked).toHaveLength(6);
  });
});
