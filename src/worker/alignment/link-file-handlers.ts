/** Requests that write the links of an open pair to a file and take links from one. */
import { stepSays } from '../../shared/step-words.ts';
import { ExpectedFailure } from '../../shared/failure.ts';
import type { WrittenLinkFormat } from '../../shared/link-files.ts';
import type { Corpus } from '../corpus.ts';
import { IncomingFiles, OutgoingFiles } from '../file-pieces.ts';
import type { Handlers } from '../handler.ts';
import { summaryOf } from './alignment-handlers.ts';
import { placeLinks } from './files/place-links.ts';
import { readLinkFile } from './files/read-link-file.ts';
import { pairOf } from './files/open-pair.ts';
import type { LinkFileBytes } from './files/write-links.ts';
import { writeLinks } from './files/write-links.ts';
import { primary } from './files/read-xml.ts';
import { importedLinks } from './import-links.ts';
import type { OpenAlignment } from './open-alignment.ts';
import type { SegmentedDocument } from './segments.ts';

const kinds: Readonly<Record<WrittenLinkFormat, readonly [ending: string, mediaType: string]>> = {
  tmx: ['tmx', 'application/x-tmx+xml'],
  tsv: ['tsv', 'text/tab-separated-values;charset=utf-8'],
  csv: ['csv', 'text/csv;charset=utf-8'],
  xlsx: ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  lines: ['zip', 'application/zip'],
  hunalign: ['hunalign', 'text/plain;charset=utf-8'],
  ladder: ['ladder', 'text/plain;charset=utf-8'],
  cesalign: ['xml', 'application/xml'],
  beads: ['align', 'text/plain;charset=utf-8'],
  json: ['json', 'application/json'],
  html: ['html', 'text/html;charset=utf-8'],
  epub: ['epub', 'application/epub+zip'],
};

const going = new OutgoingFiles<{ readonly unlinked: number }>();
const coming = new IncomingFiles();

export const linkFileHandlers: Handlers<'alignment.write' | 'alignment.take'> = {
  'alignment.write': async (corpus, { alignment, format, raw, from, job }) => {
    const open = corpus.alignments.get(alignment);
    const make = async () => {
      const { bytes, unlinked } = await written(corpus, open, format, raw);
      return { bytes, extra: { unlinked } };
    };
    const { extra, ...piece } = await going.piece(open, job, from, make);
    const [ending, mediaType] = kinds[format];
    const bare = (path: string): string => path.replace(/^.*\/|\.[^.]*$/gu, '');
    return {
      name: `${bare(open.a.path)} – ${bare(open.b.path)}.${ending}`,
      mediaType,
      ...piece,
      lost: extra.unlinked > 0 ? [{ what: 'sentences that nothing answers', times: extra.unlinked }] : [],
    };
  },

  'alignment.take': async (corpus, { alignment, format, ...piece }) => {
    const open = corpus.alignments.get(alignment);
    const bytes = coming.add(open, piece);
    if (!bytes) return { summary: summaryOf(corpus, open), taken: 0, refused: 0 };
    const file = await readLinkFile(bytes, piece.name, format, {
      languages: [open.a.language, open.b.language],
      paths: [open.a.path, open.b.path],
    });
    const texts = ({ segments }: SegmentedDocument): string[] => segments.map(({ text }) => text);
    const isSwapped =
      file.kind === 'texts' &&
      primary(open.a.language) !== primary(open.b.language) &&
      (file.languages[0] === primary(open.b.language) || file.languages[1] === primary(open.a.language));
    const placed = placeLinks(file, texts(open.a), texts(open.b), isSwapped);
    const { said, refused } = importedLinks(open, placed.links);
    const taken = placed.links.length - refused.length;
    if (taken === 0)
      throw new ExpectedFailure(
        'bad-request',
        'None of its links has a place in these two documents: check that it is the file of this pair, cut into the same sentences.',
        { where: piece.name },
      );
    open.say(stepSays('link.import', { count: taken }), said);
    return { summary: summaryOf(corpus, open), taken, refused: placed.refused + refused.length };
  },
};

function written(corpus: Corpus, open: OpenAlignment, format: WrittenLinkFormat, raw: boolean): Promise<LinkFileBytes> {
  const pair = pairOf(corpus, open, summaryOf(corpus, open).mode);
  return writeLinks(format, pair, { raw, version: corpus.start.version, now: new Date().toISOString() });
}
