/** Ctrl/Cmd-K: every command, folder, document and past query by a few letters of its name. */
import { Command } from 'cmdk';
import { FileText, Folder, History, SquareChevronRight } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { LanguageBadge } from '../ui/language-badge.tsx';
import { KeyCaps } from '../ui/key-caps.tsx';
import { searchFor } from './actions/ask.ts';
import { openFolder } from './actions/corpora.ts';
import { start } from './actions/failures.ts';
import { readDocument } from './actions/read.ts';
import { commands } from './commands.ts';
import { useDocuments } from './documents.ts';
import { matchingDocuments } from './matching-documents.ts';
import './palette.css';
import { keyCaps } from './shortcuts.ts';
import { store, useApp } from './store/store.ts';

/** Lists longer than a screen are not read: more letters find more. */
const mostDocuments = 12;
const mostQueries = 6;

export function Palette() {
  const openDialog = useApp((state) => state.openDialog);
  return (
    <ModalOverlay
      className="ui-scrim"
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) openDialog(null);
      }}
    >
      <Modal className="ui-modal">
        <Dialog className="ui-dialog" aria-label="Command palette">
          <PaletteList
            onClose={() => {
              openDialog(null);
            }}
          />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function PaletteList({ onClose }: { readonly onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const state = useMemo(() => store.getState(), []);
  const current = useApp((now) => now.current);
  const { documents } = useDocuments(current);
  const found = useMemo(
    () => (typed.trim() === '' ? [] : matchingDocuments(documents, typed).slice(0, mostDocuments)),
    [documents, typed],
  );
  // The dialog goes first, so that a command may move the focus without having it taken back.
  const run = (work: () => void) => () => {
    onClose();
    setTimeout(work);
  };
  const possible = commands.filter((command) => command.id !== 'palette' && (command.possible?.(state) ?? true));
  const groups = [...new Set(possible.map(({ group }) => group))];
  return (
    <Command label="Command palette" loop className="palette" filter={rank}>
      <Command.Input
        autoFocus
        className="palette-field"
        placeholder="What shall be done?"
        value={typed}
        onValueChange={setTyped}
      />
      <Command.List className="palette-list">
        <Command.Empty className="palette-none">Nothing is called that.</Command.Empty>
        {groups.map((group) => (
          <Command.Group key={group} heading={group}>
            {possible
              .filter((command) => command.group === group)
              .map((command) => (
                <Row
                  key={command.id}
                  value={command.id}
                  words={[command.label, ...(command.words ?? [])]}
                  sign={<SquareChevronRight size={15} aria-hidden />}
                  onSelect={run(command.run)}
                >
                  <span className="palette-label">{command.label}</span>
                  {command.keys?.[0] !== undefined && <KeyCaps caps={keyCaps(command.keys[0])} />}
                </Row>
              ))}
          </Command.Group>
        ))}
        <Command.Group heading="Open folder">
          {state.folders
            .filter(({ missing }) => missing === '')
            .map(({ folder, name, label }) => (
              <Row
                key={folder}
                value={`folder ${folder}`}
                words={[name, label, 'open folder']}
                sign={<Folder size={15} aria-hidden />}
                onSelect={run(() => {
                  start(openFolder(folder));
                })}
              >
                <bdi className="palette-label">{name}</bdi>
                <span className="palette-note">{label}</span>
              </Row>
            ))}
        </Command.Group>
        {current !== null && (
          <Command.Group heading="Read document">
            {found.map(({ doc, title, path, language }) => (
              <Row
                key={doc}
                value={`document ${doc}`}
                // They were found by their own search, which knows accents; the letters typed let them pass this one.
                words={[typed]}
                sign={<FileText size={15} aria-hidden />}
                onSelect={run(() => {
                  readDocument(current, doc);
                })}
              >
                <bdi className="palette-label">{title === '' ? path : title}</bdi>
                <LanguageBadge language={language} />
              </Row>
            ))}
          </Command.Group>
        )}
        {current !== null && (
          <Command.Group heading="Search again">
            {state.preferences.history.slice(0, typed === '' ? mostQueries : undefined).map((query, place) => (
              <Row
                key={place}
                value={`query ${place}`}
                words={[query.text, 'search history']}
                sign={<History size={15} aria-hidden />}
                onSelect={run(() => {
                  start(searchFor(query));
                })}
              >
                <bdi className="palette-label">{query.text}</bdi>
              </Row>
            ))}
          </Command.Group>
        )}
      </Command.List>
    </Command>
  );
}

/** Every word typed must stand in the names of the entry; entries that begin with it come first. */
function rank(_value: string, typed: string, names: string[] = []): number {
  const text = names.join(' ').toLowerCase();
  const search = typed.trim().toLowerCase();
  if (!search.split(/\s+/).every((word) => text.includes(word))) return 0;
  return text.startsWith(search) ? 1 : 0.5;
}

interface RowProps {
  readonly value: string;
  readonly words: readonly string[];
  readonly sign: ReactNode;
  readonly onSelect: () => void;
  readonly children: ReactNode;
}

function Row({ value, words, sign, onSelect, children }: RowProps) {
  return (
    <Command.Item className="palette-row" value={value} keywords={[...words]} onSelect={onSelect}>
      {sign}
      {children}
    </Command.Item>
  );
}
