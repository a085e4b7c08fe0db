/**
 * `npm run check`, the one gate: format, types, lint, import rules, unused code, tests. Every step runs even when an
 * earlier one failed, so that one run tells everything there is to mend.
 */
import { join } from 'node:path';
import { ensureInstalled, main, root, run, say } from './runtime.mjs';
import { runTests } from './testing.mjs';

const inPackages = (...parts) => join(root, 'node_modules', ...parts);
/** The longest first: two are under way at a time. */
const steps = [
  { name: 'lint', args: [inPackages('eslint', 'bin', 'eslint.js'), '.', '--max-warnings', '0'] },
  { name: 'types', args: [inPackages('typescript', 'bin', 'tsc'), '-b'] },
  { name: 'format', args: [inPackages('prettier', 'bin', 'prettier.cjs'), '--check', '.'] },
  {
    name: 'rules',
    args: [
      inPackages('dependency-cruiser', 'bin', 'dependency-cruiser.mjs'),
      '--config',
      '.dependency-cruiser.cjs',
      'src',
    ],
  },
  { name: 'unused', args: [inPackages('knip', 'bin', 'knip.js')] },
];

async function take(node, { name, args }) {
  const begun = Date.now();
  const ended = await run(node, args, { capture: true });
  const passed = ended.code === 0;
  if (!passed) process.stdout.write(`\n--- ${name}\n${ended.output}\n`);
  say(`${name} ${passed ? 'passed' : 'failed'} in ${((Date.now() - begun) / 1000).toFixed(1)} s`);
  return { name, passed };
}

await main(async () => {
  const node = await ensureInstalled(say);
  const waiting = [...steps];
  const results = [];
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) results.push(await take(node, step));
  };
  await Promise.all([lane(), lane()]);
  const tested = await runTests(node, []);
  results.push({ name: 'tests', passed: tested.code === 0 });
  process.stdout.write(
    `\n${results.map(({ name, passed }) => `${passed ? 'passed' : 'FAILED'}  ${name}`).join('\n')}\n${tested.line}\n`,
  );
  process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;
});
