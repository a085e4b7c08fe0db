/**
 * Tables: csv (tagged passages alone), xlsx (a sheet each for passages, tags, notes and coders) and jsonl (a record a
 * line, whole). A tag is written by its path from the top of the tree, `War > Front`, several with `; ` between; signs
 * of these two in a name are escaped with `\`.
 */
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { spanStates } from '../../shared/tagging.ts';
import type { SpanState } from '../../shared/tagging.ts';
import { Collector, momentFrom } from './collector.ts';
import type { Exchange, ExchangedSpan, ExchangedTag, Losses, Written } from './exchange.ts';
import type { Incoming, NoteTarget, Sources } from './exchange.ts';
import { colourFrom, lose, notesOfSpans, pathOfTag, tagsById, usualColour } from './exchange.ts';
import { pathFor } from './documents.ts';
import { idFrom, idOf } from './ids.ts';

export const spanColumns = [
  'span',
  'document',
  'start',
  'end',
  'quote',
  'tags',
  'notes',
  'coder',
  'made',
  'state',
  'before',
  'after',
  'language',
] as const;
type SpanRow = Readonly<Record<(typeof spanColumns)[number], string | number>>;

const escaped = (name: string): string => name.replace(/[\\;>]/gu, '\\$&');

export function writtenTag(tags: ReadonlyMap<string, ExchangedTag>, id: string): string {
  return pathOfTag(tags, id)
    .map(({ name }) => escaped(name))
    .join(' > ');
}

/** `A > B; C` as paths of names. */
export function tagPaths(written: string): string[][] {
  const paths: string[][] = [[]];
  let name = '';
  const endName = (): void => {
    if (name.trim() !== '') paths.at(-1)!.push(name.trim());
    name = '';
  };
  for (let at = 0; at < written.length; at++) {
    const sign = written[at]!;
    if (sign === '\\' && at + 1 < written.length) name += written[++at]!;
    else if (sign === '>') endName();
    else if (sign === ';') {
      endName();
      paths.push([]);
    } else name += sign;
  }
  endName();
  return paths.filter((path) => path.length > 0);
}

/** Notes of one passage in one cell, a blank line between two. */
const betweenNotes = '\n\n';

export function spanRows(exchange: Exchange, sources: Sources): SpanRow[] {
  const tags = tagsById(exchange);
  const notes = notesOfSpans(exchange);
  const names = new Map(exchange.coders.map(({ id, name }) => [id, name]));
  return exchange.spans.map((span) => ({
    span: span.id,
    document: span.path,
    start: span.start,
    end: span.end,
    quote: span.quote,
    tags: span.tags.map((tag) => writtenTag(tags, tag)).join('; '),
    notes: (notes.get(span.id) ?? []).map(({ text }) => text).join(betweenNotes),
    coder: names.get(span.author) ?? '',
    made: span.made,
    state: span.state,
    before: span.before,
    after: span.after,
    language: sources.languageOf(span.path),
  }));
}

export function writeCsv(exchange: Exchange, sources: Sources, raw: boolean): Written {
  const lost: Losses = new Map();
  lose(lost, 'colours, descriptions and shortcuts of tags', exchange.tags.length);
  const used = new Set(exchange.spans.flatMap(({ tags }) => tags));
  lose(lost, 'tags without a passage', exchange.tags.filter(({ id }) => !used.has(id)).length);
  lose(
    lost,
    'notes on tags, documents and the project',
    exchange.notes.filter(({ target }) => target.kind !== 'span').length,
  );
  const text = stringify(spanRows(exchange, sources), {
    header: true,
    columns: [...spanColumns],
    bom: true,
    escape_formulas: !raw,
  });
  return { bytes: Buffer.from(text), lost };
}

/** What `escape_formulas` puts in front of a cell. */
const unescaped = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r\uff1d\uff0b\uff0d\uff20])/u, '');

export function readCsv(text: string, sources: Sources): Incoming {
  // A spreadsheet that saves the table again gives the lines inside its cells the ends of its system, too.
  const body = text
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n')
    .replace(/^sep=.\n/, '');
  const [header = ''] = body.split('\n', 1);
  const delimiter = [',', ';', '\t'].sort((a, b) => header.split(b).length - header.split(a).length)[0]!;
  const rows: Record<string, string>[] = parse(body, { columns: true, delimiter, relax_column_count: true });
  const found = new Collector();
  readSpanRows(rows, sources, found, unescaped);
  return found.finish('');
}

function stateFrom(written: string): SpanState {
  return spanStates.find((state) => state === written) ?? 'held';
}

/** Rows of passages by the names of their columns. Columns that are missing are as usual; other columns are left. */
export function readSpanRows(
  rows: readonly Readonly<Record<string, string>>[],
  sources: Sources,
  found: Collector,
  clean: (cell: string) => string = (cell) => cell,
): void {
  for (const row of rows) {
    const cell = (name: (typeof spanColumns)[number]): string => clean(row[name] ?? '');
    const paths = tagPaths(cell('tags'));
    const start = Number(row.start);
    const end = Number(row.end);
    if (cell('document') === '' || !(start >= 0) || !(end > start)) {
      lose(found.lost, 'rows without a document, a start and an end');
      continue;
    }
    const path = pathFor(cell('document'), undefined, sources);
    const id = idFrom('span', cell('span') || [path, start, end, cell('coder')].join('\0'));
    const author = found.coder(cell('coder'));
    const made = momentFrom(cell('made'));
    found.span({
      id,
      path,
      start,
      end,
      quote: cell('quote') || (sources.textOf(path)?.slice(start, end) ?? ''),
      before: cell('before'),
      after: cell('after'),
      tags: (paths.length > 0 ? paths : [['Imported']]).map((names) => found.tagAt(names)),
      author,
      made,
      state: stateFrom(cell('state')),
    });
    for (const note of cell('notes').split(betweenNotes)) found.note({ kind: 'span', id }, note, { author, made });
  }
}

