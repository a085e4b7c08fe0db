/**
 * The benchmark: `npm run bench -- [--tokens N] [--corpus DIR] [--quick]`. docs/benchmarks.md says what it measures and
 * what came out.
 *
 * Everything runs in one process, one task after another, each five times; medians are printed and all times are
 * written to bench/results/.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { measureCorpus, type CorpusResult } from './corpus-result.ts';
import { report } from './report.ts';
import { fromFolder, generated, type BenchCorpus } from './sources.ts';

const seed = 2026;

const { values: options } = parseArgs({
  options: { tokens: { type: 'string' }, corpus: { type: 'string' }, quick: { type: 'boolean', default: false } },
});

/** Corpora are made one at a time: ten million tokens of text and their indexes are a gigabyte. */
function* corpora(): Generator<BenchCorpus> {
  if (options.corpus !== undefined) {
    yield fromFolder(options.corpus);
    return;
  }
  const given = options.tokens === undefined ? undefined : Number(options.tokens);
  if (given !== undefined && !(Number.isInteger(given) && given > 0)) {
    throw new Error(`--tokens expects a whole number above 0, got ${options.tokens}`);
  }
  const sizes = given === undefined ? (options.quick ? [100_000] : [1_000_000, 10_000_000]) : [given];
  for (const tokens of sizes) {
    for (const script of ['latin', 'arabic'] as const) yield generated(script, tokens, seed);
  }
}

const results: CorpusResult[] = [];
for (const corpus of corpora()) {
  const result = measureCorpus(corpus, options.quick ? 3 : 5);
  results.push(result);
  process.stdout.write(`${report(result)}\n`);
}
const folder = new URL('results/', import.meta.url);
mkdirSync(folder, { recursive: true });
const file = new URL(`${new Date().toISOString().replaceAll(/[:.]/g, '-')}.json`, folder);
const machine = { cpu: cpus()[0]?.model ?? '', cores: cpus().length, memory: totalmem(), node: process.version };
writeFileSync(file, `${JSON.stringify({ machine, results }, null, 2)}\n`);
process.stdout.write(`All times: ${file.pathname}\n`);
