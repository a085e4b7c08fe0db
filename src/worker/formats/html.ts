/** Web pages: the article (Mozilla's Readability) or everything, and what the head says about it. */
import { declaredEncoding } from '../decode/declared.ts';
import { decodeText } from '../decode/decode.ts';
import type { Page } from './blocks.ts';
import { readPage } from './blocks.ts';
import type { Extraction, Reader } from './extraction.ts';
import { extracted } from './extraction.ts';
import type { MainText } from './main-text.ts';

/** Metadata field → names under which pages state it, best first. */
const stated: Readonly<Record<string, readonly string[]>> = {
  author: [
    'author',
    'article:author',
    'dc.creator',
    'dcterms.creator',
    'citation_author',
    'parsely-author',
    'byl',
    'sailthru.author',
  ],
  date: [
    'article:published_time',
    'datepublished',
    'date',
    'dc.date',
    'dcterms.date',
    'dcterms.created',
    'dc.date.issued',
    'dcterms.issued',
    'citation_publication_date',
    'citation_date',
    'pubdate',
    'publishdate',
    'publication_date',
    'parsely-pub-date',
    'sailthru.date',
    'og:published_time',
  ],
  modified: ['article:modified_time', 'datemodified', 'dcterms.modified', 'last-modified'],
  source: [
    'og:site_name',
    'dc.publisher',
    'dcterms.publisher',
    'publisher',
    'citation_journal_title',
    'application-name',
  ],
  description: ['description', 'og:description', 'dc.description', 'dcterms.abstract'],
  keywords: ['keywords', 'news_keywords', 'article:tag', 'dc.subject', 'dcterms.subject'],
  section: ['article:section'],
  url: ['og:url', 'citation_public_url'],
};
const titleNames = ['og:title', 'citation_title', 'dc.title', 'dcterms.title', 'twitter:title'];
const languageNames = [
  'content-language',
  'dc.language',
  'dcterms.language',
  'language',
  'og:locale',
  'citation_language',
];

const firstOf = (page: Page, names: readonly string[]): string | undefined =>
  names.map((name) => page.meta.get(name)).find((content) => content !== undefined && content.trim() !== '');

/** Dates that pages hide in JSON-LD only. */
function linkedDate(page: Page): string | undefined {
  for (const script of page.linked) {
    const found = /"datePublished"\s*:\s*"([^"]{4,40})"/.exec(script);
    if (found) return found[1];
  }
  return undefined;
}

function metadataOf(page: Page, main: MainText | undefined): Record<string, string | undefined> {
  const metadata: Record<string, string | undefined> = {};
  for (const [field, names] of Object.entries(stated)) metadata[field] = firstOf(page, names);
  metadata.author ??= main?.author;
  metadata.date ??= linkedDate(page) ?? main?.date ?? page.time;
  metadata.source ??= main?.source;
  metadata.url ??= page.canonical;
  return metadata;
}

/** Finding the article needs a tree in memory: too large or too deep pages are taken whole. */
const largestTree = 8 * 1_048_576;
const deepestTree = 300;

async function mainTextOf(html: string, page: Page, notes: string[]): Promise<MainText | undefined> {
  if (html.length > largestTree || page.depth > deepestTree) {
    notes.push('the page is too large or too deep to find the article in: all of its text is taken');
    return undefined;
  }
  const { findMainText } = await import('./main-text.ts');
  const main = findMainText(html);
  if (!main) notes.push('no article was found in the page: all of its text is taken');
  return main;
}

export const readHtml: Reader = async (bytes, options, meter): Promise<Extraction> => {
  const decoded = await decodeText(bytes, options.encoding, declaredEncoding(bytes));
  const page = readPage(decoded.text, meter);
  const notes: string[] = [];
  const main = options.html === 'main' ? await mainTextOf(decoded.text, page, notes) : undefined;
  const document = extracted({
    text: main ? readPage(main.html, meter).text : page.text,
    decoded,
    language: page.language ?? firstOf(page, languageNames),
    title: firstOf(page, titleNames) ?? (page.title.trim() === '' ? main?.title : page.title),
    metadata: metadataOf(page, main),
  });
  return { documents: [document], format: 'html', notes };
};
