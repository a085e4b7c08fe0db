/**
 * The benchmark: `npm run bench`. docs/benchmarks.md says what it measures and what came out.
 *
 * Each task of each corpus runs in a process of its own, one after another: the most memory that a task held is its own, and
 * none finds the heap as another one left it. Medians are printed, all times are written to bench/results/.
 */
import { fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import type { PlannedCorpus } from './plan.ts';
import { planOf } from './plan.ts';
import type { CorpusReport } from './report.ts';
import { report } from './report.ts';
import type { TaskName } from './tasks/all.ts';
import type { TaskInput, TaskResult } from './tasks/task.ts';
import { writeCorpus } from './texts.ts';
import type { Measurement } from './measure.ts';

/** Megabytes of heap that a task may use: FlexSearch and MiniSearch keep all in it. */
const heap = '--max-old-space-size=14000';
/** The thread of a corpus is given 16 MB for what is young, three such spaces: see corpus-thread.ts. */
const asTheThread = ['--max-semi-space-size=5', '--initial-old-space-size=16'];
const ofThread: readonly TaskName[] = ['open-one', 'open', 'reopen'];

async function runTask(name: TaskName, input: TaskInput): Promise<TaskResult> {
  const child = fork(new URL('task-process.ts', import.meta.url), [name], {
    execArgv: [heap, ...(ofThread.includes(name) ? asTheThread : []), '--disable-warning=ExperimentalWarning'],
  });
  return new Promise((resolve, reject) => {
    let result: TaskResult | undefined;
    child.once('message', (message) => (result = message as TaskResult));
    child.once('error', reject);
    child.once('exit', (code) => {
      if (result) resolve(result);
      else reject(new Error(`The task “${name}” ended with code ${code} and no result.`));
    });
    child.send(input);
  });
}

/** Each in a folder of its own, which the next of its runs finds empty; a reopening finds what the opening before it left. */
async function measureTask(name: TaskName, input: TaskInput, scratch: string): Promise<TaskResult> {
  if (!ofThread.includes(name)) return runTask(name, { ...input, scratch: freshFolder(join(scratch, name)) });
  if (name === 'reopen') await runTask('open', { ...input, scratch: freshFolder(join(scratch, 'kept')) });
  const results: TaskResult[] = [];
  for (let run = 0; run < input.runs; run++) {
    const folder = name === 'reopen' ? join(scratch, 'kept') : freshFolder(join(scratch, name));
    results.push(await runTask(name, { ...input, runs: 1, scratch: folder }));
  }
  return { measurements: joined(results.map(({ measurements }) => measurements)) };
}

/** The same things measured in several processes, as one. */
function joined(runs: readonly (readonly Measurement[])[]): Measurement[] {
  return runs[0]!.map((first, at) => {
    const all = runs.map((run) => run[at]!);
    const bytes = Object.fromEntries(
      Object.keys(first.bytes ?? {}).map((name) => [name, Math.max(...all.map((one) => one.bytes![name]!))]),
    );
    const times = { wall: all.flatMap(({ times }) => times.wall), cpu: all.flatMap(({ times }) => times.cpu) };
    return { ...first, times, bytes };
  });
}

function freshFolder(path: string): string {
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { recursive: true });
  return path;
}

/** `told` gets the report after every task: a long run that is stopped has measured something. */
async function measureCorpus(
  planned: PlannedCorpus,
  temporary: string,
  told: (soFar: CorpusReport) => void,
): Promise<CorpusReport> {
  const folder = planned.folder ?? join(temporary, 'texts');
  if (planned.generated) writeCorpus(freshFolder(folder), planned.generated);
  const scratch = join(temporary, 'scratch');
  const { language, runs } = planned;
  const input: TaskInput = { folder: realpathSync(folder), scratch, language, runs };
  const { facts, questions } = await runTask('facts', input);
  let soFar: CorpusReport = {
    corpus: planned.name,
    facts: facts!,
    questions: questions!,
    measurements: [],
    failed: [],
  };
  for (const task of planned.tasks) {
    process.stderr.write(`${planned.name}: ${task}\n`);
    try {
      const { measurements } = await measureTask(task, { ...input, questions: soFar.questions }, scratch);
      soFar = { ...soFar, measurements: [...soFar.measurements, ...measurements] };
    } catch (error) {
      // An index that does not fit into memory is something that was measured, too.
      soFar = { ...soFar, failed: [...soFar.failed, error instanceof Error ? error.message : String(error)] };
      process.exitCode = 1;
    }
    told(soFar);
  }
  rmSync(scratch, { recursive: true, force: true });
  return soFar;
}

const plan = planOf(process.argv.slice(2));
const machine = { cpu: cpus()[0]?.model ?? '', cores: cpus().length, memory: totalmem(), node: process.version };
const results = join(import.meta.dirname, 'results');
const file = plan.json ?? join(results, `${new Date().toISOString().replaceAll(/[:.]/g, '-')}.json`);
mkdirSync(dirname(file), { recursive: true });
const reports: CorpusReport[] = [];
const write = (all: readonly CorpusReport[]): void => {
  writeFileSync(file, `${JSON.stringify({ machine, reports: all }, null, 2)}\n`);
};
const temporary = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
try {
  for (const planned of plan.corpora) {
    const result = await measureCorpus(planned, temporary, (soFar) => {
      write([...reports, soFar]);
    });
    reports.push(result);
    process.stdout.write(`${report(result)}\n\n`);
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
write(reports);
process.stdout.write(`All times: ${file}\n`);
