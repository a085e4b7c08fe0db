/** `npm run bench`: see docs/benchmarks.md. Words after `--` go to the benchmark. */
import { join } from 'node:path';
import { endLike, ensureInstalled, main, root, run, say } from './runtime.mjs';

await main(async () => {
  const node = await ensureInstalled(say);
  endLike(await run(node, [join(root, 'bench', 'main.ts'), ...process.argv.slice(2)]));
});
