/** Requests about a pair that is open: its rows, its overview, and what a person says of its links. */
import type { StepWords } from '../../shared/step-words.ts';
import { stepSays } from '../../shared/step-words.ts';
import type { AlignedRow, AlignmentOverview, AlignmentSummary, LinkStatus, RowFilter } from '../../shared/alignment.ts';
import { linkStatuses } from '../../shared/alignment.ts';
import { fold } from '../../corpus/text/fold.ts';
import { ExpectedFailure } from '../../shared/failure.ts';
import type { Corpus } from '../corpus.ts';
import { Superseded } from '../corpus.ts';
import type { Call, Handlers } from '../handler.ts';
import { alignedAnew, openPair } from './aligning.ts';
import { bilingualPage } from '../../export/alignment/bilingual-page.ts';
import { pairOf } from './files/open-pair.ts';
import { counterparts } from './counterparts.ts';
import type { SaidChange } from './change-links.ts';
import { corrected } from './change-links.ts';
import { hintsOf } from './hints.ts';
import type { Row } from './links.ts';
import { isLink, typeOf } from './links.ts';
import type { OpenAlignment } from './open-alignment.ts';
import { drawnSegments } from './segments.ts';
import { translationsOf } from './translations.ts';

export const alignmentHandlers: Handlers<
  | 'alignment.open'
  | 'alignment.summary'
  | 'alignment.rows'
  | 'alignment.overview'
  | 'alignment.correct'
  | 'alignment.next'
  | 'alignment.place'
  | 'alignment.hints'
  | 'alignment.translations'
  | 'alignment.counterparts'
  | 'alignment.export'
  | 'alignment.close'
> = {
  'alignment.open': async (corpus, asked, call) => summaryOf(corpus, await openPair(corpus, asked, call)),

  'alignment.summary': (corpus, { alignment }) => summaryOf(corpus, corpus.alignments.get(alignment)),

  'alignment.rows': (corpus, { alignment, filter, from, count }) => {
    const pair = corpus.alignments.get(alignment);
    const chosen = filter ? rowsThat(pair, filter) : undefined;
    const total = chosen?.length ?? pair.rows.length;
    const end = Math.min(from + count, total);
    const rows = Array.from({ length: Math.max(0, end - from) }, (_, at) =>
      drawnRow(pair, chosen ? chosen[from + at]! : from + at),
    );
    return { revision: pair.revision, total, rows };
  },

  'alignment.overview': (corpus, { alignment }) => overviewOf(corpus.alignments.get(alignment)),

  'alignment.correct': async (corpus, { alignment, revision, change }, call) => {
    const pair = corpus.alignments.get(alignment);
    if (pair.revision !== revision)
      throw new ExpectedFailure(
        'bad-request',
        'The links changed meanwhile, so that the rows have other numbers: look again, and repeat the correction.',
      );
    const { look, ...step } = await (change.kind === 'realign'
      ? realigned(corpus, pair, change.row, call)
      : said(pair, change));
    const row = pair.rows.findIndex(({ aFrom, aTo, bFrom, bTo }) =>
      look.side === 0 ? aFrom <= look.segment && look.segment < aTo : bFrom <= look.segment && look.segment < bTo,
    );
    return { summary: summaryOf(corpus, pair), row: Math.max(0, row), ...step };
  },

  'alignment.next': (corpus, { alignment, row, step, what }) => {
    const pair = corpus.alignments.get(alignment);
    const { flags } = pair;
    const wanted = (at: number): boolean => {
      if (what === 'flagged') return flags[at]!.length > 0;
      return what === 'doubtful' ? pair.rows[at]!.status === 'doubtful' : !isLink(pair.rows[at]!);
    };
    for (let at = row + step; at >= 0 && at < pair.rows.length; at += step) if (wanted(at)) return { row: at };
    return { row: null };
  },

  'alignment.place': (corpus, { alignment, side, at }) => {
    const pair = corpus.alignments.get(alignment);
    const { segments } = side === 0 ? pair.a : pair.b;
    const segment = segments.findLastIndex(({ start }) => start <= at);
    const row = pair.rows.findIndex((one) =>
      side === 0 ? one.aFrom <= segment && segment < one.aTo : one.bFrom <= segment && segment < one.bTo,
    );
    return { row: row < 0 ? null : row };
  },

  'alignment.hints': async (corpus, { alignment, row }, call) => {
    const pair = corpus.alignments.get(alignment);
    const { revision } = pair;
    return { revision, hints: await hintsOf(corpus, pair, row, call) };
  },

  'alignment.translations': (corpus, { alignment, side, word, most }, call) =>
    translationsOf(corpus, corpus.alignments.get(alignment), { side, word, most }, call),

  'alignment.counterparts': async (corpus, { passages, alignment }, call) => {
    const pair = alignment === undefined ? undefined : corpus.alignments.get(alignment);
    return { counterparts: await counterparts(corpus, passages, pair, call) };
  },

  'alignment.export': (corpus, { alignment, theme }) => {
    const open = corpus.alignments.get(alignment);
    const pair = pairOf(corpus, open, summaryOf(corpus, open).mode);
    const name = [pair.a, pair.b].map(({ path }) => path.replace(/^.*\/|\.[^.]*$/gu, '')).join(' – ');
    return { name: `${name}.html`, text: bilingualPage([pair], theme) };
  },

  'alignment.close': (corpus, { alignment }) => {
    corpus.alignments.close(alignment);
    return {};
  },
};

