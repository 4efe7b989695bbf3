/** The shell alone, in a real Electron window: what it gives the page. A stand-in host, so no ledger is needed. */

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { electronJourneysMissing, onPath } from '../machine/electron-runtime.ts';
import { dropFiles } from './support/drop-files.ts';
import { type Launched, launchRegulars, startPlainly } from './support/electron.ts';
import { freshFolder } from './support/folders.ts';
import { answerOf, callOnPage } from './support/page-calls.ts';

const someText: unknown = expect.any(String);
const missing = electronJourneysMissing();
const because = missing === null ? '' : ` (skipped: ${missing})`;
const heard = (regulars: Launched): Promise<unknown> =>
  regulars.page.evaluate(() => Reflect.get(window, 'heard') as unknown);
const tickets = (regulars: Launched): Promise<unknown[]> =>
  regulars.page.evaluate(() => Reflect.get(window, 'tickets') as unknown[]);

describe.skipIf(missing !== null)(`the shell in a real window${because}`, () => {
  let regulars: Launched;
  const folder = freshFolder('files');
  beforeAll(async () => {
    regulars = await launchRegulars({ standIn: 'outside-node' });
  });
  afterAll(() => regulars?.close());

  test('the window opens on our own page at 1366 by 768', async () => {
    // Asked of the page: a driver attached in the middle of a load may not know its address.
    expect(await regulars.page.evaluate(() => window.location.href)).toBe('app://regulars/');
    expect(await regulars.page.title()).toBe('回头客');
    const size = await regulars.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
    expect(size).toMatchObject({ width: 1366, height: 768 });
  });

  test('the page gets three functions and nothing else', async () => {
    const names = await regulars.page.evaluate(() => Object.keys(window.regulars ?? {}).sort());
    expect(names).toEqual(['call', 'subscribe', 'ticketFor']);
  });

  test('the shell says what it is', async () => {
    expect(await callOnPage(regulars.page, 'shell.info')).toMatchObject({ kind: 'electron', canPrintToPdf: true });
  });

  test('calls reach the host and come back whole, and its Problems stay Problems', async () => {
    const params = {
      text: '张小花',
      days: ['2024-02-29'],
      nothing: null,
      many: Array.from({ length: 5000 }, (_, i) => i),
    };
    expect(await callOnPage(regulars.page, 'test.echo', params)).toEqual(params);
    expect(await answerOf(regulars.page, 'test.absent')).toEqual({
      ok: false,
      problem: { code: 'method-unknown', details: { method: 'test.absent' } },
    });
  });

  test('the host is given the data folder and the version', async () => {
    const host = await callOnPage(regulars.page, 'test.process');
    expect(host).toMatchObject({
      electron: null,
      args: ['--data', regulars.data, '--version', manifest.version],
    });
  });

  test('files dropped with real paths become tickets, and the page never sees a path', async () => {
    const path = join(folder, '订单 2024.csv');
    writeFileSync(path, '订单编号\n1\n');
    await dropFiles(regulars.page, regulars.page.locator('#drop'), [path]);
    await expect.poll(() => tickets(regulars)).toHaveLength(1);
    const ticket = { ticket: someText, name: '订单 2024.csv', bytes: 15 };
    expect(await tickets(regulars)).toEqual([{ ok: true, result: ticket }]);
    expect(JSON.stringify(await tickets(regulars))).not.toContain(folder);
  });

  test('a file the page made up itself gets no ticket', async () => {
    const answer = await regulars.page.evaluate(() => window.regulars?.ticketFor(new File(['x'], 'made-up.csv')));
    expect(answer).toEqual({ ok: false, problem: { code: 'file-not-found', details: { name: 'made-up.csv' } } });
  });

  test('files chosen in the dialog become tickets, and closing it gives none', async () => {
    const path = join(folder, 'chosen.xlsx');
    writeFileSync(path, 'xlsx');
    await regulars.app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    }, path);
    const files = [{ ticket: someText, name: 'chosen.xlsx', bytes: 4 }];
    expect(await callOnPage(regulars.page, 'shell.chooseFiles', { title: '选文件' })).toEqual({ files });
    await regulars.app.evaluate(({ dialog }) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: true, filePaths: [] });
    });
    expect(await callOnPage(regulars.page, 'shell.chooseFiles', { title: '选文件' })).toEqual({ files: [] });
  });

  const noPdfReader = onPath('pdftotext') === null ? ' (skipped: no pdftotext, `npm run setup:ci` installs it)' : '';
  test.skipIf(noPdfReader !== '')(
    `the page becomes a PDF whose words can be read, on its own paper${noPdfReader}`,
    async () => {
      const path = join(folder, '名单.pdf');
      await regulars.app.evaluate(({ dialog }, chosen) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
      }, path);
      const { target } = (await callOnPage(regulars.page, 'shell.chooseTarget', { name: '名单.pdf' })) as {
        target: string;
      };
      const paper = { paper: 'A4', landscape: false, target };
      const { bytes } = (await callOnPage(regulars.page, 'shell.printToPdf', paper)) as { bytes: number };
      expect(readFileSync(path).byteLength).toBe(bytes);
      expect(existsSync(`${path}.part`)).toBe(false);
      const text = spawnSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).stdout;
      expect(text).toContain('客户名单');
      expect(text).toContain('张小花 12 单 3,410.00');
      // The page asks for A5 across, and its wish counts.
      expect(spawnSync('pdfinfo', [path], { encoding: 'utf8' }).stdout).toMatch(/Page size: +59[45][.\d]* x (419|420)/);
    },
  );

  test('a PDF that cannot be written is a Problem', async () => {
    await regulars.app.evaluate(({ dialog }) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: '/proc/absent/list.pdf' });
    });
    const { target } = (await callOnPage(regulars.page, 'shell.chooseTarget', { name: 'list.pdf' })) as {
      target: string;
    };
    const answer = await answerOf(regulars.page, 'shell.printToPdf', { paper: 'A4', landscape: false, target });
    expect(answer).toEqual({ ok: false, problem: { code: 'save-failed', details: { name: 'list.pdf' } } });
  });

  test('a notification is shown where the system can, and otherwise the page is told it was not', async () => {
    const can = await regulars.app.evaluate(({ Notification }) => Notification.isSupported());
    const answer = await callOnPage(regulars.page, 'shell.notify', { title: '备份好了', body: '三份' });
    expect(answer).toEqual({ shown: can });
  });

  test('the data folder, or a saved file by its ticket, is shown in the file manager', async () => {
    const path = join(folder, 'shown.csv');
    await regulars.app.evaluate(({ dialog, shell }, chosen) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
      shell.showItemInFolder = (shown) => Reflect.set(globalThis, 'shown', shown);
    }, path);
    const { target } = (await callOnPage(regulars.page, 'shell.chooseTarget', { name: 'shown.csv' })) as {
      target: string;
    };
    const shown = (): Promise<unknown> => regulars.app.evaluate(() => Reflect.get(globalThis, 'shown') as unknown);
    await callOnPage(regulars.page, 'shell.reveal', { what: target });
    expect(await shown()).toBe(path);
    await callOnPage(regulars.page, 'shell.reveal', { what: 'data-folder' });
    expect(await shown()).toBe(regulars.data);
    await callOnPage(regulars.page, 'shell.reveal', { what: 'backup-folder' });
    expect(await shown()).toBe(join(regulars.data, 'backups'));
  });

  test('paper goes to the printer, and a person who closes the dialog has not printed', async () => {
    await regulars.app.evaluate(({ webContents }) => {
      for (const each of webContents.getAllWebContents())
        each.print = (options, done) => {
          Reflect.set(globalThis, 'printed', options);
          done?.(false, 'Print job canceled');
        };
    });
    const answer = await callOnPage(regulars.page, 'shell.print', { paper: 'A5', landscape: true });
    expect(answer).toEqual({ printed: false });
    const options = await regulars.app.evaluate(() => Reflect.get(globalThis, 'printed') as unknown);
    expect(options).toMatchObject({ silent: false, pageSize: 'A5', landscape: true, margins: { marginType: 'none' } });
  });

  test('words and a table go to the clipboard', async () => {
    await callOnPage(regulars.page, 'shell.copy', {
      text: '张小花\t12',
      html: '<table><tr><td>张小花</td></tr></table>',
    });
    expect(await regulars.app.evaluate(({ clipboard }) => clipboard.readText())).toBe('张小花\t12');
  });

  test('a menu command reaches the page, and the menu speaks the language of the page', async () => {
    const labels = (): Promise<(string | undefined)[]> =>
      regulars.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map((item) => item.label) ?? []);
    await callOnPage(regulars.page, 'shell.setLook', { theme: 'dark', language: 'en' });
    expect(await labels()).toEqual(['File', 'Edit', 'View', 'Help']);
    await callOnPage(regulars.page, 'shell.setLook', { theme: 'light', language: 'zh-CN' });
    expect(await labels()).toEqual(['文件', '编辑', '查看', '帮助']);
    await regulars.app.evaluate(({ Menu }) => {
      Menu.getApplicationMenu()?.getMenuItemById('print')?.click();
    });
    await expect.poll(() => heard(regulars)).toContainEqual({ name: 'shell.command', detail: { command: 'print' } });
  });

  test('a second start brings its files to the first window and ends', async () => {
    const path = join(folder, 'second.csv');
    writeFileSync(path, 'a\n');
    const { ended } = await startPlainly({ standIn: 'outside-node', profile: regulars.profile, args: [path] });
    expect(await ended).toMatch(/^0\n/);
    const files = [{ ticket: someText, name: 'second.csv', bytes: 2 }];
    const command = { name: 'shell.command', detail: { command: 'open-files', files } };
    await expect.poll(() => heard(regulars)).toContainEqual(command);
    expect(regulars.app.windows()).toHaveLength(1);
  });
});

