import { readWith } from './actions/aligned.ts';
import { prefer } from './actions/preferences.ts';
import { cyclePanes, focusPane } from './focus.ts';
import { languageChoiceName, languageChoices, setLanguage } from './language.ts';
import type { PageCommand } from './page-command.ts';
import { toggleLibrary } from './panels.ts';
import { store } from './store/store.ts';
import { nextTheme, setTheme, themeNames, themes } from './theme.ts';
import { wordsOf } from '../language/words.ts';

const t = wordsOf('app');
const aligned = wordsOf('aligned');

/** CSS pixels; the contract's own bounds. */
const smallestText = 10;
const largestText = 40;

function resizeText(by: number): void {
  const size = store.getState().preferences.readingSize + by;
  prefer({ readingSize: Math.max(smallestText, Math.min(largestText, size)) });
}

export const viewCommands: readonly PageCommand[] = [
  {
    id: 'read-with',
    get label() {
      return aligned('command.readWith');
    },
    group: 'view',
    keys: ['mod+shift+l'],
    words: ['aligned', 'bilingual', 'side by side', 'translation'],
    possible: ({ current, reading }) => current !== null && reading?.corpus === current,
    run: () => {
      const { reading } = store.getState();
      if (reading) readWith(reading.doc);
    },
  },
  {
    id: 'theme',
    get label() {
      return t('command.theme');
    },
    group: 'view',
    words: ['dark', 'light', 'appearance'],
    run: nextTheme,
  },
  ...themes.map((theme): PageCommand => ({
    id: `theme-${theme}`,
    get label() {
      return t('theme.command', { theme: themeNames[theme] });
    },
    group: 'view',
    possible: (state) => state.preferences.theme !== theme,
    run: () => {
      setTheme(theme);
    },
  })),
  ...languageChoices.map((choice): PageCommand => ({
    id: `language-${choice}`,
    get label() {
      return t('language.command', { language: languageChoiceName(choice) });
    },
    group: 'view',
    words: ['language', 'interface'],
    possible: (state) => state.preferences.language !== choice,
    run: () => {
      setLanguage(choice);
    },
  })),
  {
    id: 'library',
    get label() {
      return t('command.library');
    },
    group: 'view',
    keys: ['mod+b'],
    words: ['sidebar'],
    run: toggleLibrary,
  },
  {
    id: 'reading-below',
    get label() {
      return t('command.readingBelow');
    },
    group: 'view',
    possible: (state) => state.preferences.readingPlace === 'beside',
    run: () => {
      prefer({ readingPlace: 'below' });
    },
  },
  {
    id: 'reading-beside',
    get label() {
      return t('command.readingBeside');
    },
    group: 'view',
    possible: (state) => state.preferences.readingPlace === 'below',
    run: () => {
      prefer({ readingPlace: 'beside' });
    },
  },
  {
    id: 'reading-sans',
    get label() {
      return t('command.readingSans');
    },
    group: 'view',
    words: ['font'],
    possible: (state) => state.preferences.readingFont === 'serif',
    run: () => {
      prefer({ readingFont: 'sans' });
    },
  },
  {
    id: 'reading-serif',
    get label() {
      return t('command.readingSerif');
    },
    group: 'view',
    words: ['font'],
    possible: (state) => state.preferences.readingFont === 'sans',
    run: () => {
      prefer({ readingFont: 'serif' });
    },
  },
  {
    id: 'reading-larger',
    get label() {
      return t('command.readingLarger');
    },
    group: 'view',
    words: ['font', 'size', 'zoom'],
    possible: (state) => state.preferences.readingSize < largestText,
    run: () => {
      resizeText(1);
    },
  },
  {
    id: 'reading-smaller',
    get label() {
      return t('command.readingSmaller');
    },
    group: 'view',
    words: ['font', 'size', 'zoom'],
    possible: (state) => state.preferences.readingSize > smallestText,
    run: () => {
      resizeText(-1);
    },
  },
  {
    id: 'close-reading',
    get label() {
      return t('command.closeReading');
    },
    group: 'view',
    keys: ['Escape'],
    possible: (state) => state.reading !== null && state.dialog === null,
    run: () => {
      store.getState().read(null);
      focusPane('lines');
    },
  },
  {
    id: 'next-pane',
    get label() {
      return t('command.nextPane');
    },
    group: 'view',
    keys: ['F6'],
    run: () => {
      cyclePanes(1);
    },
  },
  {
    id: 'previous-pane',
    get label() {
      return t('command.previousPane');
    },
    group: 'view',
    keys: ['shift+F6'],
    run: () => {
      cyclePanes(-1);
    },
  },
];
