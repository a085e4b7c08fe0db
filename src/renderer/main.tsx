/** Where the page starts: the bridge, what the window remembers, the library, and then the desk. */
import { createRoot } from 'react-dom/client';
import './app/no-eval.ts';
import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import './ui/button.css';
import './ui/overlay.css';
import './ui/progress.css';
import { loadLibrary, openOnlyFolder } from './app/actions/corpora.ts';
import { report, start } from './app/actions/failures.ts';
import { followProject } from './app/actions/tagging.ts';
import { flushPreferences, loadPreferences } from './app/actions/preferences.ts';
import { findBridge } from './app/bridge.ts';
import { followEvents, resume } from './app/events.ts';
import { Fault } from './app/fault.tsx';
import { followFocus } from './app/focus.ts';
import { followLanguage } from './app/language.ts';
import { setBridge } from './app/request.ts';
import { Shell } from './app/shell.tsx';
import { followKeys } from './app/shortcuts.ts';
import { store } from './app/store/store.ts';
import { followTheme } from './app/theme.ts';
import { flushReport, loadReport } from './features/frequency/report/report.ts';
import { LanguageRoot } from './language/language-root.tsx';

const bridge = findBridge({
  onConnection: (connection) => {
    const before = store.getState().connection;
    store.getState().setConnection(connection);
    if (before.state === 'lost' && connection.state === 'open') start(resume());
  },
  onNonsense: (message) => {
    report(new Error(message));
  },
});
setBridge(bridge);

// The page is one document: what is started here ends with it.
followEvents();
followKeys();
followFocus();
followTheme();
followProject();
window.addEventListener('error', ({ error, message }) => {
  report(error ?? new Error(message));
});
window.addEventListener('unhandledrejection', ({ reason }) => {
  report(reason);
});
window.addEventListener('pagehide', () => {
  start(flushPreferences());
  start(flushReport());
});

// A folder that cannot be listed must not keep the desk away, nor a broken preference.
await loadPreferences().catch(report);
followLanguage();
start(loadLibrary().then(openOnlyFolder));
start(loadReport());

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element #root.');
createRoot(root).render(
  <LanguageRoot>
    <Fault>
      <Shell {...('retry' in bridge ? { onRetry: bridge.retry } : {})} />
    </Fault>
  </LanguageRoot>,
);
