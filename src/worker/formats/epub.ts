/** Electronic books: one document a book, chapters in the order of the spine. */
import { posix } from 'node:path';
import { Unreadable } from '../decode/unreadable.ts';
import { readPage } from './blocks.ts';
import type { Extraction, Reader } from './extraction.ts';
import { extracted } from './extraction.ts';
import type { Meter } from './limits.ts';
import { coreProperties } from './office-properties.ts';
import { attributeNamed, localName, readXml } from './xml.ts';
import { decodeXml } from './xml-source.ts';
import { ZipParts } from './zip.ts';

interface Spine {
  /** Names of chapter files within the archive, in reading order. */
  readonly chapters: readonly string[];
}

/** A link of the package, resolved inside the archive; never leads outside, because it is only a name to look up. */
function resolved(folder: string, href: string): string {
  let path = href.replace(/[?#].*$/, '');
  try {
    path = decodeURIComponent(path);
  } catch {
    // Not percent-encoded after all: the name stands as written.
  }
  return posix.normalize(posix.join(folder, path));
}

function readSpine(xml: string, folder: string, meter: Meter): Spine {
  const files = new Map<string, string>();
  const order: string[] = [];
  readXml(xml, meter, {
    open: (name, attributes) => {
      const local = localName(name);
      if (local === 'item') {
        const type = attributes['media-type'] ?? '';
        const isPage = /html|xml$/.test(type) && !/ncx|smil/.test(type);
        // The navigation page repeats the chapter titles.
        const isContents = (attributes.properties ?? '').split(/\s+/).includes('nav');
        if (isPage && !isContents) files.set(attributes.id ?? '', resolved(folder, attributes.href ?? ''));
      } else if (local === 'itemref') order.push(attributes.idref ?? '');
    },
    close: () => undefined,
    text: () => undefined,
  });
  return { chapters: [...new Set(order.map((id) => files.get(id)).filter((file) => file !== undefined))] };
}

function packageName(container: string, meter: Meter): string | undefined {
  let name: string | undefined;
  readXml(container, meter, {
    open: (element, attributes) => {
      if (localName(element) === 'rootfile') name ??= attributeNamed(attributes, 'full-path');
    },
    close: () => undefined,
    text: () => undefined,
  });
  return name;
}

export const readEpub: Reader = async (bytes, _options, meter): Promise<Extraction> => {
  const zip = new ZipParts(bytes, meter);
  const part = async (name: string): Promise<string | undefined> => {
    const content = zip.bytesOf(name);
    return content && (await decodeXml(content)).text;
  };
  const container = await part('META-INF/container.xml');
  const opf = container === undefined ? undefined : packageName(container, meter);
  const opfXml = opf === undefined ? undefined : await part(opf);
  if (opf === undefined || opfXml === undefined) {
    throw new Unreadable('is not an EPUB book (its list of chapters is missing): get a fresh copy');
  }
  const { chapters } = readSpine(opfXml, posix.dirname(opf), meter);
  const locked = (await part('META-INF/encryption.xml')) ?? '';
  if (chapters.some((chapter) => locked.includes(`"${chapter}"`) || locked.includes(`"${encodeURI(chapter)}"`))) {
    throw new Unreadable('is protected against reading (DRM): ask its publisher for an open copy');
  }
  const texts: string[] = [];
  let missing = 0;
  for (const chapter of chapters) {
    const page = await part(chapter);
    if (page === undefined) missing++;
    else texts.push(readPage(page, meter).text);
  }
  const notes = missing === 0 ? [] : [`${missing} of ${chapters.length} chapters are missing in the file`];
  const properties = coreProperties(opfXml, meter, 'metadata');
  return { documents: [extracted({ text: texts.join(''), ...properties })], format: 'epub', notes };
};
