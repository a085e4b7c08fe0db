/** A bilingual book, EPUB 3: both texts, row by row, each side in its own language and direction. */
import { strToU8, zipSync, type Zippable } from 'fflate';
import { escaped } from '../page.ts';
import { writableInXml } from '../xml-text.ts';
import type { WrittenPair, WrittenSide } from './written-pair.ts';

const text = (words: string): string => escaped(writableInXml(words));

const style = `
body { line-height: 1.6; margin: 5%; }
.row { margin: 0 0 0.9em; }
.row p { margin: 0 0 0.25em; text-align: start; }
.b { opacity: 0.8; }
.alone { border-inline-start: 2px solid; padding-inline-start: 0.6em; }
`;

function side({ language, direction, units }: WrittenSide, from: number, to: number, name: string): string {
  if (to === from) return '';
  const words = text(units.slice(from, to).join(' '));
  return `<p class="${name}" lang="${text(language)}" xml:lang="${text(language)}" dir="${direction}">${words}</p>`;
}

function page({ a, b, beads }: WrittenPair, title: string): string {
  const rows = beads.map(({ aFrom, aTo, bFrom, bTo }) => {
    const alone = aTo === aFrom || bTo === bFrom ? ' alone' : '';
    return `<div class="row${alone}">${side(a, aFrom, aTo, 'a')}${side(b, bFrom, bTo, 'b')}</div>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" lang="${text(a.language)}" xml:lang="${text(a.language)}" dir="${a.direction}">
<head><title>${text(title)}</title><link rel="stylesheet" type="text/css" href="style.css"/></head>
<body><h1>${text(title)}</h1>
${rows.join('\n')}
</body></html>
`;
}

/** `id`: a URN that names the book; `modified`: ISO 8601, to the second. */
export function bilingualBook(pair: WrittenPair, id: string, modified: string): Uint8Array {
  const title = `${pair.a.path} – ${pair.b.path}`;
  const languages = [...new Set([pair.a.language, pair.b.language])];
  const content = `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" dir="${pair.a.direction}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${text(id)}</dc:identifier>
<dc:title>${text(title)}</dc:title>
${languages.map((language) => `<dc:language>${text(language)}</dc:language>`).join('\n')}
<meta property="dcterms:modified">${modified.slice(0, 19)}Z</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="text" href="text.xhtml" media-type="application/xhtml+xml"/>
<item id="style" href="style.css" media-type="text/css"/>
</manifest>
<spine page-progression-direction="${pair.a.direction}"><itemref idref="text"/></spine>
</package>
`;
  const nav = `<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${text(pair.a.language)}" xml:lang="${text(pair.a.language)}" dir="${pair.a.direction}"><head><title>${text(title)}</title></head>
<body><nav epub:type="toc"><ol><li><a href="text.xhtml">${text(title)}</a></li></ol></nav></body></html>
`;
  const container = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles></container>
`;
  // The type of the file stands first and is not packed: that is how readers know it.
  const files: Zippable = {
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8(container),
    'EPUB/package.opf': strToU8(content),
    'EPUB/nav.xhtml': strToU8(nav),
    'EPUB/text.xhtml': strToU8(page(pair, title)),
    'EPUB/style.css': strToU8(style),
  };
  return zipSync(files);
}
