/** Requests that write tagged passages to a file and take them from one. Files cross a door in pieces. */
import { ExpectedFailure } from '../../shared/failure.ts';
import type { TagFormat } from '../../shared/tag-formats.ts';
import { largestTagFile, tagFileEnding, tagFilePiece } from '../../shared/tag-formats.ts';
import type { Losses } from '../exchange/exchange.ts';
import { formatOfFile, readTagFile, writeTagFile } from '../exchange/formats.ts';
import type { Handlers } from '../handlers.ts';
import type { Own } from './corpus-project.ts';
import { inProject } from './corpus-project.ts';
import { exchangeOf, sourcesOf } from './exchanged.ts';
import type { Project } from './project.ts';
import type { TakenOver } from './taken-over.ts';
import { takeOver } from './taken-over.ts';

const mediaTypes: Readonly<Record<TagFormat, string>> = {
  webannotation: 'application/ld+json',
  qdc: 'application/xml',
  qdpx: 'application/zip',
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jsonl: 'application/jsonl',
  brat: 'application/zip',
  tei: 'application/tei+xml',
  conll: 'text/plain;charset=utf-8',
  html: 'text/html;charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** A file that is being read by the other side, piece by piece. One a project: the next one takes its place. */
interface Going {
  readonly job: string;
  readonly bytes: Uint8Array;
  readonly lost: Losses;
}
interface Coming {
  readonly pieces: Uint8Array[];
  size: number;
}
const going = new WeakMap<Project, Going>();
const coming = new WeakMap<Project, Coming>();

/** Thrown to leave a change that was only tried. */
class Tried extends Error {
  readonly taken: TakenOver;
  constructor(taken: TakenOver) {
    super('tried');
    this.taken = taken;
  }
}

const nothing: TakenOver = { coders: 0, tags: 0, spans: 0, known: 0, notes: 0, review: 0, orphans: 0 };
const listed = (lost: Losses): { what: string; times: number }[] =>
  [...lost].map(([what, times]) => ({ what, times })).sort((a, b) => b.times - a.times);

export const tagFileHandlers: Handlers<'tags.export' | 'tags.import'> = {
  'tags.export': inProject(async (room, { format, question, raw, from, job }) => {
    const { project, opened, corpus } = room;
    let file = going.get(project);
    if (from === 0 || file?.job !== job) {
      if (from > 0) throw new ExpectedFailure('bad-request', 'This export was overtaken by another one: export again.');
      const { now } = project;
      const exchange = exchangeOf(room, question);
      file = { job, ...(await writeTagFile(format, exchange, sourcesOf(opened), { raw, now })) };
      going.set(project, file);
    }
    const until = Math.min(file.bytes.length, from + tagFilePiece);
    const next = until < file.bytes.length ? until : null;
    if (next === null) going.delete(project);
    return {
      name: `${corpus.summary().name.replace(/[^\p{L}\p{N}._-]+/gu, '-')}-tags.${tagFileEnding[format]}`,
      mediaType: mediaTypes[format],
      bytes: file.bytes.length,
      base64: Buffer.from(file.bytes.subarray(from, until)).toString('base64'),
      next,
      lost: listed(file.lost),
    };
  }),

  'tags.import': inProject(async (room, { name, format, base64, first, last, dryRun }) => {
    const { project } = room;
    const bytes = gathered(project, base64, first, last, name);
    if (!bytes) return { ...project.state, ...nothing, lost: [] };
    const meant = format ?? formatOfFile(name);
    if (meant === undefined)
      throw new ExpectedFailure('bad-request', 'The name of this file does not say its format: choose one.', {
        where: name,
      });
    const { taken, lost } = await importFile(room, meant, bytes, name, dryRun);
    return { ...project.state, ...taken, lost: listed(lost) };
  }),
};

/** The whole file once its last piece has come. */
function gathered(
  project: Project,
  base64: string,
  first: boolean,
  last: boolean,
  name: string,
): Uint8Array | undefined {
  const piece = Buffer.from(base64, 'base64');
  let file = coming.get(project);
  if (first || !file) {
    if (!first) throw new ExpectedFailure('bad-request', 'The beginning of this file is missing: import it again.');
    coming.set(project, (file = { pieces: [], size: 0 }));
  }
  file.size += piece.length;
  if (file.size > largestTagFile) {
    coming.delete(project);
    throw new ExpectedFailure(
      'unreadable',
      `This file is larger than ${largestTagFile / 1_000_000} MB: split it where it was made`,
      { where: name },
    );
  }
  file.pieces.push(piece);
  if (!last) return undefined;
  coming.delete(project);
  return Buffer.concat(file.pieces);
}

async function importFile(
  { project, opened, own }: Own,
  format: TagFormat,
  bytes: Uint8Array,
  name: string,
  dryRun: boolean,
): Promise<{ taken: TakenOver; lost: Losses }> {
  const sources = sourcesOf(opened);
  const incoming = await readTagFile(format, bytes, name, sources);
  const label = ({ spans }: TakenOver): string => `Import ${spans.toLocaleString('en')} passages from ${name}`;
  // Reading took time, in which files may have been followed anew.
  own.follow(opened);
  try {
    const taken = project.change({ label, bulk: !dryRun }, (database) => {
      const done = takeOver(database, incoming, opened, sources);
      if (dryRun) throw new Tried(done);
      return done;
    });
    return { taken, lost: incoming.lost };
  } catch (error) {
    if (error instanceof Tried) return { taken: error.taken, lost: incoming.lost };
    throw error;
  }
}
