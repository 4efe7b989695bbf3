/**
 * `node tests/bench/scroll.ts DATA [TODAY [BUILT PAGE]]`: how the customer list of a ledger bears being scrolled in Chromium, as one line of JSON. Wheel, the
 * scrollbar's thumb dragged, jumps by key, select all, a sort. For each: the longest task of the window (by the clock, and by its own work),
 * the longest frame, how long no row stood where one belongs, how long a row in view waited for its words, and how far the rows in view
 * are behind the thumb. Needs `npm run build`.
 */

import { chromium, type Page } from 'playwright-core';
import { startPreview } from '../journeys/support/browser.ts';
import { chromiumPath } from '../machine/electron-runtime.ts';

export interface ScrollFigures {
  readonly rows: number;
  /** ms, each the longest of its kind. */
  readonly task: number;
  /** Of its own work, without waiting for a processor. */
  readonly cpu: number;
  readonly frame: number;
  readonly blank: number;
  readonly waiting: number;
  /** Since the thumb stood where the rows in view are. */
  readonly behind: number;
  /** Frames drawn in a second while something moved. */
  readonly framesPerSecond: number;
  readonly acts: Readonly<Record<string, ActFigures>>;
}

export interface ActFigures {
  readonly task: number;
  readonly cpu: number;
  readonly frame: number;
  readonly blank: number;
  readonly waiting: number;
  readonly behind: number;
  readonly frames: number;
  readonly ms: number;
}

/** What is watched from inside the page: runs there, so it stands alone. */
function watchPage(): void {
  const watched = { task: 0, frame: 0, blank: 0, waiting: 0, behind: 0, frames: 0, began: performance.now() };
  let [last, blankSince, waitingSince] = [performance.now(), 0, 0];
  const path: { readonly at: number; readonly row: number }[] = [];
  const since = (start: number, now: number): number => (start === 0 ? 0 : now - start);
  const look = (now: number): void => {
    const scroller = document.querySelector('.vt-scroll');
    const rows = [...document.querySelectorAll('.vt-row')];
    if (scroller !== null && rows.length > 0) {
      const box = scroller.getBoundingClientRect();
      const [head] = document.querySelectorAll('.vt-head');
      const from = head?.getBoundingClientRect().bottom ?? box.top;
      const to = box.top + scroller.clientHeight;
      const tops = rows.map((row) => row.getBoundingClientRect());
      const covers =
        Math.min(...tops.map(({ top }) => top)) <= from + 1 && Math.max(...tops.map(({ bottom }) => bottom)) >= to - 1;
      const isComing = rows.some((row) => row.classList.contains('coming'));
      blankSince = covers ? 0 : blankSince || now;
      waitingSince = isComing ? waitingSince || now : 0;
      const [row] = rows;
      const way = scroller.scrollHeight - scroller.clientHeight;
      const total = Number(scroller.getAttribute('aria-rowcount')) - 1;
      const height = row?.getBoundingClientRect().height ?? 0;
      const belongs = (scroller.scrollTop / way) * (total - (to - from) / height);
      const shown = Math.min(...rows.map((one) => Number(one.getAttribute('aria-rowindex')))) - 2;
      path.push({ at: now, row: belongs });
      // When the thumb last stood where the rows are now.
      const then = path.findLast((step) => Math.abs(step.row - shown) <= 3);
      watched.behind = Math.max(watched.behind, then === undefined ? 0 : now - then.at);
    }
    watched.blank = Math.max(watched.blank, since(blankSince, now));
    watched.waiting = Math.max(watched.waiting, since(waitingSince, now));
    watched.frame = Math.max(watched.frame, now - last);
    watched.frames += 1;
    last = now;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) watched.task = Math.max(watched.task, duration);
  }).observe({ type: 'longtask' });
  Object.assign(window, {
    takeFigures: () => {
      const now = performance.now();
      const taken = { ...watched, ms: now - watched.began };
      Object.assign(watched, { task: 0, frame: 0, blank: 0, waiting: 0, behind: 0, frames: 0, began: now });
      last = now;
      return taken;
    },
  });
}

