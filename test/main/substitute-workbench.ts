/** A workbench that answers from a table and notes what it was asked. */
import type { LecternEvent } from '../../src/shared/wire.ts';
import { failed } from '../../src/shared/failure.ts';
import type { Outcome } from '../../src/shared/failure.ts';
import type { FolderId } from '../../src/shared/model.ts';
import { ExpectedFailure } from '../../src/shared/failure.ts';
import type { Workbench } from '../../src/main/workbench/workbench.ts';

type Answer = (params: unknown) => Outcome<unknown> | Promise<Outcome<unknown>>;

export class SubstituteWorkbench implements Workbench {
  readonly answers = new Map<unknown, Answer>();
  readonly asked: { name: unknown; params: unknown }[] = [];
  readonly admitted: string[] = [];
  readonly listeners = new Set<(event: LecternEvent) => void>();
  readonly emitted: LecternEvent[] = [];
  disposed = 0;

  async dispatch(name: unknown, params: unknown): Promise<Outcome<unknown>> {
    this.asked.push({ name, params });
    return (
      (await this.answers.get(name)?.(params)) ?? failed('unknown-request', `There is no request ${String(name)}.`)
    );
  }

  listen(listener: (event: LecternEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** The id shows the path, so that a test can tell which one arrived; a path with `forbidden` in it is not admitted. */
  admit(path: string): FolderId {
    if (path.includes('forbidden')) throw new ExpectedFailure('unreadable', 'The folder cannot be opened (EACCES)');
    this.admitted.push(path);
    return `f-${this.admitted.length}` as FolderId;
  }

  emit(event: LecternEvent): void {
    this.emitted.push(event);
    for (const listener of this.listeners) listener(event);
  }

  dispose(): Promise<void> {
    this.disposed++;
    this.listeners.clear();
    return Promise.resolve();
  }
}
