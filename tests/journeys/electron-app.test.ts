/** The whole program in a real Electron window: our page, our host, a fresh ledger. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { electronJourneysMissing } from '../machine/electron-runtime.ts';
import { type Launched, launchRegulars } from './support/electron.ts';
import { freshFolder } from './support/folders.ts';
import { answerOf, callOnPage } from './support/page-calls.ts';
import { takePicture } from './support/screenshot.ts';

const missing = electronJourneysMissing();

/** Process ids of hosts that keep this data folder. */
function hostsOf(data: string): number[] {
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return ids.map(Number).filter((id) => {
    try {
      const line = readFileSync(`/proc/${id}/cmdline`, 'utf8');
      return line.includes('host.mjs') && line.includes(data);
    } catch {
      // Ended while we looked.
      return false;
    }
  });
}

describe.skipIf(missing !== null)(
  `the program in a real window${missing === null ? '' : ` (skipped: ${missing})`}`,
  () => {
    let regulars: Launched;
    const troubles: string[] = [];
    beforeAll(async () => {
      regulars = await launchRegulars();
      regulars.page.on('pageerror', (error) => troubles.push(error.message));
      regulars.page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) troubles.push(message.text());
      });
      await regulars.page.reload();
    });
    afterAll(() => regulars?.close());

    test('opens on its first page, in Chinese, without a word in the console', async () => {
      await regulars.page.getByRole('navigation').first().waitFor();
      await expect.poll(() => regulars.page.locator('main, h1').first().innerText()).toMatch(/[\u4e00-\u9fff]/);
      expect(troubles).toEqual([]);
    });

    test('its ledger lies in the data folder it was given, and answers', async () => {
      expect(await callOnPage(regulars.page, 'settings.read')).toMatchObject({ language: 'zh-CN' });
      expect(readdirSync(regulars.data)).toContain('ledger.db');
    });

    test('when its host is killed the page goes on with the next one', async () => {
      const [first] = hostsOf(regulars.data);
      if (first === undefined) throw new Error('no host runs');
      await regulars.page.evaluate(() => {
        window.regulars?.subscribe('ledger.restarted', () => Reflect.set(window, 'restarted', true));
      });
      process.kill(first, 'SIGKILL');
      await expect
        .poll(() => regulars.page.evaluate(() => Reflect.get(window, 'restarted') as unknown), { timeout: 10_000 })
        .toBe(true);
      expect(await callOnPage(regulars.page, 'settings.change', { fontSize: 14 })).toMatchObject({ fontSize: 14 });
      expect(hostsOf(regulars.data)).not.toContain(first);
      expect(await regulars.page.getByRole('navigation').first().isVisible()).toBe(true);
    });

    test('a failure of the shell itself is written down, and neither shown nor the end of the window', async () => {
      await regulars.app.evaluate(() => {
        setTimeout(() => {
          throw new Error('made by a test');
        });
      });
      const log = (): string => {
        const file = join(regulars.data, 'logs/shell.log');
        return existsSync(file) ? readFileSync(file, 'utf8') : '';
      };
      await expect.poll(log).toMatch(/^shell-\d+-1 uncaught Error: made by a test\n +at /);
      expect(await callOnPage(regulars.page, 'shell.info')).toMatchObject({ kind: 'electron' });
    });

    test('a second program on the same data folder says that it is in use', async () => {
      const second = await launchRegulars({ data: regulars.data });
      try {
        expect(await answerOf(second.page, 'settings.read')).toMatchObject({
          ok: false,
          problem: { code: 'ledger-in-use' },
        });
      } finally {
        await second.close();
      }
    });

    test('theme and language change while it is open, the frame with them', async () => {
      const folder = freshFolder('pictures');
      await takePicture(regulars.page, join(folder, 'dark-en.png'), { theme: 'dark', language: 'en' });
      expect(await regulars.page.locator('nav').first().innerText()).not.toMatch(/[\u4e00-\u9fff]/);
      const [isDark, labels] = await regulars.app.evaluate(({ nativeTheme, Menu }) => [
        nativeTheme.shouldUseDarkColors,
        Menu.getApplicationMenu()?.items.map((item) => item.label),
      ]);
      expect(isDark).toBe(true);
      expect(labels).toContain('File');
      await takePicture(regulars.page, join(folder, 'light-zh.png'), { theme: 'light', language: 'zh-CN' });
      expect(await regulars.page.locator('nav').first().innerText()).toMatch(/[\u4e00-\u9fff]/);
      expect(readdirSync(folder)).toHaveLength(2);
    });

    test('closing the window ends its host too, and the ledger is closed', async () => {
      await regulars.close();
      expect(hostsOf(regulars.data)).toEqual([]);
      expect(readdirSync(regulars.data)).not.toContain('ledger.db-wal');
    });
  },
);
