/**
 * Moving the keyboard between the panes of the desk. A pane is a landmark marked with `data-pane`; the part that the
 * keyboard enters first, or what holds that part, is marked with `data-pane-start`.
 */

export type PaneName = 'library' | 'query' | 'tool' | 'lines' | 'reading' | 'status';

const tabbable =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex]:not([tabindex="-1"])';

/** Where the keyboard last was in each pane, so that coming back continues there. */
const lastFocus = new WeakMap<Element, HTMLElement>();

function panes(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-pane]')];
}

function enter(pane: HTMLElement): void {
  const last = lastFocus.get(pane);
  const target = last && pane.contains(last) ? last : (startOf(pane) ?? pane);
  target.focus();
}

/** The first control that is drawn in the marked part, otherwise in the pane. */
function startOf(pane: HTMLElement): HTMLElement | undefined {
  return markedStartOf(pane) ?? drawnIn(pane, tabbable);
}

function markedStartOf(pane: HTMLElement): HTMLElement | undefined {
  return drawnIn(pane, `[data-pane-start]:is(${tabbable}), [data-pane-start] :is(${tabbable})`);
}

function drawnIn(pane: HTMLElement, selector: string): HTMLElement | undefined {
  const all = [...pane.querySelectorAll<HTMLElement>(selector)];
  return all.find((element) => element.getClientRects().length > 0);
}

export function focusPane(name: PaneName): void {
  const pane = panes().find((candidate) => candidate.dataset.pane === name);
  if (pane) enter(pane);
}

/** Frames that a list is waited for: some two seconds. */
const longestWait = 120;

/** Goes to the list of the lines or of the table, once it is drawn: its rows may still be on their way. */
export function focusRows(frames = longestWait): void {
  const rows = document.querySelector<HTMLElement>('[data-pane=lines] [role=grid]');
  if (rows) rows.focus();
  else if (frames > 0)
    requestAnimationFrame(() => {
      focusRows(frames - 1);
    });
}

/**
 * What had the keyboard may be gone with what stood there before: then the part that is read has it, once it is drawn, or
 * the whole pane. Not its first field: some open a list when they are gone to.
 */
export function keepKeyboard(): void {
  requestAnimationFrame(() => {
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return;
      const pane = panes().find(({ dataset }) => dataset.pane === 'lines');
      if (pane) (markedStartOf(pane) ?? pane).focus();
    });
  });
}

/** Goes to the next pane, or with -1 to the one before, around the desk. */
export function cyclePanes(step: 1 | -1): void {
  const all = panes();
  const here = all.findIndex((pane) => pane.contains(document.activeElement));
  const next = all[(here + step + all.length) % all.length] ?? all[0];
  if (next) enter(next);
}

export function focusQuery(): void {
  const field = document.querySelector<HTMLTextAreaElement>('#query-field');
  field?.focus();
  field?.select();
  // The editor keeps a selection of its own.
  field?.dispatchEvent(new CustomEvent('lectern-select-all'));
}

/** Remembers the keyboard's place in every pane until the returned function is called. */
export function followFocus(): () => void {
  const note = (event: FocusEvent) => {
    if (!(event.target instanceof HTMLElement)) return;
    const pane = event.target.closest('[data-pane]');
    if (pane) lastFocus.set(pane, event.target);
  };
  document.addEventListener('focusin', note);
  return () => {
    document.removeEventListener('focusin', note);
  };
}
