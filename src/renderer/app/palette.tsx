/** Ctrl/Cmd-K: every command, folder, document and past query by a few letters of its name. */
import { Command } from 'cmdk';
import { FileText, Folder, History, type LucideIcon, SquareChevronRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { KeyCaps } from '../ui/key-caps.tsx';
import { LanguageBadge } from '../ui/language-badge.tsx';
import { useDocuments } from './documents.ts';
import { type PaletteEntry, paletteGroups } from './palette-entries.ts';
import './palette.css';
import { keyCaps } from './shortcuts.ts';
import { useApp } from './store/store.ts';
import { wordsOf } from '../language/words.ts';

const t = wordsOf('app');

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
        <Dialog className="ui-dialog" aria-label={t('palette.commandPalette')}>
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
  const state = useApp((now) => now);
  const { documents } = useDocuments(state.current);
  const groups = useMemo(() => paletteGroups(state, documents, typed), [state, documents, typed]);
  return (
    // The library's own filter ranks English abbreviations; what stands here was filtered by the words of any script.
    <Command label={t('palette.commandPalette')} loop shouldFilter={false} className="palette">
      <Command.Input
        autoFocus
        className="palette-field"
        dir="auto"
        placeholder={t('palette.findCommandDocumentPast')}
        value={typed}
        onValueChange={setTyped}
      />
      <Command.List className="palette-list">
        {groups.length === 0 && <p className="palette-none">{t('palette.nothingCalled')}</p>}
        {groups.map(({ heading, entries }) => (
          <Command.Group key={heading} heading={heading}>
            {entries.map((entry) => (
              <EntryRow
                key={entry.id}
                entry={entry}
                onRun={() => {
                  onClose();
                  // The dialog gives the focus back as it goes: only then may a command move it.
                  setTimeout(entry.run);
                }}
              />
            ))}
          </Command.Group>
        ))}
      </Command.List>
    </Command>
  );
}

const signs: Readonly<Record<PaletteEntry['kind'], LucideIcon>> = {
  command: SquareChevronRight,
  folder: Folder,
  document: FileText,
  query: History,
};

function EntryRow({ entry, onRun }: { readonly entry: PaletteEntry; readonly onRun: () => void }) {
  const { id, kind, label, note, language, keys } = entry;
  const Sign = signs[kind];
  return (
    <Command.Item className="palette-row" value={id} onSelect={onRun}>
      <Sign size={15} aria-hidden />
      <span className="palette-label">
        <bdi>{label}</bdi>
      </span>
      {note !== undefined && <span className="palette-note">{note}</span>}
      {language !== undefined && <LanguageBadge language={language} />}
      {keys !== undefined && <KeyCaps caps={keyCaps(keys)} />}
    </Command.Item>
  );
}
