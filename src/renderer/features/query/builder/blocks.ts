/**
 * A query as blocks, for those who do not write cql: words one after the other, and where all of them must stand. What the
 * blocks say is written here; read-blocks.ts reads back what could have been written. Pure.
 */

export const hows = ['is', 'begins', 'ends', 'contains', 'stem', 'tag'] as const;
export type How = (typeof hows)[number];
/** How the value of a field is compared. */
export const valueHows = ['is', 'begins', 'ends', 'contains'] as const;
export type ValueHow = (typeof valueHows)[number];

/** One thing that a word may be: its form, its stem, or the tag of a passage that it stands in. */
export interface Alternative {
  readonly how: How;
  readonly text: string;
}

export interface Block {
  /** Any of them; none: any word at all. */
  readonly alternatives: readonly Alternative[];
  /** None of them instead. */
  readonly not: boolean;
  /** Whether capitals, and whether marks, count. */
  readonly case: boolean;
  readonly marks: boolean;
  /** How often it stands there, one after the other; `most` may be `Infinity`. */
  readonly least: number;
  readonly most: number;
}

export interface DocumentTest {
  readonly field: string;
  readonly not: boolean;
  readonly how: ValueHow;
  readonly value: string;
}

/** Where all words stand together. */
export interface Inside {
  readonly unit: 'document' | 'sentence' | 'paragraph';
  /** Name of the tag of a passage; empty for none. */
  readonly tag: string;
  /** All of them hold for the document. */
  readonly documents: readonly DocumentTest[];
}

export interface Build {
  readonly blocks: readonly Block[];
  readonly inside: Inside;
}

/** The most times that the language repeats anything. */
export const mostTimes = 500;

export const anyWord: Block = { alternatives: [], not: false, case: false, marks: false, least: 1, most: 1 };
export const oneWord: Block = { ...anyWord, alternatives: [{ how: 'is', text: '' }] };
export const anywhere: Inside = { unit: 'document', tag: '', documents: [] };

export function isFilled({ text }: Alternative): boolean {
  return text.trim() !== '';
}

/** As it is written: without what is not filled in, and without switches that say nothing. */
export function normal({ blocks, inside }: Build): Build {
  return {
    blocks: blocks.filter(({ alternatives }) => alternatives.length === 0 || alternatives.some(isFilled)).map(plain),
    inside: {
      ...inside,
      tag: inside.tag.trim(),
      documents: inside.documents
        .filter(({ field, value }) => field !== '' && value.trim() !== '')
        .map((test) => ({ ...test, value: test.value.trim() })),
    },
  };
}

function plain(block: Block): Block {
  const alternatives = block.alternatives.filter(isFilled).map(({ how, text }) => ({ how, text: text.trim() }));
  const hasForm = alternatives.some(({ how }) => how !== 'stem' && how !== 'tag');
  return {
    ...block,
    alternatives,
    not: block.not && alternatives.length > 0,
    case: block.case && hasForm,
    marks: block.marks && hasForm,
  };
}

/** The query in cql; empty as long as no word is filled in. */
export function written(build: Build): string {
  const { blocks, inside } = normal(build);
  if (blocks.length === 0) return '';
  const { unit, tag, documents } = inside;
  return [
    ...blocks.map((block) => tokenOf(block) + timesOf(block)),
    ...(unit === 'document' ? [] : [unit === 'sentence' ? 'within <s/>' : 'within <p/>']),
    ...(tag === '' ? [] : [`within <tag name="${escaped(tag)}"/>`]),
    ...(documents.length === 0 ? [] : [`within <doc ${documents.map(conditionOf).join(' & ')}/>`]),
  ].join(' ');
}

function tokenOf({ alternatives, not, ...counts }: Block): string {
  const tests = alternatives.map(({ how, text }) => testOf(how, text, counts));
  const any = tests.join(' | ');
  if (!not) return `[${any}]`;
  return tests.length === 1 ? `[!${any}]` : `[!(${any})]`;
}

function testOf(how: How, text: string, counts: { readonly case: boolean; readonly marks: boolean }): string {
  if (how === 'stem' || how === 'tag') return `${how}="${escaped(text)}"`;
  const expression = `"${expressionOf(how, text)}"`;
  if (counts.case && counts.marks) return `word=${expression}`;
  if (counts.case) return `word=${expression} %d`;
  return counts.marks ? `lower=${expression}` : `fold=${expression}`;
}

function expressionOf(how: ValueHow, text: string): string {
  const open = how === 'ends' || how === 'contains' ? '.*' : '';
  const close = how === 'begins' || how === 'contains' ? '.*' : '';
  return open + escaped(text) + close;
}

function conditionOf({ field, not, how, value }: DocumentTest): string {
  return `${field}${not ? '!=' : '='}"${expressionOf(how, value)}"`;
}

function timesOf({ least, most }: Block): string {
  if (least === 1 && most === 1) return '';
  if (least === 0 && most === 1) return '?';
  if (most === Infinity) return least === 0 ? '*' : least === 1 ? '+' : `{${least},}`;
  return least === most ? `{${least}}` : `{${least},${most}}`;
}

/** Signs with a meaning of their own in an expression, and the end of a string. */
function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|"]/gu, '\\$&');
}
