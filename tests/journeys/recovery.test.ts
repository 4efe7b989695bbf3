/** A window whose ledger cannot be opened: the backups, what one brings back, one click, and the rooms again. */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { type BuiltHost, startHost } from '../support/built-host.ts';
import { importFiles } from '../support/import-files.ts';
import { launchPreview, type Previewed, type PreviewOptions, previewJourneysMissing } from './support/browser.ts';
import { freshFolder } from './support/folders.ts';
import { droppedFiles } from './support/spine.ts';

const missing = previewJourneysMissing();
/** Where pictures are kept for looking at; none are taken when it is not set. */
const pictures = process.env['REGULARS_PICTURES'];

/** A closed ledger of the 2022 samples, and a backup of it. */
async function ledgerWithBackups(prepare?: (host: BuiltHost) => Promise<void>): Promise<string> {
  const folder = join(freshFolder('data'), 'data');
  const host = startHost(folder, { env: { REGULARS_TODAY: '2022-12-20' } });
  await importFiles(host, [droppedFiles[0]]);
  await host.client.call('backups.make', {});
  // No longer backed up as it stands: the next import makes a backup of its own.
  await host.client.call('settings.change', { rfmDefinition: 'ntile' });
  await importFiles(host, [droppedFiles[1]]);
  await prepare?.(host);
  await host.close();
  return folder;
}

async function picture(page: Page, name: string): Promise<void> {
  if (pictures !== undefined) await page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' });
}

describe.skipIf(missing !== null)(
  `a ledger that cannot be opened, in a browser${missing === null ? '' : ` (skipped: ${missing})`}`,
  () => {
    const open: Previewed[] = [];
    afterEach(async () => {
      for (const preview of open.splice(0)) await preview.close();
    });
    const launch = async (options: PreviewOptions): Promise<Page> => {
      const preview = await launchPreview({ today: '2022-12-31', ...options });
      open.push(preview);
      return preview.page;
    };

    test('a damaged ledger shows its backups; one click brings the newest back and the rooms open', async () => {
      const data = await ledgerWithBackups();
      const ledger = join(data, 'ledger.db');
      writeFileSync(ledger, 'no ledger any more '.repeat(400));
      const bytes = readFileSync(ledger);
      const page = await launch({ data });
      await page.getByRole('heading', { name: '账本文件坏了，备份还在' }).waitFor();
      expect(await page.locator('nav').count()).toBe(0);
      const restore = page.getByRole('button', { name: '恢复这一份' });
      await expect.poll(() => restore.isEnabled(), { timeout: 60_000 }).toBe(true);
      const words = (await page.locator('main').innerText()).replaceAll(/\s+/g, '');
      for (const said of ['什么都没有删', '3,547.60', '要再导入一次', '您自己备的', '导入之前'])
        expect(words).toContain(said);
      await picture(page, 'damaged-zh');
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('heading', { name: /The ledger file is damaged/ }).waitFor();
      expect((await page.locator('main').innerText()).replaceAll('中文', '')).not.toMatch(/[\u4e00-\u9fff]/);
      await picture(page, 'damaged-en');
      await page.getByRole('button', { name: '中文' }).click();
      await restore.click();
      await page.getByText(/已恢复 .* 的备份/).waitFor({ timeout: 60_000 });
      await page.waitForURL(/#\/today/);
      await page.locator('nav.rail a', { hasText: '客户' }).click();
      await page.getByText('老顾客张阿姨', { exact: true }).first().waitFor();
      const kept = readdirSync(data).find((name) => /^ledger-damaged-.*\.db$/.test(name)) ?? '';
      expect(readFileSync(join(data, kept))).toEqual(bytes);
      await page.reload();
      await page.getByText('老顾客张阿姨', { exact: true }).first().waitFor();
    });

    test('another backup can be chosen by keyboard, and a damaged one says so and is not offered', async () => {
      const data = await ledgerWithBackups();
      writeFileSync(join(data, 'ledger.db'), 'no ledger any more '.repeat(400));
      const [newest = ''] = readdirSync(join(data, 'backups'))
        .filter((name) => name.endsWith('.db'))
        .sort()
        .reverse();
      writeFileSync(join(data, 'backups', newest), 'spoiled '.repeat(1000));
      const page = await launch({ data, theme: 'dark' });
      await page.getByText(/备份“.*”坏了/).waitFor({ timeout: 60_000 });
      expect(await page.getByRole('button', { name: '恢复这一份' }).count()).toBe(0);
      await picture(page, 'damaged-backup-dark');
      await page.getByRole('radio').first().focus();
      await page.keyboard.press('ArrowDown');
      const restore = page.getByRole('button', { name: '恢复这一份' });
      await restore.waitFor();
      await expect.poll(() => restore.isEnabled(), { timeout: 60_000 }).toBe(true);
      await picture(page, 'damaged-dark');
    });

    test('a ledger in use elsewhere says so, and 再试一次 opens it when the other has ended', async () => {
      const data = await ledgerWithBackups();
      const other = startHost(data);
      await other.client.call('ledger.status', {});
      const page = await launch({ data });
      await page.getByRole('heading', { name: '账本正在别处打开' }).waitFor();
      await picture(page, 'in-use-zh');
      await page.getByRole('button', { name: '再试一次' }).click();
      await page.getByRole('heading', { name: '账本正在别处打开' }).waitFor();
      await other.close();
      await page.getByRole('button', { name: '再试一次' }).click();
      await page.locator('nav.rail a', { hasText: '客户' }).click();
      await page.getByText('老顾客张阿姨', { exact: true }).first().waitFor();
      await page.locator('nav.rail').waitFor();
    });

    test('damage found after a crash leads to the same page, and the ledger can still be looked at', async () => {
      // The page of the journal: nothing on the first screens reads it.
      const data = await ledgerWithBackups(async ({ client }) => {
        await client.call('settings.change', { rfmDefinition: 'ntile' });
      });
      const killed = startHost(data);
      await killed.client.call('ledger.status', {});
      await killed.kill();
      const ledger = join(data, 'ledger.db');
      const damaged = readFileSync(ledger);
      const at = damaged.lastIndexOf('settings.change');
      expect(at).toBeGreaterThan(0);
      damaged.fill(0, at - (at % 4096), at - (at % 4096) + 4096);
      writeFileSync(ledger, damaged);
      const page = await launch({ data });
      await page.getByRole('heading', { name: '账本文件坏了，备份还在' }).waitFor({ timeout: 30_000 });
      await picture(page, 'found-damaged-zh');
      await page.getByRole('button', { name: '先不恢复，看看账本' }).click();
      await page.getByText('账本文件有损坏').waitFor();
      await picture(page, 'looked-at-zh');
      await page.getByRole('button', { name: '恢复备份…' }).click();
      const restore = page.getByRole('button', { name: '恢复这一份' });
      await expect.poll(() => restore.isEnabled(), { timeout: 60_000 }).toBe(true);
      await restore.click();
      await page.getByText(/已恢复 .* 的备份/).waitFor({ timeout: 60_000 });
      await page.locator('nav.rail').waitFor();
      expect(await page.getByText('账本文件有损坏').count()).toBe(0);
    });
  },
);
