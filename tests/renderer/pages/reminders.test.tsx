/** Reminders on the page: what is said and when, the settings that turn it, the line of what came due while closed, and the form that warns. */

import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { expect, test, vi } from 'vitest';
import { useReminder } from '../../../src-renderer/frame/use-reminder.ts';
import type { Connection } from '../../../src-renderer/link/connection.ts';
import { useCall } from '../../../src-renderer/link/use-call.ts';
import { SettingsPage } from '../../../src-renderer/pages/settings/settings-page.tsx';
import { MissedBand, MissedList, useMissed } from '../../../src-renderer/pages/today/missed.tsx';
import { PlanFollowUp } from '../../../src-renderer/pages/today/plan-follow-up.tsx';
import { useReminderWords } from '../../../src-renderer/parts/reminder-words.ts';
import type { ParamsOf, ResultOf } from '../../../src-shared/contract/index.ts';
import type { Missed, Reminder } from '../../../src-shared/contract/reminders.ts';
import { type Day, dayOf } from '../../../src-shared/day.ts';
import type { Handler } from '../../../src-shared/link/serve.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { hostAtHand, today as hostDay } from '../host-at-hand.ts';
import { inPage, servedBy } from '../in-page.tsx';

const day = (text: string): Day => dayOf(text) ?? expect.fail(text);
const today = hostDay ?? day('2023-01-02');
const reminder = (more: Partial<Reminder>): Reminder => ({
  day: today,
  demo: false,
  people: 0,
  due: 0,
  overdue: 0,
  suggested: 0,
  calls: 0,
  ...more,
});

/**
 * The real host, a shell that keeps what it is to show, and, where a worker would be needed, answers of the test's own. The whole way is gone by
 * the built program (`tests/boundary/reminders.test.ts`, `tests/journeys/electron-reminders.test.ts`).
 */
function withShell(host: Connection, canShow: boolean, answers: Readonly<Record<string, Handler>> = {}) {
  const said: ParamsOf<'shell.notify'>[] = [];
  const own = servedBy({
    ...answers,
    'shell.info': async () => ({
      kind: 'electron',
      platform: 'test',
      version: '0',
      canPrintToPdf: true,
      canTray: false,
    }),
    'shell.notify': async (params) => {
      if (canShow) said.push(params as ParamsOf<'shell.notify'>);
      return { shown: canShow };
    },
  }).connection;
  const connection: Connection = {
    ...host,
    call: (method, params) => (method.startsWith('shell.') || method in answers ? own : host).call(method, params),
  };
  return { connection, said };
}

function Ticking() {
  useReminder();
  return null;
}

function StatusDay() {
  useReminder();
  const { data } = useCall('ledger.status', {});
  return <output>{data?.today}</output>;
}

function Said({ of }: { readonly of: Reminder }) {
  const { title, body } = useReminderWords()(of);
  return <output>{`${title} / ${body}`}</output>;
}

test('the words: only kinds there are, in both languages', () => {
  const words = (of: Reminder, language: 'zh-CN' | 'en'): string => {
    const { container, unmount } = inPage(<Said of={of} />, { language });
    const text = container.textContent ?? '';
    unmount();
    return text;
  };
  const all = reminder({ people: 14, due: 3, overdue: 2, suggested: 9, calls: 4 });
  expect(words(all, 'zh-CN')).toBe('今天要联系 14 位 / 今天到期 3，逾期 2，建议 9；其中打电话 4');
  expect(words(all, 'en')).toBe('14 people to contact today / 3 due, 2 overdue, 9 suggested; 4 of them by phone');
  const one = reminder({ people: 1, suggested: 1, demo: true });
  expect(words(one, 'zh-CN')).toBe('示例店铺：今天要联系 1 位 / 建议 1');
  expect(words(one, 'en')).toBe('Demo shop: 1 person to contact today / 1 suggested');
});

