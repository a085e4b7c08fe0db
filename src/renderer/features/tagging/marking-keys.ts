/** What a key does to the text that is read, for who tags. */
import type { Tag } from '../../../shared/tagging.ts';

/** The part of a KeyboardEvent that matters. */
export interface Press {
  readonly key: string;
  /** The key's place, such as `KeyQ`: for who writes in another script than the shortcut. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

export type Step = 'wordOn' | 'wordBack' | 'characterOn' | 'characterBack';

export type MarkingAction =
  | { readonly kind: 'tag'; readonly tag: Tag }
  /** A letter or digit that no tag has. */
  | { readonly kind: 'unknown-key'; readonly key: string }
  | { readonly kind: 'last' | 'grow' | 'shrink' | 'delete' | 'note' | 'other' }
  | { readonly kind: 'go'; readonly by: 1 | -1 }
  | { readonly kind: 'resize'; readonly side: 'start' | 'end'; readonly step: Step };

const signs = /^[\p{L}\p{N}]$/u;

/** Null for what is not about tagging. `isRtl`: whether the text at the place runs from right to left. */
export function markingAction(press: Press, tags: readonly Tag[], isRtl: boolean): MarkingAction | null {
  if (press.ctrlKey || press.metaKey) return null;
  if (press.altKey) return resizing(press, isRtl);
  switch (press.key) {
    case ' ':
      return { kind: press.shiftKey ? 'shrink' : 'grow' };
    case 'Enter':
      return press.shiftKey ? null : { kind: 'last' };
    case 'Delete':
    case 'Backspace':
      return { kind: 'delete' };
    case 'F2':
      return { kind: 'note' };
    case 'F8':
      return { kind: 'go', by: press.shiftKey ? -1 : 1 };
    case '\\':
      return { kind: 'other' };
    default:
      return signs.test(press.key) ? tagOf(press, tags) : null;
  }
}

/** Alt and an arrow moves the end of a passage, with Shift its start: across by words, up and down by characters. */
function resizing({ key, shiftKey }: Press, isRtl: boolean): MarkingAction | null {
  const side = shiftKey ? 'start' : 'end';
  const on = isRtl ? 'ArrowLeft' : 'ArrowRight';
  const back = isRtl ? 'ArrowRight' : 'ArrowLeft';
  const steps: Readonly<Record<string, Step>> = {
    [on]: 'wordOn',
    [back]: 'wordBack',
    ArrowDown: 'characterOn',
    ArrowUp: 'characterBack',
  };
  const step = steps[key];
  return step ? { kind: 'resize', side, step } : null;
}

function tagOf({ key, code }: Press, tags: readonly Tag[]): MarkingAction {
  const offered = tags.filter(({ retired, shortcut }) => !retired && shortcut !== null);
  const typed = key.toLowerCase();
  const named = offered.find(({ shortcut }) => shortcut?.toLowerCase() === typed);
  // Somebody who writes Arabic finds the tag of the key Q where Q is.
  const placed = /^(?:Key|Digit)(.)$/.exec(code)?.[1]?.toLowerCase();
  const tag = named ?? offered.find(({ shortcut }) => shortcut?.toLowerCase() === placed);
  return tag ? { kind: 'tag', tag } : { kind: 'unknown-key', key };
}
