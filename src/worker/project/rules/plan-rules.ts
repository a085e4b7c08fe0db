/**
 * What rules would tag, before anything is tagged: one rule after the other, each on what those before it would have
 * tagged. A passage gets what it lacks of the tags of a rule, but none that a person took away from it.
 */
import { widened } from '../../../corpus/tagging/graphemes.ts';
import type { PlacedSpan } from '../../../corpus/tagging/placed-spans.ts';
import type { HitSet } from '../../../corpus/query/query-result.ts';
import { ExpectedFailure } from '../../../shared/failure.ts';
import type { DocId, Span } from '../../../shared/model.ts';
import type { SpanId, TagId } from '../../../shared/tagging.ts';
import { hitsOfQuery } from '../../asking.ts';
import { Superseded } from '../../corpus.ts';
import { doSteps, prepareSteps } from '../../steps.ts';
import { stretchesOf } from '../chosen-lines.ts';
import type { Own } from '../corpus-project.ts';
import { mostAtOnce } from '../tag-lines.ts';
import { refusalsOf } from './refusals.ts';
import type { RuleRow } from './rule-rows.ts';

interface Planned extends Span {
  readonly tags: readonly TagId[];
  readonly hit: number;
}

export interface RulePlan {
  readonly rule: RuleRow;
  readonly hits: HitSet | undefined;
  readonly fresh: ReadonlyMap<DocId, readonly Planned[]>;
  readonly freshCount: number;
  readonly already: number;
  readonly refused: number;
  /** Why it cannot be run; empty when it can. */
  readonly problem: string;
}

/** `again`: what was refused is tagged all the same. @throws ExpectedFailure `cancelled`; Superseded */
export async function planRules(room: Own, rules: readonly RuleRow[], again: boolean): Promise<RulePlan[]> {
  const { report, signal } = room;
  const carried = new Carried(room);
  const plans: RulePlan[] = [];
  for (const rule of rules) {
    report({ stage: 'queries', done: plans.length, total: rules.length, what: rule.name });
    signal.throwIfAborted();
    plans.push(await planned(room, rule, carried, again));
  }
  return plans;
}

async function planned(room: Own, rule: RuleRow, carried: Carried, again: boolean): Promise<RulePlan> {
  const none = { rule, hits: undefined, fresh: new Map<DocId, Planned[]>(), freshCount: 0, already: 0, refused: 0 };
  if (rule.tags.length === 0) return { ...none, problem: 'Its tags were deleted: give it another one.' };
  try {
    const hits = await hitsOfRule(room, rule, carried);
    return { ...none, hits, ...placesOf(room, rule, hits, carried, again), problem: '' };
  } catch (error) {
    if (!(error instanceof ExpectedFailure) || error.failure.code === 'cancelled') throw error;
    return { ...none, problem: error.failure.message };
  }
}

async function hitsOfRule(room: Own, rule: RuleRow, carried: Carried): Promise<HitSet> {
  const { corpus, opened, own, signal } = room;
  const { query, where, steps = [] } = rule;
  const duplicates = await prepareSteps(corpus, steps, room);
  const selection = corpus.select(where);
  const tagged = own.tagSource(opened, () => carried.documents());
  const found = await hitsOfQuery(corpus, query, selection, signal, tagged);
  const { hits } = await doSteps(corpus, found, selection, steps, duplicates, signal);
  if (corpus.opened.index !== opened.index) throw new Superseded();
  return hits;
}

