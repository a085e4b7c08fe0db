/** Nested values as flat fields. */

function plain(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
    case 'boolean':
    case 'bigint':
      return String(value);
    default:
      return undefined;
  }
}

/**
 * Keys with dots between levels → the values there; a list of plain values is one field with several values. Lists of
 * objects get their number as a level. What lies deeper than `depth` is left out.
 */
export function flatten(value: unknown, depth: number): Map<string, string[]> {
  const fields = new Map<string, string[]>();
  const visit = (at: unknown, key: string, level: number): void => {
    const text = plain(at);
    if (text !== undefined) fields.set(key, [...(fields.get(key) ?? []), text]);
    else if (typeof at === 'object' && at !== null && level < depth) {
      if (Array.isArray(at)) {
        const list = at as readonly unknown[];
        if (list.every((one) => plain(one) !== undefined))
          fields.set(
            key,
            list.map((one) => plain(one)!),
          );
        else
          list.forEach((one, index) => {
            visit(one, join(key, String(index)), level + 1);
          });
      } else {
        for (const [name, one] of Object.entries(at)) visit(one, join(key, name), level + 1);
      }
    }
  };
  visit(value, '', 0);
  fields.delete('');
  return fields;
}

const join = (key: string, name: string): string => (key === '' ? name : `${key}.${name}`);
