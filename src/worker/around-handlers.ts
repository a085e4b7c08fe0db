/** The surroundings of a stretch of a document. */
import { aroundOf } from '../corpus/tagging/around.ts';
import type { Handlers } from './handler.ts';

export const aroundHandlers: Handlers<'document.around'> = {
  'document.around': (corpus, { doc, start, end }) => {
    corpus.document(doc);
    return aroundOf(corpus.opened.index, corpus.opened.texts.text(doc), doc, { start, end });
  },
};