describe.skipIf(missing !== null)(`a host that ends${because}`, () => {
  for (const standIn of ['outside-node', 'utility-process'] as const) {
    test(`is started again as ${standIn}: the page is told once, calls under way end in a Problem, later ones are answered`, async () => {
      const regulars = await launchRegulars({ standIn });
      try {
        const first = (await callOnPage(regulars.page, 'test.process')) as { pid: number; electron: string | null };
        expect(first.electron === null).toBe(standIn === 'outside-node');
        const underWay = answerOf(regulars.page, 'test.never');
        // Give the call time to leave the page: one still waiting for its port would simply be answered by the next host.
        await callOnPage(regulars.page, 'test.echo');
        process.kill(first.pid, 'SIGKILL');
        expect(await underWay).toEqual({ ok: false, problem: { code: 'ledger-restarted', details: {} } });
        const second = (await callOnPage(regulars.page, 'test.process')) as { pid: number };
        expect(second.pid).not.toBe(first.pid);
        await expect.poll(() => heard(regulars)).toEqual([{ name: 'ledger.restarted', detail: {} }]);
        // A page that loads again gets a link again.
        await regulars.page.reload();
        expect(await callOnPage(regulars.page, 'test.echo', { still: 'here' })).toEqual({ still: 'here' });
      } finally {
        await regulars.close();
      }
    });
  }

  test('workers of a utility process are started by the shell, answer over their port, and can be killed', async () => {
    const regulars = await launchRegulars({ standIn: 'utility-process' });
    try {
      const host = (await callOnPage(regulars.page, 'test.process')) as { pid: number };
      const work = await callOnPage(regulars.page, 'test.worker', { order: 'count' });
      expect(work).toMatchObject({ answer: { did: 'count' }, code: 5 });
      const { pid, heapMb } = (work as { answer: { pid: number; heapMb: number } }).answer;
      expect(pid).not.toBe(host.pid);
      // A file that needs more ends its worker, and not the machine: see worker-flags.ts. V8 adds the young generation to it.
      expect(heapMb).toBeGreaterThanOrEqual(1400);
      expect(heapMb).toBeLessThan(1500);
      const killed = (await callOnPage(regulars.page, 'test.worker', { order: 'be-killed' })) as { code: number };
      expect(killed.code).not.toBe(5);
    } finally {
      await regulars.close();
    }
  });
});

