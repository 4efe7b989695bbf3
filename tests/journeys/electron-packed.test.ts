/** The packed program with its fuses off starts, shows its page from inside the archive, and is no longer a Node. */

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { beforeAll, describe, expect, test } from 'vitest';
import { electronJourneysMissing, electronRuntime } from '../machine/electron-runtime.ts';
import { attachTo } from './support/attached.ts';
import { launchCommand } from './support/electron.ts';
import { freshFolder } from './support/folders.ts';
import { callOnPage } from './support/page-calls.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const missing = electronJourneysMissing();

describe.skipIf(missing !== null)(`the packed program${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  const output = freshFolder('packed');
  const program = join(output, 'linux-unpacked/regulars');
  beforeAll(() => {
    const runtime = electronRuntime();
    if ('missing' in runtime) return;
    const folder = dirname(runtime.path);
    // Only its release knows the version of an Electron; ours was made from 33.2.1.
    const version = existsSync(join(folder, 'version'))
      ? readFileSync(join(folder, 'version'), 'utf8').trim()
      : '33.2.1';
    const overrides = [`electronDist=${folder}`, `electronVersion=${version}`, `directories.output=${output}`];
    const args = ['--linux', 'dir', ...overrides.map((each) => `-c.${each}`)];
    const builder = join(root, 'node_modules/electron-builder/cli.js');
    const done = spawnSync(process.execPath, [builder, ...args], { cwd: root, encoding: 'utf8' });
    if (done.status !== 0) throw new Error(`${done.stdout}${done.stderr}`);
  });

  test('has its fuses off', async () => {
    const wire = await getCurrentFuseWire(program);
    const off = [FuseV1Options.RunAsNode, FuseV1Options.EnableNodeOptionsEnvironmentVariable];
    for (const fuse of [
      ...off,
      FuseV1Options.EnableNodeCliInspectArguments,
      FuseV1Options.GrantFileProtocolExtraPrivileges,
    ])
      expect(wire[fuse], FuseV1Options[fuse]).toBe(FuseState.DISABLE);
    for (const fuse of [FuseV1Options.OnlyLoadAppFromAsar, FuseV1Options.EnableCookieEncryption])
      expect(wire[fuse], FuseV1Options[fuse]).toBe(FuseState.ENABLE);
  });

  test('starts, serves its page from the archive, and reaches its host', async () => {
    const command = await launchCommand({ standIn: 'utility-process' });
    const { REGULARS_PAGE: _page, ...env } = command.env;
    const flags = command.args.filter((arg) => arg.startsWith('--'));
    const regulars = await attachTo(program, ['--remote-debugging-port=0', ...flags], env);
    try {
      expect(await callOnPage(regulars.page, 'shell.info')).toMatchObject({ kind: 'electron' });
      expect(await callOnPage(regulars.page, 'test.echo', { a: 1 })).toEqual({ a: 1 });
      expect(await regulars.page.locator('script[src]').count()).toBeGreaterThan(0);
    } finally {
      await regulars.close();
    }
  });
});
