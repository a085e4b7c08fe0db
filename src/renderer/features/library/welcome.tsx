/** The empty desk: what Lectern is for, how to put articles on it, and three searches to try. */
import { FolderOpen, LibraryBig } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { Said } from '../../language/said.tsx';
import { chooseFolder, openFolder, openSamples } from '../../app/actions/corpora.ts';
import { start } from '../../app/actions/failures.ts';
import { useApp } from '../../app/store/store.ts';
import { FirstSearches } from './first-searches.tsx';
import './desk-sheet.css';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('library');

export function Welcome({ children }: { readonly children?: ReactNode }) {
  const canChoose = useApp((state) => state.canChoose);
  const samples = useApp((state) => state.samples);
  const folders = useApp((state) => state.folders);
  const listed = useApp((state) => state.listed);
  const others = folders.filter(({ folder, missing }) => folder !== samples && missing === '');
  return (
    <div className="library-desk">
      <div className="library-sheet">
        <h2 className="library-display">{t('welcome.readCloselyAnyLanguage')}</h2>
        <p className="library-lead">{t('welcome.openFolderArticlesLook')}</p>
        {children}
        <div className="library-actions">
          {canChoose && (
            <Button
              className="ui-button ui-button-main"
              onPress={() => {
                start(chooseFolder());
              }}
            >
              <FolderOpen size={16} aria-hidden /> {t('welcome.openFolder')}
            </Button>
          )}
          {others.slice(0, 4).map(({ folder, name, label }) => (
            <Button
              key={folder}
              className={canChoose ? 'ui-button' : 'ui-button ui-button-main'}
              aria-label={t('welcome.open', { label })}
              onPress={() => {
                start(openFolder(folder));
              }}
            >
              <FolderOpen size={16} aria-hidden /> {name}
            </Button>
          ))}
          {samples !== null && (
            <Button
              className="ui-button"
              onPress={() => {
                start(openSamples());
              }}
            >
              <LibraryBig size={16} aria-hidden /> {t('welcome.openSamples')}
            </Button>
          )}
        </div>
        {listed && !canChoose && (
          <p className="library-hint">
            <Said t={t} i18nKey="welcome.browser" components={{ command: <code /> }} />
          </p>
        )}
        {samples !== null && (
          <section aria-labelledby="library-try" className="library-section">
            <h3 id="library-try" className="ui-label">
              {t('welcome.openSamplesTryThese')}
            </h3>
            <FirstSearches />
            <p className="library-hint">{t('welcome.fourSubjectsEachTold')}</p>
          </section>
        )}
      </div>
    </div>
  );
}
