/** Tables of the tagged passages: what stands with what. */
import { tagMatrix } from '../../corpus/tagging/matrix.ts';
import { meantBy } from '../../corpus/tagging/question.ts';
import { ExpectedFailure } from '../../shared/failure.ts';
import type { Handlers } from '../handler.ts';
import { inProject } from './corpus-project.ts';
import { headsOf } from './matrix-heads.ts';
import { factsOf } from './question-facts.ts';

export const matrixHandlers: Handlers<'matrix.open'> = {
  'matrix.open': inProject((room, { rows, columns, relation, distance, unit = 'words', counted }) => {
    const { own, opened, project } = room;
    if (relation !== 'same' && (rows.kind !== 'tags' || columns.kind !== 'tags'))
      throw new ExpectedFailure('bad-request', 'Only tags can stand to each other; choose tags for rows and columns.');
    const documents = own.documents(opened);
    const facts = factsOf(room);
    const [down, across] = [headsOf(room, rows, documents), headsOf(room, columns, documents)];
    const meant = (heads: typeof down) => heads.heads.map(({ question }) => meantBy(question, facts));
    const hasDistance = relation === 'near' || relation === 'precedes';
    const cells = tagMatrix(documents, meant(down), meant(across), {
      ...{ relation, counted, most: hasDistance ? (distance ?? Infinity) : Infinity },
      units: (doc) => facts.units(doc, unit),
    });
    return {
      revision: project.state.revision,
      rows: down.heads,
      columns: across.heads,
      cells,
      complete: down.complete && across.complete,
    };
  }),
};
