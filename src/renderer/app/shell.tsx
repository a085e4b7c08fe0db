/**
 * The desk: the library at its side, the query on top, lines and reading pane under it, the status at its foot. The shell
 * composes features that know nothing of one another; what they share goes through the store.
 */
import { Library as LibrarySign, SquareChevronRight } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Panel } from 'react-resizable-panels';
import { Library } from '../features/library/library.tsx';
import { QueryBar } from '../features/query/query-bar.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Tour } from '../features/tour/tour.tsx';
import { Announcer } from './announcer.tsx';
import { runCommand } from './commands.ts';
import { Dialogs } from './dialogs.tsx';
import { DropOverlay } from './drop-overlay.tsx';
import { Notices } from './notices.tsx';
import { libraryPanel, toggleLibrary } from './panels.ts';
import { PaneEdge, Panes } from './panes.tsx';
import './shell.css';
import { keyCaps } from './shortcuts.ts';
import { DeskTabs } from './desk-tabs.tsx';
import { StatusBar } from './status-bar.tsx';
import { currentCorpus } from './store/library.ts';
import { useApp } from './store/store.ts';
import { wordsOf } from '../language/words.ts';

const t = wordsOf('app');

interface ShellProps {
  readonly onRetry?: () => void;
}

export function Shell({ onRetry }: ShellProps) {
  const [libraryHidden, setLibraryHidden] = useState(false);
  useTitle();
  return (
    <div className="shell">
      <main className="shell-panes">
        <h1 className="ui-hidden">Lectern</h1>
        <Panes name="shell" orientation="horizontal">
          <Panel
            id="library"
            panelRef={libraryPanel}
            className="shell-panel"
            defaultSize="288px"
            minSize="180px"
            maxSize="45%"
            collapsible
            groupResizeBehavior="preserve-pixel-size"
            onResize={({ inPixels }) => {
              setLibraryHidden(inPixels < 1);
            }}
          >
            {!libraryHidden && (
              <div className="shell-side">
                <Brand />
                <Library />
              </div>
            )}
          </Panel>
          <PaneEdge label={t('shell.widthLibrary')} />
          <Panel id="desk" className="shell-panel" minSize="420px">
            <div className="shell-main">
              <div className="shell-top">
                {libraryHidden && (
                  <IconButton label={t('shell.showLibrary')} icon={LibrarySign} onPress={toggleLibrary} />
                )}
                <QueryBar />
              </div>
              <DeskTabs />
            </div>
          </Panel>
        </Panes>
      </main>
      <StatusBar {...(onRetry ? { onRetry } : {})} />
      <Notices />
      <Tour />
      <Dialogs />
      <DropOverlay />
      <Announcer />
    </div>
  );
}

function Brand() {
  return (
    <header className="shell-brand">
      <span className="shell-name">Lectern</span>
      <IconButton
        small
        label={t('shell.commandPalette')}
        caps={keyCaps('mod+k')}
        icon={SquareChevronRight}
        onPress={() => {
          runCommand('palette');
        }}
      />
      <IconButton
        small
        label={t('shell.hideLibrary')}
        caps={keyCaps('mod+b')}
        icon={LibrarySign}
        onPress={toggleLibrary}
      />
    </header>
  );
}

/** The window is named after what is looked at. */
function useTitle(): void {
  const name = useApp((state) => currentCorpus(state)?.name);
  const text = useApp((state) => state.result?.query.text);
  useEffect(() => {
    document.title = [text, name, 'Lectern'].filter((part) => part !== undefined).join(' · ');
  }, [name, text]);
}
