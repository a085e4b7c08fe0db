/** Made-up projects in three scripts, for round trips: nested tags, overlapping spans, notes on everything. */
import fc from 'fast-check';
import type { Exchange, ExchangedSpan, Sources } from '../../../src/worker/exchange/exchange.ts';
import { quotation } from '../../../src/corpus/tagging/quotation.ts';
import type { CharOffset, Token } from '../../../src/shared/model.ts';

export const texts = new Map([
  ['en/war.txt', 'The war began. 😀 Nobody < wanted & "it".\n\nIt ended — at last.\n'],
  ['بيان.txt', 'قال الرئيس إنّ الحربَ انتهت.\nوعاد الناس إلى بيوتهم 🕊️ سالمين.\n'],
  ['mk/езеро.txt', 'Езерото е тивко. Ќе дојдат и други, рече тој.\n'],
]);

const wordAt = /[\p{L}\p{M}\p{N}]+/gu;

function tokensOf(text: string): Token[] {
  return [...text.matchAll(wordAt)].map((match) => ({
    start: match.index as CharOffset,
    end: (match.index + match[0].length) as CharOffset,
    text: match[0],
    fold: match[0].toLowerCase(),
    kind: 'word',
    sentence: (text.slice(0, match.index).match(/[.\n]/g) ?? []).length,
    paragraph: 0,
  }));
}

export const sources: Sources = {
  paths: [...texts.keys()],
  textOf: (path) => texts.get(path),
  languageOf: (path) => (path.startsWith('en') ? 'en' : path.startsWith('mk') ? 'mk' : 'ar'),
  tokensOf: (path) => tokensOf(texts.get(path) ?? ''),
};

const uuid = fc.uuid({ version: 4 });
const moment = fc
  .date({ min: new Date('2001-01-01'), max: new Date('2026-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
/** Names with every sign that some format uses for itself. */
const name = fc
  .stringMatching(/^[\p{L}][\p{L} ;>|\\/#:<&"'%,=+-]{0,12}$/u)
  .map((text) => text.trim())
  .filter((text) => text !== '');
const words = fc.constantFrom(
  'first line\nsecond\tline',
  'ملاحظة: مهمّة',
  'C:\\new\\r "quoted" <b>&amp;</b>',
  '=SUM(A1)',
  'Белешка 😀',
);
const colour = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, '0')}`);

function graphemeEnds(text: string): number[] {
  return [...new Intl.Segmenter('und').segment(text)].map(({ index }) => index);
}

/** A span between grapheme ends of a document, as it stands there. */
const place = fc.constantFrom(...texts.entries()).chain(([path, text]) => {
  const ends = graphemeEnds(text);
  return fc
    .tuple(fc.integer({ min: 0, max: ends.length - 2 }), fc.integer({ min: 1, max: 12 }))
    .map(([first, length]) => ({ path, start: ends[first]!, end: ends[first + length] ?? text.length }))
    .filter(({ start, end }) => /\p{L}/u.test(text.slice(start, end)) && !/^\s|\s$/u.test(text.slice(start, end)));
});

export const projects: fc.Arbitrary<Exchange> = fc
  .record({
    name,
    coders: fc.uniqueArray(fc.record({ id: uuid, name: fc.constantFrom('Ana', 'ليلى', 'Марко', 'J. "Q" <P>') }), {
      minLength: 1,
      maxLength: 3,
      selector: (coder) => coder.name,
    }),
    tags: fc.array(
      fc.record({
        id: uuid,
        name,
        colour,
        description: fc.option(words, { nil: '' }),
        retired: fc.boolean(),
        up: fc.nat(9),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    spans: fc.array(
      fc.record({
        id: uuid,
        place,
        made: moment,
        of: fc.array(fc.nat(9), { minLength: 1, maxLength: 3 }),
        by: fc.nat(9),
      }),
      {
        maxLength: 8,
      },
    ),
    notes: fc.array(fc.record({ id: uuid, text: words, made: moment, on: fc.nat(30), by: fc.nat(9) }), {
      maxLength: 6,
    }),
  })
  .map(({ name: called, coders, tags: wanted, spans, notes }) => {
    const author = (number: number): string => coders[number % coders.length]!.id;
    const tags: Exchange['tags'][number][] = [];
    for (const { up, ...tag } of wanted) {
      const parent = tags.length === 0 || up % 3 === 0 ? null : tags[up % tags.length]!.id;
      if (tags.some((there) => there.parent === parent && there.name === tag.name)) continue;
      tags.push({
        ...tag,
        parent,
        shortcut: tags.length < 3 && up % 2 === 0 ? 'abc'[tags.length]! : null,
        author: author(up),
      });
    }
    const placed = new Map<string, ExchangedSpan>();
    for (const { id, place: at, made, of, by } of spans) {
      const text = texts.get(at.path)!;
      placed.set(`${at.path} ${at.start} ${at.end} ${author(by)}`, {
        id,
        ...at,
        ...quotation(text, at.start, at.end),
        tags: [...new Set(of.map((number) => tags[number % tags.length]!.id))],
        author: author(by),
        made,
        state: 'held',
      });
    }
    const all = [...placed.values()];
    return {
      name: called,
      coders,
      tags,
      spans: all,
      notes: notes.map(({ id, text, made, on, by }) => ({
        id,
        text,
        made,
        changed: made,
        author: author(by),
        target:
          on % 4 === 0
            ? ({ kind: 'project' } as const)
            : on % 4 === 1
              ? ({ kind: 'document', path: 'بيان.txt' } as const)
              : on % 4 === 2 && all.length > 0
                ? ({ kind: 'span', id: all[on % all.length]!.id } as const)
                : ({ kind: 'tag', id: tags[on % tags.length]!.id } as const),
      })),
    };
  });

const byId = <Thing extends { readonly id: string }>(things: readonly Thing[]): Thing[] =>
  [...things].sort((a, b) => (a.id < b.id ? -1 : 1));

/** In an order that does not matter. */
export function sorted(exchange: Exchange): Exchange {
  return {
    name: exchange.name,
    coders: byId(exchange.coders),
    tags: byId(exchange.tags),
    spans: byId(exchange.spans).map((span) => ({ ...span, tags: [...span.tags].sort() })),
    notes: byId(exchange.notes),
  };
}

/** Tags of each span by their names from the top, for formats without ids. */
export function placesAndNames(exchange: Exchange): string[] {
  const tags = new Map(exchange.tags.map((tag) => [tag.id, tag]));
  const path = (id: string): string[] => {
    const tag = tags.get(id)!;
    return [...(tag.parent === null ? [] : path(tag.parent)), tag.name];
  };
  return exchange.spans
    .flatMap((span) => span.tags.map((tag) => JSON.stringify([span.path, span.start, span.end, span.quote, path(tag)])))
    .sort();
}
