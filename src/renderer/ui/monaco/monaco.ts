/**
 * Monaco, cut down to what reading needs: the core, the find widget, copying, and moving by words. Loaded by
 * load-monaco.ts the first time a document is opened, so that the page itself does not wait for it.
 */
import * as monaco from 'monaco-editor/editor';
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/codicon/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/wordOperations/register';

// A bundled worker file: the page's policy forbids scripts made at run time.
globalThis.MonacoEnvironment = { getWorker: () => new EditorWorker() };

export { monaco };
export type Monaco = typeof monaco;
