/** The shell contract over Electron: every call is checked for its sender and its params before anything happens. */

import { basename, join } from 'node:path';
import { ipcMain, shell } from 'electron';
import {
  type ParsedParamsOf,
  type ResultOf,
  type ShellMethod,
  shellContract,
} from '../../src-shared/contract/index.ts';
import type { BridgeAnswer } from '../../src-shared/link/bridge.ts';
import { answer, type Handler } from '../../src-shared/link/serve.ts';
import { Problem, problemOnWire } from '../../src-shared/problem.ts';
import type { Bugs } from './bugs.ts';
import { channels } from './channels.ts';
import { copy } from './clipboard.ts';
import { chooseFiles, chooseTarget } from './dialogs.ts';
import type { HostProcess } from './host-process.ts';
import { notify } from './notify.ts';
import { printPage, printPageToPdf } from './printing.ts';
import { isOwnSender } from './security.ts';
import { canTray, type KeptInTray } from './tray.ts';
import type { MainWindow } from './window.ts';

type Handlers = {
  readonly [Name in ShellMethod]: (params: ParsedParamsOf<Name>) => ResultOf<Name> | Promise<ResultOf<Name>>;
};

const done = { done: true } as const;

export interface Surroundings {
  readonly main: MainWindow;
  readonly host: HostProcess;
  readonly dataFolder: string;
  readonly bugs: Bugs;
  /** Where files are saved without asking: only in tests. */
  readonly saveFolder: string | null;
  /** The look was changed: the menu speaks another language now. */
  readonly lookChanged: () => void;
  readonly tray: KeptInTray;
  /** Brings the window forward, in the room that is named. */
  readonly open: (room?: 'today') => void;
}

function handlersFor(surroundings: Surroundings): Handlers {
  const { main, host, dataFolder, saveFolder, lookChanged, tray, open } = surroundings;
  const { window } = main;
  const placeOf = async (what: ParsedParamsOf<'shell.reveal'>['what']): Promise<string> => {
    if (what === 'data-folder') return dataFolder;
    return what === 'backup-folder' ? join(dataFolder, 'backups') : host.pathOfTicket(what);
  };
  return {
    'shell.info': () => ({
      kind: 'electron',
      platform: process.platform,
      version: __VERSION__,
      canPrintToPdf: true,
      canTray: canTray(),
    }),
    'shell.chooseFiles': async ({ title }) => {
      const paths = await chooseFiles(window, title, main.look().language);
      return { files: await Promise.all(paths.map((path) => host.giveFile(path))) };
    },
    'shell.chooseTarget': async ({ name }) => {
      const path = await chooseTarget(window, name, main.look().language, saveFolder);
      return { target: path === null ? null : (await host.giveTarget(path)).ticket };
    },
    'shell.print': async (paper) => ({ printed: await printPage(window.webContents, paper) }),
    'shell.printToPdf': async ({ target, ...paper }) => ({
      bytes: await printPageToPdf(window.webContents, paper, await host.pathOfTicket(target)),
    }),
    'shell.reveal': async ({ what }) => {
      shell.showItemInFolder(await placeOf(what));
      return done;
    },
    'shell.notify': ({ title, body, opens }) => ({ shown: notify(title, body, () => open(opens)) }),
    'shell.setTray': (wish) => ({ kept: tray.keep(wish) }),
    'shell.setLook': (look) => {
      main.setLook(look);
      lookChanged();
      return done;
    },
    'shell.copy': async ({ text, html }) => {
      await copy(text, html);
      return done;
    },
  };
}

/** Failures as plain values: what is thrown over Electron's own IPC loses its fields. */
async function asAnswer(bugs: Bugs, where: string, work: () => Promise<unknown>): Promise<BridgeAnswer> {
  try {
    return { ok: true, result: await work() };
  } catch (error) {
    if (error instanceof Problem) return { ok: false, problem: problemOnWire(error) };
    const reference = bugs.report(where, error);
    return { ok: false, bug: { message: error instanceof Error ? error.message : String(error), reference } };
  }
}

export function serveShell(surroundings: Surroundings): void {
  const { bugs, host, main } = surroundings;
  const options = {
    methods: shellContract,
    handlers: handlersFor(surroundings) as Readonly<Record<string, Handler>>,
    checkResults: __TEST_DOORS__,
    onBug: () => '',
  };
  const isOurs = (event: Electron.IpcMainInvokeEvent): boolean =>
    event.sender === main.window.webContents && isOwnSender(event);
  ipcMain.handle(channels.call, (event, method: unknown, params: unknown) =>
    asAnswer(bugs, 'call', async () => {
      const name = String(method).slice(0, 100);
      if (!isOurs(event)) throw new Problem('method-unknown', { method: name });
      return answer(options, name, params);
    }),
  );
  ipcMain.handle(channels.ticketFor, (event, path: unknown, name: unknown) =>
    asAnswer(bugs, 'ticketFor', async () => {
      if (!isOurs(event)) throw new Problem('method-unknown', { method: 'ticketFor' });
      // A file the page made up itself has no path.
      if (typeof path !== 'string' || path === '')
        throw new Problem('file-not-found', { name: basename(String(name)).slice(0, 200) });
      return host.giveFile(path);
    }),
  );
}
