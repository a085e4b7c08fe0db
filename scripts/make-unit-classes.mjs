/**
 * Writes src/corpus/text/unit-classes.ts: run it when Node has a newer version of Unicode, as a test will say.
 *
 *   node scripts/make-unit-classes.mjs
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { paintTable } from '../src/corpus/text/paint-classes.ts';

const table = paintTable();
let runs = '';
for (let from = 0, to = 0; from < table.length; from = to) {
  while (to < table.length && table[to] === table[from]) to++;
  runs += String.fromCharCode(0x41 + table[from]) + (to - from === 1 ? '' : (to - from).toString(36));
}
const lines = runs.match(/.{1,110}/g).map((line) => `  '${line}'`);
writeFileSync(
  join(import.meta.dirname, '..', 'src', 'corpus', 'text', 'unit-classes.ts'),
  `/** Made by scripts/make-unit-classes.mjs: runs of UTF-16 code units of one class, by Unicode ${process.versions.unicode}. */\nexport const unitClasses =\n${lines.join(' +\n')};\n`,
);
