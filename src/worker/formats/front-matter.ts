import { parse } from 'yaml';
import { flatten } from './flatten.ts';

/** Keys with dots between levels; undefined when the text is no YAML mapping. Aliases are few by the library's limit. */
export function parseFrontMatter(yaml: string): Record<string, string> | undefined {
  let value: unknown;
  try {
    // `failsafe` keeps dates and numbers as they are written: 2022-03 must not become a number or a moment.
    value = parse(yaml, { schema: 'failsafe', maxAliasCount: 50, logLevel: 'silent', uniqueKeys: false });
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.fromEntries([...flatten(value, 8)].map(([key, parts]) => [key, parts.join('; ')]));
}
