/** Starts the program from the outside and looks at its page through a debugging port: for another user's session, and for the packed program. */

import { type ChildProcess, spawn } from 'node:child_process';
import { type Browser, chromium, errors, type Page } from 'playwright-core';

export interface Attached {
  readonly page: Page;
  readonly child: ChildProcess;
  close(): Promise<void>;
}

/** What is not there after so long does not come. */
const patienceMs = 60_000;
/** A program that is there answers its debugging port at once; one that hung while it started never does. */
const answerMs = 20_000;

/**
 * `command` must start the program with `--remote-debugging-port=0` (test builds only). The old Electron that runs where the current one cannot
 * be fetched sometimes hangs while it starts: such a start, which lives and says nothing on its debugging port, is made anew, at most twice.
 */
export async function attachTo(
  command: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<Attached> {
  for (let start = 1; ; start += 1) {
    const child = spawn(command, [...args], { env, stdio: ['ignore', 'ignore', 'pipe'], detached: true });
    try {
      return await attached(child);
    } catch (error) {
      const hung = await killed(child);
      if (!hung || !(error instanceof SilentPort) || start === 3) throw error;
      process.stderr.write(`start ${start} hung and is made anew: ${error.message}\n`);
    }
  }
}

/** Ends the program and all that it started. Answers whether it was still there. */
async function killed(child: ChildProcess): Promise<boolean> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return false;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-child.pid, 'SIGKILL');
  await ended;
  return true;
}

/** The program opened its debugging port and then said nothing on it. */
class SilentPort extends Error {}

async function answering(address: string): Promise<Browser> {
  try {
    return await chromium.connectOverCDP(address, { timeout: answerMs });
  } catch (error) {
    // Anything but silence is an answer, and none that another start would change.
    if (!(error instanceof errors.TimeoutError)) throw error;
    throw new SilentPort(`no answer on ${address} after ${answerMs} ms`, { cause: error });
  }
}

async function attached(child: ChildProcess): Promise<Attached> {
  const address = await listeningAddress(child);
  const browser = await answering(address);
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
