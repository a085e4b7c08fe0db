/**
 * brat standoff, as a zip: `PATH.txt` and `PATH.ann` a document, `annotation.conf` with the tree of types, `visual.conf`
 * with labels and colours. A type is a name without spaces, so each tag has one made of its name; an annotation a tag, so a
 * passage with two tags is two of them at one place. Offsets are code points; a passage over a line end is written in
 * pieces, as brat wants it.
 */
import { zipSync } from 'fflate';
import { quotation } from '../../corpus/tagging/quotation.ts';
import { canonicalText } from '../../corpus/text/canonical.ts';
import type { Meter } from '../formats/limits.ts';
import { ZipParts } from '../formats/zip.ts';
import { Collector, noMoment } from './collector.ts';
import { pathFor } from './documents.ts';
import type { Exchange, ExchangedSpan, ExchangedTag, Incoming, Losses, Sources, Written } from './exchange.ts';
import { colourFrom, lose, notesOfSpans, spansByDocument } from './exchange.ts';
import { idOf } from './ids.ts';
import { CodePoints } from './positions.ts';

/** Each tag with a type of its own: letters, digits, `_` and `-`, which every version of brat takes. */
function typesOf(tags: readonly ExchangedTag[]): Map<string, string> {
  const types = new Map<string, string>();
  const taken = new Set<string>();
  for (const { id, name } of tags) {
    const base =
      name
        .trim()
        .replace(/[^\p{L}\p{N}]+/gu, '_')
        .replace(/^_+|_+$/g, '') || 'tag';
    let type = base;
    for (let number = 2; taken.has(type); number++) type = `${base}-${number}`;
    taken.add(type);
    types.set(id, type);
  }
  return types;
}

/** The stretches of a span between line ends, in code points. */
function pieces(text: string, { start, end }: ExchangedSpan, points: CodePoints): string {
  const found: string[] = [];
  for (let from = start; from < end;) {
    const line = text.indexOf('\n', from);
    const to = line === -1 || line > end ? end : line;
    if (to > from) found.push(`${points.fromUnits(from)} ${points.fromUnits(to)}`);
    from = to + 1;
  }
  return found.join(';');
}

const oneLine = (text: string): string =>
  text.replace(/\\/g, '\\\\').replace(/\n/g, '\\n').replace(/\r/g, '\\r').replace(/\t/g, ' ');
const manyLines = (text: string): string =>
  text.replace(/\\([\\nr])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign === 'r' ? '\r' : '\\'));

export function writeBrat(exchange: Exchange, sources: Sources): Written {
  const lost: Losses = new Map();
  lose(lost, 'descriptions, shortcuts and retirement of tags', exchange.tags.length);
  lose(lost, 'who tagged, and when', exchange.spans.length);
  lose(
    lost,
    'notes on tags, documents and the project',
    exchange.notes.filter(({ target }) => target.kind !== 'span').length,
  );
  const types = typesOf(exchange.tags);
  const notes = notesOfSpans(exchange);
  const files: Record<string, Uint8Array> = {};
  for (const [path, spans] of spansByDocument(exchange)) {
    const text = sources.textOf(path);
    if (text === undefined) {
      lose(lost, 'passages whose document is not in the folder', spans.length);
      continue;
    }
    const points = new CodePoints(text);
    const lines: string[] = [];
    let number = 0;
    let remarks = 0;
    for (const span of spans) {
      const place = span.state === 'orphan' || span.end > text.length ? '' : pieces(text, span, points);
      if (place === '') {
        lose(lost, 'passages whose text is gone (orphans)');
        continue;
      }
      const words = text
        .slice(span.start, span.end)
        .split('\n')
        .filter((line) => line !== '')
        .join(' ');
      const first = number + 1;
      for (const tag of span.tags) lines.push(`T${++number}\t${types.get(tag) ?? 'tag'} ${place}\t${words}`);
      for (const { text: note } of notes.get(span.id) ?? [])
        lines.push(`#${++remarks}\tAnnotatorNotes T${first}\t${oneLine(note)}`);
    }
    const base = path.replace(/\.txt$/i, '');
    files[`${base}.txt`] = Buffer.from(text);
    files[`${base}.ann`] = Buffer.from(lines.map((line) => `${line}\n`).join(''));
  }
  files['annotation.conf'] = Buffer.from(
    `[entities]\n${tree(exchange.tags, null, types, '')}\n[relations]\n\n[events]\n\n[attributes]\n`,
  );
  const labels = exchange.tags.map(({ id, name }) => `${types.get(id)!} | ${name.replaceAll('|', '/')}\n`);
  const colours = exchange.tags.map(({ id, colour }) => `${types.get(id)!} bgColor:${colour}\n`);
  files['visual.conf'] = Buffer.from(`[labels]\n${labels.join('')}\n[drawing]\n${colours.join('')}`);
  return { bytes: zipSync(files, { level: 6 }), lost };
}

