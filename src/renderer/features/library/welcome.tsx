/** The empty desk: what Lectern is for, how to put articles on it, and three searches to try. */
import { FolderOpen, LibraryBig } from 'lucide-react';
import { Button } from 'react-aria-components';
import { chooseFolder, openFolder, openSamples } from '../../app/actions/corpora.ts';
import { start } from '../../app/actions/failures.ts';
import { useApp } from '../../app/store/store.ts';
import { FirstSearches } from './first-searches.tsx';
import './library.css';

export function Welcome() {
  const canChoose = useApp((state) => state.canChoose);
  const samples = useApp((state) => state.samples);
  const folders = useApp((state) => state.folders);
  const listed = useApp((state) => state.listed);
  const others = folders.filter(({ folder, missing }) => folder !== samples && missing === '');
  return (
    <div className="library-desk">
      <div className="library-sheet">
        <h2 className="library-display">Read closely, in any language</h2>
        <p className="library-lead">
          Open a folder of articles, look a word up in all of them, and read every place where it stands. Nothing leaves
          this machine.
        </p>
        <div className="library-actions">
          {canChoose && (
            <Button
              className="ui-button ui-button-main"
              onPress={() => {
                start(chooseFolder());
              }}
            >
              <FolderOpen size={16} aria-hidden /> Open folder…
            </Button>
          )}
          {others.slice(0, 4).map(({ folder, name, label }) => (
            <Button
              key={folder}
              className={canChoose ? 'ui-button' : 'ui-button ui-button-main'}
              aria-label={`Open ${label}`}
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
              <LibraryBig size={16} aria-hidden /> Open the samples
            </Button>
          )}
        </div>
        {listed && !canChoose && (
          <p className="library-hint">
            In the browser Lectern opens the folders named when it was started. For another one, start{' '}
            <code>lectern serve FOLDER</code>.
          </p>
        )}
        {samples !== null && (
          <section aria-labelledby="library-try" className="library-section">
            <h3 id="library-try" className="ui-label">
              Open the samples, try these three searches
            </h3>
            <FirstSearches />
            <p className="library-hint">
              Four subjects, each told in English, Arabic and Macedonian: twelve short articles written for this
              purpose.
            </p>
          </section>
        )}
      </div>
    </div>
  );
}
