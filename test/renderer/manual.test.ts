/** The manual as it lies in the repository: every page is reached, every link and picture leads somewhere. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../program.ts';
import { languages } from '../../src/renderer/language/languages.ts';

const manual = join(root, 'docs', 'manual');

interface Page {
  readonly path: string;
  readonly text: string;
}

const pages: readonly Page[] = languages.flatMap((language) =>
  readdirSync(join(manual, language)).map((name) => {
    const path = join(manual, language, name);
    return { path, text: readFileSync(path, 'utf8') };
  }),
);

function linksOf({ path, text }: Page): string[] {
  return Array.from(text.matchAll(/\]\(([^)\s]+)\)/gu), ([, href]) => resolve(dirname(path), href ?? ''));
}

it('has a first page in every language, and its pages and pictures are there', () => {
  for (const language of languages) expect(existsSync(join(manual, language, 'index.md'))).toBe(true);
  for (const page of pages) {
    expect(page.text).toMatch(/^# .+\n/u);
    for (const link of linksOf(page)) expect([page.path, existsSync(link) ? link : null]).toEqual([page.path, link]);
  }
});

it('leads from its first page to every other, and shows every picture that was taken', () => {
  const linked = new Set(pages.flatMap(linksOf));
  for (const { path } of pages) if (!path.endsWith('index.md')) expect(linked).toContain(path);
  for (const name of readdirSync(join(manual, 'images'))) expect(linked).toContain(join(manual, 'images', name));
});
