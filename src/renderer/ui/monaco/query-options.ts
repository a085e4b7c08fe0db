/** Monaco's options for a query: a field of one line that wraps, with a list of what may come next. */
import type { editor } from 'monaco-editor/editor';
import { wordsNotCode } from './words-not-code.ts';

export function queryOptions(lineHeight: number): editor.IStandaloneEditorConstructionOptions {
  return {
    ...wordsNotCode,
    lineHeight,
    // A real field, so that input methods and screen readers find what they know.
    editContext: false,
    wordWrap: 'on',
    wrappingStrategy: 'advanced',
    lineNumbers: 'off',
    lineDecorationsWidth: 0,
    scrollbar: {
      vertical: 'auto',
      horizontal: 'hidden',
      verticalScrollbarSize: 8,
      useShadows: false,
      alwaysConsumeMouseWheel: false,
    },
    matchBrackets: 'always',
    autoClosingBrackets: 'never',
    autoClosingQuotes: 'never',
    autoSurround: 'never',
    autoIndent: 'none',
    wordBasedSuggestions: 'off',
    quickSuggestions: { other: true, comments: true, strings: true },
    quickSuggestionsDelay: 60,
    suggestOnTriggerCharacters: true,
    acceptSuggestionOnCommitCharacter: false,
    acceptSuggestionOnEnter: 'on',
    tabCompletion: 'off',
    fixedOverflowWidgets: true,
    suggestFontSize: 14,
    suggestLineHeight: 26,
    // Nothing is chosen before it was gone to: Enter asks what is typed.
    suggest: {
      selectionMode: 'never',
      showIcons: false,
      showStatusBar: false,
      preview: false,
      filterGraceful: true,
      insertMode: 'replace',
    },
  };
}