interface Said {
  readonly undo: StepWords | null;
  readonly redo: StepWords | null;
  readonly look: ReturnType<typeof corrected>['look'];
}

function said(pair: OpenAlignment, change: SaidChange): Said {
  const { said: all, look } = corrected(pair.sizes, pair.rows, pair.said, change);
  return { ...pair.say(stepSays(`link.${change.kind}`), all), look };
}

async function realigned(corpus: Corpus, pair: OpenAlignment, at: number, call: Call): Promise<Said> {
  const { index } = corpus.opened;
  const row = pair.rows[at];
  if (!row) throw new ExpectedFailure('bad-request', `There is no row ${at + 1}: the pair has ${pair.rows.length}.`);
  const found = await alignedAnew(corpus, pair, at, call);
  if (corpus.opened.index !== index) throw new Superseded();
  const look =
    row.aTo > row.aFrom ? { side: 0 as const, segment: row.aFrom } : { side: 1 as const, segment: row.bFrom };
  return { ...pair.say(stepSays('link.realign'), pair.said, found), look };
}

export function drawnRow(pair: OpenAlignment, at: number): AlignedRow {
  const { aFrom, aTo, bFrom, bTo, status, score, moved } = pair.rows[at]!;
  return {
    row: at,
    sides: [drawnSegments(pair.a, aFrom, aTo), drawnSegments(pair.b, bFrom, bTo)],
    status,
    score,
    moved,
    flags: [...pair.flags[at]!],
  };
}

/** Numbers of the rows that a filter means. */
function rowsThat(pair: OpenAlignment, { statuses, types, flagged, text, both }: RowFilter): number[] {
  const words = fold(text ?? '').trim();
  const [here, there] = both?.map((one) => fold(one).trim()) ?? [];
  const holds = ({ segments }: OpenAlignment['a'], from: number, to: number, sought = words): boolean =>
    segments.slice(from, to).some((segment) => fold(segment.text).includes(sought));
  return pair.rows.flatMap((row, at) => {
    if (statuses && !statuses.includes(row.status)) return [];
    if (types && !types.includes(typeOf(row))) return [];
    if (flagged !== undefined && pair.flags[at]!.length > 0 !== flagged) return [];
    if (both && !(holds(pair.a, row.aFrom, row.aTo, here) && holds(pair.b, row.bFrom, row.bTo, there))) return [];
    return words === '' || holds(pair.a, row.aFrom, row.aTo) || holds(pair.b, row.bFrom, row.bTo) ? [at] : [];
  });
}

function overviewOf(pair: OpenAlignment): AlignmentOverview {
  const { rows, flags, revision } = pair;
  const lengthOf = ({ segments }: OpenAlignment['a'], from: number, to: number): number =>
    to > from ? segments[to - 1]!.end - segments[from]!.start : 0;
  const has = (from: number, to: number): number => (to > from ? from : -1);
  return {
    revision,
    a: rows.map(({ aFrom, aTo }) => has(aFrom, aTo)),
    aCount: rows.map(({ aFrom, aTo }) => aTo - aFrom),
    b: rows.map(({ bFrom, bTo }) => has(bFrom, bTo)),
    bCount: rows.map(({ bFrom, bTo }) => bTo - bFrom),
    aLength: rows.map(({ aFrom, aTo }) => lengthOf(pair.a, aFrom, aTo)),
    bLength: rows.map(({ bFrom, bTo }) => lengthOf(pair.b, bFrom, bTo)),
    status: rows.map(({ status }) => linkStatuses.indexOf(status)),
    flagged: flags.flatMap((found, row) => (found.length > 0 ? [row] : [])),
    moved: rows.flatMap(({ moved }, row) => (moved ? [row] : [])),
  };
}

export function summaryOf(corpus: Corpus, pair: OpenAlignment): AlignmentSummary {
  const { rows, found } = pair;
  const statuses: Record<LinkStatus, number> = { sure: 0, doubtful: 0, confirmed: 0, corrected: 0, anchor: 0 };
  const types = new Map<string, number>();
  for (const row of rows) {
    statuses[row.status]++;
    types.set(typeOf(row), (types.get(typeOf(row)) ?? 0) + 1);
  }
  const links = rows.filter(isLink);
  const linked = (of: (row: Row) => number): number => links.reduce((sum, row) => sum + of(row), 0);
  const drawn = ({ doc, segments }: OpenAlignment['a'], count: number) => {
    const document = corpus.document(doc);
    return { document, segments: segments.length, direction: document.direction, linked: count };
  };
  return {
    alignment: pair.id,
    revision: pair.revision,
    documents: [
      drawn(
        pair.a,
        linked(({ aFrom, aTo }) => aTo - aFrom),
      ),
      drawn(
        pair.b,
        linked(({ bFrom, bTo }) => bTo - bFrom),
      ),
    ],
    granularity: pair.a.granularity,
    asked: pair.asked,
    mode: found.mode,
    why: found.why,
    rows: rows.length,
    statuses,
    types: [...types].map(([type, of]) => ({ type, rows: of })).sort((x, y) => y.rows - x.rows),
    flagged: pair.flags.filter((flags) => flags.length > 0).length,
    orphans: pair.orphans,
    reused: pair.reused,
    ms: pair.ms,
  };
}
