/** Starts the program from the outside and looks at its page through a debugging port: for another user's session, and for the packed program. */

import { type ChildProcess, spawn } from 'node:child_process';
import { chromium, type Page } from 'playwright-core';

export interface Attached {
  readonly page: Page;
  readonly child: ChildProcess;
  close(): Promise<void>;
}

/** What is not there after so long does not come. */
const patienceMs = 60_000;

/** `command` must start the program with `--remote-debugging-port=0` (test builds only). */
export async function attachTo(
  command: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<Attached> {
  const child = spawn(command, [...args], { env, stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  try {
    return await attached(child);
  } catch (error) {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
    throw error;
  }
}

async function attached(child: ChildProcess): Promise<Attached> {
  const address = await listeningAddress(child);
  const browser = await chromium.connectOverCDP(address, { timeout: patienceMs });
  const context = browser.contexts()[0];
  if (context === undefined) throw new Error('the program shows no page');
  const page = context.pages()[0] ?? (await context.waitForEvent('page', { timeout: patienceMs }));
  await page.waitForFunction(() => window.location.href.startsWith('app://regulars/'), undefined, {
    timeout: patienceMs,
  });
  await page.waitForLoadState('load', { timeout: patienceMs });
  return {
    page,
    child,
    close: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      // The whole group: `su` and `sh` stand between us and the program.
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
      await ended;
      await browser.close();
    },
  };
}

function listeningAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    setTimeout(() => reject(new Error(`no debugging port after ${patienceMs} ms:\n${said}`)), patienceMs).unref();
    child.stderr?.on('data', (text: Buffer) => {
      said += text.toString();
      const address = /DevTools listening on (ws:\/\/\S+)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`ended with ${String(code)}:\n${said}`)));
  });
}
