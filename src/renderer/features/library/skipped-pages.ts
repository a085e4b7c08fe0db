/** The whole list of files that were not read and of remarks on others, fetched page by page. */
import { useEffect, useState } from 'react';
import { type SkippedFile } from '../../../shared/answers.ts';
import { longestPage } from '../../../shared/terms.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { CorpusId } from '../../../shared/model.ts';
import { asFailure } from '../../app/actions/failures.ts';
import { request } from '../../app/request.ts';
import { engineWords } from '../../language/engine-words.ts';

interface SkippedList {
  readonly files: readonly SkippedFile[];
  /** Null until the first page has come. */
  readonly total: number | null;
  readonly failure: Failure | null;
}

/** All of it, because a filter and a copy mean all of it: a remark is a hundred bytes. */
export function useSkipped(corpus: CorpusId): SkippedList {
  const [list, setList] = useState<SkippedList>({ files: [], total: null, failure: null });
  useEffect(() => {
    let left = false;
    const read = async () => {
      let files: readonly SkippedFile[] = [];
      for (;;) {
        const page = await request('corpus.skipped', { corpus, from: files.length, count: longestPage });
        if (left) return;
        files = [...files, ...page.skipped.map((file) => ({ ...file, reason: engineWords(file.reason) }))];
        setList({ files, total: page.total, failure: null });
        if (page.skipped.length === 0 || files.length >= page.total) return;
      }
    };
    read().catch((error: unknown) => {
      if (!left) setList((known) => ({ ...known, failure: asFailure(error) }));
    });
    return () => {
      left = true;
    };
  }, [corpus]);
  return list;
}

export type SkippedKind = 'all' | SkippedFile['kind'];

/** Files of that kind whose path or reason holds every word of the filter. */
export function matchingSkipped(files: readonly SkippedFile[], kind: SkippedKind, filter: string): SkippedFile[] {
  const words = filter.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return files.filter((file) => {
    if (kind !== 'all' && file.kind !== kind) return false;
    const text = `${file.path} ${file.reason}`.toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
}
