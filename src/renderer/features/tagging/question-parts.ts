/** Parts of a question for tagged passages: how each begins, and whether it can be asked yet. */
import type { CoderId, SpanQuestion, Tag } from '../../../shared/tagging.ts';

export const partKinds = [
  'all',
  'tag',
  'and',
  'or',
  'not',
  'relation',
  'quote',
  'note',
  'author',
  'state',
  'where',
  'document',
] as const satisfies readonly SpanQuestion['kind'][];

interface Known {
  readonly tags: readonly Tag[];
  readonly coders: { readonly coder: CoderId };
}

/** A part of that kind; what stood there before is kept in it where it fits. */
export function startOf(kind: SpanQuestion['kind'], before: SpanQuestion, { tags, coders }: Known): SpanQuestion {
  const [first] = tags;
  const tag: SpanQuestion = first ? { kind: 'tag', tag: first.tag, children: true } : { kind: 'all' };
  switch (kind) {
    case 'all':
      return { kind };
    case 'tag':
      return tag;
    case 'and':
    case 'or':
      return { kind, of: before.kind === 'and' || before.kind === 'or' ? before.of : [before, tag] };
    case 'not':
      return { kind, of: before };
    case 'relation':
      return { kind, relation: 'within', of: before, to: tag };
    case 'quote':
    case 'note':
      return { kind, text: before.kind === 'quote' || before.kind === 'note' ? before.text : '' };
    case 'author':
      return { kind, coder: coders.coder };
    case 'state':
      return { kind, state: 'held' };
    case 'where':
      return { kind, where: '' };
    case 'document':
      return { kind, path: '' };
  }
}

interface Written {
  /** What is asked for: a word of the feature's. */
  readonly asks: 'words' | 'where' | 'path';
  readonly text: string;
  put(text: string): SpanQuestion;
}

/** What is typed into a part; null for one that is chosen only. */
export function writtenIn(part: SpanQuestion): Written | null {
  switch (part.kind) {
    case 'quote':
    case 'note':
      return { asks: 'words', text: part.text, put: (text) => ({ ...part, text }) };
    case 'where':
      return { asks: 'where', text: part.where, put: (where) => ({ ...part, where }) };
    case 'document':
      return { asks: 'path', text: part.path, put: (path) => ({ ...part, path }) };
    default:
      return null;
  }
}

/** The question with one more condition, which is a tag at first. */
export function withPart(question: SpanQuestion, tags: readonly Tag[]): SpanQuestion {
  const [first] = tags;
  const part: SpanQuestion = first ? { kind: 'tag', tag: first.tag, children: true } : { kind: 'state', state: 'held' };
  if (question.kind === 'all') return part;
  return question.kind === 'and' ? { kind: 'and', of: [...question.of, part] } : { kind: 'and', of: [question, part] };
}

/** Whether nothing in it waits to be written. */
export function isWhole(question: SpanQuestion): boolean {
  switch (question.kind) {
    case 'and':
    case 'or':
      return question.of.every(isWhole);
    case 'not':
      return isWhole(question.of);
    case 'relation':
      return isWhole(question.of) && isWhole(question.to);
    case 'quote':
    case 'note':
      return question.text.trim() !== '';
    case 'where':
      return question.where.trim() !== '';
    case 'document':
      return question.path.trim() !== '';
    default:
      return true;
  }
}
