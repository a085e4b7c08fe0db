/** The keyboard: shortcuts of `commands.ts`, matched and written out for the platform at hand. */
import { commands } from './commands.ts';
import type { PageCommand } from './page-command.ts';
import { store } from './store/store.ts';

/** What a shortcut is matched against: the part of a KeyboardEvent that matters. */
export interface KeyPress {
  readonly key: string;
  /** The key's place on the keyboard, such as `KeyQ`: for who writes in another script than the shortcut. */
  readonly code?: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const isMac = typeof navigator !== 'undefined' && navigator.platform.startsWith('Mac');

/** The sign that a key has on a Latin keyboard: whoever writes Arabic or Macedonian need not change theirs. */
export function latinKey({ key, code = '' }: Pick<KeyPress, 'key' | 'code'>): string {
  // One key of an Arabic keyboard writes two letters.
  if (!/^\P{ASCII}{1,2}$/u.test(key)) return key;
  const place = /^(?:Key|Digit)([A-Z\d])$/u.exec(code)?.[1];
  if (place !== undefined) return place.toLowerCase();
  return { BracketLeft: '[', BracketRight: ']', Period: '.' }[code] ?? key;
}

/** Whether a press is `keys`, such as `mod+k`, `shift+F6` or `/`. `mod` is Command on a Mac and Control elsewhere. */
export function matches(keys: string, press: KeyPress, mac: boolean = isMac): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const mod = mac ? press.metaKey : press.ctrlKey;
  const other = mac ? press.ctrlKey : press.metaKey;
  if (mod !== parts.includes('mod') || other || press.altKey !== parts.includes('alt')) return false;
  // A sign such as `?` needs Shift on one keyboard and not on the next: the sign itself is enough.
  const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase();
  if (!isSign && press.shiftKey !== parts.includes('shift')) return false;
  // A bare sign is what was typed; with Ctrl held it is the key.
  const pressed = mod ? latinKey(press) : press.key;
  return pressed.toLowerCase() === key.toLowerCase();
}

/** `Ctrl K`, `⌘ K`: the key caps of a shortcut, one a key. */
export function keyCaps(keys: string, mac: boolean = isMac): string[] {
  const names: Record<string, string> = {
    mod: mac ? '⌘' : 'Ctrl',
    shift: mac ? '⇧' : 'Shift',
    alt: mac ? '⌥' : 'Alt',
    Escape: 'Esc',
  };
  return keys.split('+').map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part));
}

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  // What an article listens to keys with is a field only in name: nothing can be written there.
  if (target.matches('.article .inputarea')) return false;
  return target.closest('input, textarea, select, [contenteditable="true"]') !== null;
}

/** The command a press asks for. Bare signs and Escape belong to a field while someone writes in it. */
export function commandOf(press: KeyPress, writing: boolean): PageCommand | undefined {
  return commands.find((command) =>
    command.keys?.some(
      (keys) =>
        matches(keys, press) && !(writing && (keys.length === 1 || keys === 'Escape' || command.sparesFields === true)),
    ),
  );
}

/** Listens for shortcuts until the returned function is called. */
export function followKeys(): () => void {
  const listener = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const command = commandOf(event, isWriting(event.target));
    if (!command) return;
    // A dialog keeps the keyboard to itself; only the palette may be called again, to go away.
    if (store.getState().dialog !== null && command.id !== 'palette') return;
    event.preventDefault();
    if (command.possible?.(store.getState()) ?? true) command.run();
  };
  // A tooltip takes the first Escape for itself, before anyone else hears of it. It appears with the focus, unasked, so
  // whoever presses Escape means the pane: heard here on the way down, unless a menu or a dialog is open.
  const overTooltip = (event: KeyboardEvent) => {
    const isOpen = (selector: string) => document.querySelector(selector) !== null;
    if (event.key === 'Escape' && isOpen('.ui-tooltip') && !isOpen('.ui-popover, .ui-modal')) listener(event);
  };
  // Monaco waits for a second key after Ctrl and K, and scrolls by Alt and a page key: over an article or a query, a
  // command of the page is heard on the way down.
  const overEditor = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey || event.altKey) || !(event.target instanceof HTMLElement)) return;
    if (!event.target.matches(':is(.article, .query-editor) :is(.inputarea, .native-edit-context)')) return;
    listener(event);
    if (event.defaultPrevented) event.stopPropagation();
  };
  window.addEventListener('keydown', overEditor, { capture: true });
  window.addEventListener('keydown', overTooltip, { capture: true });
  window.addEventListener('keydown', listener);
  return () => {
    window.removeEventListener('keydown', overEditor, { capture: true });
    window.removeEventListener('keydown', overTooltip, { capture: true });
    window.removeEventListener('keydown', listener);
  };
}
