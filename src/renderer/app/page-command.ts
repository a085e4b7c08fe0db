/** One thing that the page can be told to do by name. */
import type { AppState } from './store/store.ts';

export interface PageCommand {
  readonly id: string;
  /** In the language spoken now. */
  readonly label: string;
  readonly group: 'folders' | 'search' | 'tabs' | 'tags' | 'reading' | 'view' | 'order' | 'help';
  /** As in `shortcuts.ts`: `mod+k`, `F6`, `/`. The first is the one that is shown. */
  readonly keys?: readonly string[];
  /** While somebody writes in a field, the keys are the field's. */
  readonly sparesFields?: boolean;
  /** Other words by which the palette finds it. */
  readonly words?: readonly string[];
  /** Whether it can be done now; absent = always. */
  readonly possible?: (state: AppState) => boolean;
  readonly run: () => void;
}
