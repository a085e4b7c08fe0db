import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { DocId } from '../../src/shared/model.ts';
import { temporaryFolder } from '../worker/temporary-folder.ts';
import { bench, largeFolder, opened, simple, waitingForPassages } from './bench.ts';
import { samples as sampleArticles } from '../program.ts';
import { ask } from './native-workbench.ts';

const large = largeFolder();

describe('corpora', () => {
  it('answer every kind of question about a folder', async () => {
    const { workbench } = bench();
    const { corpus, documents, languages, tokens } = await opened(workbench);
    expect(documents).toBeGreaterThanOrEqual(12);
    expect(languages.map(({ language }) => language).sort()).toEqual(['ar', 'en', 'mk']);

    const found = await ask(workbench, 'concordance.open', { corpus, query: simple('охрид*'), sort: ['A1'] });
    expect(found).toMatchObject({ complete: true, tokens, perMillion: (found.total / tokens) * 1e6 });
    expect(found.total).toBeGreaterThanOrEqual(3);
    const { lines } = await ask(workbench, 'concordance.page', {
      corpus,
      result: found.result,
      context: { unit: 'tokens', size: 5 },
      from: 0,
      count: 500,
    });
    expect(lines).toHaveLength(found.total);
    for (const { doc, start, end, match, before, after } of lines) {
      const { text } = await ask(workbench, 'document.text', { corpus, doc });
      expect(text.slice(start, end)).toBe(match);
      const flat = text.replaceAll(/\s/gu, ' ');
      expect(flat.slice(start - before.length, end + after.length)).toBe(before + match + after);
    }

    const { doc } = lines[0]!;
    const inDocument = lines.filter((line) => line.doc === doc);
    const { hits, complete } = await ask(workbench, 'concordance.hits', { corpus, result: found.result, doc });
    expect(complete).toBe(true);
    expect(hits).toEqual(inDocument.map(({ start, end, n }) => ({ start, end, n })).sort((a, b) => a.start - b.start));

    const other = await ask(workbench, 'concordance.open', { corpus, query: simple('*'), sort: ['-M'] });
    const { hits: all } = await ask(workbench, 'concordance.hits', { corpus, result: other.result, doc });
    const gone = await ask(workbench, 'concordance.open', { corpus, query: simple('*'), sort: [] });
    await ask(workbench, 'concordance.close', { corpus, result: gone.result });
    const asked = [other.result, gone.result, found.result];
    const { results } = await ask(workbench, 'concordance.hitsOfMany', { corpus, results: asked, doc });
    expect(results).toEqual([
      { result: other.result, hits: all, complete: true, held: true },
      { result: gone.result, hits: [], complete: true, held: false },
      { result: found.result, hits, complete: true, held: true },
    ]);
  });

  it('give tokens and paragraphs that agree with the text', async () => {
    const { workbench } = bench();
    const { corpus } = await opened(workbench);
    for (const doc of [0, 1, 2] as DocId[]) {
      const { text, paragraphs, document } = await ask(workbench, 'document.text', { corpus, doc });
      const { tokens, total } = await ask(workbench, 'document.tokens', { corpus, doc, from: 0, count: 50_000 });
      expect(total).toBe(document.tokens);
      expect(tokens).toHaveLength(total);
      expect(text).toHaveLength(document.chars);
      expect(paragraphs).toHaveLength(document.paragraphs);
      for (const { start, end, text: form, paragraph, sentence } of tokens) {
        expect(text.slice(start, end)).toBe(form);
        const own = paragraphs[paragraph]!;
        expect(own.start <= start && end <= own.end).toBe(true);
        expect(sentence).toBeGreaterThanOrEqual(own.firstSentence);
        expect(sentence).toBeLessThan(paragraphs[paragraph + 1]?.firstSentence ?? document.sentences);
      }
      const rest = await ask(workbench, 'document.tokens', { corpus, doc, from: total - 3, count: 10 });
      expect(rest.tokens).toEqual(tokens.slice(-3));
      expect((await ask(workbench, 'document.tokens', { corpus, doc, from: total, count: 1 })).tokens).toEqual([]);
    }
  });

  it('are opened once per folder, however often they are asked for', async () => {
    const { workbench, threads } = bench();
    const folder = workbench.admit(sampleArticles);
    const [first, second] = await Promise.all([
      ask(workbench, 'corpus.open', { folder, job: 'one' }),
      ask(workbench, 'corpus.open', { folder, job: 'two' }),
    ]);
    const third = await ask(workbench, 'corpus.open', { folder, job: 'three' });
    expect([second.corpus, third.corpus]).toEqual([first.corpus, first.corpus]);
    expect(threads).toHaveLength(1);
    expect((await ask(workbench, 'corpus.list', {})).corpora).toMatchObject([{ corpus: first.corpus, folder }]);
  });

  it('are gone after closing, thread and all, and come back under a new id', async () => {
    const { workbench, events, threads } = bench();
    const { corpus, folder } = await opened(workbench);
    await ask(workbench, 'corpus.close', { corpus });
    expect(threads[0]?.threadId).toBe(-1);
    expect(events).toContainEqual({ type: 'corpus-closed', corpus });
    expect((await ask(workbench, 'corpus.list', {})).corpora).toEqual([]);
    await expect(ask(workbench, 'corpus.summary', { corpus })).rejects.toMatchObject({
      failure: { code: 'no-such-corpus' },
    });
    await expect(ask(workbench, 'corpus.close', { corpus })).rejects.toMatchObject({
      failure: { code: 'no-such-corpus' },
    });
    expect((await ask(workbench, 'corpus.open', { folder, job: 'again' })).corpus).not.toBe(corpus);
  });

  it('answer what was asked while they close', async () => {
    const { workbench } = bench();
    const { corpus } = await opened(workbench, large());
    const waiting = await waitingForPassages(workbench, corpus);
    await ask(workbench, 'corpus.close', { corpus });
    expect(await waiting.outcome).toMatchObject({ ok: false, error: { code: 'no-such-corpus' } });
  });

  it('build the passage index after opening and say how far it has come', async () => {
    const { workbench, events } = bench();
    const { corpus, passagesReady } = await opened(workbench);
    expect(passagesReady).toBeLessThan(1);
    const { passages, total, complete } = await ask(workbench, 'passages.find', {
      corpus,
      words: 'القطار',
      limit: 5,
      fuzzy: false,
      job: 'p',
    });
    expect(complete).toBe(true);
    expect(total).toBeGreaterThan(0);
    for (const { doc, start, end, text, direction, language } of passages) {
      expect((await ask(workbench, 'document.text', { corpus, doc })).text.slice(start, end)).toBe(text);
      expect([direction, language]).toEqual(['rtl', 'ar']);
    }
    expect(await ask(workbench, 'corpus.summary', { corpus })).toMatchObject({ passagesReady: 1 });
    expect(events.findLast(({ type }) => type === 'corpus-changed')).toMatchObject({ summary: { passagesReady: 1 } });
  });

  it('take the language and the title from metadata.csv, and list what was skipped with its reason', async () => {
    const { workbench } = bench();
    const root = temporaryFolder({
      'a.txt': 'x y z',
      'b.md': '# Xyz\n\n12.',
      'c.txt': 'z',
      'binary.txt': Buffer.from([0xff, 0]),
      'picture.png': '',
      'metadata.csv': 'file,Title,language\na.txt,Given title,Macedonian\nc.txt,,no such language\n',
    });
    const { corpus, skipped, documents } = await opened(workbench, root);
    expect([documents, skipped]).toEqual([3, 2]);
    expect((await ask(workbench, 'corpus.documents', { corpus, from: 0, count: 10 })).documents).toMatchObject([
      {
        path: 'a.txt',
        title: 'Given title',
        language: 'mk',
        languageConfidence: 1,
        languages: [{ language: 'mk', share: 1 }],
      },
      { path: 'b.md', title: 'Xyz', language: 'und', languageConfidence: 0, format: 'md' },
      { path: 'c.txt', title: 'c', language: 'und', languageConfidence: 0 },
    ]);
    expect(await ask(workbench, 'corpus.skipped', { corpus, from: 1, count: 10 })).toEqual({
      total: 2,
      skipped: [{ path: 'picture.png', reason: 'png files are not read', kind: 'skipped' }],
    });
  });

  it('may be one file, or a folder with nothing in it', async () => {
    const { workbench } = bench();
    const file = join(
      temporaryFolder({ 'one.txt': 'A single file. It has two sentences.', 'two.txt': 'x' }),
      'one.txt',
    );
    expect(await opened(workbench, file)).toMatchObject({ name: 'one.txt', documents: 1, tokens: 7, sentences: 2 });
    const nothing = await opened(workbench, temporaryFolder());
    expect(nothing).toMatchObject({ documents: 0, tokens: 0, skipped: 0 });
    const { corpus } = nothing;
    const none = await ask(workbench, 'concordance.open', { corpus, query: simple('x'), sort: ['M'] });
    expect(none).toMatchObject({ total: 0, perMillion: 0, documents: 0, complete: true });
    expect(
      await ask(workbench, 'passages.find', { corpus, words: 'x', limit: 1, fuzzy: false, job: 'p' }),
    ).toMatchObject({ total: 0, complete: true });
  });

  it('refuse a file that is no text with its reason, and a folder that is gone', async () => {
    const { workbench, threads } = bench();
    const file = join(temporaryFolder({ 'bad.txt': Buffer.from([0xff, 0]) }), 'bad.txt');
    await expect(opened(workbench, file)).rejects.toMatchObject({
      failure: {
        code: 'unreadable',
        message: expect.stringContaining('The file cannot be opened: is not a text') as string,
        where: 'bad.txt',
      },
    });
    const folder = temporaryFolder({ 'a.txt': 'x' });
    const id = workbench.admit(folder);
    renameSync(folder, `${folder}-moved`);
    onTestFinished(() => {
      rmSync(`${folder}-moved`, { recursive: true, force: true });
    });
    await expect(ask(workbench, 'corpus.open', { folder: id, job: 'j' })).rejects.toMatchObject({
      failure: { code: 'unreadable' },
    });
    expect(threads.map(({ threadId }) => threadId)).toEqual([-1, -1]);
    renameSync(`${folder}-moved`, folder);
    expect(await ask(workbench, 'corpus.open', { folder: id, job: 'j' })).toMatchObject({ documents: 1 });
  });
});
