/** An open pair as the writers of files want it. */
import type { Corpus } from '../../corpus.ts';
import type { OpenAlignment } from '../open-alignment.ts';
import type { SegmentedDocument } from '../segments.ts';
import type { OpenPair } from './write-links.ts';

export function pairOf(corpus: Corpus, open: OpenAlignment, mode: OpenPair['mode']): OpenPair {
  const side = ({ doc, path, language, segments }: SegmentedDocument): OpenPair['a'] => {
    const { title, direction } = corpus.document(doc);
    return {
      ...{ path, language, direction, title },
      units: segments.map(({ text }) => text),
      directions: segments.map((segment) => segment.direction),
      opens: segments.map(({ opens }) => opens),
    };
  };
  return {
    a: side(open.a),
    b: side(open.b),
    mode,
    beads: open.rows.map(({ aFrom, aTo, bFrom, bTo, score }) => ({ aFrom, aTo, bFrom, bTo, score })),
    statuses: open.rows.map(({ status }) => status),
  };
}
