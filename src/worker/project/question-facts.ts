/** What questions about spans ask of the project and of the open folder. */
import type { UnitsBetween } from '../../corpus/tagging/relations.ts';
import type { QuestionFacts } from '../../corpus/tagging/question.ts';
import { fold } from '../../corpus/text/fold.ts';
import type { DocId, TokenIndex } from '../../shared/model.ts';
import type { SpanId } from '../../shared/tagging.ts';
import type { OpenedFolder } from '../open.ts';
import type { Own } from './corpus-project.ts';
import { textIn } from './database.ts';
import { tagsFrom } from './tag-rows.ts';

export function factsOf({ project, corpus, opened }: Pick<Own, 'project' | 'corpus' | 'opened'>): QuestionFacts {
  const { database } = project;
  const holding = (sql: string, text: string): Set<SpanId> => {
    const wanted = fold(text);
    const found = new Set<SpanId>();
    for (const row of database.all(sql)) if (fold(textIn(row, 1)).includes(wanted)) found.add(textIn(row, 0) as SpanId);
    return found;
  };
  return {
    tagsFrom: (tag) => new Set(tagsFrom(database, tag)),
    quoting: (text) => holding('SELECT id, quote FROM spans', text),
    noted: (text) => holding("SELECT target, text FROM notes WHERE kind = 'span'", text),
    documents: (where) => corpus.select(where).means,
    units: (doc, unit) => unitsBetween(opened, doc, unit),
  };
}

/** Words wholly between two places; for sentences and paragraphs how many of them begin on the way. */
function unitsBetween({ index }: OpenedFolder, doc: DocId, unit: 'words' | 'sentences' | 'paragraphs'): UnitsBetween {
  switch (unit) {
    case 'words': {
      const starts = index.documentStart();
      const [first, end] = [starts[doc]!, starts[doc + 1]!];
      return (from, until) => {
        const begun = firstWhere(first, end, (token) => index.charStart(token as TokenIndex) >= from);
        return Math.max(0, firstWhere(begun, end, (token) => index.charEnd(token as TokenIndex) > until) - begun);
      };
    }
    case 'sentences':
      return regionsBetween(index.documentSentence(), doc, (sentence) => index.sentenceSpan(sentence)[0]);
    case 'paragraphs':
      return regionsBetween(index.documentParagraph(), doc, (paragraph) => index.paragraphSpan(paragraph)[0]);
  }
}

function regionsBetween(bounds: Uint32Array, doc: DocId, startOf: (region: number) => number): UnitsBetween {
  const [first, end] = [bounds[doc]!, bounds[doc + 1]!];
  // The last character before `from` belongs to what ends there.
  const after = (place: number): number => firstWhere(first, end, (region) => startOf(region) > place);
  return (from, until) => after(until) - after(from - 1);
}

/** The first number of [from, to) that passes, where all after one that passes do too. */
function firstWhere(from: number, to: number, passes: (number: number) => boolean): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (passes(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
