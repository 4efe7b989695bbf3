/** Opens the built program in a real Electron window, for journeys. `npm run build` first; see tests/machine for the Electron itself. */

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { electronRuntime, needsOutsideNode } from '../../machine/electron-runtime.ts';
import { screenForWindows } from './display.ts';
import { freshFolder } from './folders.ts';
import { writeStandIn } from './stand-in.ts';

const projectRoot = fileURLToPath(new URL('../../../', import.meta.url));

export interface LaunchOptions {
  /** The data folder; a fresh one when absent. */
  readonly data?: string;
  /** Where the window's place is remembered; a fresh folder when absent. */
  readonly profile?: string;
  /** Files or flags after the program's folder, as a person would give them. */
  readonly args?: readonly string[];
  /** The day it is for the program. */
  readonly today?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Only the shell is under test: a page and a host that do next to nothing, the host started in this way. */
  readonly standIn?: 'outside-node' | 'utility-process';
}

export interface Launched {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly data: string;
  readonly profile: string;
  close(): Promise<void>;
}

/**
 * A virtual screen has no graphics card. Told nothing, Chromium starts a GPU process all the same, which ends while it starts ("Exiting GPU
 * process due to errors during initialization"); then it tries the next way of drawing. When the machine is busy, the old Electron's main
 * process sometimes does not hear of that end: the GPU process stays a zombie, no other is started, and every page that loads waits for
 * it for ever. 4 of 30 starts hung so under load, and none of 40 that were told from the start to draw without it.
 */
const withoutGraphicsCard = process.platform === 'linux' ? ['--disable-gpu'] : [];

/**
 * Holds the program back before it opens its window, until Playwright is attached; Playwright gives it only to an Electron it found itself.
 * Attached while the window's first page is being exchanged for the program's, it never hears of that page, and waits for it for ever:
 * 6 of 60 starts hung so beside three busy loops, and none of 100 that were held back.
 */
const heldUntilAttached = ['-r', join(projectRoot, 'node_modules/playwright-core/lib/server/electron/loader.js')];

/** What to start and with what: shared by launches through Playwright and without it. */
export async function launchCommand(options: LaunchOptions): Promise<{
  readonly path: string;
  readonly args: string[];
  readonly env: Record<string, string>;
  readonly data: string;
  readonly profile: string;
}> {
  const runtime = electronRuntime();
  if ('missing' in runtime) throw new Error(runtime.missing);
  const data = options.data ?? join(freshFolder('data'), 'data');
  const profile = options.profile ?? freshFolder('profile');
  mkdirSync(data, { recursive: true });
  const isRoot = process.getuid?.() === 0;
  const { entries, page } = options.standIn === undefined ? { entries: '', page: '' } : writeStandIn();
  const instead: Record<string, string> =
    options.standIn === undefined ? {} : { REGULARS_HOST_ENTRIES: entries, REGULARS_PAGE: page };
  const outside =
    options.standIn === 'outside-node' || (options.standIn === undefined && needsOutsideNode(runtime.path));
  const hostNode: Record<string, string> = outside ? { REGULARS_HOST_NODE: process.execPath } : {};
  const today: Record<string, string> = options.today === undefined ? {} : { REGULARS_TODAY: options.today };
  const inherited = Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return {
    path: runtime.path,
    args: [
      // Chromium refuses its own sandbox to root; one journey runs as an ordinary user, with it.
      ...(isRoot ? ['--no-sandbox'] : []),
      ...withoutGraphicsCard,
      `--user-data-dir=${profile}`,
      '--lang=zh-CN',
      projectRoot,
      ...(options.args ?? []),
    ],
    env: {
      ...Object.fromEntries(inherited),
      DISPLAY: await screenForWindows(),
      REGULARS_DATA: data,
      ...instead,
      ...hostNode,
      ...today,
      ...options.env,
    },
    data,
    profile,
  };
}

/** Opens the window and waits for its page. */
export async function launchRegulars(options: LaunchOptions = {}): Promise<Launched> {
  const command = await launchCommand(options);
  const app = await _electron.launch({
    executablePath: command.path,
    args: [...heldUntilAttached, ...command.args],
    env: command.env,
    timeout: 60_000,
  });
  try {
    const page = await app.firstWindow();
    await pageIsThere(app, page);
    return { app, page, data: command.data, profile: command.profile, close: () => app.close() };
  } catch (error) {
    app.process().kill('SIGKILL');
    throw error;
  }
}

/** Waits for the page itself and not for its load event, which may have passed before we were attached. */
async function pageIsThere(app: ElectronApplication, page: Page): Promise<void> {
  try {
    const isLoaded = (): boolean => document.readyState === 'complete' && window.location.protocol === 'app:';
    await page.waitForFunction(isLoaded, undefined, { timeout: 60_000, polling: 100 });
  } catch (error) {
    const seen = await app.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((each) => [each.getURL(), each.isLoading(), each.isCrashed()]),
    );
    throw new Error(`the page did not load; the main process sees ${JSON.stringify(seen)}`, { cause: error });
  }
}

/** Starts the program without Playwright: for what ends by itself. */
export async function startPlainly(options: LaunchOptions): Promise<{ child: ChildProcess; ended: Promise<string> }> {
  const command = await launchCommand(options);
  const child = spawn(command.path, command.args, { env: command.env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr?.on('data', (text: Buffer) => {
    said += text.toString();
  });
  const ended = new Promise<string>((resolve) => child.once('exit', (code) => resolve(`${String(code)}\n${said}`)));
  return { child, ended };
}
