/** The requests that the workbench answers itself: a request of the contract without a handler does not compile. */
import type { Params, Result, WorkbenchRequestName } from '../../shared/contract.ts';
import type { LecternEvent } from '../../shared/wire.ts';
import type { Outcome } from '../../shared/failure.ts';
import { done, failed } from '../../shared/failure.ts';
import type { FolderId } from '../../shared/model.ts';
import type { Corpora } from './corpora.ts';
import type { FolderRegistry } from './folder-registry.ts';
import type { Jobs } from './jobs.ts';
import { PreferenceStore } from './preference-store.ts';
import { ReportStore } from './report-store.ts';
import type { WorkbenchOptions } from './workbench.ts';

export type WorkbenchHandlers = {
  readonly [Name in WorkbenchRequestName]: (params: Params<Name>) => Promise<Outcome<Result<Name>>>;
};

/** What the handlers work with. */
interface Rooms {
  readonly options: WorkbenchOptions;
  readonly folders: FolderRegistry;
  readonly corpora: Corpora;
  readonly jobs: Jobs;
  readonly emit: (event: LecternEvent) => void;
}

export function workbenchHandlers({ options, folders, corpora, jobs, emit }: Rooms): WorkbenchHandlers {
  const preferences = new PreferenceStore(options.userData);
  const report = new ReportStore(options.userData);
  const offerSamples = (): FolderId | null => (options.samples === undefined ? null : folders.offer(options.samples));
  // At once, because a page that is reloaded may open them before it lists anything.
  offerSamples();
  const { chooseFolder } = options;
  return {
    'app.about': async () =>
      Promise.resolve(
        done({
          name: 'Lectern',
          version: options.version,
          door: options.door,
          node: process.versions.node,
          platform: `${process.platform} ${process.arch}`,
        }),
      ),
    'library.folders': async () =>
      done({
        folders: await folders.list(),
        canChoose: chooseFolder !== undefined,
        samples: offerSamples(),
      }),
    'library.choose': async () => {
      if (!chooseFolder)
        return failed('unavailable', 'There is no folder dialog here: name the folder when starting Lectern.');
      const path = await chooseFolder();
      if (path === null) return done({ folder: null });
      const { folder } = folders.admit(path);
      emit({ type: 'library-changed' });
      return done({ folder });
    },
    'library.forget': async ({ folder }) => {
      folders.forget(folder);
      emit({ type: 'library-changed' });
      return Promise.resolve(done({}));
    },
    'library.join': async ({ folders: joined }) => {
      const { folder } = folders.join(joined);
      emit({ type: 'library-changed' });
      return Promise.resolve(done({ folder }));
    },
    'preferences.read': async () => Promise.resolve(done(preferences.read())),
    'preferences.write': async ({ preferences: change }) => Promise.resolve(done(preferences.write(change))),
    'report.read': async () => Promise.resolve(done({ entries: report.read() })),
    'report.add': async ({ entry }) => {
      report.add(entry);
      return Promise.resolve(done({}));
    },
    'report.change': async ({ change }) => {
      report.change(change);
      return Promise.resolve(done({}));
    },
    'corpus.open': async ({ folder, job, reading }) => {
      const outcome = await corpora.open(folders.get(folder), job, reading);
      if (outcome.ok) {
        folders.touch(folder);
        emit({ type: 'library-changed' });
      }
      return outcome;
    },
    'corpus.close': async ({ corpus }) => {
      await corpora.close(corpus);
      return done({});
    },
    'corpus.list': async () => Promise.resolve(done({ corpora: corpora.list() })),
    'job.cancel': async ({ job }) => Promise.resolve(done({ found: jobs.cancel(job) })),
  };
}
