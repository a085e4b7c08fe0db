/**
 * Writes src/worker/quick-words/program.ts out of resources/quick-words/quick-words.as. Run by hand when that was changed;
 * the compiler is no dependency. Give it the folder where it was installed:
 *
 *   npm install --prefix FOLDER assemblyscript@0.28.20, then
 *   node scripts/make-quick-words.mjs FOLDER
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const project = join(import.meta.dirname, '..');
const [folder] = process.argv.slice(2);
const compiler = join(folder, 'node_modules', 'assemblyscript', 'bin', 'asc.js');
const work = mkdtempSync(join(tmpdir(), 'quick-words-'));
try {
  const source = join(work, 'quick-words.ts');
  const program = join(work, 'quick-words.wasm');
  copyFileSync(join(project, 'resources', 'quick-words', 'quick-words.as'), source);
  const options = ['-O3', '--runtime', 'stub', '--importMemory', '--noAssert', '--initialMemory', '1'];
  execFileSync(process.execPath, [compiler, source, '-o', program, ...options], { stdio: 'inherit', cwd: work });
  const lines = readFileSync(program)
    .toString('base64')
    .match(/.{1,110}/g);
  const target = join(project, 'src', 'worker', 'quick-words', 'program.ts');
  writeFileSync(
    target,
    `/** Made by scripts/make-quick-words.mjs: resources/quick-words/quick-words.as, as WebAssembly. */\nexport const program =\n${lines.map((line) => `  '${line}'`).join(' +\n')};\n`,
  );
} finally {
  rmSync(work, { recursive: true });
}
