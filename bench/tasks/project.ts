/** A project of 100,000 passages, 1,000 of them in one document of 300,000 characters: opened, read, tagged in, undone. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CorpusRequestName, Params, Result } from '../../src/shared/contract.ts';
import type { CharOffset, CorpusId, DocId } from '../../src/shared/model.ts';
import type { Corpus } from '../../src/worker/corpus.ts';
import type { Handler } from '../../src/worker/handler.ts';
import { handlers } from '../../src/worker/handlers.ts';
import { openCorpus } from '../../src/worker/open-corpus.ts';
import { readAnew } from '../../src/worker/read-anew.ts';
import type { Measurement } from '../measure.ts';
import { stopwatch } from '../measure.ts';
import { entry, startOf } from './folder.ts';
import type { Task, TaskInput } from './task.ts';

const longText = 'Езерото е старо, а водата бистра. البحيرة قديمة والماء صافٍ. The lake is old. '.repeat(3900);
const inLongText = 1_000;
const wanted = 100_000;
const bulk = 10_000;
const quiet = { report: () => undefined, signal: new AbortController().signal };

async function ask<Name extends CorpusRequestName>(
  corpus: Corpus,
  name: Name,
  params: Omit<Params<Name>, 'corpus' | 'job'>,
): Promise<Result<Name>> {
  const handle = handlers[name] as Handler<Name>;
  return handle(corpus, { ...params, corpus: 'c-bench' as CorpusId, job: 'bench' } as unknown as Params<Name>, quiet);
}

/** Articles of its own: how many there are is the point, not their words. */
function folderOfArticles({ scratch }: TaskInput): string {
  const folder = join(scratch, 'articles');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'a-long.txt'), longText.slice(0, 300_000));
  const article = 'The lake is old and the water is clear. '.repeat(200);
  for (let number = 0; number < 300; number++) writeFileSync(join(folder, `b${number}.txt`), `${number}. ${article}`);
  return folder;
}

export const project: Task = async (input) => {
  const start = { ...startOf(input), root: folderOfArticles(input), project: join(input.scratch, 'a.lectern') };
  const options = { entry, report: () => undefined, changed: () => undefined };
  let corpus = await openCorpus(start, options);
  const { tag } = await ask(corpus, 'tags.create', { name: 'Lakes' });
  const { tag: other } = await ask(corpus, 'tags.create', { name: 'Water' });
  await fill(corpus, tag);
  const measurements: Measurement[] = [];
  const doc = 0 as DocId;
  const measure = async (task: string, work: () => Promise<unknown>, after?: () => Promise<unknown>): Promise<void> => {
    const wall: number[] = [];
    const cpu: number[] = [];
    for (let run = 0; run < input.runs; run++) {
      const stop = stopwatch();
      await work();
      const time = stop();
      wall.push(time.wall);
      cpu.push(time.cpu);
      await after?.();
    }
    measurements.push({ key: `project ${task}`, task, by: 'Lectern', times: { wall, cpu } });
  };
  const undo = () => ask(corpus, 'project.undo', {});
  const { result } = await ask(corpus, 'concordance.open', {
    ...{ query: { text: 'the', mode: 'simple', case: false, marks: false }, sort: [] },
    steps: [{ kind: 'sample', size: bulk, seed: 1 }],
  });
  const lines = { result, lines: 'all' as const, unit: 'match' as const, tags: [other], dryRun: false };
  await measure(
    '10,000 hits tagged at once, with the backup before it',
    () => ask(corpus, 'spans.fromLines', lines),
    undo,
  );
  await ask(corpus, 'spans.fromLines', lines);
  await measure('all that undone', undo, () => ask(corpus, 'project.redo', {}));
  await undo();
  await measure('opened, the tree of tags counted', async () => {
    corpus.project.close();
    corpus = await openCorpus(start, options);
    await ask(corpus, 'tags.tree', {});
  });
  await measure('1,000 passages of one document', () => ask(corpus, 'spans.inDocument', { doc }));
  const place = { doc, start: 70_001 as CharOffset, end: 70_020 as CharOffset };
  await measure('one passage tagged in it', () => ask(corpus, 'spans.add', { ...place, tags: [other] }), undo);
  const query = { text: '[tag="Lakes"]', mode: 'cql', case: false, marks: false } as const;
  await measure('[tag="Lakes"] in a query', () => ask(corpus, 'concordance.open', { query, sort: [] }));
  await measure('the document of 1,000 changed, its passages moved', async () => {
    writeFileSync(join(start.root, 'a-long.txt'), `${Math.random()} ${longText.slice(0, 300_000)}`);
    await readAnew(corpus, quiet);
    await ask(corpus, 'project.summary', {});
  });
  corpus.project.close();
  return { measurements };
};

async function fill(corpus: Corpus, tag: Params<'tags.split'>['tag']): Promise<void> {
  const query = { text: '*', mode: 'simple', case: false, marks: false } as const;
  const inLong = [{ kind: 'where' as const, where: 'path=a-long.txt' }];
  const others = [{ kind: 'where' as const, where: 'path!=a-long.txt' }];
  const samples = [
    [...inLong, { kind: 'sample' as const, size: inLongText, seed: 1 }],
    [...others, { kind: 'sample' as const, size: wanted - inLongText, seed: 1 }],
  ];
  for (const steps of samples) {
    const { result } = await ask(corpus, 'concordance.open', { query, sort: [], steps });
    await ask(corpus, 'spans.fromLines', { result, lines: 'all', unit: 'match', tags: [tag], dryRun: false });
  }
}
