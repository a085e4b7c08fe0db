import { prefer } from './actions/preferences.ts';
import { cyclePanes, focusPane } from './focus.ts';
import { languageChoiceName, languageChoices, setLanguage } from './language.ts';
import type { PageCommand } from './page-command.ts';
import { toggleLibrary } from './panels.ts';
import { store } from './store/store.ts';
import { nextTheme, setTheme, themeNames, themes } from './theme.ts';

/** CSS pixels; the contract's own bounds. */
const smallestText = 10;
const largestText = 40;

function resizeText(by: number): void {
  const size = store.getState().preferences.readingSize + by;
  prefer({ readingSize: Math.max(smallestText, Math.min(largestText, size)) });
}

export const viewCommands: readonly PageCommand[] = [
  { id: 'theme', label: 'Next theme', group: 'View', words: ['dark', 'light', 'appearance'], run: nextTheme },
  ...themes.map((theme): PageCommand => ({
    id: `theme-${theme}`,
    label: `Theme: ${themeNames[theme].toLowerCase()}`,
    group: 'View',
    possible: (state) => state.preferences.theme !== theme,
    run: () => {
      setTheme(theme);
    },
  })),
  ...languageChoices.map((choice): PageCommand => ({
    id: `language-${choice}`,
    label: `Language: ${languageChoiceName(choice)}`,
    group: 'View',
    words: ['language', 'interface'],
    possible: (state) => state.preferences.language !== choice,
    run: () => {
      setLanguage(choice);
    },
  })),
  {
    id: 'library',
    label: 'Show or hide the library',
    group: 'View',
    keys: ['mod+b'],
    words: ['sidebar'],
    run: toggleLibrary,
  },
  {
    id: 'reading-below',
    label: 'Reading pane below the lines',
    group: 'View',
    possible: (state) => state.preferences.readingPlace === 'beside',
    run: () => {
      prefer({ readingPlace: 'below' });
    },
  },
  {
    id: 'reading-beside',
    label: 'Reading pane beside the lines',
    group: 'View',
    possible: (state) => state.preferences.readingPlace === 'below',
    run: () => {
      prefer({ readingPlace: 'beside' });
    },
  },
  {
    id: 'reading-sans',
    label: 'Read in a sans-serif face',
    group: 'View',
    words: ['font'],
    possible: (state) => state.preferences.readingFont === 'serif',
    run: () => {
      prefer({ readingFont: 'sans' });
    },
  },
  {
    id: 'reading-serif',
    label: 'Read in a serif face',
    group: 'View',
    words: ['font'],
    possible: (state) => state.preferences.readingFont === 'sans',
    run: () => {
      prefer({ readingFont: 'serif' });
    },
  },
  {
    id: 'reading-larger',
    label: 'Larger text in the reading pane',
    group: 'View',
    words: ['font', 'size', 'zoom'],
    possible: (state) => state.preferences.readingSize < largestText,
    run: () => {
      resizeText(1);
    },
  },
  {
    id: 'reading-smaller',
    label: 'Smaller text in the reading pane',
    group: 'View',
    words: ['font', 'size', 'zoom'],
    possible: (state) => state.preferences.readingSize > smallestText,
    run: () => {
      resizeText(-1);
    },
  },
  {
    id: 'close-reading',
    label: 'Close the reading pane',
    group: 'View',
    keys: ['Escape'],
    possible: (state) => state.reading !== null && state.dialog === null,
    run: () => {
      store.getState().read(null);
      focusPane('lines');
    },
  },
  {
    id: 'next-pane',
    label: 'Go to the next pane',
    group: 'View',
    keys: ['F6'],
    run: () => {
      cyclePanes(1);
    },
  },
  {
    id: 'previous-pane',
    label: 'Go to the pane before',
    group: 'View',
    keys: ['shift+F6'],
    run: () => {
      cyclePanes(-1);
    },
  },
];
