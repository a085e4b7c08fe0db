/** Files made for the tests. */
import { strToU8, zipSync } from 'fflate';
import type { ExtractOptions, Extraction } from '../../../src/worker/formats/extract.ts';
import { extract, usualLimits } from '../../../src/worker/formats/extract.ts';

export const options: ExtractOptions = { html: 'main', limits: usualLimits };

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Extracts a text or bytes under a name, with options other than the usual ones where given. */
export function extractFrom(
  content: string | Uint8Array,
  name: string,
  more: Partial<ExtractOptions> = {},
): Promise<Extraction> {
  return extract(typeof content === 'string' ? bytesOf(content) : content, name, { ...options, ...more });
}

export const zip = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
    ),
  );

const wordNamespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A Word document of the given body XML (`<w:p>…`), with further parts. */
export const docx = (body: string, more: Readonly<Record<string, string>> = {}): Uint8Array =>
  zip({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${wordNamespace} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${body}</w:body></w:document>`,
    ...more,
  });

export const wordPart = (root: string, content: string): string => `<w:${root} ${wordNamespace}>${content}</w:${root}>`;
export const wordParagraph = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

const odfNamespaces =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" ' +
  'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" ' +
  'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"';

export const odt = (body: string, more: Readonly<Record<string, string>> = {}): Uint8Array =>
  zip({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content ${odfNamespaces}><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ...more,
  });

export const odfMeta = (content: string): string =>
  `<office:document-meta ${odfNamespaces}><office:meta>${content}</office:meta></office:document-meta>`;

/**
 * A PDF of one font (Helvetica, WinAnsi) with the given page contents (PDF operators), its cross-reference table right.
 */
export function pdf(pages: readonly string[], info = ''): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${5 + 2 * at} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< ${info} >>`,
  ];
  for (const content of pages) {
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Resources << /Font << /F1 3 0 R >> >> /Contents ${objects.length + 2} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  }
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Uint8Array.from(file, (char) => char.charCodeAt(0) & 0xff);
}

/** PDF operators that print lines, the first at `top`, `leading` points apart, each `[text, indent]` or text. */
export function printed(lines: readonly (string | readonly [string, number])[], top = 550, leading = 14): string {
  return lines
    .map((line, at) => {
      const [text, indent] = typeof line === 'string' ? [line, 0] : line;
      const shown = text.replace(/[\\()]/g, (sign) => `\\${sign}`);
      return `BT /F1 12 Tf ${40 + indent} ${top - at * leading} Td (${shown}) Tj ET`;
    })
    .join('\n');
}

/** Bytes of a workbook with the given sheets; strings, numbers and `{ date }` cells. */
export function xlsx(sheets: Readonly<Record<string, readonly (readonly (string | number | null)[])[]>>): Uint8Array {
  const column = (at: number): string => String.fromCharCode(65 + at);
  const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const shared: string[] = [];
  const cell = (value: string | number | null, reference: string): string => {
    if (value === null) return '';
    if (typeof value === 'number') return `<c r="${reference}" s="1"><v>${value}</v></c>`;
    shared.push(value);
    return `<c r="${reference}" t="s"><v>${shared.length - 1}</v></c>`;
  };
  const names = Object.keys(sheets);
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="r${at}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names.map((_, at) => `<Relationship Id="r${at}" Target="worksheets/sheet${at}.xml"/>`).join('')}<Relationship Id="x" TargetMode="External" Target="http://example.invalid/other.xlsx"/></Relationships>`,
    'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
  };
  names.forEach((name, sheet) => {
    const rows = sheets[name]!.map(
      (cells, row) =>
        `<row r="${row + 1}">${cells.map((value, at) => cell(value, `${column(at)}${row + 1}`)).join('')}</row>`,
    );
    parts[`xl/worksheets/sheet${sheet}.xml`] = `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`;
  });
  parts['xl/sharedStrings.xml'] =
    `<sst>${shared.map((text) => `<si><t xml:space="preserve">${escape(text)}</t></si>`).join('')}</sst>`;
  return zip(parts);
}
