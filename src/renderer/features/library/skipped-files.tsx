/** What Lectern says of single files: those that were not read, each with its reason, and remarks on those that were. */
import { Copy } from 'lucide-react';
import { useState } from 'react';
import { Button, Input, SearchField, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { SkippedFile } from '../../../shared/answers.ts';
import type { CorpusId } from '../../../shared/model.ts';
import { useApp } from '../../app/store/store.ts';
import { asTsv } from '../../ui/copy-text.ts';
import { PaperDialog } from '../../ui/dialog.tsx';
import { formatCount, formatNumber } from '../../ui/format.ts';
import './skipped-files.css';
import { matchingSkipped, type SkippedKind, useSkipped } from './skipped-pages.ts';

interface SkippedFilesProps {
  readonly corpus: CorpusId;
  readonly name: string;
  readonly onClose: () => void;
}

/** Rows drawn at once; a filter finds the rest. */
const mostDrawn = 500;

const kinds: readonly (readonly [kind: SkippedKind, name: string])[] = [
  ['all', 'All'],
  ['skipped', 'Not read'],
  ['note', 'Read, with a remark'],
];

export function SkippedFiles({ corpus, name, onClose }: SkippedFilesProps) {
  const { files, total, failure } = useSkipped(corpus);
  const [kind, setKind] = useState<SkippedKind>('all');
  const [filter, setFilter] = useState('');
  const shown = matchingSkipped(files, kind, filter);
  return (
    <PaperDialog title={`Remarks on the files of ${name}`} isWide onClose={onClose}>
      {failure && <p role="alert">{failure.message}</p>}
      {total === null && !failure && <p>Reading the list…</p>}
      {total === 0 && <p>Every file was read, and there is nothing to say of any.</p>}
      {files.length > 0 && (
        <>
          <div className="skipped-tools">
            <ToggleButtonGroup
              aria-label="Which files"
              className="skipped-kinds"
              disallowEmptySelection
              selectedKeys={[kind]}
              onSelectionChange={(keys) => {
                const chosen = kinds.find(([known]) => keys.has(known));
                if (chosen) setKind(chosen[0]);
              }}
            >
              {kinds.map(([known, label]) => (
                <ToggleButton key={known} id={known} className="skipped-kind">
                  {label} <span className="ui-number">{formatNumber(matchingSkipped(files, known, '').length)}</span>
                </ToggleButton>
              ))}
            </ToggleButtonGroup>
            <SearchField
              aria-label="Filter by file or reason"
              className="skipped-filter"
              value={filter}
              onChange={setFilter}
            >
              <Input className="ui-input" placeholder="Filter" dir="auto" />
            </SearchField>
            <CopyRows files={shown} />
          </div>
          <Rows files={shown.slice(0, mostDrawn)} />
          {shown.length > mostDrawn && (
            <p className="skipped-more">
              The first {formatNumber(mostDrawn)} of {formatNumber(shown.length)} are shown: a filter finds the others,
              a copy holds them all.
            </p>
          )}
          {shown.length === 0 && <p className="skipped-more">No file matches.</p>}
        </>
      )}
    </PaperDialog>
  );
}

function Rows({ files }: { readonly files: readonly SkippedFile[] }) {
  return (
    <table className="skipped-files">
      <thead>
        <tr className="ui-label">
          <th scope="col">File</th>
          <th scope="col">What happened</th>
        </tr>
      </thead>
      <tbody>
        {files.map(({ path, reason, kind }, place) => (
          // One file may have several remarks.
          <tr key={place}>
            <td>
              <bdi>{path}</bdi>
            </td>
            <td>
              {kind === 'skipped' && <span className="skipped-sign">Not read</span>} {reason}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Puts the rows on the clipboard as a table: three columns with tabs between, as spreadsheets take it. */
function CopyRows({ files }: { readonly files: readonly SkippedFile[] }) {
  const say = useApp((state) => state.say);
  const [told, setTold] = useState('');
  const tell = (text: string) => {
    setTold(text);
    say(text);
  };
  return (
    <>
      <Button
        className="ui-button"
        isDisabled={files.length === 0}
        onPress={() => {
          const rows = files.map(({ path, kind, reason }) => [
            path,
            kind === 'skipped' ? 'not read' : 'remark',
            reason,
          ]);
          navigator.clipboard.writeText(asTsv([['file', 'kind', 'reason'], ...rows])).then(
            () => {
              tell(`Copied ${formatCount(files.length, 'row')}`);
            },
            () => {
              tell('The clipboard cannot be reached: select the rows and copy them');
            },
          );
        }}
      >
        <Copy size={14} aria-hidden /> Copy as a table
      </Button>
      {told !== '' && <span className="skipped-told">{told}</span>}
    </>
  );
}
