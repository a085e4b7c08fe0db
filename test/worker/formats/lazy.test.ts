/** A folder of plain text must not pay for the PDF library: what is loaded is told by Node itself, in a process of its own. */
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

/** Packages loaded by extracting each `[name, content]` in turn. */
function packagesLoaded(files: readonly (readonly [name: string, content: string])[]): string[] {
  const script = `
    import { registerHooks } from 'node:module';
    const loaded = new Set();
    registerHooks({ load(url, context, next) {
      const found = /node_modules\\/((?:@[^/]+\\/)?[^/]+)\\//.exec(url);
      if (found) loaded.add(found[1]);
      return next(url, context);
    } });
    const { extract, usualLimits } = await import(process.argv[1]);
    for (const [name, content] of JSON.parse(process.argv[2])) {
      await extract(new TextEncoder().encode(content), name, { html: 'main', limits: usualLimits });
    }
    console.log(JSON.stringify([...loaded]));`;
  const module = new URL('../../../src/worker/formats/extract.ts', import.meta.url).href;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script, module, JSON.stringify(files)], {
    encoding: 'utf8',
  });
  return JSON.parse(output) as string[];
}

describe('readers are loaded when needed', () => {
  it('plain UTF-8 loads no library at all', () => {
    expect(
      packagesLoaded([
        ['a.txt', 'прв текст'],
        ['b.md', '# наслов'],
      ]),
    ).toEqual([]);
  });

  it('a table loads the table reader and no other', () => {
    expect(packagesLoaded([['a.csv', 'text,n\na,1\n']])).toEqual(['csv-parse']);
  });
});
