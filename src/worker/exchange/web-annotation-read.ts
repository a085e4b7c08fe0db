/** Web annotations of any program; see web-annotation.ts for the model. */
import * as z from 'zod';
import { spanStates } from '../../shared/tagging.ts';
import { Collector, momentFrom } from './collector.ts';
import { pathFor } from './documents.ts';
import type { Incoming, Sources } from './exchange.ts';
import { colourFrom, lose, usualColour } from './exchange.ts';
import { idFrom } from './ids.ts';
import { CodePoints } from './positions.ts';

/** One or many, as JSON-LD writes both. */
const many = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .union([z.array(schema), schema])
    .optional()
    .transform((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]) as z.output<Schema>[]);

const agent = z.union([
  z.string().transform((id) => ({ id, name: '' })),
  z.object({ id: z.string().optional(), name: z.string().optional() }),
]);
const textualBody = z.preprocess(
  (body) => (typeof body === 'string' ? { value: body } : body),
  z.looseObject({
    id: z.string().optional(),
    value: z.string().optional(),
    purpose: many(z.string()),
    creator: many(agent),
    created: z.string().optional(),
    modified: z.string().optional(),
    'lectern:tag': z.string().optional(),
  }),
);
const selector = z.looseObject({
  type: z.string().optional(),
  start: z.number().int().nonnegative().optional(),
  end: z.number().int().nonnegative().optional(),
  exact: z.string().optional(),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
});
const target = z.union([
  z.string().transform((source) => ({ source, selector: [] as z.output<typeof selector>[] })),
  z.looseObject({
    source: z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]),
    selector: many(selector),
  }),
]);
const annotation = z.looseObject({
  id: z.string().optional(),
  creator: many(agent),
  created: z.string().optional(),
  body: many(textualBody),
  bodyValue: z.string().optional(),
  motivation: many(z.string()),
  target: many(target),
  'lectern:state': z.enum(spanStates).optional(),
});
const kept = z.looseObject({
  label: z.string().optional(),
  'lectern:coders': z.array(agent).optional(),
  'lectern:tags': z
    .array(
      z.object({
        id: z.string(),
        parent: z.string().nullable(),
        creator: z.string(),
        name: z.string(),
        colour: z.string(),
        description: z.string(),
        shortcut: z.string().nullable(),
        retired: z.boolean(),
      }),
    )
    .optional(),
  'lectern:notes': z
    .array(
      z.object({
        id: z.string(),
        target: z.string().nullable(),
        kind: z.enum(['tag', 'document', 'project']),
        creator: z.string(),
        text: z.string(),
        made: z.string(),
        changed: z.string(),
      }),
    )
    .optional(),
});

/** The annotations of a collection, a page, a list, or one alone. */
function annotationsIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(annotationsIn);
  if (typeof value !== 'object' || value === null) return [];
  const { items, first, target: aimed } = value as Record<string, unknown>;
  if (aimed !== undefined) return [value];
  return [...annotationsIn(items), ...annotationsIn(first)];
}

function pathOf(source: string): string {
  const bare = source.replace(/^file:\/*/, '').replace(/[?#].*$/, '');
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare;
  }
}

/** @throws SyntaxError when the file is no JSON */
export function readWebAnnotations(text: string, sources: Sources): Incoming {
  const value: unknown = JSON.parse(text);
  const found = new Collector();
  const head = kept.safeParse(value).data;
  for (const coder of head?.['lectern:coders'] ?? []) found.coder(coder.name ?? '', idFrom('coder', coder.id ?? ''));
  for (const { id, parent, creator, colour, ...tag } of head?.['lectern:tags'] ?? []) {
    found.tag({
      ...tag,
      id: idFrom('tag', id),
      parent: parent === null ? null : idFrom('tag', parent),
      colour: colourFrom(colour) ?? usualColour,
      author: found.coder('', idFrom('coder', creator)),
    });
  }
  for (const { id, target: aim, kind, creator, ...note } of head?.['lectern:notes'] ?? []) {
    const on =
      kind === 'project'
        ? ({ kind } as const)
        : kind === 'tag'
          ? ({ kind, id: idFrom('tag', aim ?? '') } as const)
          : ({ kind, path: pathOf(aim ?? '') } as const);
    found.note(on, note.text, { ...note, id: idFrom('note', id), author: found.coder('', idFrom('coder', creator)) });
  }
  const points = new Map<string, CodePoints>();
  for (const one of annotationsIn(value)) {
    const parsed = annotation.safeParse(one);
    if (parsed.success) readAnnotation(parsed.data, sources, points, found);
    else lose(found.lost, 'annotations that could not be read');
  }
  return found.finish(head?.label ?? '');
}

type Annotation = z.output<typeof annotation>;
type Body = z.output<typeof textualBody>;
type Agents = readonly z.output<typeof agent>[];

function authorOf(agents: Agents, found: Collector): string {
  const [first] = agents;
  return found.coder(first?.name ?? '', first?.id === undefined ? undefined : idFrom('coder', first.id));
}

const wordsOf = ({ value }: Body): string => (value ?? '').trim();

/** A body says what it is for; where it does not, the annotation does. */
const isTag = ({ purpose }: Body, { motivation }: Annotation): boolean =>
  (purpose.length > 0 ? purpose : motivation).includes('tagging');

function tagOf(body: Body, found: Collector): string {
  const named = body['lectern:tag'] === undefined ? undefined : idFrom('tag', body['lectern:tag']);
  return named !== undefined && found.hasTag(named) ? named : found.tagAt([wordsOf(body)]);
}

function readAnnotation(one: Annotation, sources: Sources, points: Map<string, CodePoints>, found: Collector): void {
  const made = momentFrom(one.created);
  const author = authorOf(one.creator, found);
  const said = one.bodyValue === undefined ? one.body : [...one.body, textualBody.parse(one.bodyValue)];
  const bodies = said.filter((body) => wordsOf(body) !== '');
  const tags = bodies.filter((body) => isTag(body, one)).map((body) => tagOf(body, found));
  for (const [number, aim] of one.target.entries()) {
    const path = pathFor(pathOf(aim.source), undefined, sources);
    const text = sources.textOf(path) ?? '';
    let mapped = points.get(path);
    if (!mapped) points.set(path, (mapped = new CodePoints(text)));
    const position = aim.selector.find(({ start, end }) => start !== undefined && end !== undefined);
    const quoted = aim.selector.find(({ exact }) => exact !== undefined);
    const start = mapped.toUnits(position?.start ?? 0);
    const end = mapped.toUnits(position?.end ?? 0);
    const id = idFrom('span', `${one.id ?? JSON.stringify(one.target)}${number > 0 ? ` ${number}` : ''}`);
    found.span({
      id,
      path,
      start,
      end,
      quote: quoted?.exact ?? text.slice(start, end),
      before: quoted?.prefix ?? '',
      after: quoted?.suffix ?? '',
      tags: tags.length > 0 ? tags : [found.tagAt(['Imported'])],
      author,
      made,
      state: one['lectern:state'] ?? 'held',
    });
    for (const body of bodies) {
      if (isTag(body, one)) continue;
      found.note({ kind: 'span', id }, body.value!, {
        ...(body.id === undefined ? {} : { id: idFrom('note', body.id) }),
        author: body.creator.length > 0 ? authorOf(body.creator, found) : author,
        made: momentFrom(body.created ?? one.created),
        changed: momentFrom(body.modified ?? body.created ?? one.created),
      });
    }
  }
}
