/** Where the window stood and how it looked, in a small file beside the browser's own data. Losing it costs nothing. */

import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Look } from './look.ts';

export interface WindowPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Remembered extends Partial<Look> {
  readonly place?: WindowPlace;
  readonly maximised: boolean;
}

const nothing: Remembered = { maximised: false };

function isPlace(value: unknown): value is WindowPlace {
  if (typeof value !== 'object' || value === null) return false;
  return (['x', 'y', 'width', 'height'] as const).every((side) => Number.isInteger(Reflect.get(value, side)));
}

/** What the file says, as far as it makes sense. */
export function readRemembered(file: string): Remembered {
  let said: unknown;
  try {
    said = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // Absent or no JSON: the window opens where it does the first time.
    return nothing;
  }
  if (typeof said !== 'object' || said === null) return nothing;
  const { place, maximised, theme, language } = said as Record<keyof Remembered, unknown>;
  return {
    maximised: maximised === true,
    ...(isPlace(place) ? { place } : {}),
    ...(theme === 'system' || theme === 'light' || theme === 'dark' ? { theme } : {}),
    ...(language === 'zh-CN' || language === 'en' ? { language } : {}),
  };
}

export function writeRemembered(file: string, remembered: Remembered): void {
  try {
    writeFileSync(`${file}.new`, JSON.stringify(remembered));
    renameSync(`${file}.new`, file);
  } catch {
    // A full disk or a read-only folder must not keep the window from closing.
  }
}

/** The place, if enough of its title bar would be on one of the monitors there are now; else null: that monitor is gone. */
export function placeOnScreen(place: WindowPlace | undefined, monitors: readonly WindowPlace[]): WindowPlace | null {
  if (place === undefined) return null;
  const grip = { width: 160, height: 40 };
  const visible = monitors.some((monitor) => {
    const left = Math.max(place.x, monitor.x);
    const right = Math.min(place.x + place.width, monitor.x + monitor.width);
    const top = Math.max(place.y, monitor.y);
    const bottom = Math.min(place.y + grip.height, monitor.y + monitor.height);
    return right - left >= grip.width && bottom - top >= grip.height;
  });
  return visible ? place : null;
}
