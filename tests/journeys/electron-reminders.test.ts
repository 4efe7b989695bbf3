/**
 * The morning's reminder in a real Electron window: its very words in both languages, its click, and that a second start on the day says nothing.
 * The system's own bubble is not drawn here; what the program gives it is looked at where it is given.
 */

import { chmodSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { ResultOf } from '../../src-shared/contract/index.ts';
import { electronJourneysMissing } from '../machine/electron-runtime.ts';
import { type Launched, launchRegulars } from './support/electron.ts';
import { freshFolder } from './support/folders.ts';
import { callOnPage } from './support/page-calls.ts';

const missing = electronJourneysMissing();
const because = missing === null ? '' : ` (skipped: ${missing})`;

let regulars: Launched | undefined;
afterEach(async () => {
  await regulars?.close();
  regulars = undefined;
});

/** From now on notifications are kept instead of shown. */
async function watchNotifications({ app }: Launched): Promise<void> {
  await app.evaluate(({ Notification }) => {
    const kept: Electron.Notification[] = [];
    Reflect.set(globalThis, 'kept', kept);
    Notification.isSupported = () => true;
    Notification.prototype.show = function show(this: Electron.Notification) {
      kept.push(this);
    };
  });
}

function shown({ app }: Launched): Promise<{ title: string; body: string }[]> {
  return app.evaluate(() =>
    (Reflect.get(globalThis, 'kept') as Electron.Notification[]).map(({ title, body }) => ({ title, body })),
  );
}

async function click({ app }: Launched): Promise<void> {
  await app.evaluate(() => {
    const [first] = Reflect.get(globalThis, 'kept') as Electron.Notification[];
    first?.emit('click');
  });
}

const isVisible = ({ app }: Launched): Promise<boolean | undefined> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());

/** The page as it stands after a load: the tick of its start has been answered. */
async function loadAgain({ page }: Launched): Promise<void> {
  await page.reload();
  await page.locator('nav.rail a').first().waitFor();
}

const setReminder = ({ page }: Launched, at: string, more: object = {}): Promise<unknown> =>
  callOnPage(page, 'settings.change', { reminder: { on: true, at }, ...more });

/** The demo shop with two rules on, one person planned for the day and one for the day before. */
async function prepareDemo({ page }: Launched): Promise<void> {
  await callOnPage(page, 'demo.open');
  await callOnPage(page, 'careRules.begin', { language: 'zh-CN' });
  const basis = { on: '2026-08-20', definition: 'quantile' };
  const { rules } = (await callOnPage(page, 'careRules.list', { basis })) as ResultOf<'careRules.list'>;
  for (const { rule, dueNow: _now, dueSoon: _soon, ...content } of rules)
    if (content.trigger.kind === 'renew')
      await callOnPage(page, 'careRules.save', { rule, content: { ...content, on: true, share: 0 } });
  const { rows } = (await callOnPage(page, 'customers.list', {
    filter: {},
    basis,
    sort: { by: 'recencyDays', descending: true },
    window: { from: 0, count: 3 },
  })) as ResultOf<'customers.list'>;
  const days = ['2026-08-20', '2026-08-19', '2026-08-18'];
  for (const [at, { id }] of rows.entries())
    await callOnPage(page, 'followUps.plan', {
      customer: id,
      day: days[at],
      channel: null,
      note: '新茶',
      repeat: null,
    });
}

