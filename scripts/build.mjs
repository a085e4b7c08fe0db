/** `npm run build`. */
import { ensureBuilt } from './building.mjs';
import { ensureInstalled, main, say } from './runtime.mjs';

await main(async () => ensureBuilt(await ensureInstalled(say), say));
