/** The first load of the page. It comes from this disk in a moment; where nothing moves any more, the window must not stay blank. */

import { app, type BrowserWindow } from 'electron';
import { ownOrigin } from './own-address.ts';

/** A load of which nothing was heard for so long is a hang. One that is slow, on an old disk or behind a virus scanner, is heard of. */
const quietMs = 10_000;

/** What is heard of a load that goes on. */
const steps = ['did-start-navigation', 'did-navigate', 'dom-ready', 'did-frame-finish-load'] as const;

/**
 * Loads the page. When it hangs it is asked for again in a process of its own; and because what hangs is mostly the drawing (a graphics
 * driver whose process ends while it starts, and every page waits for it for ever), the program starts once more without the graphics
 * card before that.
 */
export function loadPatiently(window: BrowserWindow): void {
  const { webContents } = window;
  let loaded = false;
  let clock: ReturnType<typeof setTimeout> | undefined;
  const hear = (): void => {
    clearTimeout(clock);
    if (!loaded) clock = setTimeout(hang, quietMs);
  };
  const hang = (): void => {
    if (window.isDestroyed()) return;
    if (startWithoutGraphics(window)) return;
    webContents.forcefullyCrashRenderer();
    ask();
  };
  const ask = (): void => {
    hear();
    window.loadURL(`${ownOrigin}/`).then(
      () => {
        loaded = true;
        clearTimeout(clock);
      },
      // A load that is stopped or fails is asked for again by the clock.
      () => undefined,
    );
  };
  // Each name has a signature of its own; none of the arguments is used.
  for (const step of steps) webContents.on(step as 'dom-ready', hear);
  window.once('closed', () => clearTimeout(clock));
  ask();
}

const withoutGraphics = 'disable-gpu';

/** False when it was started so already. */
function startWithoutGraphics(window: BrowserWindow): boolean {
  if (app.commandLine.hasSwitch(withoutGraphics)) return false;
  app.relaunch({ args: [...process.argv.slice(1), `--${withoutGraphics}`] });
  // A page that hangs would not answer to being closed.
  window.destroy();
  app.quit();
  return true;
}
