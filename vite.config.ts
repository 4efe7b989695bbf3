/** Four builds (renderer, shell, preload, host) by `--mode`, and the test projects. */

import react from '@vitejs/plugin-react';
import { defineConfig, type UserConfig } from 'vite';
import type { ViteUserConfig } from 'vitest/config';
import manifest from './package.json' with { type: 'json' };
import { hashRules } from './src-main/start/hash-rules.ts';
import { tellPackages } from './src-main/start/tell-packages.ts';

// What the installed app finds in node_modules: a native binary. Everything else is bundled: loading hundreds of small modules one by one
// made every process of the program start slower than its work took.
const external = [
  /^node:/,
  'electron',
  ...Object.keys(manifest.dependencies).map((name) => new RegExp(`^${name}($|/)`)),
];
// Only development and test builds know the doors that tests need (a Node outside Electron for the host, a debugging port).
const testDoors = process.env['REGULARS_RELEASE'] !== '1';
const define = {
  __TEST_DOORS__: JSON.stringify(testDoors),
  __VERSION__: JSON.stringify(manifest.version),
  __RULES__: JSON.stringify(hashRules(import.meta.dirname)),
};

function nodeBuild(mode: string, input: Record<string, string>, format: 'es' | 'cjs'): UserConfig {
  return {
    define,
    plugins: [tellPackages(mode)],
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node22',
      outDir: 'dist/main',
      emptyOutDir: false,
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input,
        external,
        output: {
          format,
          entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].mjs',
          chunkFileNames: 'chunks/[name]-[hash].mjs',
        },
      },
    },
  };
}

const builds: Record<string, UserConfig> = {
  host: nodeBuild(
    'host',
    {
      host: 'src-main/host/node-entry.ts',
      'host-electron': 'src-main/host/electron-entry.ts',
      worker: 'src-main/host/worker-entry.ts',
      'reading-thread': 'src-main/importing/singles/reading-thread.ts',
      'ready-thread': 'src-main/importing/singles/ready-thread.ts',
      cli: 'src-main/cli/entry.ts',
      preview: 'src-main/preview/entry.ts',
    },
    'es',
  ),
  shell: nodeBuild('shell', { shell: 'src-main/shell/main.ts' }, 'es'),
  preload: nodeBuild('preload', { preload: 'src-main/shell/preload.ts' }, 'cjs'),
  renderer: {
    define,
    root: 'src-renderer',
    base: './',
    publicDir: false,
    plugins: [react(), tellPackages('renderer')],
    build: { outDir: '../dist/renderer', emptyOutDir: true, target: 'chrome130', chunkSizeWarningLimit: 3000 },
  },
};

const shared = { define, testTimeout: 30_000 } as const;
const project = (name: string, include: string[], more: object = {}): object => ({
  define: shared.define,
  plugins: name === 'renderer' ? [react()] : [],
  test: { name, include, environment: 'node', testTimeout: shared.testTimeout, hookTimeout: 120_000, ...more },
});

const test: ViteUserConfig['test'] = {
  projects: [
    project('shared', ['tests/shared/**/*.test.ts']),
    project('host', ['tests/host/**/*.test.ts']),
    project('house', ['tests/house/**/*.test.ts']),
    project('renderer', ['tests/renderer/**/*.test.tsx'], {
      environment: 'jsdom',
      setupFiles: ['tests/renderer/setup.ts'],
    }),
    // These run the built program: `npm run build` first (npm test does).
    project('boundary', ['tests/boundary/**/*.test.ts'], { testTimeout: 300_000, fileParallelism: false }),
    project('journeys', ['tests/journeys/**/*.test.ts'], {
      testTimeout: 240_000,
      fileParallelism: false,
      // A person waits, too; how long it takes is the benchmarks' matter.
      expect: { poll: { timeout: 15_000 } },
    }),
  ] as never,
};

// Under test there is no build: the root stays the repository's.
export default defineConfig(({ mode }) => ({ ...builds[mode], test }) as UserConfig);
