/** Opens the built program's preview in a real browser, for journeys. `npm run build` first. */

import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { chromiumPath } from '../../machine/electron-runtime.ts';
import { freshFolder } from './folders.ts';

const projectRoot = fileURLToPath(new URL('../../../', import.meta.url));
const flags = '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking';
const moreFlags = '--disable-component-update --disable-sync';

export interface PreviewOptions {
  /** The data folder; a fresh one when absent. */
  readonly data?: string;
  /** The day it is for the program. */
  readonly today?: string;
  readonly width?: number;
  readonly height?: number;
  readonly theme?: 'light' | 'dark';
  /** Folder of the built page; the build's own when absent. */
  readonly built?: string;
}

export interface Previewed {
  readonly page: Page;
  readonly browser: Browser;
  /** With its one-time token, as printed. */
  readonly address: string;
  readonly data: string;
  close(): Promise<void>;
}

/** Null when there is a browser, else the reason to skip. */
export function previewJourneysMissing(): string | null {
  const found = chromiumPath();
  return 'missing' in found ? found.missing : null;
}

/** Starts the preview as its own process and opens its first page. */
export async function launchPreview(options: PreviewOptions = {}): Promise<Previewed> {
  const found = chromiumPath();
  if ('missing' in found) throw new Error(found.missing);
  const data = options.data ?? join(freshFolder('data'), 'data');
  const { child, address } = await startPreview(data, options);
  const browser = await chromium.launch({
    executablePath: found.path,
    headless: true,
    args: [...flags.split(' '), ...moreFlags.split(' ')],
  });
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1366, height: options.height ?? 768 },
    locale: 'zh-CN',
    colorScheme: options.theme ?? 'light',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'load' });
  return {
    page,
    browser,
    address,
    data,
    close: async () => {
      await browser.close();
      await ended(child);
    },
  };
}

/** The preview's process and the address it prints. */
export function startPreview(
  data: string,
  { today, built }: Pick<PreviewOptions, 'today' | 'built'>,
): Promise<{ child: ChildProcess; address: string }> {
  const bundle = join(projectRoot, 'dist/main/preview.mjs');
  const page = built === undefined ? [] : ['--page', built];
  const child = spawn(process.execPath, [bundle, '--data', data, '--no-open', ...page], {
    env: { ...process.env, ...(today === undefined ? {} : { REGULARS_TODAY: today }) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (text: Buffer): void => {
      said += text.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(said)?.[0];
      if (address !== undefined) resolve({ child, address });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => reject(new Error(`the preview ended with ${String(code)}:\n${said}`)));
  });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
