/** An open folder before anything is asked of it: what there is to ask. */
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { Said } from '../../language/said.tsx';
import type { CorpusSummary } from '../../../shared/answers.ts';
import type { Dialog } from '../../app/store/surface.ts';
import { useApp } from '../../app/store/store.ts';
import { formatBytes, formatCount, formatNumber, formatPercent, languageName } from '../../ui/format.ts';
import { LanguageBadge } from '../../ui/language-badge.tsx';
import { FirstSearches } from './first-searches.tsx';
import './desk-sheet.css';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('library');

interface OverviewProps {
  readonly corpus: CorpusSummary;
  /** Stands under the first words. */
  readonly children?: ReactNode;
}

export function Overview({ corpus, children }: OverviewProps) {
  const isSamples = useApp((state) => state.samples === corpus.folder);
  const languages = [...corpus.languages].sort((a, b) => b.tokens - a.tokens);
  return (
    <div className="library-desk">
      <div className="library-sheet">
        <h2 className="library-display">
          <bdi>{corpus.name}</bdi>
        </h2>
        <p className="library-lead">
          {t(corpus.documents === 0 ? 'overview.empty' : 'overview.size', {
            documents: formatCount(corpus.documents, 'document'),
            tokens: formatCount(corpus.tokens, 'token'),
            bytes: formatBytes(corpus.bytes),
          })}
        </p>
        {isSamples && children}
        <Remarks corpus={corpus} />
        {languages.length > 0 && (
          <table className="library-languages">
            <caption className="ui-hidden">{t('overview.languagesFolder')}</caption>
            <thead>
              <tr className="ui-label">
                <th scope="col" colSpan={2}>
                  {t('overview.language')}
                </th>
                <th scope="col">{t('overview.documents')}</th>
                <th scope="col">{t('overview.tokens')}</th>
                <th scope="col">{t('overview.share')}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {languages.map(({ language, documents, tokens }) => (
                <LanguageRow
                  key={language}
                  language={language}
                  documents={documents}
                  tokens={tokens}
                  share={corpus.tokens === 0 ? 0 : tokens / corpus.tokens}
                />
              ))}
            </tbody>
          </table>
        )}
        {isSamples && (
          <section aria-labelledby="library-try" className="library-section">
            <h3 id="library-try" className="ui-label">
              {t('overview.threeSearchesTry')}
            </h3>
            <FirstSearches />
          </section>
        )}
        <p className="library-hint">
          <Said t={t} i18nKey="overview.hint" components={{ key: <kbd className="ui-key" /> }} />
        </p>
      </div>
    </div>
  );
}

/** What a reader should know before trusting the counts, and where to put it right. */
function Remarks({ corpus: { skipped, notes, snapshotProblem, documents } }: { readonly corpus: CorpusSummary }) {
  const openDialog = useApp((state) => state.openDialog);
  const link = (text: string, dialog: Dialog) => (
    <Button
      className="ui-link"
      onPress={() => {
        openDialog(dialog);
      }}
    >
      {text}
    </Button>
  );
  return (
    <ul className="library-remarks">
      {skipped > 0 && <li>{link(t('overview.couldNotBeRead', { files: formatCount(skipped, 'file') }), 'skipped')}</li>}
      {notes > 0 && (
        <li>{link(t('overview.onFilesWereRead', { remarks: formatCount(notes, 'remark') }), 'skipped')}</li>
      )}
      {documents > 1 && <li>{link(t('overview.storiesToldMoreThan'), 'duplicates')}</li>}
      <li>{link(t('overview.howTheseFilesRead'), 'folder-reading')}</li>
      {snapshotProblem !== '' && (
        <li className="library-problem">{t('overview.nextOpeningWillTake', { snapshotProblem })}</li>
      )}
    </ul>
  );
}

interface LanguageRowProps {
  readonly language: string;
  readonly documents: number;
  readonly tokens: number;
  /** Of the tokens of the folder, 0 to 1. */
  readonly share: number;
}

function LanguageRow({ language, documents, tokens, share }: LanguageRowProps) {
  return (
    <tr>
      <td>
        <LanguageBadge language={language} />
      </td>
      <th scope="row">{languageName(language)}</th>
      <td className="ui-number">{formatNumber(documents)}</td>
      <td className="ui-number">{formatNumber(tokens)}</td>
      <td className="ui-number">{formatPercent(share)}</td>
      <td className="library-share" aria-hidden>
        <span className="library-share-bar" style={{ inlineSize: `${share * 100}%` }} />
      </td>
    </tr>
  );
}
