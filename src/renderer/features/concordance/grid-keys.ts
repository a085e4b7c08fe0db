/** What the keys do in the list of lines. */

export type GridAction =
  | { readonly type: 'move'; readonly by: number; readonly extend: boolean }
  | { readonly type: 'page'; readonly by: 1 | -1; readonly extend: boolean }
  | { readonly type: 'end'; readonly which: 'first' | 'last'; readonly extend: boolean }
  | { readonly type: 'judge'; /** Null takes the verdict away. */ readonly verdict: string | null }
  | { readonly type: 'open' | 'tick' | 'expand' | 'collapse' | 'all' | 'single' };

export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/**
 * The action of a key press, null for a key that is not ours. `isMirrored`: the list begins at the right, so what opens a line
 * points left, as its sign does.
 */
export function gridAction(press: KeyPress, isMirrored: boolean): GridAction | null {
  const { key, shiftKey: extend, ctrlKey, metaKey, altKey } = press;
  const command = ctrlKey || metaKey;
  if (command && !altKey && key.toLowerCase() === 'a') return { type: 'all' };
  if (altKey || (command && key !== 'Home' && key !== 'End')) return null;
  if (/^[1-9]$/.test(key)) return { type: 'judge', verdict: key };
  if (key === '0' || key === 'Delete') return { type: 'judge', verdict: null };
  switch (key) {
    case 'ArrowDown':
      return { type: 'move', by: 1, extend };
    case 'ArrowUp':
      return { type: 'move', by: -1, extend };
    case 'PageDown':
      return { type: 'page', by: 1, extend };
    case 'PageUp':
      return { type: 'page', by: -1, extend };
    case 'Home':
      return { type: 'end', which: 'first', extend };
    case 'End':
      return { type: 'end', which: 'last', extend };
    case 'Enter':
      return { type: 'open' };
    case ' ':
      return { type: 'tick' };
    case 'ArrowRight':
      return { type: isMirrored ? 'collapse' : 'expand' };
    case 'ArrowLeft':
      return { type: isMirrored ? 'expand' : 'collapse' };
    case 'Escape':
      return { type: 'single' };
    default:
      return null;
  }
}
