import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { samples } from '../../program.ts';
import { answerOf, lectern } from './lectern.ts';
import { canonical, naiveHits } from './naive.ts';

interface Line {
  readonly n: number;
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly tokenStart: number;
  readonly tokenEnd: number;
  readonly before: string;
  readonly match: string;
  readonly after: string;
  readonly language: string;
  readonly direction: string;
}
interface Concordance {
  readonly total: number;
  readonly complete: boolean;
  readonly tokens: number;
  readonly perMillion: number;
  readonly lines: readonly Line[];
}
interface Documents {
  readonly documents: readonly { readonly path: string; readonly language: string; readonly tokens: number }[];
}

const kwic = (query: string, ...options: string[]) =>
  answerOf<Concordance>('kwic', samples, query, '--limit', 'all', ...options);
const textOf = (path: string) => canonical(join(samples, path));

describe('kwic', () => {
  it('has exactly the promised fields', async () => {
    const found = await kwic('trout');
    expect(Object.keys(found)).toEqual(['query', 'mode', 'total', 'complete', 'tokens', 'perMillion', 'lines']);
    expect(Object.keys(found.lines[0]!)).toEqual([
      ...['n', 'path', 'start', 'end', 'tokenStart', 'tokenEnd', 'before', 'match', 'after', 'language', 'direction'],
    ]);
    expect(found).toMatchObject({ query: 'trout', mode: 'simple', complete: true });
    expect(found.perMillion).toBeCloseTo((found.total / found.tokens) * 1e6);
  });

  it('finds words of three languages where a plain scan finds them', async () => {
    const words = ['the', 'library', 'البحيرة', 'معلم', 'المكتبة', 'езерото', 'кука', 'куќа', 'д-р'];
    const order = (a: { path: string; start: number }, b: { path: string; start: number }): number =>
      a.path === b.path ? a.start - b.start : a.path < b.path ? -1 : 1;
    const expected = words.flatMap((word) => {
      const hits = naiveHits(samples, word);
      expect(hits.length, word).toBeGreaterThan(0);
      return hits;
    });
    const found = await kwic(words.join('|'));
    expect(found.total).toBe(expected.length);
    const lines = found.lines.map(({ path, start, match }) => ({ path, start, match }));
    expect(lines.toSorted(order)).toEqual(expected.toSorted(order));
    const alone = await kwic('куќа');
    expect(alone.lines.map(({ path, start, match }) => ({ path, start, match }))).toEqual(naiveHits(samples, 'куќа'));
  });

  it('gives exact slices, with line ends as spaces', async () => {
    const { lines } = await kwic('*', '--unit', 'paragraph');
    expect(lines.length).toBeGreaterThan(1000);
    for (const { path, start, end, before, match, after } of lines) {
      const text = textOf(path);
      expect(match).toBe(text.slice(start, end));
      expect(before).toBe(text.slice(start - before.length, start).replaceAll('\n', ' '));
      expect(after).toBe(text.slice(end, end + after.length).replaceAll('\n', ' '));
    }
  });

  it('tells forms apart when case and marks count', async () => {
    const loose = await kwic('معلم');
    const strict = await kwic('مُعَلِّم', '--marks');
    expect(loose.lines.map(({ match }) => match)).toContain('مُعَلِّم');
    expect(strict.lines.every(({ match }) => match === 'مُعَلِّم')).toBe(true);
    expect(strict.total).toBeGreaterThan(0);
    const upper = await kwic('The', '--case');
    expect(upper.total).toBe(naiveHits(samples, 'the').filter(({ match }) => match === 'The').length);
  });

  it('sorts, samples and pages', async () => {
    const collator = new Intl.Collator('en');
    const words = (await kwic('the', '--sort', '-A1', '--context', '1')).lines
      .filter(({ language }) => language === 'en')
      .map(({ after }) => after.replace(/[^\p{L}\p{N}'’-]+/gu, '').toLowerCase())
      .filter((word) => /^[a-z]+$/u.test(word));
    expect(words).toEqual([...words].sort((a, b) => collator.compare(b, a)));

    const all = (await kwic('the')).lines;
    const second = await answerOf<Concordance>('kwic', samples, 'the', '--offset', '3', '--limit', '4');
    expect(second.lines).toEqual(all.slice(3, 7));
    expect(second.total).toBe(all.length);

    const sample = await kwic('the', '--sample', '5', '--seed', '7');
    expect(sample.lines).toHaveLength(5);
    expect(await kwic('the', '--sample', '5', '--seed', '7')).toEqual(sample);
    const first = await kwic('the', '--first-in-doc');
    expect(first.lines.map(({ path }) => path)).toEqual([...new Set(all.map(({ path }) => path))]);
  });

  it('writes a line an object with --jsonl, and says on standard error what a table left out', async () => {
    const lines = await lectern('kwic', samples, 'the', '--jsonl', '--limit', '3');
    const objects = lines.stdout.trimEnd().split('\n');
    expect(objects.map((line) => (JSON.parse(line) as Line).n)).toEqual([1, 2, 3]);
    const { total } = await kwic('the');
    const table = await lectern('kwic', samples, 'the', '--format', 'tsv', '--limit', '3');
    expect(table.stdout.trimEnd().split('\n')).toHaveLength(4);
    expect(table.stderr).toContain(`3 of ${total} lines`);
    expect((await lectern('kwic', samples, 'the', '--format', 'tsv', '--limit', '3', '--quiet')).stderr).toBe('');
  });

  it('searches only the documents that --where means, and counts only their tokens', async () => {
    const where = ['--where', 'language=mk and date>=2023-01-01'];
    const { documents } = await answerOf<Documents>('info', samples, ...where);
    expect(documents.map(({ path }) => path).sort()).toEqual(['hill-observatory.mk.txt', 'lake-ohrid.mk.txt']);
    const found = await kwic('*', ...where);
    expect(found.tokens).toBe(documents.reduce((sum, { tokens }) => sum + tokens, 0));
    expect(found.total).toBe(found.tokens);
    const { code, stderr } = await lectern('kwic', samples, 'the', '--where', 'language=');
    expect(code).toBe(1);
    expect(stderr).toMatch(/^lectern: The condition cannot be read at character 10[^\n]*\n$/u);
  });

  it('finds nothing without failing', async () => {
    const found = await kwic('zzzz');
    expect(found).toMatchObject({ total: 0, complete: true, perMillion: 0, lines: [] });
  });

  it('points into a query that does not parse, in one line', async () => {
    const { code, stdout, stderr } = await lectern('kwic', samples, 'куќа (брег', '--json');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^lectern: [^\n]+ \(at character \d+[^\n]*\)\n$/u);
  });
});

describe('the other readings', () => {
  it('index has the promised fields and the right sums', async () => {
    const index = await answerOf<Record<string, unknown>>('index', samples);
    const promised = ['documents', 'skipped', 'tokens', 'types', 'sentences', 'paragraphs', 'bytes', 'ms', 'reused'];
    expect(Object.keys(index)).toEqual(expect.arrayContaining([...promised, 'snapshotBytes']));
    const { documents } = await answerOf<Documents>('info', samples);
    expect(index).toMatchObject({
      documents: documents.length,
      tokens: documents.reduce((sum, { tokens }) => sum + tokens, 0),
    });
  });

  it('info has the promised fields, and the language that each file says it is in', async () => {
    const { documents } = await answerOf<Documents>('info', samples);
    expect(documents).toHaveLength(12);
    const promised = [
      ...['path', 'format', 'language', 'languageConfidence', 'languages', 'encoding', 'direction', 'tokens', 'types'],
      ...['sentences', 'paragraphs', 'chars', 'modified', 'metadata'],
    ];
    for (const document of documents) {
      expect(Object.keys(document)).toEqual(expect.arrayContaining(promised));
      expect(document.path).toMatch(new RegExp(`\\.${document.language}\\.txt$`));
      expect(document).toMatchObject({
        chars: textOf(document.path).length,
        direction: document.language === 'ar' ? 'rtl' : 'ltr',
      });
    }
  });

  it('tokens are ordered slices of the text', async () => {
    const file = join(samples, 'lake-ohrid.ar.txt');
    const tokens = await answerOf<{ start: number; end: number; text: string; kind: string }[]>('tokens', file);
    expect(Object.keys(tokens[0]!)).toEqual(['start', 'end', 'text', 'fold', 'kind', 'sentence', 'paragraph']);
    const text = canonical(file);
    let last = 0;
    for (const { start, end, text: form } of tokens) {
      expect(start).toBeGreaterThanOrEqual(last);
      expect(text.slice(start, end)).toBe(form);
      last = end;
    }
    expect(new Set(tokens.map(({ kind }) => kind))).toEqual(
      new Set(['word', 'number', 'url', 'email', 'handle', 'hashtag']),
    );
  });

  it('tokens wants one file', async () => {
    const { code, stderr } = await lectern('tokens', samples);
    expect([code, stderr]).toEqual([1, `lectern: Expected one file and found 12 documents (${samples})\n`]);
  });

  interface Found {
    readonly path: string;
    readonly start: number;
    readonly end: number;
    readonly text: string;
    readonly score: number;
    readonly marks: readonly { readonly start: number; readonly end: number }[];
  }
  const marked = ({ path, marks }: Found) => marks.map(({ start, end }) => textOf(path).slice(start, end));

  it('find gives passages that hold the words, best first, and where the words stand', async () => {
    const passages = await answerOf<Found[]>('find', samples, 'ohrid trout');
    expect(Object.keys(passages[0]!)).toEqual(['path', 'start', 'end', 'text', 'score', 'marks']);
    for (const { path, start, end, text } of passages) expect(textOf(path).slice(start, end)).toBe(text);
    const scores = passages.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    for (const passage of passages)
      expect(new Set(marked(passage).map((word) => word.toLowerCase()))).toEqual(new Set(['ohrid', 'trout']));
  });

  it('find gives the passages that hold the most of the words where none holds them all, and says so', async () => {
    const { stdout, stderr } = await lectern('find', samples, 'lake winter quokka', '--json');
    const passages = JSON.parse(stdout) as Found[];
    expect(passages.map(marked).map((words) => words.length)).not.toContain(0);
    expect(stderr).toContain('No sentence holds all 3 words; these hold 1 of them.');
  });
});
