/** Monaco's options for reading an article: no sign of a code editor but the margin with its numbers. */
import type { editor } from 'monaco-editor/editor';
import type { Span } from '../../../shared/model.ts';

/** Limits, in code units, up to which lines are broken as the browser breaks them: beyond, opening would pause. */
const longestExactText = 100_000;
const longestExactParagraph = 8_000;

/** Whether the browser may break the lines; otherwise wrap-column.ts says at which column. */
export function breaksExactly(text: string, paragraphs: readonly Span[]): boolean {
  return text.length <= longestExactText && paragraphs.every(({ start, end }) => end - start <= longestExactParagraph);
}

export function articleOptions(exact: boolean): editor.IStandaloneEditorConstructionOptions {
  return {
    readOnly: true,
    domReadOnly: true,
    // Told by the owner: Monaco's own observer lays everything out twice when a width is not a whole number.
    automaticLayout: false,
    // Tab goes on to what comes after the text.
    tabFocusMode: true,
    wordWrap: exact ? 'on' : 'wordWrapColumn',
    wrappingStrategy: exact ? 'advanced' : 'simple',
    wrappingIndent: 'none',
    stopRenderingLineAfter: -1,
    // Off would take apart the Arabic ligatures.
    fontLigatures: true,
    disableMonospaceOptimizations: true,
    padding: { top: 20, bottom: 48 },
    lineDecorationsWidth: 18,
    glyphMargin: false,
    folding: false,
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    scrollBeyondLastColumn: 0,
    // Monaco ends right-to-left lines where the scrollbar begins: the bar is wide so that there is paper between them, and
    // its slider takes the middle third.
    scrollbar: {
      vertical: 'auto',
      horizontal: 'hidden',
      verticalScrollbarSize: 27,
      verticalSliderSize: 9,
      useShadows: false,
    },
    // What is marked is shown on a map of the whole text beside it: features/reading/text-map.tsx.
    overviewRulerLanes: 0,
    overviewRulerBorder: false,
    hideCursorInOverviewRuler: true,
    renderLineHighlight: 'none',
    renderWhitespace: 'none',
    renderControlCharacters: false,
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
    matchBrackets: 'never',
    bracketPairColorization: { enabled: false },
    guides: { indentation: false, bracketPairs: false },
    links: false,
    colorDecorators: false,
    codeLens: false,
    contextmenu: false,
    hover: { enabled: 'off' },
    quickSuggestions: false,
    stickyScroll: { enabled: false },
    dragAndDrop: false,
    dropIntoEditor: { enabled: false },
    copyWithSyntaxHighlighting: false,
    emptySelectionClipboard: false,
    selectionClipboard: false,
    roundedSelection: false,
    cursorStyle: 'line-thin',
    cursorBlinking: 'solid',
    mouseWheelZoom: false,
    largeFileOptimizations: true,
  };
}
