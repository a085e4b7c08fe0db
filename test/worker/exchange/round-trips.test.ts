import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TagFormat } from '../../../src/shared/tag-formats.ts';
import type { Exchange, Incoming, Written } from '../../../src/worker/exchange/exchange.ts';
import { readTagFile, writeTagFile } from '../../../src/worker/exchange/formats.ts';
import { land } from '../../../src/worker/exchange/landing.ts';
import { placesAndNames, projects, sorted, sources } from './projects.ts';

const options = { raw: false, now: '2026-11-22T12:00:00.000Z' };
const runs = { numRuns: 60 };

async function thereAndBack(format: TagFormat, exchange: Exchange): Promise<{ written: Written; read: Incoming }> {
  const written = await writeTagFile(format, exchange, sources, options);
  return { written, read: await readTagFile(format, written.bytes, `x.${format}`, sources) };
}

/** Every coder that something refers to: those without work are not in every format. */
function withoutIdle(exchange: Exchange): Exchange {
  const busy = new Set([...exchange.spans, ...exchange.notes, ...exchange.tags].map(({ author }) => author));
  return { ...exchange, coders: exchange.coders.filter(({ id }) => busy.has(id)) };
}

describe('formats that carry everything', () => {
  it.each(['webannotation', 'jsonl'] as const)('%s comes back equal', async (format) => {
    await fc.assert(
      fc.asyncProperty(projects, async (exchange) => {
        const { written, read } = await thereAndBack(format, exchange);
        expect(sorted(read.exchange)).toEqual(sorted(exchange));
        expect([...written.lost, ...read.lost]).toEqual([]);
      }),
      runs,
    );
  });

  it('xlsx comes back equal but for the name of the project', async () => {
    await fc.assert(
      fc.asyncProperty(projects, async (exchange) => {
        const { read } = await thereAndBack('xlsx', exchange);
        const plain = (text: string): string => text.replace(/\r\n?/g, '\n');
        const notes = exchange.notes.map((note) => ({ ...note, text: plain(note.text) }));
        expect(sorted(read.exchange)).toEqual(sorted({ ...exchange, notes, name: '' }));
      }),
      { numRuns: 15 },
    );
  });
});

describe('formats that carry a part, and say what not', () => {
  it('qdpx keeps tags, passages, notes and coders; not shortcuts and authors of tags', async () => {
    await fc.assert(
      fc.asyncProperty(projects, async (exchange) => {
        const { written, read } = await thereAndBack('qdpx', exchange);
        const bare = (one: Exchange): Exchange =>
          sorted({ ...one, tags: one.tags.map((tag) => ({ ...tag, shortcut: null, author: '' })), coders: [] });
        // A note on a document without a passage has its document in the file all the same.
        expect(bare(read.exchange)).toEqual(bare(exchange));
        expect(read.exchange.coders.map(({ id }) => id)).toEqual(
          expect.arrayContaining(withoutIdle(exchange).coders.map(({ id }) => id)),
        );
        const shortcuts = exchange.tags.filter(({ shortcut }) => shortcut !== null).length;
        expect(written.lost.get('shortcuts of tags') ?? 0).toBe(shortcuts);
      }),
      runs,
    );
  });

  it('tei keeps everything but notes that are not on passages', async () => {
    await fc.assert(
      fc.asyncProperty(projects, async (exchange) => {
        const { written, read } = await thereAndBack('tei', exchange);
        const onSpans = exchange.notes.filter(({ target }) => target.kind === 'span');
        const expected = sorted({ ...exchange, notes: onSpans });
        expect(sorted(read.exchange)).toEqual(expected);
        expect(written.lost.get('notes on tags, documents and the project') ?? 0).toBe(
          exchange.notes.length - onSpans.length,
        );
      }),
      runs,
    );
  });

  it('qdc keeps the tree of tags', async () => {
    await fc.assert(
      fc.asyncProperty(projects, async (exchange) => {
        const { read } = await thereAndBack('qdc', exchange);
        const bare = (one: Exchange) => sorted(one).tags.map((tag) => ({ ...tag, shortcut: null, author: '' }));
        expect(bare(read.exchange)).toEqual(bare(exchange));
      }),
      runs,
    );
  });

  it('csv and brat keep which passage has which tag', async () => {
    await fc.assert(
      fc.asyncProperty(projects, async (exchange) => {
        for (const format of ['csv', 'brat'] as const) {
          const { read } = await thereAndBack(format, exchange);
          // Two coders at one place are two rows, and one passage in brat, which names no coders.
          const names = (one: Exchange): string[] => [...new Set(placesAndNames(one))];
          const barless = names(exchange).map((line) => (format === 'brat' ? line.replaceAll('|', '/') : line));
          expect(names(read.exchange)).toEqual([...new Set(barless)].sort());
        }
      }),
      runs,
    );
  });

  it('conll keeps which words have which tag', async () => {
    await fc.assert(
      fc.asyncProperty(projects, async (exchange) => {
        const { read } = await thereAndBack('conll', exchange);
        const touched = (one: Exchange): string[] =>
          one.spans
            .flatMap((span) => {
              const words = sources
                .tokensOf(span.path)
                .filter(({ start, end }) => end > span.start && start < span.end);
              return words.flatMap(({ start }) => {
                const [only] = placesAndNames({ ...one, spans: [{ ...span, start: 0, end: 1, quote: '' }] });
                return [`${start} ${only!}`];
              });
            })
            .sort();
        const first = (one: Exchange): Exchange => ({
          ...one,
          spans: one.spans.map((span) => ({ ...span, tags: [span.tags[0]!] })),
        });
        expect(new Set(touched(first(read.exchange)))).toEqual(new Set(touched(first(exchange))));
      }),
      runs,
    );
  });
});

