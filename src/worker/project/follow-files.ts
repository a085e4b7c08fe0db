/** Has spans follow the files that they stand in. */
import type { DocId } from '../../shared/model.ts';
import type { OpenedFolder } from '../open.ts';
import { numberIn, textIn } from './database.ts';
import type { Project } from './project.ts';
import { digestOf, docOfPath } from './tagged-documents.ts';

/** Where each document of the project is in the folder; null where it is not, or is another text. */
export function followFiles(project: Project, opened: OpenedFolder): Map<number, DocId | null> {
  const docs = new Map<number, DocId | null>();
  const known = project.database.all(
    'SELECT documents.id, path, hash FROM documents JOIN versions ON versions.id = version',
  );
  for (const row of known) {
    const doc = docOfPath(opened, textIn(row, 1));
    const same = doc !== undefined && digestOf(opened.texts.text(doc)) === textIn(row, 2);
    docs.set(numberIn(row, 0), same ? doc : null);
  }
  return docs;
}
