import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IndexBuilder } from '../../../src/corpus/index/build.ts';
import type { CorpusIndex } from '../../../src/corpus/index/corpus-index.ts';
import { hitEnd } from '../../../src/corpus/query/query-result.ts';
import { canonicalText } from '../../../src/corpus/text/canonical.ts';
import { sentenceRules } from '../../../src/corpus/text/sentences.ts';
import type { Query } from '../../../src/shared/terms.ts';
import type { TokenIndex } from '../../../src/shared/model.ts';
import { searchRegex } from '../../../src/worker/regex/regex-search.ts';
import { unicodePattern } from '../../../src/worker/regex/unicode-pattern.ts';
import { TextStore } from '../../../src/worker/text-store.ts';
import { regexThreadUrl as threadUrl } from '../../program.ts';

function corpusOf(documents: readonly string[]): { index: CorpusIndex; texts: TextStore } {
  const builder = new IndexBuilder(sentenceRules({}));
  const texts = new TextStore();
  for (const document of documents) {
    const text = canonicalText(document);
    builder.addDocument({ text, language: 'und' });
    texts.add(text);
  }
  return { index: builder.finish(), texts };
}

function regex(text: string, caseCounts = false): Query {
  return { text, mode: 'regex', case: caseCounts, marks: true };
}

async function found(
  documents: readonly string[],
  query: Query,
  options: { deadline?: number; signal?: AbortSignal } = {},
): Promise<string[]> {
  const { index, texts } = corpusOf(documents);
  const hits = await searchRegex(
    {
      index,
      texts,
      pathOf: (doc) => `${doc}.txt`,
      threadUrl,
      deadline: options.deadline ?? 20_000,
      signal: options.signal ?? new AbortController().signal,
    },
    query,
  );
  return Array.from({ length: hits.total }, (_, hit) => {
    const first = hits.start[hit]! as TokenIndex;
    const doc = index.documentOf(first);
    return `${doc}:${texts.slice(doc, index.charStart(first), index.charEnd((hitEnd(hits, hit) - 1) as TokenIndex))}`;
  });
}

describe('the regex mode', () => {
  it('gives the words that a match touches, in every document', async () => {
    const documents = ['Куќа и кука.\n\nСтара куќа', '', 'عاد إلى بيته. البيت قديم'];
    expect(await found(documents, regex(String.raw`\bку.а\b`))).toEqual(['0:Куќа', '0:кука', '0:куќа']);
    expect(await found(documents, regex('بيت'))).toEqual(['2:بيته', '2:البيت']);
    expect(await found(documents, regex(String.raw`[.]\s`))).toEqual([]);
    expect(await found(documents, regex(String.raw`\w+\.\s+\w+`))).toEqual(['2:بيته. البيت']);
  });

  it('never reads across paragraphs', async () => {
    expect(await found(['a\nb', 'b a b'], regex(String.raw`a\s+b`))).toEqual(['1:a b']);
  });

  it('gives a word once, however often it matches inside', async () => {
    expect(await found(['banana bandana'], regex('an'))).toEqual(['0:banana', '0:bandana']);
  });

  it('stops an expression that tries without end, and says which and where', async () => {
    const endless = found([`${'a'.repeat(60)}!`], regex('(a+)+$'), { deadline: 300 });
    await expect(endless).rejects.toMatchObject({
      failure: { code: 'bad-query', where: expect.stringContaining('0.txt') as string },
    });
    await expect(endless).rejects.toThrow('“(a+)+$” was stopped after 0.3 seconds');
  });

  it('ends when it is no longer wanted', async () => {
    const controller = new AbortController();
    const endless = found([`${'a'.repeat(60)}!`], regex('(a+)+$'), { signal: controller.signal });
    setTimeout(() => {
      controller.abort();
    }, 50);
    await expect(endless).rejects.toMatchObject({ failure: { code: 'cancelled' } });
  });

  it('equals a scan of every paragraph', async () => {
    const word = fc.constantFrom('кука', 'куќа', 'بيت', 'البَيت', 'naïve', 'it’s', '😀', '—', '3.14', 'x');
    const document = fc
      .array(fc.tuple(word, fc.constantFrom(' ', ', ', '\n', '. ')), { maxLength: 12 })
      .map((pairs) => pairs.flat().join(''));
    const pattern = fc.constantFrom(
      String.raw`\bку`,
      'а',
      String.raw`\w\s\w`,
      'بَ?يت',
      '[^ ]+',
      String.raw`\d`,
      'x|куќа',
      '.+',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(document, { minLength: 1, maxLength: 4 }), pattern, async (documents, source) => {
        expect(await found(documents, regex(source))).toEqual(naive(documents, source));
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});

/** Every match in every paragraph by a plain loop, widened to the tokens that share a character with it. */
function naive(documents: readonly string[], source: string): string[] {
  const pattern = unicodePattern(source, { case: false });
  if (!pattern.ok) throw new Error(pattern.error.message);
  const runs: string[] = [];
  documents.forEach((document, doc) => {
    const { index, texts } = corpusOf([document]);
    const text = texts.text(0 as Parameters<typeof texts.text>[0]);
    const seen = new Set<string>();
    for (let paragraph = 0; paragraph < index.paragraphCount; paragraph++) {
      const [from, to] = index.paragraphSpan(paragraph);
      for (const match of text.slice(from, to).matchAll(new RegExp(pattern.value.source, pattern.value.flags))) {
        const start = from + match.index;
        const end = start + match[0].length;
        const touched = Array.from({ length: index.tokenCount }, (_, token) => token as TokenIndex).filter(
          (token) => index.charStart(token) < end && index.charEnd(token) > start,
        );
        if (touched.length === 0) continue;
        const run = `${touched[0]!}-${touched.at(-1)!}`;
        if (seen.has(run)) continue;
        seen.add(run);
        runs.push(`${doc}:${text.slice(index.charStart(touched[0]!), index.charEnd(touched.at(-1)!))}`);
      }
    }
  });
  return runs;
}
