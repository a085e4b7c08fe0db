/** What other documents say in the place of a passage: the sentences that answer those it lies in. */
import type { Counterpart } from '../../shared/alignment.ts';
import type { DocId } from '../../shared/model.ts';
import type { Corpus } from '../corpus.ts';
import { Superseded } from '../corpus.ts';
import type { Call } from '../handler.ts';
import { goOn } from '../in-slices.ts';
import { openPair } from './aligning.ts';
import { isLink, type Row } from './links.ts';
import type { OpenAlignment } from './open-alignment.ts';
import { pairsMeant } from './pairs-meant.ts';
import type { SegmentedDocument } from './segments.ts';

export interface Passage {
  readonly doc: DocId;
  readonly start: number;
  readonly end: number;
}

/**
 * One list for each passage, in all accepted pairs of its document, or in `pair` alone.
 * @throws ExpectedFailure `no-such-document`, `cancelled`
 */
export async function counterparts(
  corpus: Corpus,
  passages: readonly Passage[],
  pair: OpenAlignment | undefined,
  call: Call,
): Promise<Counterpart[][]> {
  const { index } = corpus.opened;
  const docs = [...new Set(passages.map(({ doc }) => doc))];
  const answering = new Map<DocId, readonly Side[]>();
  for (const [done, doc] of docs.entries()) {
    goOn(call.signal);
    call.report({ stage: 'aligning', done, total: docs.length, what: corpus.pathOf(doc) });
    answering.set(doc, pair ? sidesOf(pair, doc) : await acceptedSides(corpus, doc, call));
  }
  if (corpus.opened.index !== index) throw new Superseded();
  return passages.map((passage) =>
    (answering.get(passage.doc) ?? []).flatMap((side) => answersTo(corpus, passage, side)),
  );
}

/** A pair as one of its documents sees it. */
interface Side {
  readonly here: SegmentedDocument;
  readonly there: SegmentedDocument;
  /** Linked rows: segments here and there. */
  readonly links: readonly {
    readonly from: number;
    readonly to: number;
    readonly thereFrom: number;
    readonly thereTo: number;
    readonly status: Row['status'];
  }[];
}

function sidesOf({ a, b, rows }: OpenAlignment, doc: DocId): Side[] {
  const links = rows.filter(isLink);
  const seen = links.map(({ aFrom, aTo, bFrom, bTo, status }) => ({
    ...{ from: aFrom, to: aTo, thereFrom: bFrom, thereTo: bTo, status },
  }));
  const mirrored = seen.map(({ from, to, thereFrom, thereTo, status }) => ({
    ...{ from: thereFrom, to: thereTo, thereFrom: from, thereTo: to, status },
  }));
  return [
    ...(a.doc === doc ? [{ here: a, there: b, links: seen }] : []),
    ...(b.doc === doc ? [{ here: b, there: a, links: mirrored }] : []),
  ];
}

async function acceptedSides(corpus: Corpus, doc: DocId, call: Call): Promise<Side[]> {
  const sides: Side[] = [];
  for (const { a, b } of await pairsMeant(corpus, { of: 'accepted' }, call)) {
    if (a !== doc && b !== doc) continue;
    sides.push(...sidesOf(await openPair(corpus, { a, b, mode: 'auto', granularity: 'sentence' }, call), doc));
  }
  return sides;
}

/** Runs of segments that follow one another are one counterpart. */
function answersTo(corpus: Corpus, { start, end }: Passage, { here, there, links }: Side): Counterpart[] {
  const covers = (at: number): boolean => {
    const segment = here.segments[at];
    return segment !== undefined && segment.start < end && start < segment.end;
  };
  const answers = links
    .filter(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at).some(covers))
    .sort((x, y) => x.thereFrom - y.thereFrom);
  const runs: { from: number; to: number; doubtful: boolean }[] = [];
  for (const { thereFrom, thereTo, status } of answers) {
    const last = runs.at(-1);
    if (last?.to === thereFrom) {
      last.to = thereTo;
      last.doubtful ||= status === 'doubtful';
    } else runs.push({ from: thereFrom, to: thereTo, doubtful: status === 'doubtful' });
  }
  const { language } = corpus.document(there.doc);
  return runs.map(({ from, to, doubtful }) => {
    const segments = there.segments.slice(from, to);
    return {
      ...{ doc: there.doc, path: there.path, language, doubtful },
      direction: segments[0]!.direction,
      start: segments[0]!.start,
      end: segments.at(-1)!.end,
      text: segments.map(({ text }) => text).join(' '),
    };
  });
}
