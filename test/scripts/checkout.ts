/**
 * A checkout in a temporary folder: the real scripts, and stand-ins for npm, the builder, vitest and the program that
 * note what they were asked. The scripts are run as a person runs them, in a process of their own.
 */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const scripts = resolve(import.meta.dirname, '../../scripts');

/** Notes its call, fails on demand, and lays down what `npm ci` would. */
const npm = `
const fs = require('node:fs');
fs.appendFileSync('calls', 'npm ' + process.argv.slice(2).join(' ') + '\\n');
if (fs.existsSync('npm-fails')) { console.error('npm says why'); process.exit(7); }
fs.mkdirSync('node_modules', { recursive: true });
fs.copyFileSync('package-lock.json', 'node_modules/.package-lock.json');
`;

const builder = `
import fs from 'node:fs';
fs.appendFileSync('calls', 'build\\n');
console.log('noise of the builder');
if (fs.existsSync('build-fails')) { console.error('the builder says why'); process.exit(1); }
for (const file of ['main/index.js', 'main/worker.js', 'main/reader.js', 'main/regex.js', 'preload/index.cjs', 'renderer/index.html']) {
  fs.mkdirSync('out/' + file.split('/')[0], { recursive: true });
  fs.writeFileSync('out/' + file, '');
}
fs.writeFileSync('out/main/cli.js', fs.readFileSync('src/program.js'));
`;

const program = `
console.log(JSON.stringify({ args: process.argv.slice(2), cwd: process.cwd(), version: process.versions.node }));
process.exitCode = 5;
`;

const vitest = `
import fs from 'node:fs';
fs.appendFileSync('calls', 'vitest ' + process.argv.slice(2).filter((arg) => !arg.startsWith('--')).join(' ') + '\\n');
const [file] = process.argv.filter((arg) => arg.startsWith('--outputFile.json=')).map((arg) => arg.split('=')[1]);
if (fs.existsSync('report')) fs.copyFileSync('report', file);
process.exitCode = Number(fs.readFileSync('vitest-code', 'utf8'));
`;

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export class Checkout {
  readonly root = mkdtempSync(join(tmpdir(), 'lectern-checkout-'));

  constructor() {
    cpSync(scripts, join(this.root, 'scripts'), { recursive: true });
    this.write('package.json', '{ "name": "lectern", "type": "module" }');
    this.lock({ tool: '1.0.0' });
    this.write('electron.vite.config.ts', '');
    this.write('src/program.js', program);
    this.write('elsewhere/npm-cli.cjs', npm);
  }

  /** Puts the stand-ins where the packages would be. */
  stock(): this {
    this.write('node_modules/electron-vite/bin/electron-vite.js', builder);
    this.write('node_modules/electron-vite/package.json', '{ "type": "module" }');
    this.write('node_modules/vitest/vitest.mjs', vitest);
    cpSync(join(this.root, 'package-lock.json'), join(this.root, 'node_modules/.package-lock.json'));
    return this;
  }

  /** The packages that package-lock.json names, with their versions. */
  lock(packages: Readonly<Record<string, string>>): void {
    const named = Object.entries(packages).map(([name, version]) => [`node_modules/${name}`, { version }] as const);
    this.write('package-lock.json', JSON.stringify({ packages: { '': {}, ...Object.fromEntries(named) } }));
  }

  write(path: string, text: string): void {
    const file = join(this.root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  /** As if npm had brought a new enough Node for this machine. */
  bringNode(): void {
    const name = process.platform === 'win32' ? 'win' : process.platform;
    const folder = join(this.root, 'node_modules', `node-${name}-${process.arch}`, 'bin');
    mkdirSync(folder, { recursive: true });
    symlinkSync(process.execPath, join(folder, process.platform === 'win32' ? 'node.exe' : 'node'));
  }

  calls(): string[] {
    const file = join(this.root, 'calls');
    return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];
  }

  /** Runs a script; `version` is what Node claims to be. */
  run(script: string, args: readonly string[] = [], version = process.versions.node): Promise<Ran> {
    this.write('elsewhere/version.cjs', `Object.defineProperty(process.versions, 'node', { value: '${version}' });`);
    const before = ['-r', './elsewhere/version.cjs', '-r', './scripts/old-node.cjs'];
    const child = spawn(process.execPath, [...before, `scripts/${script}.mjs`, ...args], {
      cwd: this.root,
      env: {
        PATH: process.env.PATH,
        INIT_CWD: join(this.root, 'elsewhere'),
        npm_execpath: join(this.root, 'elsewhere', 'npm-cli.cjs'),
        npm_node_execpath: process.execPath,
        // Any program that answers `--version` will do for a browser that nobody drives.
        LECTERN_CHROMIUM: process.execPath,
      },
    });
    const printed = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        printed[name] += text;
      });
    }
    return new Promise((done) => {
      child.on('close', (code) => {
        done({ code, ...printed });
      });
    });
  }

  remove(): void {
    rmSync(this.root, { recursive: true });
  }
}
