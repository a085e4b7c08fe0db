/** What may come next in a condition on documents: fields, values, the words between. Completes the end of the text. */
import type { MetadataField } from '../../../shared/answers.ts';

export interface Completion {
  /** The whole condition once this is taken. */
  readonly text: string;
  /** What is added, as the list shows it. */
  readonly name: string;
  /** Documents that have it, where that is known. */
  readonly documents?: number;
}

/** More are not read: more letters find more. */
const most = 40;

const comparison = /([\p{L}\p{N}_.-]+)\s*(!=|!~|<=|>=|=|~|<|>)\s*("(?:\\.|[^"\\])*|[^\s()"]*)$/u;
const fieldStart = /(?:^|[\s(])(@?[\p{L}\p{N}_.-]*)$/u;
const afterComparison = /(?:[^\s(]|")\s+$/u;

/** A value as a condition takes it: quoted when it must be. */
function asValue(value: string): string {
  return value !== '' && /^[^\s()"\\]+$/u.test(value) ? value : `"${value.replace(/["\\]/g, '\\$&')}"`;
}

/** `fields` as the corpus has them, with values; `saved` are names of saved conditions. */
export function completions(
  text: string,
  fields: readonly MetadataField[],
  saved: readonly string[],
): readonly Completion[] {
  const compared = comparison.exec(text);
  if (compared) return valuesOf(text, compared, fields);
  if (afterComparison.test(text) && !/(?:^|[\s(])(?:and|or|not)\s+$/iu.test(text))
    return ['and', 'or'].map((word) => ({ text: `${text}${word} `, name: word }));
  const begun = fieldStart.exec(text)?.[1];
  if (begun === undefined) return [];
  const before = text.slice(0, text.length - begun.length);
  const wanted = begun.toLowerCase();
  return [
    ...saved.map((name) => ({ text: `${before}@${name}`, name: `@${name}` })),
    ...fields
      // A name with other signs cannot be written in a condition.
      .filter(({ field, documents }) => documents > 0 && /^[\p{L}\p{N}_.-]+$/u.test(field))
      .map(({ field, documents }) => ({ text: `${before}${field}=`, name: field, documents })),
  ]
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .slice(0, most);
}

function valuesOf(text: string, compared: RegExpExecArray, fields: readonly MetadataField[]): readonly Completion[] {
  const [whole, name = '', operator = '', begun = ''] = compared;
  const field = fields.find((known) => known.field.toLowerCase() === name.toLowerCase());
  if (!field) return [];
  const wanted = begun.replace(/^"/, '').toLowerCase();
  const before = text.slice(0, compared.index) + whole.slice(0, whole.length - begun.length);
  return field.values
    .filter(({ value }) => value.toLowerCase().includes(wanted) && (begun === '' || asValue(value) !== begun))
    .slice(0, most)
    .map(({ value, documents }) => ({
      text: `${before}${asValue(value)}`,
      name: `${name}${operator}${asValue(value)}`,
      documents,
    }));
}
