/** The rows of an open pair in every format that links leave by. */
import { createHash } from 'node:crypto';
import { zipSync } from 'fflate';
import { bilingualPage } from '../../../export/alignment/bilingual-page.ts';
import { bilingualBook } from '../../../export/alignment/epub.ts';
import { beadList, cesAlign, hunalignText, pairedLines } from '../../../export/alignment/other-tools.ts';
import { ladder, linkTable } from '../../../export/alignment/tables.ts';
import { tmx } from '../../../export/alignment/tmx.ts';
import { beadName, unlinkedUnits } from '../../../export/alignment/written-pair.ts';
import type { WrittenPair } from '../../../export/alignment/written-pair.ts';
import { renderFile } from '../../../export/file.ts';
import type { Layout } from '../../../export/layout.ts';
import type { LinkStatus } from '../../../shared/alignment.ts';
import { ExpectedFailure } from '../../../shared/failure.ts';
import type { WrittenLinkFormat } from '../../../shared/link-files.ts';

export interface OpenPair extends WrittenPair {
  /** Of each bead. */
  readonly statuses: readonly LinkStatus[];
}

export interface LinkFileBytes {
  readonly bytes: Uint8Array;
  /** Sentences that stand in no link, where the format has no place for them. */
  readonly unlinked: number;
}

/** Formats in which what nothing answers has no place. */
const linksOnly = new Set<WrittenLinkFormat>(['tmx', 'lines']);

interface BeadRow {
  readonly bead: WrittenPair['beads'][number];
  readonly status: LinkStatus;
}

/** @throws ExpectedFailure when the links have no place in the format */
export async function writeLinks(
  format: WrittenLinkFormat,
  pair: OpenPair,
  { raw, version, now }: { raw: boolean; version: string; now: string },
): Promise<LinkFileBytes> {
  const content = await contentOf(format, pair, { raw, version, now });
  return {
    bytes: typeof content === 'string' ? Buffer.from(content) : content,
    unlinked: linksOnly.has(format) ? unlinkedUnits(pair) : 0,
  };
}

async function contentOf(
  format: WrittenLinkFormat,
  pair: OpenPair,
  { raw, version, now }: { raw: boolean; version: string; now: string },
): Promise<string | Uint8Array> {
  switch (format) {
    case 'html':
      return bilingualPage([pair]);
    case 'tmx':
      return tmx([pair], version);
    case 'tsv':
      return linkTable(pair);
    case 'hunalign':
      return hunalignText(pair);
    case 'cesalign':
      return cesAlign(pair);
    case 'beads':
      return beadList(pair);
    case 'json':
      return `${JSON.stringify(lossless(pair), null, 1)}\n`;
    case 'lines': {
      const [a, b] = pairedLines(pair);
      return zipSync({ [`a.${pair.a.language}.txt`]: Buffer.from(a), [`b.${pair.b.language}.txt`]: Buffer.from(b) });
    }
    case 'epub': {
      const digest = createHash('sha256')
        .update(JSON.stringify([pair.a.path, pair.b.path]))
        .digest('hex');
      return bilingualBook(pair, `urn:lectern:pair:${digest.slice(0, 32)}`, now);
    }
    case 'ladder': {
      const rungs = ladder(pair);
      if (rungs !== undefined) return rungs;
      throw new ExpectedFailure(
        'bad-request',
        'A ladder covers both texts in one order, and these links leave it: align in parallel mode, or take another format.',
      );
    }
    case 'csv':
    case 'xlsx':
      return tableOf(pair, format, raw);
  }
}

/** Everything that is known of the pair; what is read back from it is the same links. */
function lossless({ a, b, mode, beads, statuses }: OpenPair): object {
  const numbers = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at);
  return {
    kind: 'lectern-alignment',
    mode,
    a,
    b,
    links: beads.map((bead, at) => ({
      a: numbers(bead.aFrom, bead.aTo),
      b: numbers(bead.bFrom, bead.bTo),
      type: beadName(bead),
      score: bead.score,
      status: statuses[at],
    })),
  };
}

async function tableOf({ a, b, beads, statuses }: OpenPair, format: 'csv' | 'xlsx', raw: boolean): Promise<Uint8Array> {
  const list = (from: number, to: number): string => Array.from({ length: to - from }, (_, at) => from + at).join(',');
  const layout: Layout<BeadRow> = {
    title: `${a.path} – ${b.path}`,
    columns: [
      { name: 'a', cell: ({ bead }) => list(bead.aFrom, bead.aTo) },
      { name: 'b', cell: ({ bead }) => list(bead.bFrom, bead.bTo) },
      { name: 'type', cell: ({ bead }) => beadName(bead) },
      { name: 'score', cell: ({ bead }) => Number(bead.score.toFixed(4)) },
      { name: 'status', cell: ({ status }) => status },
      { name: 'text a', cell: ({ bead }) => a.units.slice(bead.aFrom, bead.aTo).join(' ') },
      { name: 'text b', cell: ({ bead }) => b.units.slice(bead.bFrom, bead.bTo).join(' ') },
    ],
    json: (row) => row,
  };
  const rows = beads.map((bead, at): BeadRow => ({ bead, status: statuses[at]! }));
  const once = async function* () {
    yield await Promise.resolve(rows);
  };
  const answer = { layout, head: {}, rows: once(), rowCount: rows.length, summary: '' };
  const chunks: Buffer[] = [];
  for await (const chunk of await renderFile(answer, { format, raw })) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
