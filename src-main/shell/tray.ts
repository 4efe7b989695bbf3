/**
 * The window in the system's tray: closing hides it there instead of ending the program, so that reminders still come. Only where there is a
 * tray, and only while the owner wants it: else closing closes.
 */

import { spawnSync } from 'node:child_process';
import { app, type BrowserWindow, Menu, nativeImage, Tray } from 'electron';
import type { Language } from './look.ts';
import { trayIcon } from './tray-icon.ts';

const texts = {
  'zh-CN': {
    name: '回头客',
    open: '打开回头客',
    today: (count: number) => `今天要联系 ${count} 位`,
    nobody: '今天没有要联系的人',
    quit: '退出',
  },
  en: {
    name: 'Regulars',
    open: 'Open Regulars',
    today: (count: number) => `${count} to contact today`,
    nobody: 'Nobody to contact today',
    quit: 'Quit',
  },
} as const;

/** Linux desktops have a tray when somebody watches for its items; asked of the session's bus by what comes with GLib. */
function hasWatcher(): boolean {
  const asks = 'call --session --dest org.freedesktop.DBus --object-path /org/freedesktop/DBus';
  const what = '--method org.freedesktop.DBus.NameHasOwner org.kde.StatusNotifierWatcher';
  const told = spawnSync('gdbus', [...asks.split(' '), ...what.split(' ')], { encoding: 'utf8', timeout: 2000 });
  return told.status === 0 && told.stdout.includes('true');
}

/** Windows and macOS always have one. A desktop of Linux may get or lose its tray: it is asked each time. */
export function canTray(): boolean {
  return process.platform !== 'linux' || hasWatcher();
}

export interface KeptInTray {
  /** False where there is no tray: closing closes. */
  keep(wish: { readonly on: boolean; readonly count: number | null }): boolean;
  /** The language of its menu changed. */
  reword(): void;
}

export interface TrayWays {
  language(): Language;
  /** Brings the window forward; with `today` also that room. */
  open(room?: 'today'): void;
}

export function keepInTray(window: BrowserWindow, ways: TrayWays): KeptInTray {
  let tray: Tray | null = null;
  let count: number | null = null;
  let quits = false;
  app.on('before-quit', () => {
    quits = true;
  });
  window.on('close', (event) => {
    // The desktop may have lost its tray since: a window that nobody finds again is worse than one that closes.
    if (tray === null || quits || !canTray()) return;
    event.preventDefault();
    window.hide();
  });
  const end = (): void => {
    tray?.destroy();
    tray = null;
  };
  window.once('closed', end);
  const reword = (): void => {
    if (tray === null) return;
    const words = texts[ways.language()];
    const said = count === null ? null : count > 0 ? words.today(count) : words.nobody;
    tray.setToolTip(said === null ? words.name : `${words.name} · ${said}`);
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: words.open, click: () => ways.open() },
        ...(said === null ? [] : [{ label: said, click: () => ways.open('today') }]),
        { type: 'separator' },
        { label: words.quit, click: () => app.quit() },
      ]),
    );
  };
  return {
    keep: (wish) => {
      count = wish.count;
      if (!wish.on || !canTray()) {
        const wasThere = tray !== null;
        end();
        // Whoever takes the tray away must find the window.
        if (wasThere && !window.isVisible()) ways.open();
        return false;
      }
      if (tray === null) {
        tray = new Tray(nativeImage.createFromDataURL(trayIcon));
        tray.on('click', () => ways.open());
      }
      reword();
      return true;
    },
    reword,
  };
}
