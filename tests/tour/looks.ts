/** The looks every scene is seen in: language, theme, size of the window, size of letters. */

import type { Page } from 'playwright-core';
import { answerOf } from '../journeys/support/page-calls.ts';

export interface Look {
  /** As it stands in the names of pictures. */
  readonly name: string;
  readonly language: 'zh-CN' | 'en';
  readonly theme: 'light' | 'dark';
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
}

const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;

function lookOf(
  language: Look['language'],
  theme: Look['theme'],
  size: (typeof sizes)[number],
  fontSize: number,
): Look {
  const letters = fontSize === 13 ? '' : `-font${fontSize}`;
  const name = `${language === 'en' ? 'en' : 'zh'}-${theme}-${size.width}${letters}`;
  return { name, language, theme, ...size, fontSize };
}

export const looks: readonly Look[] = [
  ...(['zh-CN', 'en'] as const).flatMap((language) =>
    (['light', 'dark'] as const).flatMap((theme) => sizes.map((size) => lookOf(language, theme, size, 13))),
  ),
  lookOf('zh-CN', 'light', sizes[0], 20),
];

/** Sets the look, and loads the page anew in it: nothing is left of an earlier one. */
export async function takeLook(page: Page, look: Look): Promise<void> {
  const { language, theme, fontSize, width, height } = look;
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: theme });
  // A ledger that cannot be opened answers with its problem, but the look is kept all the same.
  await answerOf(page, 'settings.change', { language, theme, fontSize });
  await page.evaluate(() => {
    window.history.replaceState(null, '', `${window.location.pathname}#/settings`);
  });
  await page.reload({ waitUntil: 'load' });
  await page.locator('main h1').first().waitFor();
  // Without a ledger the window speaks the language of the system until it is told otherwise.
  const other = page.locator(`main button[lang="${language}"]`);
  if ((await page.locator('nav').count()) === 0 && (await other.count()) > 0) await other.click();
}
