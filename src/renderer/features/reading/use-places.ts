/** Sentences and paragraphs by number: where the reader is, and the way to another. */
import { type RefObject, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { CorpusId, DocId, Span } from '../../../shared/model.ts';
import type { ArticleHandle } from '../../ui/monaco/article-view.tsx';
import { type Goal, numberAt } from './place-text.ts';
import { useSentences } from './use-document.ts';

interface PlacesParts {
  readonly corpus: CorpusId;
  readonly doc: DocId;
  readonly paragraphs: readonly Span[];
  /** Offset of the cursor. */
  readonly at: number;
  readonly view: RefObject<ArticleHandle | null>;
}

export function usePlaces({ corpus, doc, paragraphs, at, view }: PlacesParts) {
  const sentences = useSentences(corpus, doc);
  const [isGoing, setGoing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const end = () => {
    setGoing(false);
    view.current?.focus();
  };
  return {
    ...{ isGoing, field, end },
    counts: { sentence: sentences.length, paragraph: paragraphs.length },
    numbers: { sentence: numberAt(sentences, at), paragraph: numberAt(paragraphs, at) },
    ask: () => {
      // Drawn at once, so that the field is there to take the keyboard.
      flushSync(() => {
        setGoing(true);
      });
      field.current?.focus();
      field.current?.select();
    },
    go: ({ unit, number }: Goal) => {
      const goal = (unit === 'sentence' ? sentences : paragraphs)[number - 1];
      if (goal) view.current?.select(goal);
      end();
    },
  };
}