function taken(page: Page): Promise<Omit<ActFigures, 'cpu'>> {
  return page.evaluate(() => (window as unknown as { takeFigures: () => Omit<ActFigures, 'cpu'> }).takeFigures());
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** µs of the processor. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** Of a trace: the longest task of the page's own thread, in ms of the processor. */
function longestTask(trace: Buffer): number {
  const { traceEvents } = JSON.parse(trace.toString('utf8')) as { readonly traceEvents: readonly TraceEvent[] };
  const threads = traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const isOfPage = (event: TraceEvent): boolean =>
    threads.some(({ pid, tid }) => pid === event.pid && tid === event.tid);
  const tasks = traceEvents.filter((event) => event.ph === 'X' && event.name.endsWith('RunTask') && isOfPage(event));
  return tasks.reduce((most, { tdur = 0 }) => Math.max(most, tdur / 1000), 0);
}

const rest = (page: Page, ms: number): Promise<void> => page.waitForTimeout(ms);

async function wheel(page: Page): Promise<void> {
  const box = await page.locator('.vt-scroll').boundingBox();
  if (box === null) throw new Error('no list');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  // A few notches, then a wheel that spins freely, then back.
  for (let turn = 0; turn < 30; turn += 1) {
    await page.mouse.wheel(0, 100);
    await rest(page, 16);
  }
  for (let turn = 0; turn < 60; turn += 1) {
    await page.mouse.wheel(0, 1500);
    await rest(page, 16);
  }
  for (let turn = 0; turn < 30; turn += 1) {
    await page.mouse.wheel(0, -400);
    await rest(page, 16);
  }
}

/** The thumb up and down the whole bar, at the pace of a hand, and a shake. */
async function dragThumb(page: Page): Promise<void> {
  await page.locator('.vt-scroll').evaluate((element) => {
    element.scrollTop = 0;
  });
  await rest(page, 300);
  const box = await page.locator('.vt-scroll').boundingBox();
  if (box === null) throw new Error('no list');
  const x = box.x + box.width - 6;
  // The arrows of the bar stand at its ends.
  const [top, bottom] = [box.y + 24, box.y + box.height - 24];
  await page.mouse.move(x, top);
  await page.mouse.down();
  for (const [from, to, steps] of [
    [top, bottom, 90],
    [bottom, top + 100, 45],
    [top + 100, bottom - 100, 20],
  ] as const) {
    for (let step = 1; step <= steps; step += 1) {
      await page.mouse.move(x, from + ((to - from) * step) / steps);
      await rest(page, 16);
    }
  }
  await page.mouse.up();
}

async function keys(page: Page): Promise<void> {
  await page.locator('.vt-scroll').focus();
  for (const key of ['Control+End', 'Control+Home', 'End', 'PageUp', 'PageUp', 'Home']) {
    await page.keyboard.press(key);
    await rest(page, 120);
  }
  for (let turn = 0; turn < 40; turn += 1) {
    await page.keyboard.press('PageDown');
    await rest(page, 30);
  }
}

async function sort(page: Page): Promise<void> {
  for (const head of [5, 6, 5]) {
    await page.locator('.vt-head button').nth(head).click();
    await rest(page, 800);
  }
}

async function selectAll(page: Page): Promise<void> {
  await page.locator('.vt-scroll').focus();
  await page.keyboard.press('Control+a');
  await rest(page, 1000);
  await page.keyboard.press('Escape');
  await rest(page, 300);
}

const acts: Readonly<Record<string, (page: Page) => Promise<void>>> = { wheel, dragThumb, keys, sort, selectAll };

export async function measureScroll(data: string, today: string, built?: string): Promise<ScrollFigures> {
  const found = chromiumPath();
  if ('missing' in found) throw new Error(found.missing);
  const { child, address } = await startPreview(data, { today, ...(built === undefined ? {} : { built }) });
  const browser = await chromium.launch({
    executablePath: found.path,
    args: ['--no-sandbox', '--no-first-run', '--disable-background-networking'],
    ignoreDefaultArgs: ['--hide-scrollbars'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
    await page.goto(address, { waitUntil: 'load' });
    await page.evaluate(() => {
      window.location.hash = '#/customers';
    });
    await page.locator('.vt-row:not(.coming)').first().waitFor({ timeout: 60_000 });
    await rest(page, 1500);
    await page.evaluate(watchPage);
    const figures: Record<string, ActFigures> = {};
    for (const [name, act] of Object.entries(acts)) {
      await rest(page, 500);
      await browser.startTracing(page, { categories: ['toplevel'] });
      await taken(page);
      await act(page);
      await rest(page, 400);
      figures[name] = { ...(await taken(page)), cpu: longestTask(await browser.stopTracing()) };
    }
    const rows = Number(await page.locator('.vt-scroll').getAttribute('aria-rowcount')) - 1;
    const all = Object.values(figures);
    const worst = (of: (act: ActFigures) => number): number => Math.max(...all.map(of));
    const sum = (of: (act: ActFigures) => number): number => all.reduce((total, act) => total + of(act), 0);
    return {
      rows,
      task: worst(({ task }) => task),
      cpu: worst(({ cpu }) => cpu),
      frame: worst(({ frame }) => frame),
      blank: worst(({ blank }) => blank),
      waiting: worst(({ waiting }) => waiting),
      behind: worst(({ behind }) => behind),
      framesPerSecond: (sum(({ frames }) => frames) / sum(({ ms }) => ms)) * 1000,
      acts: figures,
    };
  } finally {
    await browser.close();
    child.kill('SIGTERM');
  }
}

const [data, today = '2026-07-01', built] = process.argv.slice(2);
if (data !== undefined && import.meta.main) {
  process.stdout.write(`${JSON.stringify(await measureScroll(data, today, built))}\n`);
}
