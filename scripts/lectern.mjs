/** `npm run lectern -- …`: the command line of a checkout. Builds what is missing, then gets out of the way. */
import { ensureBuilt } from './building.mjs';
import { runCommandLine } from './command-line.mjs';
import { ensureInstalled, main, say } from './runtime.mjs';

const args = process.argv.slice(2);
const silent = args.includes('--quiet') || !process.stderr.isTTY;

await main(async () => {
  const tell = silent ? () => {} : say;
  const node = await ensureInstalled(tell);
  await ensureBuilt(node, tell);
  await runCommandLine(node, args);
});
