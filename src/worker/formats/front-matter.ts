import { parse } from 'yaml';
import { flatten } from './flatten.ts';

/** `title: War: the end` is no YAML, and what people write. A value that begins with a sign of YAML's is not meant so. */
const plainLine = /^([\p{L}_][\p{L}\p{N}_ -]*):(?:[ \t]+(?![&*!|>[{])(.*))?$/u;

function plainLines(text: string): Record<string, string> | undefined {
  const fields: Record<string, string> = {};
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const found = plainLine.exec(line);
    if (!found) return undefined;
    fields[found[1]!.trim()] = (found[2] ?? '').trim().replace(/^(["'])(.*)\1$/u, '$2');
  }
  return fields;
}

/**
 * Keys with dots between levels; undefined when the text is neither a YAML mapping nor plain lines of `key: value`.
 * Aliases are few by the library's limit.
 */
export function parseFrontMatter(yaml: string): Record<string, string> | undefined {
  let value: unknown;
  try {
    // `failsafe` keeps dates and numbers as they are written: 2022-03 must not become a number or a moment.
    value = parse(yaml, { schema: 'failsafe', maxAliasCount: 50, logLevel: 'error', uniqueKeys: false });
  } catch {
    return plainLines(yaml);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.fromEntries([...flatten(value, 8)].map(([key, parts]) => [key, parts.join('; ')]));
}
