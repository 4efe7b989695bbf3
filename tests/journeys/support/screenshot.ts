/** Pictures of a page in a given window size, theme and language, for looking at and comparing. */

import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Page } from 'playwright-core';
import { callOnPage } from './page-calls.ts';

export interface Picture {
  readonly width?: number;
  readonly height?: number;
  readonly theme?: 'light' | 'dark';
  readonly language?: 'zh-CN' | 'en';
  /** The whole page instead of what is in view. */
  readonly whole?: boolean;
}

/** Writes a PNG. Theme and language are changed in the program's own settings, and stay so. */
export async function takePicture(page: Page, file: string, picture: Picture = {}): Promise<void> {
  // In Electron the window keeps its size; the picture is of the page alone.
  await page.setViewportSize({ width: picture.width ?? 1366, height: picture.height ?? 768 });
  const look = {
    ...(picture.theme === undefined ? {} : { theme: picture.theme }),
    ...(picture.language === undefined ? {} : { language: picture.language }),
  };
  if (Object.keys(look).length > 0) await changeLook(page, look);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  mkdirSync(dirname(file), { recursive: true });
  await page.screenshot({ path: file, animations: 'disabled', caret: 'hide', fullPage: picture.whole ?? false });
}

async function changeLook(page: Page, look: { readonly theme?: string; readonly language?: string }): Promise<void> {
  const before = await page.evaluate(() => document.documentElement.outerHTML.length);
  await callOnPage(page, 'settings.change', look);
  // The page hears of the change and draws itself anew; where nothing changes, a moment passes.
  await page
    .waitForFunction((length) => document.documentElement.outerHTML.length !== length, before, { timeout: 500 })
    .catch(() => undefined);
  await page.waitForTimeout(200);
}
