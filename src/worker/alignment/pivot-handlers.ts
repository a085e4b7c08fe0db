/** Requests about one text in the middle and its counterparts in several others. */
import type { Layout } from '../../export/layout.ts';
import type { PivotRow as DrawnRow } from '../../shared/pivot.ts';
import { ExpectedFailure } from '../../shared/failure.ts';
import type { AlignmentId } from '../../shared/alignment.ts';
import type { Corpus } from '../corpus.ts';
import type { Handlers } from '../handler.ts';
import type { OpenAlignment } from './open-alignment.ts';
import { type PivotRow, pivotRows } from './pivot-rows.ts';
import { drawnSegments } from './segments.ts';
import { piece, wholeTable } from './whole-table.ts';

export const pivotHandlers: Handlers<'pivot.rows' | 'pivot.export'> = {
  'pivot.rows': (corpus, { alignments, uneven, from, count }) => {
    const pairs = pairsOf(corpus, alignments);
    const { rows, lacking } = rowsOfPairs(pairs);
    const chosen = uneven ? lacking : undefined;
    const total = chosen?.length ?? rows.length;
    const size = Math.max(0, Math.min(count, total - from));
    const places = Array.from({ length: size }, (_, at) => (chosen ? chosen[from + at]! : from + at));
    return {
      revisions: pairs.map(({ revision }) => revision),
      total,
      uneven: lacking.length,
      rows: places.map((place) => drawn(pairs, rows[place]!, place)),
    };
  },

  'pivot.export': (corpus, { alignments, format }) => {
    const pairs = pairsOf(corpus, alignments);
    const { rows } = rowsOfPairs(pairs);
    const documents = [pairs[0]!.a, ...pairs.map(({ b }) => b)];
    const bare = documents.map(({ path }) => path.replace(/^.*\/|\.[^.]*$/gu, ''));
    const layout: Layout<DrawnRow> = {
      title: bare.join(' · '),
      columns: [
        { name: 'n', cell: ({ row }) => row + 1 },
        ...documents.map(({ path }, column) => ({ name: path, cell: (row: DrawnRow) => textOf(row, column) })),
      ],
      json: (row) => row,
      rowsField: 'rows',
    };
    const page = (from: number) => rows.slice(from, from + piece).map((row, at) => drawn(pairs, row, from + at));
    const head = { pivot: documents[0]!.path, versions: documents.slice(1).map(({ path }) => path) };
    return wholeTable(
      bare.join('-'),
      { layout, head, rowCount: rows.length, summary: `${rows.length} rows` },
      page,
      format,
    );
  },
};

function textOf({ pivot, versions }: DrawnRow, column: number): string {
  const segments = column === 0 ? pivot : (versions[column - 1]?.segments ?? []);
  return segments.map(({ text }) => text).join(' ');
}

/** @throws ExpectedFailure `no-such-result`, `bad-request` */
function pairsOf({ alignments }: Corpus, ids: readonly AlignmentId[]): OpenAlignment[] {
  const pairs = ids.map((id) => alignments.get(id));
  const { doc, granularity } = pairs[0]!.a;
  if (pairs.every(({ a }) => a.doc === doc && a.granularity === granularity)) return pairs;
  throw new ExpectedFailure(
    'bad-request',
    'These pairs do not have one text in common as their first, in the same pieces: open each with that text first.',
  );
}

interface Made {
  readonly of: string;
  readonly rows: readonly PivotRow[];
  /** Rows that something is lacking in. */
  readonly lacking: readonly number[];
}

const made = new WeakMap<OpenAlignment, Made>();

/** Made anew when links changed; kept with the first pair. */
function rowsOfPairs(pairs: readonly OpenAlignment[]): Made {
  const of = pairs.map(({ id, revision }) => `${id}:${revision}`).join(' ');
  const known = made.get(pairs[0]!);
  if (known?.of === of) return known;
  const { segments } = pairs[0]!.a;
  const rows = pivotRows(
    segments.length,
    pairs.map((pair) => pair.rows),
  );
  const lacks = ({ from, to, parts }: PivotRow) => from === to || parts.some((part) => part.segments.length === 0);
  const fresh = { of, rows, lacking: rows.flatMap((row, at) => (lacks(row) ? [at] : [])) };
  made.set(pairs[0]!, fresh);
  return fresh;
}

function drawn(pairs: readonly OpenAlignment[], { from, to, parts }: PivotRow, row: number): DrawnRow {
  return {
    row,
    pivot: drawnSegments(pairs[0]!.a, from, to),
    versions: parts.map(({ segments, rows }, at) => {
      const pair = pairs[at]!;
      return {
        segments: segments.flatMap((segment) => drawnSegments(pair.b, segment, segment + 1)),
        links: rows.map((link) => ({ row: link, status: pair.rows[link]!.status, score: pair.rows[link]!.score })),
      };
    }),
  };
}
