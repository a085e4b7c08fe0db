/**
 * OpenDocument texts. Read: paragraphs, headings, lists, tables, text boxes; footnotes and endnotes at the end. Left
 * out: tracked deletions, comments, generated tables of contents, readings set above the line.
 */
import { Unreadable } from '../decode/unreadable.ts';
import type { Extraction, Reader } from './extraction.ts';
import { extracted } from './extraction.ts';
import type { Meter } from './limits.ts';
import { coreProperties } from './office-properties.ts';
import { Paragraphs } from './paragraphs.ts';
import { attributeNamed, readXml } from './xml.ts';
import { decodeXml } from './xml-source.ts';
import { ZipParts } from './zip.ts';

const muted = new Set([
  'text:tracked-changes',
  'text:note-citation',
  'text:table-of-content',
  'text:alphabetical-index',
  'text:ruby-text',
  'office:annotation',
  'office:forms',
  'svg:title',
  'svg:desc',
  'math:math',
]);

/** Spaces one `text:s` may stand for: a number in the file must not fill memory. */
const mostSpaces = 100;

function odtText(xml: string, meter: Meter): string {
  const body = new Paragraphs();
  const notes = new Paragraphs();
  /** The gatherer being written; text boxes and notes stand inside paragraphs and open one of their own. */
  const stack: Paragraphs[] = [body];
  let mute = 0;
  let inText = false;
  let paragraphs = 0;
  const here = (): Paragraphs => stack.at(-1)!;
  const sign = (text: string): void => {
    if (mute === 0 && paragraphs > 0) here().write(text);
  };
  readXml(xml, meter, {
    open: (name, attributes) => {
      if (name === 'office:text') inText = true;
      if (muted.has(name)) mute++;
      if (name === 'text:p' || name === 'text:h') paragraphs++;
      else if (name === 'text:s') {
        sign('\u0020'.repeat(Math.min(mostSpaces, Number(attributeNamed(attributes, 'c') ?? 1) || 1)));
      } else if (name === 'text:tab') sign('\v');
      else if (name === 'text:line-break') {
        if (mute === 0) here().end();
      } else if (name === 'draw:text-box' || name === 'text:note-body') stack.push(new Paragraphs());
    },
    close: (name) => {
      if (muted.has(name)) mute--;
      if (name === 'text:p' || name === 'text:h') {
        paragraphs--;
        if (mute === 0) here().end();
      } else if (name === 'draw:text-box') body.append(stack.pop()!);
      else if (name === 'text:note-body') notes.append(stack.pop()!);
    },
    text: (text) => {
      if (inText) sign(text);
    },
  });
  body.append(notes);
  return body.text();
}

export const readOdt: Reader = async (bytes, _options, meter): Promise<Extraction> => {
  const zip = new ZipParts(bytes, meter);
  const part = async (name: string): Promise<string | undefined> => {
    const content = zip.bytesOf(name);
    return content && (await decodeXml(content)).text;
  };
  const manifest = await part('META-INF/manifest.xml');
  if (manifest?.includes('encryption-data'))
    throw new Unreadable('is locked with a password: save it without one first');
  const content = await part('content.xml');
  if (content === undefined) throw new Unreadable('is not an OpenDocument text (it has no content.xml): save it again');
  const properties = coreProperties((await part('meta.xml')) ?? '', meter);
  return { documents: [extracted({ text: odtText(content, meter), ...properties })], format: 'odt', notes: [] };
};
