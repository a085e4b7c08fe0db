import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Checkout } from './checkout.ts';

let checkout: Checkout;
beforeEach(() => {
  checkout = new Checkout();
});
afterEach(() => {
  checkout.remove();
});

describe('a Node that is too old', () => {
  it('to install anything gets one line', async () => {
    const { code, stdout, stderr } = await checkout.run('start', [], '16.3.0');
    expect(stderr).toBe('lectern: Node 20 or newer is needed to install Lectern (this is Node 16.3.0)\n');
    expect([code, stdout, checkout.calls()]).toEqual([1, '', []]);
  });

  it('to run Lectern gets one line when npm brought no other', async () => {
    checkout.stock();
    const { code, stderr } = await checkout.run('lectern', [], '20.1.0');
    expect(code).toBe(1);
    expect(stderr).toMatch(/^lectern: Node 24 or newer is needed.*\(this is Node 20\.1\.0 on .*\)\n$/);
  });

  it('hands over to the one that npm brought, with arguments, folder and exit code', async () => {
    checkout.stock().bringNode();
    const { code, stdout } = await checkout.run('lectern', ['kwic', 'куќа'], '20.1.0');
    expect(JSON.parse(stdout)).toEqual({
      args: ['kwic', 'куќа'],
      cwd: join(checkout.root, 'elsewhere'),
      version: process.versions.node,
    });
    expect(code).toBe(5);
  });
});

describe('the packages', () => {
  it('are installed when there are none, and again only when the lock file names others', async () => {
    await checkout.run('build');
    expect(checkout.calls()).toEqual(['npm ci --include=dev --include=optional']);
    checkout.stock();
    await checkout.run('build');
    expect(checkout.calls()).toHaveLength(2);
    expect(checkout.calls()[1]).toBe('build');
    checkout.lock({ tool: '1.0.1' });
    await checkout.run('build');
    expect(checkout.calls()[2]).toMatch(/^npm ci/);
  });

  it('that npm cannot install end it with what npm says and one line', async () => {
    checkout.write('npm-fails', '');
    const { code, stdout, stderr } = await checkout.run('lectern', ['info', '.']);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toBe('npm says why\nlectern: the packages could not be installed; npm says why above (npm ci)\n');
  });
});

describe('the program', () => {
  it('is built when a source changed or a part of it is gone, and prints nothing of its own to standard output', async () => {
    checkout.stock();
    for (let times = 0; times < 2; times++) {
      const { code, stdout, stderr } = await checkout.run('lectern', ['info', '--json']);
      expect(JSON.parse(stdout)).toMatchObject({ args: ['info', '--json'] });
      expect([code, stderr]).toEqual([5, '']);
    }
    expect(checkout.calls()).toEqual(['build']);
    checkout.write('src/new.ts', '');
    await checkout.run('lectern');
    expect(checkout.calls()).toEqual(['build', 'build']);
    rmSync(join(checkout.root, 'out', 'main', 'worker.js'));
    await checkout.run('lectern');
    expect(checkout.calls()).toEqual(['build', 'build', 'build']);
  });

  it('is built once when two ask for it together', async () => {
    checkout.stock();
    const both = await Promise.all([checkout.run('lectern'), checkout.run('lectern')]);
    expect(both.map(({ code }) => code)).toEqual([5, 5]);
    expect(checkout.calls()).toEqual(['build']);
  });

  it('is built although someone who built it was killed', async () => {
    checkout.stock();
    // No process has this number: it is beyond what any system gives out.
    checkout.write('out/.lock', '4194304999');
    expect((await checkout.run('lectern')).code).toBe(5);
    expect(checkout.calls()).toEqual(['build']);
  });

  it('that cannot be built ends with what the builder says and one line', async () => {
    checkout.stock().write('build-fails', '');
    const { code, stdout, stderr } = await checkout.run('lectern');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('the builder says why\n');
    expect(stderr).toMatch(/lectern: the program could not be built.*\n$/);
  });
});

describe('npm start', () => {
  const argsOf = async (...args: string[]) => {
    const { stdout } = await checkout.stock().run('start', args);
    return (JSON.parse(stdout) as { args: string[] }).args;
  };

  it('opens the samples unless a folder is named', async () => {
    const samples = join(checkout.root, 'samples');
    checkout.write('node_modules/electron/path.txt', 'electron');
    expect(await argsOf()).toEqual(['open', '--or-browser', samples]);
    expect(await argsOf('--no-browser', '--port', '8080')).toEqual([
      'open',
      '--or-browser',
      '--no-browser',
      '--port',
      '8080',
      samples,
    ]);
    expect(await argsOf('texts')).toEqual(['open', '--or-browser', 'texts']);
  });
});

describe('npm test', () => {
  function report(tests: Readonly<Record<string, unknown>>, code: number): void {
    const none = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
    checkout.stock().write('report', JSON.stringify({ ...none, ...tests }));
    checkout.write('vitest-code', String(code));
  }
  const lastLine = (stdout: string) => stdout.trimEnd().split('\n').at(-1);

  it('counts what passed', async () => {
    report({ numPassedTests: 12 }, 0);
    const { code, stdout } = await checkout.run('test');
    expect([code, lastLine(stdout)]).toEqual([0, '12 passed, 0 failed']);
    expect(checkout.calls()).toEqual(['build', 'vitest run']);
  });

  it('fails with what failed, also where a file could not be loaded', async () => {
    const unloaded = { status: 'failed', assertionResults: [] };
    report({ numPassedTests: 3, numFailedTests: 2, testResults: [unloaded] }, 1);
    const { code, stdout } = await checkout.run('test');
    expect([code, lastLine(stdout)]).toEqual([1, '3 passed, 3 failed']);
  });

  it('fails when vitest does, whatever it counted, and when it leaves no report', async () => {
    report({ numPassedTests: 3 }, 1);
    const crashed = await checkout.run('test');
    expect([crashed.code, lastLine(crashed.stdout)]).toEqual([1, '3 passed, 1 failed']);
    report({}, 0);
    expect((await checkout.run('test')).code).toBe(1);
  });

  it('lets no test be skipped in silence', async () => {
    report({ numPassedTests: 3, numPendingTests: 1 }, 0);
    const whole = await checkout.run('test');
    expect([whole.code, lastLine(whole.stdout)]).toEqual([1, '3 passed, 0 failed, 1 skipped']);
    const chosen = await checkout.run('test', ['some/file']);
    expect(chosen.code).toBe(0);
    expect(checkout.calls().at(-1)).toBe('vitest run some/file');
  });
});
