/** Title, author, dates and language as Word, LibreOffice and EPUB state them (Dublin Core and its neighbours). */
import { Unreadable } from '../decode/unreadable.ts';
import type { Meter } from './limits.ts';
import { localName, readXml } from './xml.ts';

/** Local name of an element → metadata field. The first that is stated wins, except for lists. */
const fields: Readonly<Record<string, string>> = {
  creator: 'author',
  'initial-creator': 'author',
  created: 'date',
  'creation-date': 'date',
  date: 'date',
  modified: 'modified',
  subject: 'subject',
  keyword: 'keywords',
  keywords: 'keywords',
  description: 'description',
  publisher: 'source',
  identifier: 'identifier',
};

export interface Properties {
  readonly title: string | undefined;
  readonly language: string | undefined;
  readonly metadata: Readonly<Record<string, string>>;
}

/** `only`: local name of the element whose content is read (`metadata` of an EPUB package), default the whole file. */
export function coreProperties(xml: string, meter: Meter, only?: string): Properties {
  const found = new Map<string, string[]>();
  const path: string[] = [];
  let inside = only === undefined;
  let text = '';
  try {
    if (xml.trim() !== '') {
      readXml(xml, meter, {
        open: (name) => {
          path.push(localName(name));
          if (localName(name) === only) inside = true;
          text = '';
        },
        text: (more) => {
          text += more;
        },
        close: (name) => {
          path.pop();
          if (localName(name) === only) inside = false;
          const value = text.replace(/\s+/g, ' ').trim();
          if (inside && value !== '') found.set(localName(name), [...(found.get(localName(name)) ?? []), value]);
          text = '';
        },
      });
    }
  } catch (error) {
    // Broken properties do not make the text unreadable; a passed limit of time will be met again at the next step.
    if (!(error instanceof Unreadable)) throw error;
  }
  const metadata: Record<string, string> = {};
  for (const [name, field] of Object.entries(fields)) {
    const values = found.get(name);
    if (values && metadata[field] === undefined) metadata[field] = values.join('; ');
  }
  return { title: found.get('title')?.[0], language: found.get('language')?.[0], metadata };
}