/** As the host gives it: until somebody says that it was shown. */
function once(remind: Reminder): Readonly<Record<string, Handler>> {
  let left: Reminder | null = remind;
  return {
    'reminders.tick': async () => ({ today, remind: left, away: false }),
    'reminders.told': async () => {
      left = null;
      return { done: true };
    },
  };
}

test('what the host gives out is shown by the system, and opens Today', async () => {
  const { connection, said } = withShell(await hostAtHand(), true, once(reminder({ people: 1, due: 1 })));
  const first = inPage(<Ticking />, { connection });
  await waitFor(() => expect(said).toEqual([{ title: '今天要联系 1 位', body: '今天到期 1', opens: 'today' }]));
  await waitFor(async () => expect((await connection.call('reminders.tick', {})).remind).toBeNull());
  first.unmount();
  inPage(<Ticking />, { connection });
  expect(said).toHaveLength(1);
});

test('where the system has no notifications the window says it, with the way to Today', async () => {
  const { connection } = withShell(await hostAtHand(), false, once(reminder({ people: 2, overdue: 2, calls: 1 })));
  inPage(<Ticking />, { connection });
  expect(await screen.findByText(/今天要联系 2 位：逾期 2；其中打电话 1/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '看今日' }));
  await waitFor(() => expect(window.location.href).toContain('/today'));
});

test('while the window lives the host is told each half minute, also after it could not answer', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    let ticks = 0;
    const { connection, said } = withShell(await hostAtHand(), true, {
      'reminders.tick': async () => {
        ticks += 1;
        if (ticks === 2) throw new Problem('ledger-restarted', {});
        return { today, remind: ticks === 3 ? reminder({ people: 1, due: 1 }) : null, away: false };
      },
    });
    const { unmount } = inPage(<Ticking />, { connection });
    for (const count of [1, 2, 3]) {
      await expect.poll(() => ticks).toBe(count);
      vi.advanceTimersByTime(30_000);
    }
    await expect.poll(() => said).toHaveLength(1);
    await expect.poll(() => ticks).toBe(4);
    unmount();
    vi.advanceTimersByTime(120_000);
    expect(ticks).toBe(4);
  } finally {
    vi.useRealTimers();
  }
});

test('a day that began is seen: what stood on the screen is asked again', async () => {
  const { promise: isShown, resolve: show } = Promise.withResolvers<void>();
  let on = today;
  const host = await hostAtHand();
  const { connection } = withShell(host, true, {
    'reminders.tick': async () => {
      await isShown;
      on = day('2023-01-03');
      return { today: on, remind: null, away: false };
    },
    'ledger.status': async () => ({ ...(await host.call('ledger.status', {})), today: on }),
  });
  inPage(<StatusDay />, { connection });
  expect(await screen.findByText(today)).toBeTruthy();
  show();
  expect(await screen.findByText('2023-01-03')).toBeTruthy();
});

test('the settings turn it off and on and set its time; the button shows one, or says that there are none', async () => {
  const host = await hostAtHand();
  const answers = { 'reminders.now': async () => reminder({}) };
  const { connection, said } = withShell(host, true, answers);
  const { unmount } = inPage(<SettingsPage />, { connection });
  const kept = async () => (await host.call('settings.read', {})).reminder;
  fireEvent.click(await screen.findByRole('switch', { name: '早上提醒' }));
  await waitFor(async () => expect(await kept()).toEqual({ on: false, at: '09:30' }));
  fireEvent.click(screen.getByRole('switch', { name: '早上提醒' }));
  await waitFor(async () => expect(await kept()).toEqual({ on: true, at: '09:30' }));
  const box = await screen.findByRole('checkbox', { name: '缩到托盘，到时间照样提醒' });
  expect(box.hasAttribute('disabled')).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: '弹一条看看' }));
  expect(await screen.findByText(/弹出来了/)).toBeTruthy();
  expect(said.map(({ title }) => title)).toEqual(['提醒就是这样的']);
  unmount();
  inPage(<SettingsPage />, { connection: withShell(host, false, answers).connection });
  fireEvent.click(await screen.findByRole('button', { name: '弹一条看看' }));
  expect(await screen.findByText(/这里弹不出系统通知/)).toBeTruthy();
});

