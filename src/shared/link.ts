/**
 * A result as one line of text that can be kept in notes or sent: `lectern://concordance?…`. It holds the question and
 * how its lines were shown, never a path; the name and the fingerprint of the folder say which texts were meant.
 */
import * as z from 'zod';
import { context, query, type Query, sortKeys, steps, type Context, type SortKey, type Step } from './terms.ts';

export interface ResultLink {
  readonly query: Query;
  readonly where: string;
  readonly sort: readonly SortKey[];
  readonly steps: readonly Step[];
  readonly context: Context;
  /** Name of the folder, empty when it is not said. */
  readonly folder: string;
  /** Of the texts, hexadecimal; empty when it is not said. */
  readonly fingerprint: string;
}

const start = 'lectern://concordance?';

const linked = z.object({
  query,
  where: z.string().max(2_000),
  sort: sortKeys,
  steps,
  context,
  folder: z.string().max(300),
  fingerprint: z.string().regex(/^[0-9a-f]{0,64}$/),
});

export function writeLink(link: ResultLink): string {
  const { query: asked } = link;
  const parts: (readonly [string, string])[] = [
    ['q', asked.text],
    ['mode', asked.mode],
    ['with', (['case', 'marks', 'stems', 'clitics'] as const).filter((option) => asked[option] === true).join(',')],
    ['where', link.where],
    ['sort', link.sort.join(',')],
    ['steps', link.steps.length === 0 ? '' : JSON.stringify(link.steps)],
    ['context', `${link.context.unit},${link.context.size}`],
    ['folder', link.folder],
    ['texts', link.fingerprint],
  ];
  // The last one always: no sign of a name may stand at the end, where the stop of a sentence would be.
  const said = parts.filter(([name, value]) => value !== '' || name === 'texts');
  return start + said.map(([name, value]) => `${name}=${written(value)}`).join('&');
}

/** Letters of all scripts stay readable; what would end the link, or the line it stands in, does not. */
function written(value: string): string {
  return value
    .replace(/[^\p{L}\p{M}\p{N}._~*,:;=@$!|()[\]{}/?^+-]/gu, encodeURIComponent)
    .replace(/[+=&)\]>]/gu, encoded);
}

function encoded(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** The first link in a text, such as a pasted note; null when there is none that can be read. */
export function readLink(text: string): ResultLink | null {
  const found = /lectern:\/\/concordance\?([^\s"<>]+)/u.exec(text)?.[1]?.replace(/[.,;:!?]+$/u, '');
  if (found === undefined) return null;
  const values = new Map<string, string>();
  for (const part of found.split('&')) {
    const at = part.indexOf('=');
    const value = decoded(part.slice(at + 1));
    if (at <= 0 || value === null) return null;
    values.set(part.slice(0, at), value);
  }
  const read = (name: string) => values.get(name) ?? '';
  const options = read('with').split(',');
  const [unit = '', size = ''] = (values.get('context') ?? 'tokens,10').split(',');
  const checked = linked.safeParse({
    query: {
      text: read('q'),
      mode: read('mode') || 'simple',
      case: options.includes('case'),
      marks: options.includes('marks'),
      ...(options.includes('stems') ? { stems: true } : {}),
      ...(options.includes('clitics') ? { clitics: true } : {}),
    },
    where: read('where'),
    sort: read('sort') === '' ? [] : read('sort').split(','),
    steps: parsed(read('steps')),
    context: { unit, size: Number(size) },
    folder: read('folder'),
    fingerprint: read('texts'),
  });
  return checked.success && checked.data.query.text !== '' ? checked.data : null;
}

function decoded(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}

function parsed(json: string): unknown {
  try {
    return json === '' ? [] : JSON.parse(json);
  } catch {
    return null;
  }
}
