/** Monaco's options for reading an article: no sign of a code editor but the margin with its numbers. */
import type { editor } from 'monaco-editor/editor';
import type { Span } from '../../../shared/model.ts';
import { wordsNotCode } from './words-not-code.ts';

/** Limits, in code units, up to which lines are broken as the browser breaks them: beyond, opening would pause. */
const longestExactText = 100_000;
const longestExactParagraph = 8_000;

/** Whether the browser may break the lines; otherwise wrap-column.ts says at which column. */
export function breaksExactly(text: string, paragraphs: readonly Span[]): boolean {
  return text.length <= longestExactText && paragraphs.every(({ start, end }) => end - start <= longestExactParagraph);
}

export function articleOptions(exact: boolean): editor.IStandaloneEditorConstructionOptions {
  return {
    ...wordsNotCode,
    readOnly: true,
    domReadOnly: true,
    wordWrap: exact ? 'on' : 'wordWrapColumn',
    wrappingStrategy: exact ? 'advanced' : 'simple',
    stopRenderingLineAfter: -1,
    padding: { top: 20, bottom: 48 },
    lineDecorationsWidth: 18,
    // Monaco ends right-to-left lines where the scrollbar begins: the bar is wide so that there is paper between them, and
    // its slider takes the middle third.
    scrollbar: {
      vertical: 'auto',
      horizontal: 'hidden',
      verticalScrollbarSize: 27,
      verticalSliderSize: 9,
      useShadows: false,
    },
    renderControlCharacters: false,
    matchBrackets: 'never',
    quickSuggestions: false,
    selectionClipboard: false,
    cursorBlinking: 'solid',
    largeFileOptimizations: true,
  };
}