describe.skipIf(missing !== null)(`reminders in a real window${because}`, () => {
  test('the demo shop’s morning: counts and no names, a click opens Today, one a day, the next day in English', async () => {
    const places = { data: join(freshFolder('data'), 'data'), profile: freshFolder('profile') };
    const env = { REGULARS_CLOCK: '10:00' };
    regulars = await launchRegulars({ ...places, today: '2026-08-20', env });
    await watchNotifications(regulars);
    await setReminder(regulars, '23:00');
    await prepareDemo(regulars);
    await loadAgain(regulars);
    expect(await shown(regulars)).toEqual([]);

    await setReminder(regulars, '09:30');
    await loadAgain(regulars);
    await expect.poll(() => shown(regulars as Launched), { timeout: 60_000 }).toHaveLength(1);
    const basis = { on: '2026-08-20', definition: 'quantile' };
    const { due } = (await callOnPage(regulars.page, 'followUps.today', { basis })) as ResultOf<'followUps.today'>;
    const [told] = await shown(regulars);
    expect(told).toEqual({
      title: '示例店铺：今天要联系 20 位',
      body: '今天到期 1，逾期 2，建议 17；其中打电话 15',
    });
    // What it says is what the list holds.
    expect(told?.title).toContain(` ${due.length} `);
    for (const { name } of due) expect(`${told?.title} ${told?.body}`).not.toContain(name);

    await regulars.page.locator('nav.rail a', { hasText: '客户' }).first().click();
    await regulars.page.locator('.vt-row').first().waitFor();
    await regulars.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
    expect(await isVisible(regulars)).toBe(false);
    await click(regulars);
    await regulars.page.locator('.due-table').waitFor();
    expect(await isVisible(regulars)).toBe(true);

    // A button of the settings shows one at any time, and counts for nothing.
    await regulars.page.locator('nav.rail a', { hasText: '设置' }).click();
    await regulars.page.getByRole('button', { name: '弹一条看看' }).click();
    await regulars.page.getByText('弹出来了').waitFor();
    expect(await shown(regulars)).toEqual([told, told]);
    await regulars.close();

    regulars = await launchRegulars({ ...places, today: '2026-08-20', env });
    await watchNotifications(regulars);
    await callOnPage(regulars.page, 'demo.open');
    await loadAgain(regulars);
    await regulars.page.locator('nav.rail a', { hasText: '今日' }).click();
    await regulars.page.locator('.due-table').waitFor();
    expect(await callOnPage(regulars.page, 'reminders.tick')).toMatchObject({ today: '2026-08-20', remind: null });
    expect(await shown(regulars)).toEqual([]);
    await setReminder(regulars, '23:00', { language: 'en' });
    await regulars.close();

    regulars = await launchRegulars({ ...places, today: '2026-08-21', env });
    await watchNotifications(regulars);
    await callOnPage(regulars.page, 'demo.open');
    await setReminder(regulars, '09:30');
    await loadAgain(regulars);
    await expect
      .poll(() => shown(regulars as Launched), { timeout: 60_000 })
      .toEqual([
        { title: 'Demo shop: 20 people to contact today', body: '3 overdue, 17 suggested; 15 of them by phone' },
      ]);
  }, 480_000);

  test('the settings say that the system has no notifications, and the window says it instead', async () => {
    regulars = await launchRegulars({ today: '2026-08-20', env: { REGULARS_CLOCK: '10:00' } });
    await regulars.app.evaluate(({ Notification }) => {
      Notification.isSupported = () => false;
    });
    await regulars.page.locator('nav.rail a', { hasText: '设置' }).click();
    await regulars.page.getByRole('button', { name: '弹一条看看' }).click();
    await regulars.page.getByText('这里弹不出系统通知').waitFor();
    await regulars.page.getByText('今天没有要联系的人；这样的日子到了时间也不弹。').waitFor();
  });
});

