/** An open folder before anything is asked of it: what there is to ask. */
import { Button } from 'react-aria-components';
import type { CorpusSummary } from '../../../shared/answers.ts';
import type { Dialog } from '../../app/store/surface.ts';
import { useApp } from '../../app/store/store.ts';
import { formatBytes, formatCount, formatNumber, formatPercent, languageName } from '../../ui/format.ts';
import { LanguageBadge } from '../../ui/language-badge.tsx';
import { FirstSearches } from './first-searches.tsx';
import './library.css';

export function Overview({ corpus }: { readonly corpus: CorpusSummary }) {
  const isSamples = useApp((state) => state.samples === corpus.folder);
  const languages = [...corpus.languages].sort((a, b) => b.tokens - a.tokens);
  return (
    <div className="library-desk">
      <div className="library-sheet">
        <h2 className="library-display">
          <bdi>{corpus.name}</bdi>
        </h2>
        <p className="library-lead">
          {formatCount(corpus.documents, 'document')}, {formatCount(corpus.tokens, 'token')},{' '}
          {formatBytes(corpus.bytes)}
          {corpus.documents === 0 ? '. There is nothing here that could be read.' : '.'}
        </p>
        <Remarks corpus={corpus} />
        {languages.length > 0 && (
          <table className="library-languages">
            <caption className="ui-hidden">Languages of this folder</caption>
            <thead>
              <tr className="ui-label">
                <th scope="col" colSpan={2}>
                  Language
                </th>
                <th scope="col">Documents</th>
                <th scope="col">Tokens</th>
                <th scope="col">Share</th>
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
              Three searches to try
            </h3>
            <FirstSearches />
          </section>
        )}
        <p className="library-hint">
          Type a word above and press <kbd className="ui-key">Enter</kbd>. Or choose a document on the left to read it.
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
      className="library-link"
      onPress={() => {
        openDialog(dialog);
      }}
    >
      {text}
    </Button>
  );
  return (
    <ul className="library-remarks">
      {skipped > 0 && <li>{link(`${formatCount(skipped, 'file')} could not be read`, 'skipped')}</li>}
      {notes > 0 && <li>{link(`${formatCount(notes, 'remark')} on files that were read`, 'skipped')}</li>}
      {documents > 1 && <li>{link('Stories told more than once', 'duplicates')}</li>}
      <li>{link('How these files are read', 'folder-reading')}</li>
      {snapshotProblem !== '' && (
        <li className="library-problem">The next opening will take as long as this one: {snapshotProblem}</li>
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