describe('a file that another system has saved again', () => {
  it.each(['webannotation', 'jsonl', 'csv', 'tei', 'conll', 'qdc'] as const)(
    '%s with a byte order mark and other line ends says the same',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(projects, async (exchange) => {
          const { bytes } = await writeTagFile(format, exchange, sources, options);
          const text = new TextDecoder('utf-8', { ignoreBOM: false }).decode(bytes);
          const again = new TextEncoder().encode(`\ufeff${text.replaceAll(/\r?\n/g, '\r\n')}`);
          const said = async (one: Uint8Array) => {
            const { exchange: read, lost } = await readTagFile(format, one, `x.${format}`, sources);
            // Ids that a file does not name are made by its content.
            return JSON.stringify([placesAndNames(read), sorted(read).notes.map((note) => note.text), [...lost]]);
          };
          const plain = (json: string): string => json.replaceAll(String.raw`\r\n`, String.raw`\n`);
          expect(plain(await said(again))).toBe(plain(await said(bytes)));
        }),
        { numRuns: 20 },
      );
    },
  );
});

describe('a file read twice', () => {
  it.each(['webannotation', 'jsonl', 'qdpx', 'csv', 'brat', 'tei', 'conll'] as const)(
    '%s names the same things',
    async (format) => {
      const [exchange] = fc.sample(projects, { seed: 7, numRuns: 1 });
      const first = await thereAndBack(format, exchange!);
      const again = await thereAndBack(format, exchange!);
      expect(again.read.exchange).toEqual(first.read.exchange);
    },
  );
});

describe('landing', () => {
  const [exchange] = fc
    .sample(projects, { seed: 11, numRuns: 50 })
    .filter(({ spans }) => spans.some(({ path }) => path === 'en/war.txt'));

  it('holds what is at its place, asks about what moved, keeps what is gone', () => {
    const incoming: Incoming = { exchange: exchange!, lost: new Map(), texts: new Map() };
    expect(land(incoming, sources)).toEqual(exchange!.spans);
    const moved = land(incoming, { ...sources, textOf: (path) => `— ${sources.textOf(path)!}` });
    for (const [number, span] of moved.entries()) {
      expect(span).toMatchObject({
        state: 'review',
        start: exchange!.spans[number]!.start + 2,
        quote: exchange!.spans[number]!.quote,
      });
    }
    const gone = land(incoming, { ...sources, textOf: (path) => (path.startsWith('en') ? undefined : 'other words') });
    expect(new Set(gone.map(({ state }) => state))).toEqual(new Set(['orphan']));
  });
});