describe.skipIf(missing !== null)(`the window's place${because}`, () => {
  test('is remembered, and forgotten when its monitor is gone', async () => {
    const profile = freshFolder('profile');
    const place = { x: 120, y: 80, width: 1200, height: 700 };
    const bounds = (regulars: Launched): Promise<unknown> =>
      regulars.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
    const first = await launchRegulars({ standIn: 'outside-node', profile });
    await first.app.evaluate(({ BrowserWindow }, where) => BrowserWindow.getAllWindows()[0]?.setBounds(where), place);
    await first.close();
    expect(JSON.parse(readFileSync(join(profile, 'window.json'), 'utf8'))).toMatchObject({ place });

    const second = await launchRegulars({ standIn: 'outside-node', profile });
    expect(await bounds(second)).toEqual(place);
    await second.close();

    writeFileSync(join(profile, 'window.json'), JSON.stringify({ place: { ...place, x: 5000 } }));
    const third = await launchRegulars({ standIn: 'outside-node', profile });
    expect(await bounds(third)).toMatchObject({ width: 1366, height: 768 });
    await third.close();
  });
});

describe.skipIf(missing !== null)(`starting${because}`, () => {
  test('an Electron too old for the ledger is refused in words', async () => {
    const { ended } = await startPlainly({ env: { REGULARS_HOST_NODE: '' } });
    const said = await ended;
    if (said.startsWith('1\n')) expect(said).toMatch(/太旧.*36/);
  });
});
