import { Folder, FolderOpen, LoaderCircle, TriangleAlert, X } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { CorpusSummary, Folder as FolderEntry } from '../../../shared/answers.ts';
import { ExpectedFailure } from '../../../shared/failure.ts';
import { closeCorpus, forgetFolder, openFolder } from '../../app/actions/corpora.ts';
import { report, start } from '../../app/actions/failures.ts';
import { useApp } from '../../app/store/store.ts';
import { formatNumber } from '../../ui/format.ts';
import { IconButton, WithTooltip } from '../../ui/icon-button.tsx';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('library');

/** Folders that may be opened; those that are open say how many documents they hold. */
export function FolderList() {
  const folders = useApp((state) => state.folders);
  const corpora = useApp((state) => state.corpora);
  const current = useApp((state) => state.current);
  const jobs = useApp((state) => state.jobs);
  const canChoose = useApp((state) => state.canChoose);
  if (folders.length === 0) return <p className="library-none">{t('folderList.noFoldersYet')}</p>;
  const names = new Set<string>();
  const twice = new Set<string>();
  for (const { name } of folders) (names.has(name) ? twice : names).add(name);
  return (
    <ul className="library-folders">
      {folders.map((entry) => {
        const corpus = corpora.find(({ folder }) => folder === entry.folder);
        return (
          <FolderRow
            key={entry.folder}
            entry={entry}
            title={twice.has(entry.name) ? entry.label : entry.name}
            corpus={corpus}
            isCurrent={current !== null && corpus?.corpus === current}
            isOpening={jobs.some(({ folder }) => folder === entry.folder)}
            canForget={canChoose}
          />
        );
      })}
    </ul>
  );
}

interface FolderRowProps {
  readonly entry: FolderEntry;
  readonly title: string;
  readonly corpus: CorpusSummary | undefined;
  readonly isCurrent: boolean;
  readonly isOpening: boolean;
  readonly canForget: boolean;
}

function FolderRow({ entry, title, corpus, isCurrent, isOpening, canForget }: FolderRowProps) {
  const { folder, label, missing } = entry;
  return (
    <li className={isCurrent ? 'library-folder library-folder-current' : 'library-folder'}>
      <WithTooltip label={missing === '' ? label : missing}>
        <Button
          className="library-folder-name"
          aria-current={isCurrent}
          onPress={() => {
            if (missing === '') start(openFolder(folder));
            else report(new ExpectedFailure('no-such-folder', missing, { where: label }));
          }}
        >
          <FolderSign isOpen={corpus !== undefined} isOpening={isOpening} isMissing={missing !== ''} />
          <bdi className="library-folder-text">{title}</bdi>
          {corpus ? (
            <span className="library-count ui-number">
              {formatNumber(corpus.documents)} <span className="ui-hidden">{t('folderList.documentsOpen')}</span>
            </span>
          ) : (
            <span className="ui-hidden">{t('folderList.openThis')}</span>
          )}
        </Button>
      </WithTooltip>
      {corpus ? (
        <IconButton
          small
          label={t('folderList.close', { title })}
          icon={X}
          onPress={() => {
            start(closeCorpus(corpus.corpus));
          }}
        />
      ) : (
        canForget && (
          <IconButton
            small
            label={t('folderList.takeOffList', { title })}
            icon={X}
            onPress={() => {
              start(forgetFolder(folder));
            }}
          />
        )
      )}
    </li>
  );
}

interface FolderSignProps {
  readonly isOpen: boolean;
  readonly isOpening: boolean;
  readonly isMissing: boolean;
}

function FolderSign({ isOpen, isOpening, isMissing }: FolderSignProps) {
  if (isOpening) return <LoaderCircle size={15} aria-hidden className="library-turning" />;
  if (isMissing) return <TriangleAlert size={15} aria-hidden className="library-missing" />;
  return isOpen ? <FolderOpen size={15} aria-hidden /> : <Folder size={15} aria-hidden />;
}
