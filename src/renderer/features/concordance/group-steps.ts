/** From a group of lines to the step that keeps only its lines. */
import type { LineGroup } from '../../../shared/answers.ts';
import type { GroupKey, Query, Step } from '../../../shared/terms.ts';
import { asWritten, quoted } from '../../../shared/written.ts';

/** `match`, `document`, `B1`, or `field:` and a name. */
export function groupKeyOf(by: string): GroupKey {
  return by.startsWith('field:') ? { field: by.slice('field:'.length) } : by;
}

/** Null when no step means just these lines: those without such a word, and fields that a condition cannot name. */
export function groupStep(key: GroupKey, { value }: LineGroup, { case: byCase, marks }: Query): Step | null {
  if (typeof key === 'object' && !/^[\p{L}\p{N}_.-]+$/u.test(key.field)) return null;
  if (typeof key === 'object') return { kind: 'where', where: `${key.field}=${quoted(value ?? '')}` };
  if (key === 'verdict') return { kind: 'verdict', verdicts: [value], keep: true };
  if (value === null) return null;
  if (key === 'document') return { kind: 'where', where: `path=${quoted(value)}` };
  const query: Query = { text: value.split(' ').map(asWritten).join(' '), mode: 'simple', case: byCase, marks };
  if (key === 'match') return { kind: 'combine', with: { query }, operation: 'intersection' };
  const distance = Number(key.slice(1));
  const isBefore = key.startsWith('B');
  return {
    kind: 'filter',
    query,
    before: isBefore ? distance : 0,
    after: isBefore ? 0 : distance,
    sentence: false,
    keep: true,
  };
}