/** A desktop of Linux whose session's bus knows a tray, as far as the program asks. */
function withTray(): Record<string, string> {
  const folder = freshFolder('bus');
  writeFileSync(join(folder, 'gdbus'), '#!/bin/sh\necho "(true,)"\n');
  chmodSync(join(folder, 'gdbus'), 0o755);
  return { PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}` };
}

const closeWindow = ({ app }: Launched): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => {
    setTimeout(() => BrowserWindow.getAllWindows()[0]?.close());
  });

/** From now on it is seen when the tray gets its words. */
const watchTray = ({ app }: Launched): Promise<void> =>
  app.evaluate(({ Tray }) => {
    Tray.prototype.setToolTip = (said) => Reflect.set(globalThis, 'said', said);
  });

const trayIsThere = ({ app }: Launched): Promise<void> =>
  expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'said') as unknown)).toMatch(/^回头客/);

const noTrayToTell = process.platform === 'linux' ? '' : ' (skipped: only Linux may have no tray)';

describe.skipIf(missing !== null || noTrayToTell !== '')(`the tray${because}${noTrayToTell}`, () => {
  test('closing hides the window there while the owner wants it; its menu opens, tells the number, and quits', async () => {
    regulars = await launchRegulars({ standIn: 'outside-node', env: withTray() });
    const { app, page } = regulars;
    await app.evaluate(({ Menu }) => {
      const made: Electron.MenuItemConstructorOptions[][] = [];
      Reflect.set(globalThis, 'made', made);
      const build = Menu.buildFromTemplate.bind(Menu);
      Menu.buildFromTemplate = (template) => {
        made.push(template as Electron.MenuItemConstructorOptions[]);
        return build(template);
      };
    });
    const labels = (): Promise<unknown> =>
      app.evaluate(() =>
        (Reflect.get(globalThis, 'made') as Electron.MenuItemConstructorOptions[][]).at(-1)?.map(({ label }) => label),
      );
    expect(await callOnPage(page, 'shell.info')).toMatchObject({ canTray: true });
    expect(await callOnPage(page, 'shell.setTray', { on: true, count: 14 })).toEqual({ kept: true });
    expect(await labels()).toEqual(['打开回头客', '今天要联系 14 位', undefined, '退出']);
    await closeWindow(regulars);
    await expect.poll(() => isVisible(regulars as Launched)).toBe(false);
    // Its page lives on: that is what reminds.
    expect(await callOnPage(page, 'test.echo', { still: 'here' })).toEqual({ still: 'here' });
    await callOnPage(page, 'shell.setLook', { theme: 'light', language: 'en' });
    expect(await labels()).toEqual(['Open Regulars', '14 to contact today', undefined, 'Quit']);
    await app.evaluate(() => {
      const menu = (Reflect.get(globalThis, 'made') as { click?: () => void }[][]).at(-1);
      menu?.[1]?.click?.();
    });
    await expect.poll(() => isVisible(regulars as Launched)).toBe(true);
    const heard = (): Promise<unknown> => page.evaluate(() => Reflect.get(window, 'heard') as unknown);
    await expect.poll(heard).toContainEqual({ name: 'shell.command', detail: { command: 'today' } });

    // Taken away while the window is hidden, the window is there again, and closing closes.
    await closeWindow(regulars);
    await expect.poll(() => isVisible(regulars as Launched)).toBe(false);
    expect(await callOnPage(page, 'shell.setTray', { on: false, count: null })).toEqual({ kept: false });
    expect(await isVisible(regulars)).toBe(true);
    const ended = app.waitForEvent('close');
    await closeWindow(regulars);
    await ended;
    regulars = undefined;
  });

  test('the owner puts it on in the settings of the program itself, and it holds at the next start', async () => {
    const places = { data: join(freshFolder('data'), 'data'), profile: freshFolder('profile') };
    regulars = await launchRegulars({ ...places, env: withTray() });
    await watchTray(regulars);
    await regulars.page.locator('nav.rail a', { hasText: '设置' }).click();
    await regulars.page.getByRole('checkbox', { name: '缩到托盘，到时间照样提醒' }).check();
    const kept = async (): Promise<unknown> => {
      const { keepInTray } = (await callOnPage((regulars as Launched).page, 'settings.read')) as {
        keepInTray: boolean;
      };
      return keepInTray;
    };
    await expect.poll(kept).toBe(true);
    await trayIsThere(regulars);
    await closeWindow(regulars);
    await expect.poll(() => isVisible(regulars as Launched)).toBe(false);
    await regulars.close();
    regulars = await launchRegulars({ ...places, env: withTray() });
    await watchTray(regulars);
    await loadAgain(regulars);
    await trayIsThere(regulars);
    await closeWindow(regulars);
    await expect.poll(() => isVisible(regulars as Launched)).toBe(false);
  });

  test('quitting quits, though closing would hide', async () => {
    regulars = await launchRegulars({ standIn: 'outside-node', env: withTray() });
    expect(await callOnPage(regulars.page, 'shell.setTray', { on: true, count: null })).toEqual({ kept: true });
    const ended = regulars.app.waitForEvent('close');
    await regulars.app.evaluate(({ app }) => {
      setTimeout(() => app.quit());
    });
    await ended;
    regulars = undefined;
  });

  test('on a desktop without one closing closes, whatever the owner wants', async () => {
    regulars = await launchRegulars({
      standIn: 'outside-node',
      env: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/absent' },
    });
    expect(await callOnPage(regulars.page, 'shell.info')).toMatchObject({ canTray: false });
    expect(await callOnPage(regulars.page, 'shell.setTray', { on: true, count: 14 })).toEqual({ kept: false });
    const ended = regulars.app.waitForEvent('close');
    await closeWindow(regulars);
    await ended;
    regulars = undefined;
  });
});
