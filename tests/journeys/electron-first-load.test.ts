/** A window whose first page hangs does not stay blank: the program starts once more without the graphics card, which is what mostly hangs. */

import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { electronJourneysMissing } from '../machine/electron-runtime.ts';
import { launchCommand } from './support/electron.ts';
import { freshFolder } from './support/folders.ts';

const missing = electronJourneysMissing() ?? (process.platform === 'linux' ? null : 'processes are read from /proc');

interface Running {
  readonly pid: number;
  /** Its command line, as one text: Chromium writes its own over what it was started with. */
  readonly line: string;
}

/** The program's main processes, by their profile. */
function running(profile: string): Running[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && existsSync(`/proc/${name}/cmdline`))
    .map((name) => ({ pid: Number(name), line: lineOf(name) }))
    .filter(({ line }) => line.includes(`--user-data-dir=${profile}`) && !line.includes('--type='));
}

function lineOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    // It ended meanwhile.
    return '';
  }
}

test.skipIf(missing !== null)(
  `a first page that hangs is tried again without the graphics card, once${missing === null ? '' : ` (skipped: ${missing})`}`,
  async () => {
    const page = freshFolder('hanging-page');
    writeFileSync(join(page, 'index.html'), '<!doctype html><title>x</title><script src="page.js"></script>');
    writeFileSync(join(page, 'page.js'), 'for (;;) {}');
    const command = await launchCommand({ standIn: 'outside-node', env: { REGULARS_PAGE: page } });
    const { profile } = command;
    onTestFinished(() => {
      for (const { pid } of running(profile)) process.kill(pid, 'SIGKILL');
    });
    const args = command.args.filter((arg) => arg !== '--disable-gpu');
    const first = spawn(command.path, args, { env: command.env, stdio: 'ignore' });
    const code = await new Promise((resolve) => first.once('exit', resolve));
    expect(code).toBe(0);
    await expect
      .poll(() => running(profile).map((one) => one.line.includes('--disable-gpu')), { timeout: 20_000 })
      .toEqual([true]);
    // It does not start a third time: what hangs now is asked for again in the same window.
    const [second] = running(profile);
    await new Promise((resolve) => setTimeout(resolve, 14_000));
    expect(running(profile).map(({ pid }) => pid)).toEqual([second?.pid]);
  },
);
