/** Says under the bar that a query is written in another language than it will be read in, and changes that by one key. */
import { Button } from 'react-aria-components';
import { setSwitch } from '../../app/actions/ask.ts';
import { likelyMode } from '../../app/likely-mode.ts';
import { modeNames } from '../../app/query-modes.ts';
import { keyCaps } from '../../app/shortcuts.ts';
import { useApp } from '../../app/store/store.ts';
import { wordsOf } from '../../language/words.ts';
import { KeyCaps } from '../../ui/key-caps.tsx';

const t = wordsOf('query');

export function ModeHint() {
  const typed = useApp((state) => state.typed);
  const likely = likelyMode(typed);
  return (
    <div role="status" className="query-mode-other">
      {likely !== null && (
        <>
          <span>{t('modeHint.looks', { likely: modeNames[likely].name, mode: modeNames[typed.mode].name })}</span>
          <Button
            className="ui-button ui-button-quiet"
            onPress={() => {
              setSwitch({ mode: likely });
            }}
          >
            {t('modeHint.readAs', { likely: modeNames[likely].name })}
            <KeyCaps caps={keyCaps('F2')} />
          </Button>
        </>
      )}
    </div>
  );
}