function MissedOf() {
  const ways = useMissed();
  return (
    <>
      <MissedBand {...ways} on={day('2026-11-27')} />
      <MissedList missed={ways.missed} />
    </>
  );
}

const due: Missed['items'][number] = {
  origin: 'hand:1',
  followUp: 1,
  customer: 7,
  name: '张小花',
  place: null,
  nick: null,
  tier: null,
  due: day('2026-11-24'),
  day: day('2026-11-27'),
  reason: { kind: 'hand' },
  rule: null,
  channel: 'phone',
  reach: 'phone',
  note: '问问新茶',
  repeat: null,
  chance: null,
  worthMinor: null,
  measured: null,
  stakeMinor: null,
  log: [],
  also: 0,
  stands: 'today',
};

test('what came due while closed is one line and its people, until it is read', async () => {
  let missed: ResultOf<'reminders.missed'>['missed'] = {
    from: day('2026-11-23'),
    to: day('2026-11-26'),
    count: 3,
    kinds: { hand: 1, occasion: 2 },
    items: [due, { ...due, origin: 'rule:1:x', customer: 8, name: '李大树', stands: 'passed' }],
  };
  const { connection } = servedBy({
    'reminders.missed': async () => ({ missed }),
    'reminders.dismiss': async () => {
      missed = null;
      return { done: true };
    },
  });
  const { container } = inPage(<MissedOf />, { connection });
  expect(await screen.findByText('周一起没打开过，这几天有 3 件到期：生日和日子 2，自己排的 1。')).toBeTruthy();
  const rows = within(container).getAllByRole('row');
  expect(rows.map((row) => row.textContent)).toEqual([
    expect.stringContaining('客户'),
    '张小花2026-11-24 · 问问新茶在今天的名单里',
    '李大树2026-11-24 · 问问新茶时候已过',
  ]);
  expect(within(container).getByText('另有 1 件没有列出')).toBeTruthy();
  const found = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(found.violations.map(({ id }) => id)).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: '知道了' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: '知道了' })).toBeNull());
});

test('the form says what a day overlaps with, when more are planned than the rule allows, and that a day is full or of rest', async () => {
  const { connection } = withShell(await hostAtHand(), true, {
    'followUps.customer': async () => ({
      due: ['2023-01-09', '2023-01-20'].map((on) => ({ ...due, stands: undefined, origin: on, day: day(on) })),
      held: [],
      last: null,
    }),
    'followUps.days': async (params) => {
      const { from } = params as ParamsOf<'followUps.days'>;
      const capacity = from === '2023-01-15' ? 0 : 20;
      return { days: [{ day: from, capacity, people: 20, planned: 20, done: 0, kinds: {} }] };
    },
  });
  inPage(<PlanFollowUp customer={{ id: 7, name: '张小花' }} on={today} />, { connection });
  fireEvent.click(screen.getByRole('button', { name: '排一次回访' }));
  // A week on is what the form begins with.
  expect(await screen.findByText('和这天已有的一件重了：问问新茶，到时一起办')).toBeTruthy();
  expect(await screen.findByText('这天已经排了 20 位，一天联系 20 位')).toBeTruthy();
  const field = screen.getByLabelText('哪一天');
  fireEvent.mouseDown(field);
  fireEvent.change(field, { target: { value: '2023-01-15' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(await screen.findByText(/前后 30 天里已经排了 2 次（2023-01-09、2023-01-20）/)).toBeTruthy();
  expect(await screen.findByText('这天不联系客户，会顺延到下一个联系的日子')).toBeTruthy();
  expect(screen.queryByText(/重了/)).toBeNull();
});
