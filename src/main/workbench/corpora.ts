/** The corpora that are open: at most one per folder. */
import { randomBytes } from 'node:crypto';
import type { CorpusSummary, ReadingChange } from '../../shared/answers.ts';
import type { Failure, Outcome } from '../../shared/failure.ts';
import { ExpectedFailure, failed } from '../../shared/failure.ts';
import type { CorpusId, FolderId } from '../../shared/model.ts';
import type { AdmittedFolder } from './folder-registry.ts';
import type { CorpusSurroundings } from './open-corpus.ts';
import { OpenCorpus } from './open-corpus.ts';

export class Corpora {
  readonly #byId = new Map<CorpusId, OpenCorpus>();
  readonly #byFolder = new Map<FolderId, OpenCorpus>();
  readonly #around: CorpusSurroundings;

  constructor(around: Omit<CorpusSurroundings, 'gone'>) {
    this.#around = {
      ...around,
      gone: (corpus) => {
        this.#byId.delete(corpus.id);
        this.#byFolder.delete(corpus.folder.folder);
        // Of one that never opened nobody has heard.
        if (corpus.summary) around.emit({ type: 'corpus-closed', corpus: corpus.id });
      },
    };
  }

  /** `reading`: how to read the folder this time, over what is kept of it. */
  async open(folder: AdmittedFolder, job: string, reading: ReadingChange = {}): Promise<Outcome<CorpusSummary>> {
    const known = this.#byFolder.get(folder.folder);
    if (known && Object.keys(reading).length > 0)
      return failed('bad-request', 'This folder is open already: correct there how it is read, or close it first');
    if (known) return known.whenOpen(job);
    const id = `c-${randomBytes(9).toString('base64url')}` as CorpusId;
    const corpus = new OpenCorpus(id, folder, reading, this.#around);
    this.#byId.set(corpus.id, corpus);
    this.#byFolder.set(folder.folder, corpus);
    return corpus.whenOpen(job);
  }

  /** @throws ExpectedFailure `no-such-corpus` */
  get(id: CorpusId): OpenCorpus {
    const corpus = this.#byId.get(id);
    if (!corpus) throw new ExpectedFailure('no-such-corpus', 'This corpus is not open any more: open its folder again');
    return corpus;
  }

  /** In the order in which they were opened. */
  list(): CorpusSummary[] {
    return [...this.#byId.values()].flatMap(({ summary }) => summary ?? []);
  }

  async close(id: CorpusId): Promise<void> {
    await this.get(id).end({ code: 'no-such-corpus', message: 'The corpus was closed.' });
  }

  async closeAll(reason: Failure): Promise<void> {
    await Promise.all([...this.#byId.values()].map((corpus) => corpus.end(reason)));
  }
}
