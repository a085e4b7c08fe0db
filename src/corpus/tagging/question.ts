/** Which spans a question means. Relations and NOT are asked within a document: a span has nothing to do with another's. */
import type { SpanId, SpanQuestion, TagId } from '../../shared/tagging.ts';
import type { DocId } from '../../shared/model.ts';
import type { DocumentSpans } from './placed-spans.ts';
import type { UnitsBetween } from './relations.ts';
import { related } from './relations.ts';

type Unit = NonNullable<Extract<SpanQuestion, { kind: 'relation' }>['unit']>;

/** What a question needs to know beyond the spans themselves. Each is asked once for a part of the question. */
export interface QuestionFacts {
  /** The tag and those below it. */
  readonly tagsFrom: (tag: TagId) => ReadonlySet<TagId>;
  /** Spans whose quote holds the words, case and marks ignored. */
  readonly quoting: (text: string) => ReadonlySet<SpanId>;
  /** Spans with a note that holds the words. */
  readonly noted: (text: string) => ReadonlySet<SpanId>;
  /** Undefined: all documents are meant. */
  readonly documents: (where: string) => ((doc: DocId) => boolean) | undefined;
  readonly units: (doc: DocId, unit: Unit) => UnitsBetween;
}

/** For each span of the document, whether it is meant. */
export type Meant = (document: DocumentSpans) => boolean[];

/** Reads the question once, for all documents. */
export function meantBy(question: SpanQuestion, facts: QuestionFacts): Meant {
  switch (question.kind) {
    case 'all':
      return eachSpan(() => true);
    case 'tag': {
      const wanted = question.children ? facts.tagsFrom(question.tag) : new Set([question.tag]);
      return eachSpan(({ tags }) => tags.some((tag) => wanted.has(tag)));
    }
    case 'and':
      return together(question.of, facts, (parts, at) => parts.every((part) => part[at]));
    case 'or':
      return together(question.of, facts, (parts, at) => parts.some((part) => part[at]));
    case 'not':
      return together([question.of], facts, ([part], at) => !part![at]);
    case 'relation':
      return relation(question, facts);
    case 'quote': {
      const quoting = facts.quoting(question.text);
      return eachSpan(({ span }) => quoting.has(span));
    }
    case 'note': {
      const noted = facts.noted(question.text);
      return eachSpan(({ span }) => noted.has(span));
    }
    case 'author':
      return eachSpan(({ author }) => author === question.coder);
    case 'state':
      return eachSpan(({ state }) => state === question.state);
    case 'where': {
      const means = facts.documents(question.where);
      return ({ doc, spans }) => spans.map(() => doc !== null && (means?.(doc) ?? true));
    }
    case 'document':
      return ({ path, spans }) => spans.map(() => path === question.path);
  }
}

function eachSpan(passes: (span: DocumentSpans['spans'][number]) => boolean): Meant {
  return ({ spans }) => spans.map(passes);
}

function together(
  of: readonly SpanQuestion[],
  facts: QuestionFacts,
  join: (parts: readonly boolean[][], at: number) => boolean,
): Meant {
  const parts = of.map((part) => meantBy(part, facts));
  return (document) => {
    const meant = parts.map((part) => part(document));
    return document.spans.map((_, at) => join(meant, at));
  };
}

function relation(question: Extract<SpanQuestion, { kind: 'relation' }>, facts: QuestionFacts): Meant {
  const { relation: kind, distance = Infinity, unit = 'words' } = question;
  const of = meantBy(question.of, facts);
  const to = meantBy(question.to, facts);
  return (document) => {
    const { spans, doc } = document;
    // What became of an orphan's place nobody can say; and where the text is not at hand, nothing can be counted in it.
    const standing = (meant: readonly boolean[]): number[] =>
      spans.flatMap(({ state }, at) => (meant[at] && state !== 'orphan' ? [at] : []));
    const result = spans.map(() => false);
    if (distance !== Infinity && doc === null) return result;
    const chosen = standing(of(document));
    if (chosen.length === 0) return result;
    const between: UnitsBetween = distance === Infinity ? () => 0 : facts.units(doc!, unit);
    const found = related(spans, chosen, standing(to(document)), kind, between, distance);
    for (const [at, span] of chosen.entries()) result[span] = found[at]!;
    return result;
  };
}
