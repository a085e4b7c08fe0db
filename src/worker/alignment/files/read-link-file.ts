/** Reads a file of links, of Lectern or of another program. */
import { extname } from 'node:path';
import { ExpectedFailure } from '../../../shared/failure.ts';
import { decodeText } from '../../decode/decode.ts';
import { Unreadable } from '../../decode/unreadable.ts';
import { decodeXml } from '../../formats/xml-source.ts';
import { Meter, usualLimits } from '../../formats/limits.ts';
import type { ReadLinkFormat } from '../../../shared/link-files.ts';
import { unpacked } from '../../formats/gzip.ts';
import type { LinkFile, PairMeant } from './link-file.ts';
import { readBeads, readHunalign, readJson, readLadder, readTsv } from './read-lines.ts';
import { readCesAlign, readTmxLinks, readXliffLinks } from './read-xml.ts';

const endings: Readonly<Record<string, ReadLinkFormat>> = {
  tmx: 'tmx',
  tsv: 'tsv',
  xliff: 'xliff',
  xlf: 'xliff',
  ladder: 'ladder',
  hunalign: 'hunalign',
  ces: 'cesalign',
  xml: 'cesalign',
  align: 'beads',
  beads: 'beads',
  gold: 'beads',
  json: 'json',
};

/** The format of a file by its name, and of plain text by its first line; undefined when neither says. */
function formatOf(name: string, text: string): ReadLinkFormat | undefined {
  const named = endings[extname(name).slice(1).toLowerCase()];
  if (named) return named;
  if (/^\s*\[[\d,\s]*\]:\[/.test(text)) return 'beads';
  if (/^\d+\t\d+(?:\t|\r?\n)/.test(text)) return 'ladder';
  return text.includes('\t') ? 'tsv' : undefined;
}

/** @throws ExpectedFailure `unreadable` with the name of the file */
export async function readLinkFile(
  packed: Uint8Array,
  name: string,
  as: ReadLinkFormat | undefined,
  meant?: PairMeant,
): Promise<LinkFile> {
  const meter = new Meter(usualLimits);
  try {
    const bytes = unpacked(packed);
    const { text } = await decodeText(bytes);
    const format = as ?? formatOf(name.replace(/\.gz$/iu, ''), text);
    switch (format) {
      case undefined:
        throw new Unreadable('says by neither name nor content what it is: choose its format');
      case 'tmx':
        return readTmxLinks((await decodeXml(bytes)).text, meter, meant?.languages);
      case 'xliff':
        return readXliffLinks((await decodeXml(bytes)).text, meter);
      case 'cesalign':
        return readCesAlign((await decodeXml(bytes)).text, meter, meant?.paths);
      case 'tsv':
        return readTsv(text);
      case 'ladder':
        return readLadder(text);
      case 'hunalign':
        return readHunalign(text);
      case 'beads':
        return readBeads(text);
      case 'json':
        return readJson(text);
    }
  } catch (error) {
    const reason = error instanceof ExpectedFailure ? error.message : 'is not what its format should be';
    throw new ExpectedFailure('unreadable', `This file ${reason}`, { where: name });
  }
}
