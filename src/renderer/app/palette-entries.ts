/** What the palette offers: every entry by its names, and which of them the letters typed leave standing. */
import type { DocumentSummary } from '../../shared/answers.ts';
import type { Query } from '../../shared/terms.ts';
import { searchFor } from './actions/ask.ts';
import { openFolder } from './actions/corpora.ts';
import { start } from './actions/failures.ts';
import { readDocument } from './actions/read.ts';
import { commands } from './commands.ts';
import { focusPane } from './focus.ts';
import { matchingDocuments } from './matching-documents.ts';
import { currentCorpus } from './store/library.ts';
import type { AppState } from './store/store.ts';
import { wordsOf } from '../language/words.ts';

const t = wordsOf('app');

export interface PaletteEntry {
  readonly id: string;
  readonly kind: 'command' | 'folder' | 'document' | 'query';
  readonly label: string;
  /** Said beside the label: the place of a folder. */
  readonly note?: string;
  readonly language?: string;
  readonly keys?: string;
  readonly run: () => void;
}

export interface PaletteGroup {
  readonly heading: string;
  readonly entries: readonly PaletteEntry[];
}

/** Lists longer than a screen are not read: more letters find more. */
const mostDocuments = 12;
const mostQueries = 5;

/**
 * Every word typed must stand in the names, or begin one of the other words by which the entry goes: those are not seen, so
 * a match within one (`read` in `unreadable`) would puzzle.
 */
function holds(names: readonly string[], typed: string, others: readonly string[] = []): boolean {
  const text = names.join(' ').toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word) || others.some((other) => other.startsWith(word)));
}

function commandGroups(state: AppState, typed: string): PaletteGroup[] {
  const possible = commands.filter(
    ({ id, label, words, possible: can }) => id !== 'palette' && (can?.(state) ?? true) && holds([label], typed, words),
  );
  return [...new Set(possible.map(({ group }) => group))].map((group) => ({
    heading: t(`group.${group}`),
    entries: possible
      .filter((command) => command.group === group)
      .map(({ id, label, keys, run }) => ({
        id,
        kind: 'command',
        label,
        run,
        ...(keys?.[0] === undefined ? {} : { keys: keys[0] }),
      })),
  }));
}

function folderEntries(state: AppState, typed: string): PaletteEntry[] {
  return state.folders
    .filter(
      ({ folder, name, label, missing }) =>
        missing === '' && currentCorpus(state)?.folder !== folder && holds([name, label], typed, ['open', 'folder']),
    )
    .map(({ folder, name, label }) => ({
      id: `folder-${folder}`,
      kind: 'folder',
      label: name,
      note: label,
      run: () => {
        start(openFolder(folder));
      },
    }));
}

function documentEntries(state: AppState, documents: readonly DocumentSummary[], typed: string): PaletteEntry[] {
  const { current } = state;
  if (current === null || typed === '') return [];
  return matchingDocuments(documents, typed)
    .slice(0, mostDocuments)
    .map(({ doc, title, path, language }) => ({
      id: `document-${doc}`,
      kind: 'document',
      label: title === '' ? path : title,
      language,
      run: () => {
        readDocument(current, doc);
        // Whoever names a document wants to read it. The pane is there after the next drawing.
        requestAnimationFrame(() => {
          focusPane('reading');
        });
      },
    }));
}

function queryEntries(state: AppState, typed: string): PaletteEntry[] {
  if (state.current === null) return [];
  return state.preferences.history
    .filter(({ text }: Query) => holds([text], typed, ['search', 'history']))
    .slice(0, mostQueries)
    .map((query, place) => ({
      id: `query-${place}`,
      kind: 'query',
      label: query.text,
      run: () => {
        start(searchFor(query));
      },
    }));
}

export function paletteGroups(
  state: AppState,
  documents: readonly DocumentSummary[],
  written: string,
): readonly PaletteGroup[] {
  const typed = written.trim();
  return [
    ...commandGroups(state, typed),
    { heading: t('paletteEntries.open'), entries: folderEntries(state, typed) },
    { heading: t('paletteEntries.read'), entries: documentEntries(state, documents, typed) },
    { heading: t('paletteEntries.searchAgain'), entries: queryEntries(state, typed) },
  ].filter(({ entries }) => entries.length > 0);
}
