/** Files of the folder that were not read, each with its reason. */
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { longestPage, type SkippedFile } from '../../../shared/contract.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { CorpusId } from '../../../shared/model.ts';
import { asFailure } from '../../app/actions/failures.ts';
import { request } from '../../app/request.ts';
import { formatCount, formatNumber } from '../../ui/format.ts';
import { PaperDialog } from '../../ui/dialog.tsx';

interface SkippedFilesProps {
  readonly corpus: CorpusId;
  readonly name: string;
  readonly onClose: () => void;
}

export function SkippedFiles({ corpus, name, onClose }: SkippedFilesProps) {
  const [files, setFiles] = useState<readonly SkippedFile[]>([]);
  const [total, setTotal] = useState<number | null>(null);
  const [wanted, setWanted] = useState(longestPage);
  const [failure, setFailure] = useState<Failure | null>(null);

  useEffect(() => {
    let left = false;
    request('corpus.skipped', { corpus, from: wanted - longestPage, count: longestPage })
      .then((page) => {
        if (left) return;
        setFiles((known) => [...known.slice(0, wanted - longestPage), ...page.skipped]);
        setTotal(page.total);
      })
      .catch((error: unknown) => {
        if (!left) setFailure(asFailure(error));
      });
    return () => {
      left = true;
    };
  }, [corpus, wanted]);

  return (
    <PaperDialog title={`Files of ${name} that were not read`} onClose={onClose}>
      {failure && <p role="alert">{failure.message}</p>}
      {total === null && !failure && <p>Reading the list…</p>}
      {total === 0 && <p>Every file was read.</p>}
      {files.length > 0 && (
        <table className="library-skipped">
          <thead>
            <tr className="ui-label">
              <th scope="col">File</th>
              <th scope="col">Reason</th>
            </tr>
          </thead>
          <tbody>
            {files.map(({ path, reason }) => (
              <tr key={path}>
                <td>
                  <bdi>{path}</bdi>
                </td>
                <td>{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {total !== null && files.length < total && (
        <p className="library-more">
          {formatNumber(files.length)} of {formatCount(total, 'file')} shown.{' '}
          <Button
            className="ui-button"
            onPress={() => {
              setWanted(wanted + longestPage);
            }}
          >
            Show more
          </Button>
        </p>
      )}
    </PaperDialog>
  );
}
