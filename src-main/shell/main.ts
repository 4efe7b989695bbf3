/** The Electron main process, in boot order: refusals, one instance, the ledger host, the window, the menu. */

import { join } from 'node:path';
import { app, dialog, session, shell } from 'electron';
import { declareAppScheme, serveApp } from './app-protocol.ts';
import { keepBugs } from './bugs.ts';
import { makeDoorstep, tablesAmong } from './given-files.ts';
import { type HostProcess, startHost } from './host-process.ts';
import { setMenu } from './menu.ts';
import { type PageLink, pageLink } from './page-link.ts';
import { refuseAll, refuseDebuggers, refuseNameLookups } from './security.ts';
import { serveShell } from './shell-handlers.ts';
import { keepInTray } from './tray.ts';
import { bringForward, openWindow } from './window.ts';

/** The folder of this bundle; its neighbours are the host's entries and the preload. */
const bundles = import.meta.dirname;

/** What only tests need; release builds don't know the names. */
const doors = __TEST_DOORS__
  ? {
      hostNode: process.env['REGULARS_HOST_NODE'] || null,
      hostEntries: process.env['REGULARS_HOST_ENTRIES'] || null,
      data: process.env['REGULARS_DATA'] ?? null,
      page: process.env['REGULARS_PAGE'] ?? null,
      saveFolder: process.env['REGULARS_SAVE_FOLDER'] ?? null,
    }
  : { hostNode: null, hostEntries: null, data: null, page: null, saveFolder: null };

/** better-sqlite3 13 speaks Node-API 10, which Electron has since 36. */
const oldestElectron = 36;

const doorstep = makeDoorstep();
// macOS tells of a file that the program was started with before it is ready.
app.on('open-file', (event, path) => {
  event.preventDefault();
  doorstep.bring([path]);
});

if (refuseDebuggers()) {
  app.exit(1);
} else if (Number.parseInt(process.versions.electron, 10) < oldestElectron && !doors.hostNode && !doors.hostEntries) {
  dialog.showErrorBox(
    '回头客 Regulars',
    `这里的 Electron ${process.versions.electron} 太旧，账本打不开。请用 Electron ${oldestElectron} 或更新的版本。\n` +
      `Electron ${process.versions.electron} is too old to open the ledger. Use Electron ${oldestElectron} or newer.`,
  );
  app.exit(1);
} else {
  refuseNameLookups();
  // Printed into every PDF: the program's name, and not what machine it ran on.
  app.userAgentFallback = `Regulars/${__VERSION__}`;
  // Windows shows notifications of programs only that it knows from the start menu: by this name (electron-builder.yml).
  app.setAppUserModelId('cn.regulars.desktop');
  declareAppScheme();
  // The command line and the preview look for the ledger in the same place (src-main/host/data-folder.ts).
  if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', join(app.getPath('appData'), 'Regulars'));
  if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
  else app.quit();
}

function start(): void {
  const dataFolder = doors.data ?? join(app.getPath('userData'), 'data');
  const bugs = keepBugs(join(dataFolder, 'logs'));
  refuseAll(session.defaultSession);
  serveApp(session.defaultSession, doors.page ?? join(bundles, '../renderer'));

  const main = openWindow(join(bundles, 'preload.cjs'));
  const link: PageLink = pageLink(main.window.webContents, () => host);
  const host: HostProcess = startHost({
    entries: doors.hostEntries ?? bundles,
    dataFolder,
    version: __VERSION__,
    outsideNode: doors.hostNode,
    onUp: (again) => link.hostIsUp(again),
    onDown: () => link.hostIsDown(),
  });
  const menu = (): void =>
    setMenu(main.look().language, {
      command: (command) => link.emit('shell.command', { command }),
      openDataFolder: () => shell.showItemInFolder(dataFolder),
    });
  const open = (room?: 'today'): void => {
    bringForward(main.window);
    if (room !== undefined) link.emit('shell.command', { command: room });
  };
  const tray = keepInTray(main.window, { language: () => main.look().language, open });
  const lookChanged = (): void => {
    menu();
    tray.reword();
  };
  serveShell({ main, host, dataFolder, bugs, saveFolder: doors.saveFolder, lookChanged, tray, open });
  menu();

  doorstep.bring(tablesAmong(process.argv, process.cwd()));
  doorstep.open((paths) => void bringFiles(link, host, paths));
  app.on('second-instance', (_event, args, folder) => {
    bringForward(main.window);
    doorstep.bring(tablesAmong(args, folder));
  });
  // On macOS a hidden window comes back from the dock.
  app.on('activate', () => open());
  app.on('window-all-closed', () => app.quit());
  finishHostFirst(host);
}

/** Quitting waits for the host, so that the ledger is closed and not cut off. */
function finishHostFirst(host: HostProcess): void {
  let finished = false;
  app.on('will-quit', (event) => {
    if (finished) return;
    event.preventDefault();
    void host.close().then(() => {
      finished = true;
      app.quit();
    });
  });
}

/** Files opened with the program become tickets, and the page is asked to import them. */
async function bringFiles(link: PageLink, host: HostProcess, paths: readonly string[]): Promise<void> {
  if (paths.length === 0) return;
  await link.present;
  const given = await Promise.allSettled(paths.map((path) => host.giveFile(path)));
  // A name that is no file any more is left out.
  const files = given.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  if (files.length > 0) link.emit('shell.command', { command: 'open-files', files });
}
