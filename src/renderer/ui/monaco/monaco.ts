/**
 * Monaco, cut down to what reading and asking need: the core, copying, moving by words, and for queries
 * brackets and a list of what may come next. Loaded by load-monaco.ts once the page stands, which does not wait for it.
 */
import * as monaco from 'monaco-editor/editor';
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/codicon/register';
import 'monaco-editor/features/placeholderText/register';
// The feature of that name registers suggestions drawn into the text; the list is this.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController';
import 'monaco-editor/features/wordOperations/register';

// A bundled worker file: the page's policy forbids scripts made at run time.
globalThis.MonacoEnvironment = { getWorker: () => new EditorWorker() };

export { monaco };
export type Monaco = typeof monaco;
