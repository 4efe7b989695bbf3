/** Under an ordinary user Chromium's own sandbox is on. Root may not use it, so root makes a user and looks at that user's window. */

import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { electronJourneysMissing, onPath } from '../machine/electron-runtime.ts';
import { type Attached, attachTo } from './support/attached.ts';
import { launchCommand } from './support/electron.ts';
import { freshFolder } from './support/folders.ts';
import { callOnPage } from './support/page-calls.ts';

const user = 'regulars-test';
const checkout = fileURLToPath(new URL('../..', import.meta.url));

/** Runs a line of the shell as the user, who is made if need be. */
function asUser(line: string): boolean {
  if (spawnSync('id', [user]).status !== 0)
    spawnSync('useradd', ['--create-home', '--shell', '/usr/sbin/nologin', user]);
  return spawnSync('su', [user, '-s', '/bin/sh', '-c', line]).status === 0;
}

function reasonToSkip(): string | null {
  const missing = electronJourneysMissing();
  if (missing !== null) return missing;
  if (process.getuid?.() !== 0) return 'not root: every other journey runs with the sandbox on';
  if (onPath('useradd') === null || onPath('su') === null) return 'no useradd or su here';
  // The window, its page and its host are read from here.
  if (!asUser(`test -r '${join(checkout, 'package.json')}'`)) return `an ordinary user cannot read ${checkout}`;
  return null;
}

/** A path the user can read: the file's own, or that of a copy of its folder. */
function readable(file: string): string {
  if (asUser(`test -x '${file}'`)) return file;
  const copy = join(freshFolder('runtime'), 'runtime');
  chmodSync(dirname(copy), 0o755);
  // Links where they can be made: the runtime is 220 MB.
  const linked = spawnSync('cp', ['-rl', dirname(file), copy]).status === 0;
  if (!linked) cpSync(dirname(file), copy, { recursive: true });
  return join(copy, file.slice(dirname(file).length + 1));
}

/** Process ids of the program's page processes, by their command line. */
function pageProcesses(profile: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && existsSync(`/proc/${name}/cmdline`))
    .filter((name) => {
      const line = readFileSync(`/proc/${name}/cmdline`, 'utf8');
      return line.includes('--type=renderer') && line.includes(profile);
    })
    .map(Number);
}

async function openAsUser(profile: string, data: string): Promise<Attached> {
  const command = await launchCommand({ standIn: 'outside-node', profile, data });
  const variables = ['DISPLAY', 'REGULARS_DATA', 'REGULARS_HOST_ENTRIES', 'REGULARS_PAGE'].map(
    (name) => `${name}='${command.env[name] ?? ''}'`,
  );
  const node = readable(process.execPath);
  const args = command.args.filter((arg) => arg !== '--no-sandbox').map((arg) => `'${arg}'`);
  const line = [
    'exec env',
    ...variables,
    `REGULARS_HOST_NODE='${node}'`,
    `'${readable(command.path)}'`,
    '--remote-debugging-port=0',
    ...args,
  ].join(' ');
  return attachTo('su', [user, '-s', '/bin/sh', '-c', line], command.env);
}

const reason = reasonToSkip();

describe.skipIf(reason !== null)(`under an ordinary user${reason === null ? '' : ` (skipped: ${reason})`}`, () => {
  test("the page's process is held by Chromium's sandbox, and everything still works", async () => {
    const profile = freshFolder('user-profile');
    const data = freshFolder('user-data');
    for (const folder of [profile, data]) spawnSync('chown', [user, folder]);
    const regulars = await openAsUser(profile, data);
    try {
      expect(await callOnPage(regulars.page, 'shell.info')).toMatchObject({ kind: 'electron' });
      expect(await callOnPage(regulars.page, 'test.echo', { a: 1 })).toEqual({ a: 1 });
      const pages = pageProcesses(profile);
      expect(pages.length).toBeGreaterThan(0);
      for (const id of pages) {
        const status = readFileSync(`/proc/${id}/status`, 'utf8');
        expect(readFileSync(`/proc/${id}/cmdline`, 'utf8')).not.toContain('--no-sandbox');
        // 2: a seccomp filter is in force. Capabilities: none.
        expect(status).toMatch(/^Seccomp:\s+2$/m);
        expect(status).toMatch(/^CapEff:\s+0+$/m);
        expect(status).not.toMatch(/^Uid:\s+0\s/m);
      }
    } finally {
      await regulars.close();
    }
  });
});
