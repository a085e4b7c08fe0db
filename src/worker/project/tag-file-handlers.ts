/** Requests that write tagged passages to a file and take them from one. Files cross a door in pieces. */
import type { StepWords } from '../../shared/step-words.ts';
import { stepSays } from '../../shared/step-words.ts';
import { ExpectedFailure } from '../../shared/failure.ts';
import type { TagFormat } from '../../shared/tag-formats.ts';
import { tagFileEnding } from '../../shared/tag-formats.ts';
import type { Losses } from '../exchange/exchange.ts';
import { formatOfFile, readTagFile, writeTagFile } from '../exchange/formats.ts';
import { IncomingFiles, OutgoingFiles } from '../file-pieces.ts';
import type { Handlers } from '../handler.ts';
import type { Own } from './corpus-project.ts';
import { inProject } from './corpus-project.ts';
import { exchangeOf, sourcesOf } from './exchanged.ts';
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

const going = new OutgoingFiles<Losses>();
const coming = new IncomingFiles();

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
    const make = async () => {
      const options = { raw, now: project.now };
      const { bytes, lost } = await writeTagFile(format, exchangeOf(room, question), sourcesOf(opened), options);
      return { bytes, extra: lost };
    };
    const { extra: lost, ...piece } = await going.piece(project, job, from, make);
    return {
      name: `${corpus.summary().name.replace(/[^\p{L}\p{N}._-]+/gu, '-')}-tags.${tagFileEnding[format]}`,
      mediaType: mediaTypes[format],
      ...piece,
      lost: listed(lost),
    };
  }),

  'tags.import': inProject(async (room, { format, dryRun, ...piece }) => {
    const { project } = room;
    const { name } = piece;
    const bytes = coming.add(project, piece);
    if (!bytes) return { ...room.state(), ...nothing, lost: [] };
    const meant = format ?? formatOfFile(name);
    if (meant === undefined)
      throw new ExpectedFailure('bad-request', 'The name of this file does not say its format: choose one.', {
        where: name,
      });
    const { taken, lost } = await importFile(room, meant, bytes, name, dryRun);
    return { ...room.state(), ...taken, lost: listed(lost) };
  }),
};

async function importFile(
  { project, opened, own }: Own,
  format: TagFormat,
  bytes: Uint8Array,
  name: string,
  dryRun: boolean,
): Promise<{ taken: TakenOver; lost: Losses }> {
  const sources = sourcesOf(opened);
  const incoming = await readTagFile(format, bytes, name, sources);
  const says = ({ spans }: TakenOver): StepWords => stepSays('passage.import', { count: spans, name });
  // Reading took time, in which files may have been followed anew.
  own.follow(opened);
  try {
    const taken = project.change({ says, bulk: !dryRun }, (database) => {
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
