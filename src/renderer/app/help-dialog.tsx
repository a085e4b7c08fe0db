/** `?`: the keyboard and the query language on one sheet. */
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Result } from '../../shared/contract.ts';
import { rowKeys } from '../features/aligned/row-keys.ts';
import { SyntaxPages } from '../features/query/syntax-pages.tsx';
import { PaperDialog } from '../ui/dialog.tsx';
import { KeyCaps } from '../ui/key-caps.tsx';
import { searchFor } from './actions/ask.ts';
import { report, start } from './actions/failures.ts';
import { commands, runCommand } from './commands.ts';
import './help-dialog.css';
import { request } from './request.ts';
import { keyCaps } from './shortcuts.ts';
import { useApp } from './store/store.ts';
import { wordsOf } from '../language/words.ts';

const t = wordsOf('app');
const aligned = wordsOf('aligned');

/** Keys that belong to one part of the desk and are no commands. */
const localKeys = [
  { name: 'ask', keys: ['Enter'] },
  { name: 'past', keys: ['↑'] },
  { name: 'another', keys: ['↑', '↓'] },
  { name: 'open', keys: ['Enter'] },
  { name: 'tick', keys: ['Space'] },
  { name: 'findInDocument', keys: keyCaps('mod+f') },
  { name: 'nextHit', keys: ['F3'] },
  { name: 'goToSentence', keys: keyCaps('mod+g') },
  { name: 'aboutWord', keys: keyCaps('mod+i') },
] as const;

export function HelpDialog() {
  const openDialog = useApp((state) => state.openDialog);
  const mode = useApp((state) => state.typed.mode);
  const close = () => {
    openDialog(null);
  };
  const withKeys = commands.flatMap(({ id, label, keys }) =>
    keys?.[0] === undefined ? [] : [{ id, label, keys: keys[0] }],
  );
  return (
    <PaperDialog title={t('helpDialog.help')} onClose={close}>
      <div className="help-ways">
        {(['manual', 'tour'] as const).map((id) => (
          <Button
            key={id}
            className="ui-button"
            onPress={() => {
              close();
              runCommand(id);
            }}
          >
            {commands.find((command) => command.id === id)?.label}
          </Button>
        ))}
      </div>
      <h3 className="ui-label help-head">{t('helpDialog.howWriteQuery')}</h3>
      <SyntaxPages
        mode={mode}
        onRun={(query) => {
          close();
          start(searchFor(query));
        }}
      />
      <h3 className="ui-label help-head">{t('helpDialog.keyboard')}</h3>
      <dl className="help-keys">
        {withKeys.map(({ id, label, keys }) => (
          <div key={id}>
            <dt>{label}</dt>
            <dd>
              <KeyCaps caps={keyCaps(keys)} />
            </dd>
          </div>
        ))}
        {localKeys.map(({ name, keys }) => (
          <div key={name}>
            <dt>{t(`localKey.${name}`)}</dt>
            <dd>
              <KeyCaps caps={keys} />
            </dd>
          </div>
        ))}
      </dl>
      <h3 className="ui-label help-head">{aligned('help')}</h3>
      <dl className="help-keys">
        {rowKeys
          .filter(({ caps }) => caps.length > 0)
          .map(({ name, caps }) => (
            <div key={name}>
              <dt>{aligned(`key.${name}`)}</dt>
              <dd>
                <KeyCaps caps={caps} />
              </dd>
            </div>
          ))}
      </dl>
      <About />
    </PaperDialog>
  );
}

const doors: Readonly<Record<Result<'app.about'>['door'], string>> = {
  get electron() {
    return t('doors.electron');
  },
  get web() {
    return t('doors.web');
  },
  get cli() {
    return t('doors.cli');
  },
};

function About() {
  const [about, setAbout] = useState<Result<'app.about'> | null>(null);
  useEffect(() => {
    let left = false;
    request('app.about', {})
      .then((answer) => {
        if (!left) setAbout(answer);
      })
      .catch(report);
    return () => {
      left = true;
    };
  }, []);
  if (!about) return null;
  return (
    <p className="help-about">
      {t('about', {
        name: about.name,
        version: about.version,
        door: doors[about.door],
        node: about.node,
        platform: about.platform,
      })}
    </p>
  );
}
