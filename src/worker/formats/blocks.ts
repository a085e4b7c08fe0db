/** HTML as a stream: its text in paragraphs and what its head says. Linear in the input, however deep it is nested. */
import { Parser } from 'htmlparser2';
import type { Meter } from './limits.ts';
import { Paragraphs } from './paragraphs.ts';

const blocks = new Set(
  (
    'address article aside blockquote body br button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option optgroup p pre section summary table tbody ' +
    'tfoot thead tr ul'
  ).split(' '),
);
const cells = new Set(['td', 'th']);
const silent = new Set(
  'script style noscript template svg iframe object embed canvas audio video select datalist rt rp noframes noembed map textarea'.split(
    ' ',
  ),
);

export interface Page {
  readonly text: string;
  readonly title: string;
  /** Lower-case names of meta elements (name, property, itemprop or http-equiv) → first content. */
  readonly meta: ReadonlyMap<string, string>;
  readonly language: string | undefined;
  /** Content of JSON-LD scripts. */
  readonly linked: readonly string[];
  /** Value of the first time element. */
  readonly time: string | undefined;
  readonly canonical: string | undefined;
  /** Deepest nesting seen. */
  readonly depth: number;
}

/**
 * Pages that never close their inline tags reach depths that XML never has. The parser's stack costs its own length with
 * each tag, so there is a limit all the same.
 */
const carelessness = 10;

const longestLinked = 200_000;

/** Everything a page says, menus and footers included. Nothing is fetched or run. */
export function readPage(html: string, meter: Meter): Page {
  const paragraphs = new Paragraphs();
  const meta = new Map<string, string>();
  const linked: string[] = [];
  let title = '';
  let language: string | undefined;
  let time: string | undefined;
  let canonical: string | undefined;
  let depth = 0;
  let deepest = 0;
  let mute = 0;
  let pre = 0;
  let capturing: 'title' | 'linked' | undefined;
  let captured = '';
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        meter.step();
        deepest = Math.max(deepest, ++depth);
        meter.depth(depth / carelessness);
        if (name === 'html' || (name === 'body' && language === undefined)) {
          language = attributes.lang ?? attributes['xml:lang'] ?? language;
        }
        if (name === 'meta') {
          const key = attributes.name ?? attributes.property ?? attributes.itemprop ?? attributes['http-equiv'];
          const content = attributes.content;
          if (key !== undefined && content !== undefined && !meta.has(key.toLowerCase()))
            meta.set(key.toLowerCase(), content);
        } else if (name === 'link' && attributes.rel === 'canonical') canonical ??= attributes.href;
        else if (name === 'time') time ??= attributes.datetime;
        else if (name === 'title' && title === '') capturing = 'title';
        else if (name === 'script' && attributes.type === 'application/ld+json') capturing = 'linked';
        if (silent.has(name)) mute++;
        else if (blocks.has(name)) paragraphs.end();
        if (name === 'pre') pre++;
      },
      ontext(text) {
        meter.step();
        if (capturing !== undefined) {
          if (captured.length < longestLinked) captured += text;
        } else if (mute > 0) return;
        else if (pre > 0) {
          text.split('\n').forEach((line, at) => {
            if (at > 0) paragraphs.end();
            paragraphs.write(line);
          });
        } else paragraphs.write(text);
      },
      onclosetag(name) {
        depth--;
        if (name === 'title' && capturing === 'title') {
          title = captured;
          capturing = undefined;
          captured = '';
        } else if (name === 'script' && capturing === 'linked') {
          linked.push(captured);
          capturing = undefined;
          captured = '';
        }
        if (silent.has(name)) mute--;
        else if (blocks.has(name)) paragraphs.end();
        else if (cells.has(name) && !paragraphs.blank) paragraphs.write('\v');
        if (name === 'pre') pre--;
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  const slice = 1 << 20;
  for (let at = 0; at < html.length; at += slice) {
    meter.clock();
    parser.write(html.slice(at, at + slice));
  }
  parser.end();
  return { text: paragraphs.text(), title, meta, language, linked, time, canonical, depth: deepest };
}
