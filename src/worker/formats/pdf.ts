/**
 * The text layer of a PDF, by Mozilla's pdf.js in the build that unpdf packs for Node (no canvas, no worker file, no
 * fonts fetched). pdf.js gives runs of glyphs with places; lines, reading order and paragraphs are made here.
 */
import { getDocumentProxy } from 'unpdf';
import { Unreadable } from '../decode/unreadable.ts';
import type { Extraction, Reader } from './extraction.ts';
import { extracted } from './extraction.ts';
import type { Meter } from './limits.ts';
import type { Glyphs, Line } from './pdf-lines.ts';
import { linesOf, mostlyRightToLeft } from './pdf-lines.ts';
import { paragraphsOf, withoutRunningHeads } from './pdf-paragraphs.ts';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

async function open(bytes: Uint8Array): Promise<Pdf> {
  try {
    // A copy: pdf.js takes the memory it is given away from its owner.
    return await getDocumentProxy(new Uint8Array(bytes), {
      disableFontFace: true,
      useSystemFonts: false,
      useWorkerFetch: false,
      disableAutoFetch: true,
      enableXfa: false,
      stopAtErrors: false,
      verbosity: 0,
    });
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'PasswordException') throw new Unreadable('is locked with a password: save it without one first');
    throw new Unreadable('is not a PDF that can be opened (it may be damaged): get a fresh copy', error);
  }
}

async function glyphsOf(pdf: Pdf, number: number, meter: Meter): Promise<Glyphs[]> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  const glyphs: Glyphs[] = [];
  for (const item of items) {
    meter.step();
    if (!('str' in item)) continue;
    const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = item.transform as number[];
    meter.grow(item.str.length);
    glyphs.push({
      text: item.str,
      rtl: item.dir === 'rtl',
      x,
      y,
      width: item.width,
      size: Math.hypot(c, d) || Math.hypot(a, b),
      upright: Math.abs(b) < 0.1 * Math.abs(a),
    });
  }
  page.cleanup();
  return glyphs;
}

/** Characters a font gives when it does not say which letters its shapes are: controls and private ones. */
const nameless = /[^\P{Cc}\s]|[\p{Co}\uFFFD]/gu;

function refuseEmpty(glyphs: readonly (readonly Glyphs[])[]): void {
  let characters = 0;
  let unnamed = 0;
  for (const { text } of glyphs.flat()) {
    characters += text.trim().length;
    unnamed += text.match(nameless)?.length ?? 0;
  }
  if (characters < 2 * glyphs.length) throw new Unreadable('has no text layer (it is a scan): run OCR first');
  if (unnamed > characters * 0.3) {
    throw new Unreadable('has a text layer that names no letters (its fonts lack a table): run OCR over it');
  }
}

/** `D:20220314…` → `2022-03-14`. */
const dateOf = (stated: unknown): string | undefined =>
  typeof stated === 'string' ? /^(?:D:)?(\d{4})(\d{2})(\d{2})/.exec(stated)?.slice(1, 4).join('-') : undefined;

async function propertiesOf(
  pdf: Pdf,
): Promise<{ title?: string; language?: string; metadata: Record<string, string> }> {
  const info = (await pdf.getMetadata()).info as Record<string, unknown>;
  const field = (name: string): string | undefined => (typeof info[name] === 'string' ? info[name] : undefined);
  const title = field('Title');
  const language = field('Language');
  const stated = {
    author: field('Author'),
    subject: field('Subject'),
    keywords: field('Keywords'),
    date: dateOf(info.CreationDate),
  };
  const metadata = Object.fromEntries(
    Object.entries(stated).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  return { metadata, ...(title === undefined ? {} : { title }), ...(language === undefined ? {} : { language }) };
}

export const readPdf: Reader = async (bytes, _options, meter): Promise<Extraction> => {
  const pdf = await open(bytes);
  try {
    const glyphs: Glyphs[][] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      meter.entry();
      meter.clock();
      glyphs.push(await glyphsOf(pdf, number, meter));
    }
    refuseEmpty(glyphs);
    const rightToLeft = mostlyRightToLeft(glyphs.flat());
    const pages: Line[][] = glyphs.map((page) => linesOf(page, rightToLeft));
    const { kept, dropped } = withoutRunningHeads(pages);
    const text = paragraphsOf(kept);
    const notes = dropped > 0 ? [`${dropped} running heads, feet and page numbers are left out`] : [];
    return { documents: [extracted({ text, ...(await propertiesOf(pdf)) })], format: 'pdf', notes };
  } finally {
    await pdf.loadingTask.destroy();
  }
};
