/** The one window: its size, its frame, its remembered place. */

import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { loadPatiently } from './first-load.ts';
import { frameColours, type Look, machineLook } from './look.ts';
import { guardedPreferences } from './security.ts';
import { placeOnScreen, readRemembered, writeRemembered } from './window-place.ts';

/** Height of the page's own title bar, where the system's window buttons are laid over. */
const titleBarHeight = 39;

export interface MainWindow {
  readonly window: BrowserWindow;
  look(): Look;
  setLook(look: Look): void;
}

export function openWindow(preload: string): MainWindow {
  const file = join(app.getPath('userData'), 'window.json');
  const remembered = readRemembered(file);
  let look: Look = {
    theme: remembered.theme ?? machineLook().theme,
    language: remembered.language ?? machineLook().language,
  };
  nativeTheme.themeSource = look.theme;
  const monitors = screen.getAllDisplays().map((display) => display.workArea);
  const colours = frameColours();
  const window = new BrowserWindow({
    ...(placeOnScreen(remembered.place, monitors) ?? { width: 1366, height: 768 }),
    minWidth: 1024,
    minHeight: 640,
    show: false,
    backgroundColor: colours.paper,
    titleBarStyle: 'hidden',
    ...(process.platform === 'darwin' ? {} : { titleBarOverlay: overlay() }),
    webPreferences: guardedPreferences(preload),
  });
  if (remembered.maximised) window.maximize();
  window.once('ready-to-show', () => window.show());

  const remember = (): void => {
    writeRemembered(file, { place: window.getNormalBounds(), maximised: window.isMaximized(), ...look });
  };
  window.on('close', remember);
  const repaint = (): void => {
    if (window.isDestroyed()) return;
    window.setBackgroundColor(frameColours().paper);
    // Linux learned the overlay after the oldest Electron we start on; there the frame keeps its first colours.
    if (process.platform === 'win32') window.setTitleBarOverlay(overlay());
  };
  nativeTheme.on('updated', repaint);
  window.once('closed', () => nativeTheme.off('updated', repaint));
  // A page that crashed is loaded again: what it showed is still in the ledger.
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason !== 'clean-exit' && !window.isDestroyed()) window.webContents.reload();
  });
  loadPatiently(window);
  return {
    window,
    look: () => look,
    setLook: (chosen) => {
      look = chosen;
      nativeTheme.themeSource = chosen.theme;
      remember();
    },
  };
}

/** Minimised, hidden or behind others: it is in front now. */
export function bringForward(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function overlay(): { color: string; symbolColor: string; height: number } {
  const colours = frameColours();
  return { color: colours.rail, symbolColor: colours.ink, height: titleBarHeight };
}
