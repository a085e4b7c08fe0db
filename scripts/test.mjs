/** `npm test`: unit, contract and end-to-end tests. Words after `--` go to vitest. */
import { ensureInstalled, main, say } from './runtime.mjs';
import { runTests } from './testing.mjs';

await main(async () => {
  const node = await ensureInstalled(say);
  const tested = await runTests(node, process.argv.slice(2));
  process.exitCode = tested.code;
  process.stdout.write(`\n${tested.line}\n`);
});