// ---- jsonl ---------------------------------------------------------------------------------------------------------

type RecordKind = 'project' | 'coder' | 'tag' | 'span' | 'note';

export function writeJsonLines(exchange: Exchange): Written {
  const line = (kind: RecordKind, value: object): string => `${JSON.stringify({ kind, ...value })}\n`;
  const lines = [
    line('project', { name: exchange.name, offsets: 'UTF-16' }),
    ...exchange.coders.map((coder) => line('coder', coder)),
    ...exchange.tags.map((tag) => line('tag', tag)),
    ...exchange.spans.map((span) => line('span', span)),
    ...exchange.notes.map(({ target, ...note }) => line('note', { ...note, target: targetRecord(target) })),
  ];
  return { bytes: Buffer.from(lines.join('')), lost: new Map() };
}

/** Targets in one flat form, which tables share. */
export function targetRecord(target: NoteTarget): { on: NoteTarget['kind']; of: string } {
  return { on: target.kind, of: target.kind === 'project' ? '' : target.kind === 'document' ? target.path : target.id };
}

export function targetFrom(on: string, of: string): NoteTarget {
  if (on === 'span' || on === 'tag') return { kind: on, id: idFrom(on, of) };
  return on === 'document' ? { kind: on, path: of } : { kind: 'project' };
}

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

export function readTagRecord(record: Readonly<Record<string, unknown>>, found: Collector): void {
  const name = textIn(record.name);
  const parent = textIn(record.parent);
  const shortcut = textIn(record.shortcut);
  found.tag({
    id: idFrom('tag', textIn(record.id) || name),
    parent: parent === '' ? null : idFrom('tag', parent),
    name,
    colour: colourFrom(textIn(record.colour)) ?? usualColour,
    description: textIn(record.description),
    shortcut: shortcut === '' ? null : shortcut,
    retired: record.retired === true || /^(?:true|yes|1)$/i.test(textIn(record.retired)),
    author: record.author === undefined ? found.coder('') : found.coder('', idFrom('coder', textIn(record.author))),
  });
}

export function readNoteRecord(record: Readonly<Record<string, unknown>>, target: NoteTarget, found: Collector): void {
  const made = momentFrom(textIn(record.made));
  found.note(target, textIn(record.text), {
    id: idFrom('note', textIn(record.id) || idOf('note', JSON.stringify(target), textIn(record.text))),
    author: record.author === undefined ? found.coder('') : found.coder('', idFrom('coder', textIn(record.author))),
    made,
    changed: record.changed === undefined ? made : momentFrom(textIn(record.changed)),
  });
}

export function readJsonLines(text: string, sources: Sources): Incoming {
  const found = new Collector();
  let name = '';
  const records: Record<string, unknown>[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      lose(found.lost, 'lines that are no JSON');
      continue;
    }
    if (typeof value === 'object' && value !== null) records.push(value as Record<string, unknown>);
  }
  for (const record of records) {
    if (record.kind === 'project') name = textIn(record.name);
    else if (record.kind === 'coder') found.coder(textIn(record.name), idFrom('coder', textIn(record.id)));
    else if (record.kind === 'tag') readTagRecord(record, found);
  }
  for (const record of records) {
    if (record.kind === 'span') readSpanRecord(record, sources, found);
    else if (record.kind === 'note') {
      const { on, of } = (record.target ?? {}) as { on?: unknown; of?: unknown };
      readNoteRecord(record, targetFrom(textIn(on), textIn(of)), found);
    }
  }
  return found.finish(name);
}

function readSpanRecord(record: Readonly<Record<string, unknown>>, sources: Sources, found: Collector): void {
  const start = Number(record.start);
  const end = Number(record.end);
  if (textIn(record.path) === '' || !(start >= 0) || !(end > start)) {
    lose(found.lost, 'passages without a document, a start and an end');
    return;
  }
  const path = pathFor(textIn(record.path), undefined, sources);
  const tags = (Array.isArray(record.tags) ? record.tags : [])
    .filter((tag): tag is string => typeof tag === 'string')
    .map((tag) => (found.hasTag(idFrom('tag', tag)) ? idFrom('tag', tag) : found.tagAt([tag])));
  const span: ExchangedSpan = {
    id: idFrom('span', textIn(record.id) || `${path} ${start} ${end}`),
    path,
    start,
    end,
    quote: textIn(record.quote) || (sources.textOf(path)?.slice(start, end) ?? ''),
    before: textIn(record.before),
    after: textIn(record.after),
    tags: tags.length > 0 ? tags : [found.tagAt(['Imported'])],
    author: record.author === undefined ? found.coder('') : found.coder('', idFrom('coder', textIn(record.author))),
    made: momentFrom(textIn(record.made)),
    state: stateFrom(textIn(record.state)),
  };
  found.span(span);
}
