/** A bridge that answers from a table, so that the page's actions run without a main side. */
import type {
  ConcordanceLine,
  ConcordanceSummary,
  CorpusSummary,
  DocumentSummary,
} from '../../../src/shared/answers.ts';
import type { Params, RequestName, Result } from '../../../src/shared/contract.ts';
import type { Query } from '../../../src/shared/terms.ts';
import type { Bridge, LecternEvent } from '../../../src/shared/wire.ts';
import { ExpectedFailure } from '../../../src/shared/failure.ts';
import type { CharOffset, CorpusId, DocId, FolderId, ResultId, TokenIndex } from '../../../src/shared/model.ts';
import { setBridge } from '../../../src/renderer/app/request.ts';

type Handlers = { [Name in RequestName]?: (params: Params<Name>) => Result<Name> | Promise<Result<Name>> };

export interface StandIn {
  /** Every request, in order. */
  readonly asked: { readonly name: RequestName; readonly params: unknown }[];
  readonly named: (name: RequestName) => unknown[];
  readonly emit: (event: LecternEvent) => void;
  readonly answer: (more: Handlers) => void;
}

export function standInBridge(handlers: Handlers): StandIn {
  let table = handlers;
  const asked: { name: RequestName; params: unknown }[] = [];
  const listeners = new Set<(event: LecternEvent) => void>();
  const bridge: Bridge = {
    door: 'electron',
    async request(name, params) {
      asked.push({ name, params });
      const handler = table[name] as ((given: unknown) => unknown) | undefined;
      if (!handler) return { ok: false, error: { code: 'internal', message: `No stand-in answers ${name}.` } };
      try {
        return { ok: true, value: await handler(params) };
      } catch (error) {
        if (error instanceof ExpectedFailure) return { ok: false, error: error.failure };
        throw error;
      }
    },
    listen(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    drop: () => Promise.resolve({ ok: true, value: {} }),
  };
  setBridge(bridge);
  return {
    asked,
    named: (name) => asked.filter((request) => request.name === name).map(({ params }) => params),
    emit: (event) => {
      for (const listener of listeners) listener(event);
    },
    answer: (more) => {
      table = { ...table, ...more };
    },
  };
}

/** An answer that the test gives when it wants. */
export function later<Value>(): {
  promise: Promise<Value>;
  give: (value: Value) => void;
  fail: (error: Error) => void;
} {
  const { promise, resolve, reject } = Promise.withResolvers<Value>();
  return { promise, give: resolve, fail: reject };
}

export const corpusA = 'corpus-a' as CorpusId;
export const corpusB = 'corpus-b' as CorpusId;
export const folderA = 'folder-a' as FolderId;
export const folderB = 'folder-b' as FolderId;

export function wordQuery(text: string): Query {
  return { text, mode: 'simple', case: false, marks: false };
}

export function corpusSummary(corpus: CorpusId, folder: FolderId, more: Partial<CorpusSummary> = {}): CorpusSummary {
  return {
    corpus,
    folder,
    name: `name of ${folder}`,
    documents: 3,
    skipped: 0,
    notes: 0,
    tokens: 300,
    types: 90,
    sentences: 30,
    paragraphs: 9,
    bytes: 2_000,
    ms: 4,
    reused: 0,
    snapshotBytes: 0,
    snapshotProblem: '',
    languages: [{ language: 'en', documents: 3, tokens: 300 }],
    passagesReady: 1,
    ...more,
  };
}

export function resultSummary(
  id: string,
  text: string,
  corpus: CorpusId = corpusA,
  more: Partial<ConcordanceSummary> = {},
): ConcordanceSummary {
  return {
    result: id as ResultId,
    corpus,
    query: wordQuery(text),
    sort: [],
    found: 2,
    chain: [],
    total: 2,
    ticked: 0,
    complete: true,
    tokens: 300,
    perMillion: 6_666.7,
    documents: 1,
    direction: 'ltr',
    ms: 1,
    ...more,
  };
}

export function concordanceLine(n: number): ConcordanceLine {
  return {
    n,
    ...{ doc: 0 as DocId, path: 'folder/0.txt', language: 'en', direction: 'ltr' },
    ...{ start: 4 as CharOffset, end: 9 as CharOffset, tokenStart: 1 as TokenIndex, tokenEnd: 2 as TokenIndex },
    ...{ before: 'the ', match: 'river', after: ' runs' },
  };
}

export function documentSummary(doc: number, title: string, language = 'en'): DocumentSummary {
  return {
    doc: doc as DocId,
    path: `folder/${doc}.txt`,
    title,
    format: 'text',
    language,
    languageConfidence: 1,
    languages: [{ language, share: 1 }],
    encoding: 'utf-8',
    encodingConfidence: 1,
    direction: language === 'ar' ? 'rtl' : 'ltr',
    tokens: 100,
    types: 60,
    sentences: 10,
    paragraphs: 3,
    chars: 600,
    modified: '2024-03-08T00:00:00.000Z',
    metadata: {},
  };
}
