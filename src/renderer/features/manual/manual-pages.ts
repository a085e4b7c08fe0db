/**
 * The manual as it lies in docs/manual: its pages and pictures are packed into the program, so that it is read without a
 * network. Pages are markdown of ours, in which links name other pages and pictures lie beside them.
 */
import { Marked } from 'marked';
import MiniSearch from 'minisearch';
import type { Language } from '../../language/languages.ts';

const sources = import.meta.glob<string>('../../../../docs/manual/*/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const pictures = import.meta.glob<string>('../../../../docs/manual/images/*.png', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** `en/search`: language and name. */
export type PageId = string;

export interface ManualPage {
  readonly id: PageId;
  readonly language: Language;
  readonly title: string;
  readonly markdown: string;
}

/** In the order in which they are listed. */
const order = [
  ...['index', 'library', 'search', 'concordance', 'reading', 'tagging', 'side-by-side', 'parallel', 'frequencies'],
  ...['ngrams', 'collocates', 'keywords', 'dispersion', 'trends', 'profile', 'keyboard'],
];

function idOf(path: string): PageId {
  return path.split('/').slice(-2).join('/').replace(/\.md$/u, '');
}

export const manualPages: readonly ManualPage[] = Object.entries(sources)
  .map(([path, markdown]) => {
    const id = idOf(path);
    const language = id.startsWith('ar/') ? 'ar' : id.startsWith('mk/') ? 'mk' : 'en';
    return { id, language, title: /^# (.+)$/mu.exec(markdown)?.[1] ?? id, markdown } as const;
  })
  .sort((a, b) => placeOf(a.id) - placeOf(b.id));

function placeOf(id: PageId): number {
  return order.indexOf(id.slice(3));
}

/** Those that are listed in a language: its own, and the English ones that it has no page for. */
export function pagesFor(language: Language): readonly ManualPage[] {
  const own = manualPages.filter((page) => page.language === language);
  const names = new Set(own.map(({ id }) => id.slice(3)));
  return [...own, ...manualPages.filter(({ id, language: written }) => written === 'en' && !names.has(id.slice(3)))];
}

/** The page that a link of another page names; null for one that leads elsewhere. */
export function pageOfLink(from: PageId, href: string): PageId | null {
  const path = href.replace(/#.*$/u, '');
  if (!path.endsWith('.md')) return null;
  const parts = path.split('/');
  const name = parts.at(-1)?.replace(/\.md$/u, '') ?? '';
  const language = parts.length > 1 ? (parts.at(-2) ?? '') : from.slice(0, 2);
  const id = `${language}/${name}`;
  return manualPages.some((page) => page.id === id) ? id : null;
}

const marked = new Marked({
  gfm: true,
  renderer: {
    image({ href, text }) {
      const name = href.split('/').at(-1) ?? '';
      const [, url] = Object.entries(pictures).find(([path]) => path.endsWith(`/${name}`)) ?? [];
      // A picture that was not taken yet leaves its words.
      return url === undefined ? `<p class="manual-caption">${text}</p>` : `<img src="${url}" alt="${text}">`;
    },
    // Queries and keys run from left to right in a page that does not.
    codespan({ text }) {
      return `<code dir="ltr">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</code>`;
    },
  },
});

export function pageAsHtml({ markdown }: ManualPage): string {
  return marked.parse(markdown, { async: false });
}

export interface Section {
  readonly id: number;
  readonly page: PageId;
  readonly title: string;
}

let index: MiniSearch | undefined;

/** Sections that hold the words, or words that begin so, best first. */
export function searchManual(words: string): Section[] {
  if (!index) {
    index = new MiniSearch({ fields: ['title', 'text'], storeFields: ['page', 'title'] });
    let id = 0;
    for (const page of manualPages)
      for (const part of page.markdown.split(/^(?=#{1,2} )/mu)) {
        const heading = /^#{1,2} (.+)$/mu.exec(part)?.[1] ?? page.title;
        const title = heading === page.title ? heading : `${page.title}: ${heading}`;
        index.add({ id: id++, page: page.id, title, text: part });
      }
  }
  return index
    .search(words, { prefix: true, combineWith: 'AND', boost: { title: 3 } })
    .slice(0, 12)
    .map((found) => ({ id: Number(found.id), page: String(found.page), title: String(found.title) }));
}
