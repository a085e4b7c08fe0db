/** What Lectern says of single files: those that were not read, each with its reason, and remarks on those that were. */
import { Copy } from 'lucide-react';
import { useState } from 'react';
import { Button, Input, SearchField, ToggleButton } from 'react-aria-components';
import type { SkippedFile } from '../../../shared/answers.ts';
import type { CorpusId } from '../../../shared/model.ts';
import { useApp } from '../../app/store/store.ts';
import { asTsv } from '../../ui/copy-text.ts';
import { PaperDialog } from '../../ui/dialog.tsx';
import { formatCount, formatNumber } from '../../ui/format.ts';
import { OneOf } from '../../ui/one-of.tsx';
import './skipped-files.css';
import { matchingSkipped, type SkippedKind, useSkipped } from './skipped-pages.ts';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('library');

interface SkippedFilesProps {
  readonly corpus: CorpusId;
  readonly name: string;
  readonly onClose: () => void;
}

/** Rows drawn at once; a filter finds the rest. */
const mostDrawn = 500;

const kinds = ['all', 'skipped', 'note'] as const satisfies readonly SkippedKind[];

export function SkippedFiles({ corpus, name, onClose }: SkippedFilesProps) {
  const { files, total, failure } = useSkipped(corpus);
  const [kind, setKind] = useState<SkippedKind>('all');
  const [filter, setFilter] = useState('');
  const shown = matchingSkipped(files, kind, filter);
  return (
    <PaperDialog title={t('skippedFiles.remarksOnFiles', { name })} isWide onClose={onClose}>
      {failure && <p role="alert">{failure.message}</p>}
      {total === null && !failure && <p>{t('skippedFiles.readingList')}</p>}
      {total === 0 && <p>{t('skippedFiles.everyFileReadThere')}</p>}
      {files.length > 0 && (
        <>
          <div className="skipped-tools">
            <OneOf
              className="skipped-kinds"
              label={t('skippedFiles.whichFiles')}
              names={kinds}
              chosen={kind}
              onChoose={(known) => {
                setKind(known);
              }}
            >
              {kinds.map((known) => (
                <ToggleButton key={known} id={known} className="skipped-kind">
                  {t(`skippedFiles.kind.${known}`)}{' '}
                  <span className="ui-number">{formatNumber(matchingSkipped(files, known, '').length)}</span>
                </ToggleButton>
              ))}
            </OneOf>
            <SearchField
              aria-label={t('skippedFiles.filterByFileOr')}
              className="skipped-filter"
              value={filter}
              onChange={setFilter}
            >
              <Input className="ui-input" placeholder={t('skippedFiles.filter')} dir="auto" />
            </SearchField>
            <CopyRows files={shown} />
          </div>
          <Rows files={shown.slice(0, mostDrawn)} />
          {shown.length > mostDrawn && (
            <p className="skipped-more">
              {t('skippedFiles.firstShownFilterFinds', {
                mostDrawn: formatNumber(mostDrawn),
                n: formatNumber(shown.length),
              })}
            </p>
          )}
          {shown.length === 0 && <p className="skipped-more">{t('skippedFiles.noFileMatches')}</p>}
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
          <th scope="col">{t('skippedFiles.file')}</th>
          <th scope="col">{t('skippedFiles.whatHappened')}</th>
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
              {kind === 'skipped' && <span className="skipped-sign">{t('skippedFiles.kind.skipped')}</span>} {reason}
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
              tell(t('skippedFiles.copied', { rows: formatCount(files.length, 'row') }));
            },
            () => {
              tell(t('skippedFiles.clipboardCannotBeReached'));
            },
          );
        }}
      >
        <Copy size={14} aria-hidden /> {t('skippedFiles.copyAsTable')}
      </Button>
      {told !== '' && <span className="skipped-told">{told}</span>}
    </>
  );
}
