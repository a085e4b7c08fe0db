/** A folder with a project, asked as the worker is, without a thread. */
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { CorpusRequestName, Params, Result } from '../../../src/shared/contract.ts';
import type { CharOffset, CorpusId, DocId } from '../../../src/shared/model.ts';
import type { SpanId, TagId } from '../../../src/shared/tagging.ts';
import type { Corpus } from '../../../src/worker/corpus.ts';
import type { Handler } from '../../../src/worker/handler.ts';
import { handlers } from '../../../src/worker/handlers.ts';
import { openCorpus } from '../../../src/worker/open-corpus.ts';
import { readAnew } from '../../../src/worker/read-anew.ts';
import { startOf, workerEntry } from '../opening.ts';
import { temporaryFolder } from '../temporary-folder.ts';

export class TaggingFolder {
  readonly root: string;
  readonly file: string;
  readonly corpus: Corpus;

  private constructor(root: string, file: string, corpus: Corpus) {
    this.root = root;
    this.file = file;
    this.corpus = corpus;
  }

  /** `project`: the file of one that is there already. */
  static async open(root: string, project = join(temporaryFolder(), 'a.lectern')): Promise<TaggingFolder> {
    const start = { ...startOf(root), project, record: join(root, '..', 'nothing-said.json') };
    const corpus = await openCorpus(start, { entry: workerEntry, report: () => undefined, changed: () => undefined });
    onTestFinished(() => {
      corpus.project.close();
    });
    return new TaggingFolder(root, project, corpus);
  }

  async ask<Name extends CorpusRequestName>(
    name: Name,
    params: Omit<Params<Name>, 'corpus' | 'job'>,
  ): Promise<Result<Name>> {
    const handle = handlers[name] as Handler<Name>;
    const whole = { ...params, corpus: 'c-test' as CorpusId, job: 'test' } as unknown as Params<Name>;
    return handle(this.corpus, whole, { report: () => undefined, signal: new AbortController().signal });
  }

  async tag(name: string, more: Partial<Params<'tags.create'>> = {}): Promise<TagId> {
    return (await this.ask('tags.create', { name, ...more })).tag;
  }

  /** Tags the first place where a document has these words. */
  async span(doc: number, words: string, ...tags: TagId[]): Promise<SpanId> {
    const at = this.corpus.opened.texts.text(doc as DocId).indexOf(words);
    const ends = { start: at as CharOffset, end: (at + words.length) as CharOffset };
    return (await this.ask('spans.add', { doc: doc as DocId, ...ends, tags })).span.span;
  }

  /** All spans, by place. */
  async spans(): Promise<Result<'spans.find'>['spans']> {
    return (await this.ask('spans.find', { question: { kind: 'all' }, sort: 'place', from: 0, count: 500 })).spans;
  }

  async refresh(): Promise<void> {
    await readAnew(this.corpus, { report: () => undefined, signal: new AbortController().signal });
  }

  /** All that a person would see: to be compared before and after. */
  async content(): Promise<unknown> {
    const { tags } = await this.ask('tags.tree', {});
    const { notes } = await this.ask('notes.list', { from: 0, count: 500 });
    return { tags, spans: await this.spans(), notes, queries: (await this.ask('queries.saved', {})).queries };
  }

  close(): void {
    this.corpus.project.close();
  }
}
