/** The article of a page, found by Readability in a tree that linkedom builds. Nothing is run, fetched or shown. */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

export interface MainText {
  readonly html: string;
  readonly title: string | undefined;
  readonly author: string | undefined;
  readonly date: string | undefined;
  readonly source: string | undefined;
}

/** What Readability finds; its own types lean on the DOM, which the worker does not have. */
interface Article {
  readonly content?: string | null;
  readonly textContent?: string | null;
  readonly title?: string | null;
  readonly byline?: string | null;
  readonly publishedTime?: string | null;
  readonly siteName?: string | null;
}

/** Elements Readability may look at before it gives up: about twice the longest article page of a press archive. */
const mostElements = 60_000;
/** A shorter article is more likely a teaser or a cookie notice than the text the page was saved for. */
const shortestArticle = 140;

export function findMainText(html: string): MainText | undefined {
  const { document } = parseHTML(html) as unknown as { document: never };
  let article: Article | null;
  try {
    article = new Readability(document, {
      maxElemsToParse: mostElements,
      charThreshold: 250,
    }).parse() as Article | null;
  } catch {
    // It gives up by throwing on pages above the limit and on trees it did not foresee; the whole page is still there.
    return undefined;
  }
  if (typeof article?.content !== 'string' || (article.textContent ?? '').trim().length < shortestArticle)
    return undefined;
  return {
    html: article.content,
    title: article.title ?? undefined,
    author: article.byline ?? undefined,
    date: article.publishedTime ?? undefined,
    source: article.siteName ?? undefined,
  };
}
