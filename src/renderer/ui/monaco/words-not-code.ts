/** What Monaco is never asked to do here: it shows words, not programs. */
import type { editor } from 'monaco-editor/editor';

export const wordsNotCode = {
  // Told by the owner: Monaco's own observer lays everything out twice when a width is not a whole number.
  automaticLayout: false,
  // Tab goes on to what comes after; in a list of words it takes one.
  tabFocusMode: true,
  wrappingIndent: 'none',
  // Off would take apart the Arabic ligatures.
  fontLigatures: true,
  disableMonospaceOptimizations: true,
  glyphMargin: false,
  folding: false,
  minimap: { enabled: false },
  scrollBeyondLastLine: false,
  scrollBeyondLastColumn: 0,
  // What is marked in an article is shown on a map of the whole text beside it: features/reading/text-map.tsx.
  overviewRulerLanes: 0,
  overviewRulerBorder: false,
  hideCursorInOverviewRuler: true,
  renderLineHighlight: 'none',
  renderWhitespace: 'none',
  unicodeHighlight: {
    ambiguousCharacters: false,
    invisibleCharacters: false,
    nonBasicASCII: false,
    includeComments: false,
    includeStrings: false,
  },
  unusualLineTerminators: 'off',
  occurrencesHighlight: 'off',
  selectionHighlight: false,
  bracketPairColorization: { enabled: false },
  guides: { indentation: false, bracketPairs: false },
  links: false,
  colorDecorators: false,
  codeLens: false,
  contextmenu: false,
  hover: { enabled: 'off' },
  stickyScroll: { enabled: false },
  dragAndDrop: false,
  dropIntoEditor: { enabled: false },
  copyWithSyntaxHighlighting: false,
  emptySelectionClipboard: false,
  roundedSelection: false,
  cursorStyle: 'line-thin',
  mouseWheelZoom: false,
} as const satisfies editor.IStandaloneEditorConstructionOptions;