function tree(
  tags: readonly ExchangedTag[],
  parent: string | null,
  types: ReadonlyMap<string, string>,
  indent: string,
): string {
  return tags
    .filter((tag) => tag.parent === parent)
    .map(({ id }) => `${indent}${types.get(id)!}\n${tree(tags, id, types, `${indent}\t`)}`)
    .join('');
}

// ---- reading -------------------------------------------------------------------------------------------------------

const section = (conf: string, name: string): string[] => {
  const lines = conf.split(/\r?\n/);
  const from = lines.findIndex((line) => line.trim() === `[${name}]`);
  if (from === -1) return [];
  const rest = lines.slice(from + 1);
  const to = rest.findIndex((line) => /^\s*\[/.test(line));
  return (to === -1 ? rest : rest.slice(0, to)).filter((line) => line.trim() !== '' && !line.trim().startsWith('#'));
};

/** Types of the configuration as tags, by type. */
function readTypes(annotation: string, visual: string, found: Collector): Map<string, string> {
  const labels = new Map(
    section(visual, 'labels').map((line) => line.split('|').map((part) => part.trim()) as [string, string]),
  );
  const colours = new Map(
    section(visual, 'drawing').map((line) => {
      const [type = '', rest = ''] = line.trim().split(/\s+/, 2);
      return [type, colourFrom(/bgColor:\s*(#[\da-f]+)/i.exec(rest)?.[1])];
    }),
  );
  const ids = new Map<string, string>();
  const above: { depth: number; id: string }[] = [];
  for (const line of section(annotation, 'entities')) {
    const depth = /^\t*/.exec(line)![0].length;
    const type = line.trim().split(/\s+/)[0]!.replace(/^!/, '');
    while (above.length > 0 && above.at(-1)!.depth >= depth) above.pop();
    const colour = colours.get(type);
    const id = found.tag({
      id: idOf('brat', type),
      name: labels.get(type) ?? type,
      parent: above.at(-1)?.id ?? null,
      ...(colour === undefined ? {} : { colour }),
    });
    above.push({ depth, id });
    ids.set(type, id);
  }
  return ids;
}

/** @throws Unreadable for a file that is no archive */
export function readBrat(bytes: Uint8Array, sources: Sources, meter: Meter): Incoming {
  const zip = new ZipParts(bytes, meter);
  const read = (name: string | undefined): string | undefined => {
    const part = name === undefined ? undefined : zip.bytesOf(name);
    return part && new TextDecoder('utf-8', { ignoreBOM: true }).decode(part);
  };
  const conf = (name: string): string => read(zip.names.find((there) => there.split('/').at(-1) === name)) ?? '';
  const found = new Collector();
  const types = readTypes(conf('annotation.conf'), conf('visual.conf'), found);
  for (const name of zip.names) {
    if (!name.endsWith('.ann')) continue;
    meter.step();
    const base = name.slice(0, -'.ann'.length);
    const raw = read(`${base}.txt`);
    const text = raw === undefined ? undefined : canonicalText(raw);
    const path = sources.paths.includes(base) ? base : pathFor(`${base}.txt`, text, sources);
    if (text !== undefined) found.texts.set(path, text);
    readAnnotations(read(name) ?? '', path, raw ?? sources.textOf(path) ?? '', types, found);
  }
  return found.finish('');
}

function readAnnotations(
  ann: string,
  path: string,
  text: string,
  types: ReadonlyMap<string, string>,
  found: Collector,
): void {
  const points = new CodePoints(text);
  const canonical = canonicalText(text);
  const spans = new Map<string, string>();
  const author = found.coder('');
  for (const line of ann.split(/\r?\n/)) {
    const [key = '', middle = '', ...rest] = line.split('\t');
    if (key.startsWith('T')) {
      const space = middle.indexOf(' ');
      const type = middle.slice(0, Math.max(0, space));
      const place = middle.slice(space + 1);
      const numbers = place.split(/[ ;]/).map(Number);
      const start = points.toUnits(Math.min(...numbers));
      const end = points.toUnits(Math.max(...numbers));
      if (!(end > start) || end > text.length) {
        lose(found.lost, 'annotations without a place in their text');
        continue;
      }
      const tag = types.get(type) ?? found.tagAt([type === '' ? 'Imported' : type]);
      const slice = canonicalText(text.slice(start, end));
      const from = canonicalText(text.slice(0, start)).length;
      const id = found.span(
        {
          id: idOf('span', path, String(from), String(from + slice.length)),
          path,
          start: from,
          end: from + slice.length,
          ...quotation(canonical, from, from + slice.length),
          tags: [tag],
          author,
          made: noMoment,
          state: 'held',
        },
        true,
      );
      spans.set(key, id);
    } else if (key.startsWith('#')) {
      const aim = spans.get(middle.split(' ')[1] ?? '');
      if (aim !== undefined) found.note({ kind: 'span', id: aim }, manyLines(rest.join('\t')), { author });
    } else if (/^[ERAM*]/.test(key)) lose(found.lost, 'relations, events and attributes');
  }
}
