/**
 * What every script needs before it can work: the packages, a Node that is new enough, and the built program.
 *
 * Lectern runs on Node 24, which npm brings as an optional package for the machine at hand, so whoever has Node 20 needs
 * to install nothing. These scripts themselves run on that older Node and use only what it has built in.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url));
/** Where the person stood: npm moves to the package's folder before it runs a script. */
export const invokedFrom = process.env.INIT_CWD || process.cwd();
export const windows = process.platform === 'win32';
const neededMajor = 24;

/** An expected end, said in one line. `main` prints it; a bug still shows its stack. */
export class Stop extends Error {}

/** Runs a script's body and turns a `Stop` into one line and exit code 1. */
export async function main(body) {
  try {
    await body();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    process.stderr.write(`lectern: ${error.message}\n`);
    process.exitCode = 1;
  }
}

/**
 * Runs a program to its end. With `capture`, what it prints is collected and returned instead of shown.
 * Signals that reach this process alone are handed on, so that nothing is left running behind it.
 */
export function run(file, args, { capture = false, timeout = 0, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd: root,
      stdio: capture ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      ...options,
    });
    let output = '';
    if (capture) {
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8');
        stream.on('data', (text) => {
          output += text;
        });
      }
    }
    const timer = timeout > 0 ? setTimeout(() => child.kill('SIGKILL'), timeout) : undefined;
    const forward = (signal) => child.kill(signal);
    // A Ctrl-C reaches the child from the terminal itself; this process only has to outlive it.
    const outlive = () => {};
    process.on('SIGINT', outlive);
    process.on('SIGTERM', forward);
    process.on('SIGHUP', forward);
    const end = () => {
      clearTimeout(timer);
      process.off('SIGINT', outlive);
      process.off('SIGTERM', forward);
      process.off('SIGHUP', forward);
    };
    child.on('error', (error) => {
      end();
      reject(error);
    });
    child.on('close', (code, signal) => {
      end();
      resolve({ code, signal, output });
    });
  });
}

/** Ends this process the way the child ended: same code, or same signal. */
export function endLike({ code, signal }) {
  if (signal) process.kill(process.pid, signal);
  else process.exitCode = code === null ? 1 : code;
}

/** The packages of this machine's platform that carry a Node of their own, and where it lies in them. */
function packagedNodes() {
  const { platform, arch } = process;
  const name = platform === 'win32' ? 'win' : platform;
  return [`node-${name}-${arch}`, `node-bin-${name}-${arch}`].map((folder) =>
    join(root, 'node_modules', folder, 'bin', windows ? 'node.exe' : 'node'),
  );
}

/** Path of a Node that is new enough: this one, or the one npm brought. */
export function findNode() {
  if (parseInt(process.versions.node, 10) >= neededMajor) return process.execPath;
  for (const candidate of packagedNodes()) {
    if (!existsSync(candidate)) continue;
    const asked = spawnSync(candidate, ['--version'], { encoding: 'utf8' });
    if (asked.status === 0 && parseInt(asked.stdout.slice(1), 10) >= neededMajor) return candidate;
  }
  throw new Stop(
    `Node ${neededMajor} or newer is needed, and npm brought none for this machine: install it and run this again ` +
      `(this is Node ${process.versions.node} on ${process.platform}-${process.arch})`,
  );
}

/** Whether node_modules holds what package-lock.json names. Optional packages may be missing: they are per platform. */
function packagesAreCurrent() {
  let wanted;
  let present;
  try {
    wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
    present = JSON.parse(readFileSync(join(root, 'node_modules', '.package-lock.json'), 'utf8')).packages;
  } catch {
    return false;
  }
  return Object.keys(wanted).every((path) => {
    if (path === '') return true;
    const found = present[path];
    return found ? found.version === wanted[path].version : wanted[path].optional === true;
  });
}

function npmCommand() {
  const cli = process.env.npm_execpath;
  // Run npm on the Node that runs it now: the one under node_modules is about to be replaced.
  if (cli && /npm-cli\.c?js$/.test(cli)) return [process.env.npm_node_execpath || process.execPath, [cli], false];
  return [windows ? 'npm.cmd' : 'npm', [], windows];
}

async function install(say) {
  say('installing the packages (once)…');
  const [file, args, shell] = npmCommand();
  let ended;
  try {
    ended = await run(file, [...args, 'ci', '--include=dev', '--include=optional'], { shell, capture: true });
  } catch (error) {
    throw new Stop(`npm could not be started: ${error.message} (npm ci)`);
  }
  if (ended.code !== 0) {
    process.stderr.write(ended.output);
    throw new Stop('the packages could not be installed; npm says why above (npm ci)');
  }
}

/** Installs what is missing and returns the path of a new enough Node. `say` gets a line before anything slow. */
export async function ensureInstalled(say) {
  if (!packagesAreCurrent()) {
    await withLock(root, async () => {
      if (!packagesAreCurrent()) await install(say);
    });
  }
  return findNode();
}

/** Progress for a person: lines on standard error. */
export const say = (line) => process.stderr.write(`lectern: ${line}\n`);
