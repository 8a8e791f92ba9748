import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** How a page under renderer/ is built; `root` and `build.outDir` come with each page (scripts/setUp/onOwnNode/bundle.mjs). */
export default defineConfig({
  base: './',
  publicDir: false,
  plugins: [react()],
  css: {
    preprocessorOptions: {
      scss: { loadPaths: [join(import.meta.dirname, 'node_modules')], quietDeps: true },
    },
  },
  build: {
    target: 'chrome130',
    // The content security policy knows no data: addresses and no inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    cssCodeSplit: false,
    sourcemap: false,
    reportCompressedSize: false,
    rolldownOptions: { output: { codeSplitting: false } },
  },
});
