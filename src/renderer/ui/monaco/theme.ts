/** Monaco draws in colours of its own unless it is given ours: this reads them from the tokens. */
import type { Monaco } from './monaco.ts';

/** Monaco's name of a colour, and the token that it takes. */
const coloursByToken: Readonly<Record<string, string>> = {
  'editor.background': '--paper',
  'editor.foreground': '--ink',
  'editor.selectionBackground': '--mark-current',
  'editor.inactiveSelectionBackground': '--selection',
  'editorCursor.foreground': '--accent',
  'editorLineNumber.foreground': '--ink-faint',
  'editorLineNumber.activeForeground': '--ink-faint',
  'editorWidget.background': '--leaf',
  'editorWidget.foreground': '--ink',
  'editorWidget.border': '--line',
  'input.background': '--paper',
  'input.foreground': '--ink',
  'input.border': '--line',
  'input.placeholderForeground': '--ink-faint',
  'toolbar.hoverBackground': '--hover',
  focusBorder: '--accent',
  foreground: '--ink',
  'icon.foreground': '--ink-soft',
  errorForeground: '--danger',
  'editorBracketMatch.background': '--mark',
  'editorBracketMatch.border': '--accent-line',
  'editorSuggestWidget.background': '--leaf',
  'editorSuggestWidget.foreground': '--ink',
  'editorSuggestWidget.border': '--line',
  'editorSuggestWidget.selectedBackground': '--accent-soft',
  'editorSuggestWidget.selectedForeground': '--ink',
  'editorSuggestWidget.highlightForeground': '--ink',
  'editorSuggestWidget.focusHighlightForeground': '--ink',
  'editorSuggestWidgetStatus.foreground': '--ink-soft',
  'list.hoverBackground': '--hover',
  'editor.placeholder.foreground': '--ink-faint',
  'scrollbarSlider.background': '--pressed',
  'scrollbarSlider.hoverBackground': '--line-strong',
  'scrollbarSlider.activeBackground': '--line-strong',
};

/** The signs of a query, and the token of each. */
const queryColours: Readonly<Record<string, string>> = {
  'word.query': '--ink',
  'string.query': '--accent-strong',
  'wildcard.query': '--chart-2',
  'operator.query': '--ink-soft',
  'attribute.query': '--chart-1',
  'flag.query': '--chart-5',
  'keyword.query': '--chart-1',
  'bracket.query': '--ink-soft',
  'space.query': '--ink',
};

/** No lines and shadows around the text: the paper is one with the pane. */
const absent = [
  'editor.rangeHighlightBackground',
  'editorOverviewRuler.background',
  'editorOverviewRuler.border',
  'scrollbar.shadow',
  'widget.shadow',
];

/** `#rrggbbaa` of a computed colour, which browsers write as `rgb(…)` or `color(srgb …)`. */
export function hexColour(computed: string): string {
  const numbers = (computed.match(/-?[\d.]+(?:e-?\d+)?/gu) ?? []).map(Number);
  const [red = 0, green = 0, blue = 0, alpha = 1] = numbers;
  const scale = computed.startsWith('color(') ? 255 : 1;
  const byte = (value: number) =>
    Math.round(Math.max(0, Math.min(255, value)))
      .toString(16)
      .padStart(2, '0');
  return `#${byte(red * scale)}${byte(green * scale)}${byte(blue * scale)}${byte(alpha * 255)}`;
}

/** The colours of tokens as they are drawn inside `element` now. */
function resolveTokens(element: HTMLElement, tokens: Iterable<string>): Map<string, string> {
  const probe = document.createElement('span');
  probe.hidden = true;
  element.append(probe);
  const colours = new Map<string, string>();
  for (const token of tokens) {
    probe.style.color = `var(${token})`;
    colours.set(token, hexColour(getComputedStyle(probe).color));
  }
  probe.remove();
  return colours;
}

/** Makes Monaco draw with the tokens as they are now. All of Monaco's editors share one theme. */
export function applyTheme(monaco: Monaco, theme: 'light' | 'dark', element: HTMLElement): void {
  const resolved = resolveTokens(element, new Set([...Object.values(coloursByToken), ...Object.values(queryColours)]));
  const colors: Record<string, string> = Object.fromEntries(absent.map((name) => [name, '#00000000']));
  for (const [name, token] of Object.entries(coloursByToken)) colors[name] = resolved.get(token) ?? '#00000000';
  const rules = Object.entries(queryColours).map(([token, colour]) => ({
    token,
    foreground: (resolved.get(colour) ?? '#000000').slice(1, 7),
  }));
  const name = `lectern-${theme}`;
  monaco.editor.defineTheme(name, { base: theme === 'dark' ? 'vs-dark' : 'vs', inherit: true, rules, colors });
  monaco.editor.setTheme(name);
}
