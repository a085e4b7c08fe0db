/** `npm run bench`: see docs/benchmarks.md. Words after `--` go to the benchmark; `page` first measures the page instead. */
import { join } from 'node:path';
import { ensureBuilt } from './building.mjs';
import { ensureChromium } from './chromium.mjs';
import { endLike, ensureInstalled, main, root, run, say } from './runtime.mjs';

await main(async () => {
  const node = await ensureInstalled(say);
  const [first, ...words] = process.argv.slice(2);
  if (first !== 'page') endLike(await run(node, [join(root, 'bench', 'main.ts'), ...process.argv.slice(2)]));
  else {
    await ensureBuilt(node, say);
    const env = { ...process.env, LECTERN_CHROMIUM: await ensureChromium() };
    endLike(await run(node, [join(root, 'bench', 'page.ts'), ...words], { env }));
  }
});
