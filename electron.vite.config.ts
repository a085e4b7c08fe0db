import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const here = import.meta.dirname;

// The command line and the worker are entries of their own beside the Electron main file: the command line and the web
// door must run where there is no Electron, and the workbench starts the worker, and the worker its reading process, only by their bundled names.
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      target: 'node24',
      // Every start of the command line and of a worker loads these. In one file with the rest they take half the time.
      externalizeDeps: { exclude: ['commander', 'env-paths', 'string-width', 'zod'] },
      rolldownOptions: {
        input: {
          index: resolve(here, 'src/main/electron/main.ts'),
          cli: resolve(here, 'src/main/cli/main.ts'),
          worker: resolve(here, 'src/worker/main.ts'),
          regex: resolve(here, 'src/worker/regex/regex-thread.ts'),
          'content-pairs': resolve(here, 'src/worker/alignment/content-pairs-thread.ts'),
          alignment: resolve(here, 'src/worker/alignment/alignment-thread.ts'),
          segment: resolve(here, 'src/worker/segments/segment-thread.ts'),
          align: resolve(here, 'src/worker/alignment/align-thread.ts'),
          packing: resolve(here, 'src/worker/snapshot/packing-thread.ts'),
          reader: resolve(here, 'src/worker/formats/reader-process.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunk-[name].js' },
      },
    },
  },
  // A sandboxed preload can load only CommonJS and only `electron`; everything else is bundled into it.
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: resolve(here, 'src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(here, 'src/renderer'),
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      outDir: 'out/renderer',
      minify: 'oxc',
      // The page's policy forbids data: fonts and scripts; nothing is inlined.
      assetsInlineLimit: 0,
      rolldownOptions: { input: { index: resolve(here, 'src/renderer/index.html') } },
    },
  },
});
