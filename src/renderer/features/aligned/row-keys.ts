/** What a key means in the list of rows. Pure, so that every key is tested and listed in the help from one table. */
import type { KeyPress } from '../../app/shortcuts.ts';

export type RowAction =
  | { readonly kind: 'go'; readonly by: number | 'first' | 'last' | 'page' | 'page-back' }
  | { readonly kind: 'side'; readonly side: 'start' | 'end' }
  | { readonly kind: 'next'; readonly what: 'doubtful' | 'alone' | 'flagged'; readonly step: 1 | -1 }
  | { readonly kind: 'boundary'; readonly by: 1 | -1 }
  /** Of the row that the keyboard is on, when none is named. */
  | { readonly kind: 'reveal'; readonly row?: number; readonly paragraph?: true }
  | { readonly kind: 'merge'; readonly with: 'next' | 'previous' }
  /** From the row that the keyboard is on, when none is named. */
  | { readonly kind: 'realign'; readonly from?: number }
  | {
      readonly kind:
        | 'confirm'
        | 'unlink'
        | 'split'
        | 'link'
        | 'anchor'
        | 'release'
        | 'undo'
        | 'redo'
        | 'hints'
        | 'hide'
        | 'layout'
        | 'together'
        | 'map'
        | 'translate'
        | 'tag'
        | 'next-hint'
        | 'leave';
    };

interface NamedKey {
  /** As a KeyboardEvent has it; lower case. */
  readonly key: string;
  readonly shift?: true;
  readonly mod?: true;
  readonly action: RowAction;
  /** Its words in `aligned.json`, under `key`; keys of one meaning share it. */
  readonly name: string;
  readonly caps: readonly string[];
}

/** In the order in which the help lists them. */
export const rowKeys = [
  { key: 'arrowdown', action: { kind: 'go', by: 1 }, name: 'rows', caps: ['↑', '↓'] },
  { key: 'arrowup', action: { kind: 'go', by: -1 }, name: 'rows', caps: [] },
  { key: 'pagedown', action: { kind: 'go', by: 'page' }, name: 'rows', caps: [] },
  { key: 'pageup', action: { kind: 'go', by: 'page-back' }, name: 'rows', caps: [] },
  { key: 'home', action: { kind: 'go', by: 'first' }, name: 'rows', caps: [] },
  { key: 'end', action: { kind: 'go', by: 'last' }, name: 'rows', caps: [] },
  { key: 'arrowleft', action: { kind: 'side', side: 'start' }, name: 'side', caps: ['←', '→'] },
  { key: 'arrowright', action: { kind: 'side', side: 'end' }, name: 'side', caps: [] },
  { key: 'enter', action: { kind: 'confirm' }, name: 'confirm', caps: ['Enter'] },
  { key: 'u', action: { kind: 'unlink' }, name: 'unlink', caps: ['U'] },
  { key: 'l', action: { kind: 'link' }, name: 'link', caps: ['L'] },
  { key: 'm', action: { kind: 'merge', with: 'next' }, name: 'merge', caps: ['M'] },
  { key: 'm', shift: true, action: { kind: 'merge', with: 'previous' }, name: 'mergeBack', caps: ['Shift', 'M'] },
  { key: 's', action: { kind: 'split' }, name: 'split', caps: ['S'] },
  { key: ']', action: { kind: 'boundary', by: 1 }, name: 'take', caps: [']'] },
  { key: '[', action: { kind: 'boundary', by: -1 }, name: 'give', caps: ['['] },
  { key: 'a', action: { kind: 'anchor' }, name: 'anchor', caps: ['A'] },
  { key: 'r', action: { kind: 'realign' }, name: 'realign', caps: ['R'] },
  { key: 'delete', action: { kind: 'release' }, name: 'release', caps: ['Del'] },
  { key: 'backspace', action: { kind: 'release' }, name: 'release', caps: [] },
  { key: 'z', mod: true, action: { kind: 'undo' }, name: 'undo', caps: ['Ctrl', 'Z'] },
  { key: 'z', mod: true, shift: true, action: { kind: 'redo' }, name: 'redo', caps: ['Ctrl', 'Shift', 'Z'] },
  { key: 'y', mod: true, action: { kind: 'redo' }, name: 'redo', caps: [] },
  { key: 'n', action: { kind: 'next', what: 'doubtful', step: 1 }, name: 'doubtful', caps: ['N'] },
  {
    key: 'n',
    shift: true,
    action: { kind: 'next', what: 'doubtful', step: -1 },
    name: 'doubtfulBack',
    caps: ['Shift', 'N'],
  },
  { key: 'o', action: { kind: 'next', what: 'alone', step: 1 }, name: 'alone', caps: ['O'] },
  { key: 'o', shift: true, action: { kind: 'next', what: 'alone', step: -1 }, name: 'alone', caps: [] },
  { key: 'x', action: { kind: 'next', what: 'flagged', step: 1 }, name: 'flagged', caps: ['X'] },
  { key: 'x', shift: true, action: { kind: 'next', what: 'flagged', step: -1 }, name: 'flagged', caps: [] },
  { key: ' ', action: { kind: 'reveal' }, name: 'reveal', caps: ['Space'] },
  { key: 'p', action: { kind: 'reveal', paragraph: true }, name: 'revealParagraph', caps: ['P'] },
  { key: 'h', action: { kind: 'hide' }, name: 'hide', caps: ['H'] },
  { key: 'w', action: { kind: 'hints' }, name: 'hints', caps: ['W'] },
  { key: '.', action: { kind: 'next-hint' }, name: 'nextHint', caps: ['.'] },
  { key: 't', action: { kind: 'translate' }, name: 'translate', caps: ['T'] },
  { key: 'k', action: { kind: 'tag' }, name: 'tag', caps: ['K'] },
  { key: 'v', action: { kind: 'layout' }, name: 'layout', caps: ['V'] },
  { key: 'y', action: { kind: 'together' }, name: 'together', caps: ['Y'] },
  { key: 'g', action: { kind: 'map' }, name: 'map', caps: ['G'] },
  { key: 'escape', action: { kind: 'leave' }, name: 'leave', caps: ['Esc'] },
] as const satisfies readonly NamedKey[];

export function rowAction(press: KeyPress): RowAction | null {
  if (press.altKey) return null;
  const mod = press.ctrlKey || press.metaKey;
  const pressed = press.key.toLowerCase();
  const isLetter = /^\p{L}$/u.test(pressed);
  const known: readonly NamedKey[] = rowKeys;
  // A sign may need Shift on one keyboard and not on the next: there the sign itself is enough.
  const found = known.find(
    ({ key, shift = false, mod: wantsMod = false }) =>
      key === pressed && wantsMod === mod && (!isLetter || shift === press.shiftKey),
  );
  return found?.action ?? null;
}
