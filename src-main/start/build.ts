/** Builds what is missing or older than its sources. Run by plain Node: `node src-main/start/build.ts [--force] [--quiet]`. */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('../../', import.meta.url));

interface Target {
  readonly mode: string;
  /** A file the build writes; its age tells whether to build again. */
  readonly output: string;
  readonly sources: readonly string[];
}

const common = ['src-shared', 'package.json', 'vite.config.ts'];
const targets: readonly Target[] = [
  { mode: 'host', output: 'dist/main/worker.mjs', sources: [...common, 'src-main', 'migrations'] },
  { mode: 'shell', output: 'dist/main/shell.mjs', sources: [...common, 'src-main'] },
  { mode: 'preload', output: 'dist/main/preload.cjs', sources: [...common, 'src-main'] },
  { mode: 'renderer', output: 'dist/renderer/index.html', sources: [...common, 'src-renderer', 'assets'] },
];

function newest(path: string): number {
  if (!existsSync(path)) return 0;
  const facts = statSync(path);
  if (!facts.isDirectory()) return facts.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), 0);
}

const dist = join(projectRoot, 'dist');
const flavourFile = join(dist, 'flavour');

/** A release and a development build never mix: what the other one left, pieces of bundles too, goes before anything is built. */
function startFresh(always: boolean): void {
  const wanted = process.env['REGULARS_RELEASE'] === '1' ? 'release' : 'development';
  const found = existsSync(flavourFile) ? readFileSync(flavourFile, 'utf8') : 'development';
  if (always || found !== wanted)
    for (const part of ['main', 'renderer']) rmSync(join(dist, part), { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
  writeFileSync(flavourFile, wanted);
}

/** Builds the targets that need it. Throws with the builder's own words when one fails. */
export function buildIfNeeded(options: {
  readonly force?: boolean;
  readonly quiet?: boolean;
  readonly only?: readonly string[];
}): void {
  startFresh(options.force === true && options.only === undefined);
  for (const target of targets) {
    if (options.only !== undefined && !options.only.includes(target.mode)) continue;
    const output = join(projectRoot, target.output);
    const built = newest(output);
    const changed = Math.max(...target.sources.map((source) => newest(join(projectRoot, source))));
    if (options.force !== true && built >= changed) continue;
    if (options.quiet !== true) process.stderr.write(`building ${target.mode} …\n`);
    const vite = join(projectRoot, 'node_modules/vite/bin/vite.js');
    const done = spawnSync(process.execPath, [vite, 'build', '--mode', target.mode, '--logLevel', 'warn'], {
      cwd: projectRoot,
      encoding: 'utf8',
    });
    if (done.status !== 0) throw new Error(`the build of ${target.mode} failed:\n${done.stdout}${done.stderr}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  buildIfNeeded({ force: process.argv.includes('--force'), quiet: process.argv.includes('--quiet') });
}