function placesOf(
  { opened }: Own,
  { unit, tags }: RuleRow,
  hits: HitSet,
  carried: Carried,
  again: boolean,
): Pick<RulePlan, 'fresh' | 'freshCount' | 'already' | 'refused'> {
  const numbers = Uint32Array.from({ length: hits.total }, (_, at) => at);
  const stretches = stretchesOf(opened.index, { hits }, numbers, unit);
  if (stretches.length > mostAtOnce)
    throw new ExpectedFailure(
      'bad-request',
      `It means ${stretches.length.toLocaleString('en')} passages, and a rule may tag ${mostAtOnce.toLocaleString('en')} at most: make its query or its condition narrower.`,
    );
  const fresh = new Map<DocId, Planned[]>();
  const counts = { freshCount: 0, already: 0, refused: 0 };
  for (const [doc, inDocument] of Map.groupBy(stretches, (stretch) => stretch.doc)) {
    const text = opened.texts.text(doc);
    const places: Planned[] = [];
    for (const { start, end, hit } of inDocument) {
      const ends = widened(text, start, end);
      if (!ends) continue;
      const { given, wasRefused } = carried.give(doc, ends, tags, again);
      if (given.length > 0) places.push({ ...ends, tags: given, hit });
      else counts[wasRefused ? 'refused' : 'already']++;
    }
    if (places.length > 0) fresh.set(doc, places);
    counts.freshCount += places.length;
  }
  return { fresh, ...counts };
}

/** The tags that passages of this coder carry, by document and ends, and what is planned to be added to them. */
class Carried {
  readonly #room: Own;
  readonly #spans = new Map<DocId, readonly PlacedSpan[]>();
  readonly #carried = new Map<DocId, Map<string, Set<TagId>>>();
  readonly #refused = new Map<DocId, Map<string, Set<TagId>>>();
  readonly #added = new Map<DocId, PlacedSpan[]>();

  constructor(room: Own) {
    this.#room = room;
    const { own, opened, project } = room;
    for (const { doc, spans } of own.documents(opened)) if (doc !== null) this.#spans.set(doc, spans);
    for (const [document, places] of refusalsOf(project.database, project.coder)) {
      const doc = own.docOf(opened, document);
      if (doc !== null) this.#refused.set(doc, places);
    }
  }

  /** Notes that the place gets what it lacks of the tags. `wasRefused`: it lacks some that a person took away. */
  give(
    doc: DocId,
    { start, end }: Span,
    tags: readonly TagId[],
    again: boolean,
  ): { readonly given: readonly TagId[]; readonly wasRefused: boolean } {
    const place = `${start} ${end}`;
    const places = this.#placesOf(doc);
    const has = places.get(place) ?? new Set();
    const lacking = tags.filter((tag) => !has.has(tag));
    const refused = again ? undefined : this.#refused.get(doc)?.get(place);
    const given = lacking.filter((tag) => refused?.has(tag) !== true);
    if (given.length > 0) {
      places.set(place, new Set([...has, ...given]));
      const { project } = this.#room;
      const span: PlacedSpan = {
        ...{ span: '' as SpanId, start, end, tags: given, author: project.coder, state: 'held', made: '' },
      };
      const added = this.#added.get(doc);
      if (added) added.push(span);
      else this.#added.set(doc, [span]);
    }
    return { given, wasRefused: given.length < lacking.length };
  }

  /** All passages, and those that are planned. */
  documents(): { doc: DocId; path: string; spans: PlacedSpan[] }[] {
    const docs = [...new Set([...this.#spans.keys(), ...this.#added.keys()])].sort((a, b) => a - b);
    return docs.map((doc) => ({
      ...{ doc, path: this.#room.corpus.pathOf(doc) },
      spans: [...(this.#spans.get(doc) ?? []), ...(this.#added.get(doc) ?? [])].sort(
        (a, b) => a.start - b.start || a.end - b.end,
      ),
    }));
  }

  #placesOf(doc: DocId): Map<string, Set<TagId>> {
    let places = this.#carried.get(doc);
    if (!places) {
      places = new Map();
      const { coder } = this.#room.project;
      for (const { author, state, start, end, tags } of this.#spans.get(doc) ?? [])
        if (author === coder && state !== 'orphan') places.set(`${start} ${end}`, new Set(tags));
      this.#carried.set(doc, places);
    }
    return places;
  }
}
