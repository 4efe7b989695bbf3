/** Everything the shell refuses, tried from inside a real window. A stand-in page, so that what is refused is the shell's doing. */

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ShellMethod, shellContract } from '../../src-shared/contract/index.ts';
import { electronJourneysMissing } from '../machine/electron-runtime.ts';
import { type Launched, launchRegulars } from './support/electron.ts';
import { answerOf, callOnPage } from './support/page-calls.ts';

const missing = electronJourneysMissing();
const shared = process.env['REGULARS_SHARED'];

function hostile(list: string): unknown[] {
  if (shared === undefined) return [];
  return (JSON.parse(readFileSync(join(shared, 'badinputs/lists', list), 'utf8')) as { items: unknown[] }).items;
}

describe.skipIf(missing !== null)(`what the shell refuses${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  let regulars: Launched;
  let asked = 0;
  const outside = createServer((_request, response) => {
    asked += 1;
    response.setHeader('access-control-allow-origin', '*');
    response.end('reached');
  });
  let address = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(outside.address() as AddressInfo).port}/`;
    regulars = await launchRegulars({ standIn: 'outside-node' });
  });
  afterAll(async () => {
    await regulars?.close();
    outside.close();
  });

  test('the page runs in its own world, in a sandbox, without Node', async () => {
    const preferences = await regulars.app.evaluate(({ webContents }) => {
      const [contents] = webContents.getAllWebContents();
      return contents === undefined
        ? null
        : (Reflect.get(contents, 'getLastWebPreferences') as () => unknown).call(contents);
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    });
    const names = ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'];
    const seen = await regulars.page.evaluate((each) => each.filter((name) => name in globalThis), names);
    expect(seen).toEqual([]);
  });

  test('no inline script, no eval, no frame, no foreign request from the page: the policy stops each', async () => {
    expect(await regulars.page.evaluate(() => Reflect.get(window, 'inlineRan') as unknown)).toBeUndefined();
    const tried = await regulars.page.evaluate(async (url) => {
      const failed: string[] = [];
      await fetch(url).catch(() => failed.push('fetch'));
      const image = new Image();
      await new Promise<void>((resolve) => {
        image.onerror = () => resolve();
        image.onload = () => resolve();
        image.src = url;
      });
      if (image.naturalWidth === 0) failed.push('image');
      const script = document.createElement('script');
      script.src = url;
      document.head.append(script);
      script.setAttribute('src', `${url}again`);
      const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url });
      document.head.append(link);
      navigator.sendBeacon(url, 'x');
      try {
        Reflect.construct(Function, ['return 1']);
      } catch {
        failed.push('eval');
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
      return failed;
    }, address);
    expect(tried).toEqual(['fetch', 'image', 'eval']);
    const violated = (await regulars.page.evaluate(() => Reflect.get(window, 'violations') as unknown)) as string[];
    expect(violated).toEqual(expect.arrayContaining(['connect-src', 'img-src', 'script-src-elem', 'style-src-elem']));
    expect(asked).toBe(0);
  });

  test('a request that no policy stops is cancelled by the shell: nothing of the program reaches a network', async () => {
    const session = await regulars.page.context().newCDPSession(regulars.page);
    await session.send('Page.setBypassCSP', { enabled: true });
    await regulars.page.reload();
    const ends = await regulars.page.evaluate(async (url) => {
      const fetched = [url, 'https://example.com/', 'file:///etc/hostname'].map((each) =>
        fetch(each).then(
          () => 'reached',
          () => 'stopped',
        ),
      );
      const socket = new Promise<string>((resolve) => {
        const opened = new WebSocket(url.replace('http', 'ws'));
        opened.onopen = () => resolve('reached');
        opened.onerror = () => resolve('stopped');
      });
      return Promise.all([...fetched, socket]);
    }, address);
    expect(ends).toEqual(['stopped', 'stopped', 'stopped', 'stopped']);
    await session.send('Page.setBypassCSP', { enabled: false });
    await regulars.page.reload();
    const shell = await regulars.app.evaluate(async ({ net, session: { defaultSession } }, url) => {
      const tries = [defaultSession.fetch(url), net.fetch(url), defaultSession.resolveHost('localhost.example')];
      return (await Promise.allSettled(tries)).map((end) =>
        end.status === 'rejected' ? String(end.reason) : 'reached',
      );
    }, address);
    expect(shell[0]).toContain('ERR_BLOCKED_BY_CLIENT');
    expect(shell[1]).toContain('ERR_BLOCKED_BY_CLIENT');
    expect(shell[2]).toContain('ERR_NAME_NOT_RESOLVED');
    expect(asked).toBe(0);
  });

  test('the page cannot be led away, and opens no window', async () => {
    const own = [address, 'app://regulars.evil/', 'app://evil/', 'file:///etc/passwd', 'data:text/html,x'];
    const given = hostile('urls-given.json').filter((item) => typeof item === 'string');
    for (const target of [...own, ...given].filter((item) => item !== 'about:blank')) {
      const opened = await regulars.page.evaluate((url) => {
        const link = Object.assign(document.createElement('a'), { href: url });
        document.body.append(link);
        link.click();
        link.remove();
        try {
          return window.open(url) !== null;
        } catch {
          // Not even an address.
          return false;
        }
      }, target);
      expect(opened, target).toBe(false);
    }
    await regulars.page.waitForTimeout(300);
    expect(await regulars.page.evaluate(() => window.location.href)).toBe('app://regulars/');
    expect(await callOnPage(regulars.page, 'test.echo', { still: 'here' })).toEqual({ still: 'here' });
    expect(regulars.app.windows()).toHaveLength(1);
    expect(asked).toBe(0);
  });

  test('an empty page, which asks nobody before it comes, is left again', async () => {
    await regulars.page.evaluate(() => {
      setTimeout(() => {
        window.location.href = 'about:blank';
      });
    });
    await regulars.page.waitForURL('about:blank', { waitUntil: 'commit' }).catch(() => undefined);
    await regulars.page.waitForURL('app://regulars/');
    expect(await callOnPage(regulars.page, 'test.echo', { back: 1 })).toEqual({ back: 1 });
  });

  test('no address leads out of the folder of the page', async () => {
    const paths = [
      '/..%2fmain/shell.mjs',
      '/%2e%2e/main/shell.mjs',
      '/..%2f..%2f..%2fpackage.json',
      '/..%5cmain',
      '/absent.js',
      '/support',
    ];
    const answers = await regulars.page.evaluate(
      (each) => Promise.all(each.map((path) => fetch(path).then((answer) => answer.status))),
      paths,
    );
    expect(answers).toEqual(paths.map(() => 404));
  });

  test('every permission is denied', async () => {
    const states = await regulars.page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read'];
      const asks = names.map((name) => navigator.permissions.query({ name: name as PermissionName }));
      const answers = (await Promise.all(asks)).map((status) => status.state);
      const media = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'granted',
        () => 'denied',
      );
      return [...answers, await Notification.requestPermission(), media];
    });
    expect(new Set(states)).toEqual(new Set(['denied']));
  });

  test('nothing is downloaded', async () => {
    await regulars.app.evaluate(({ session }) => {
      session.defaultSession.on('will-download', (event) => Reflect.set(globalThis, 'stopped', event.defaultPrevented));
    });
    await regulars.page.evaluate(() => {
      const href = URL.createObjectURL(new Blob(['x']));
      Object.assign(document.createElement('a'), { href, download: 'x.txt' }).click();
    });
    await expect.poll(() => regulars.app.evaluate(() => Reflect.get(globalThis, 'stopped') as unknown)).toBe(true);
  });

  test('whatever is sent to a method of the shell is answered by a Problem or its result, and nothing happens', async () => {
    await regulars.app.evaluate(({ dialog, shell, BrowserWindow }) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: true, filePaths: [] });
      dialog.showSaveDialog = () => Promise.resolve({ canceled: true, filePath: '' });
      shell.showItemInFolder = () => Reflect.set(globalThis, 'revealed', true);
      for (const window of BrowserWindow.getAllWindows())
        window.webContents.print = (_options, done) => done?.(false, '');
    });
    const own = [
      null,
      true,
      0,
      -1,
      '',
      'x'.repeat(100_000),
      [],
      {},
      { __proto__: null, title: 3 },
      { target: '../../x' },
    ];
    for (const method of Object.keys(shellContract) as ShellMethod[]) {
      for (const params of [...own, ...hostile('ipc-args-given.json')]) {
        const answer = await answerOf(regulars.page, method, params);
        const fits = shellContract[method].params.safeParse(params).success;
        if (!fits) expect(answer).toMatchObject({ ok: false, problem: { code: 'params-invalid' } });
        else expect('bug' in answer).toBe(false);
      }
    }
    for (const name of ['shell.', 'shell.absent', 'shell.__proto__', 'shell.constructor'])
      expect(await answerOf(regulars.page, name)).toMatchObject({ ok: false, problem: { code: 'method-unknown' } });
    expect(await regulars.app.evaluate(() => Reflect.get(globalThis, 'revealed') as unknown)).toBeUndefined();
  });
});
