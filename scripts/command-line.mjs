/** Runs the built command line on a new enough Node, in the folder where the person stood. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { endLike, invokedFrom, root, run } from './runtime.mjs';

const program = join(root, 'out', 'main', 'cli.js');

export async function runCommandLine(node, args) {
  if (node === process.execPath) {
    // Already on the right Node: no second process, so exit codes, signals and pipes are the program's own.
    process.chdir(invokedFrom);
    process.argv = [node, program, ...args];
    await import(pathToFileURL(program).href);
    return;
  }
  endLike(await run(node, [program, ...args], { cwd: invokedFrom }));
}
