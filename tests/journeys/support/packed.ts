/** Packs the program as its folder target does, with the Electron of the tests, and takes it apart to look inside. */

import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeLicences } from '../../../src-main/start/licences.ts';
import { distributionOf, electronRuntime, electronVersion } from '../../machine/electron-runtime.ts';
import { freshFolder } from './folders.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

export interface Packed {
  readonly folder: string;
  readonly program: string;
  /** What is in the archive, as files. */
  readonly contents: string;
}

function run(script: string, args: readonly string[]): void {
  const done = spawnSync(process.execPath, [join(root, script), ...args], { cwd: root, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${done.stdout}${done.stderr}`);
}

/** Packs what stands in `dist`: in tests the build with the doors of the tests. */
export function packProgram(): Packed {
  const runtime = electronRuntime();
  if ('missing' in runtime) throw new Error(runtime.missing);
  const output = freshFolder('packed');
  const overrides = [
    `electronDist=${distributionOf(runtime.path)}`,
    `electronVersion=${electronVersion(runtime.path)}`,
    `directories.output=${output}`,
  ];
  writeLicences();
  run('node_modules/electron-builder/cli.js', ['--linux', 'dir', ...overrides.map((each) => `-c.${each}`)]);
  const folder = join(output, 'linux-unpacked');
  const contents = join(output, 'contents');
  run('node_modules/@electron/asar/bin/asar.js', ['extract', join(folder, 'resources/app.asar'), contents]);
  return { folder, program: join(folder, 'regulars'), contents };
}

/** Bytes of all files beneath a folder. */
export function bytesIn(folder: string): number {
  return readdirSync(folder, { recursive: true })
    .map((name) => statSync(join(folder, String(name))))
    .reduce((sum, facts) => sum + (facts.isFile() ? facts.size : 0), 0);
}
