/** Builds, finds a Chromium, runs vitest and counts what it did from its own report. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './building.mjs';
import { ensureChromium } from './chromium.mjs';
import { root, run, say } from './runtime.mjs';

const reportFile = join(root, 'out', 'test-report.json');

/** Only a run that names its projects, and not this one, does without the browser. */
function needsChromium(args) {
  const projects = args.flatMap((arg, at) => {
    if (arg === '--project') return [args[at + 1]];
    return arg.startsWith('--project=') ? [arg.slice('--project='.length)] : [];
  });
  return projects.length === 0 || projects.includes('e2e');
}

function readReport() {
  try {
    return JSON.parse(readFileSync(reportFile, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * `{ code, line }`: the exit code, and `N passed, N failed` counted from vitest's report. A file that could not even be
 * loaded counts as one failure, and so does a run that ended badly without saying why.
 */
function verdict(ended, whole) {
  const report = readReport();
  if (report === undefined) return { code: 1, line: '0 passed, 1 failed' };
  const passed = report.numPassedTests;
  const skipped = report.numPendingTests + report.numTodoTests;
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  let failed = report.numFailedTests + unloaded.length;
  if (ended.code !== 0 && failed === 0) failed = 1;
  const line = `${passed} passed, ${failed} failed` + (skipped > 0 ? `, ${skipped} skipped` : '');
  if (whole && skipped > 0) say(`${skipped} tests were skipped, and none may be (npm test)`);
  const good = failed === 0 && passed > 0 && !(whole && skipped > 0);
  return { code: good ? 0 : 1, line };
}

/** Runs the tests on `node`. `args` are vitest's own. */
export async function runTests(node, args) {
  await ensureBuilt(node, say);
  const env = { ...process.env };
  if (needsChromium(args)) env.LECTERN_CHROMIUM = await ensureChromium();
  mkdirSync(join(root, 'out'), { recursive: true });
  rmSync(reportFile, { force: true });
  const tool = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  const ended = await run(node, [tool, 'run', ...reporters, ...args], { env });
  return verdict(ended, args.length === 0);
}
