/** Where the window stood and how it looked, in a small file beside the browser's own data. Losing it costs nothing. */

import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const placeSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(300).max(20_000),
  height: z.number().int().min(200).max(20_000),
});
export type WindowPlace = z.output<typeof placeSchema>;

const rememberedSchema = z.object({
  place: placeSchema.optional(),
  maximised: z.boolean().default(false),
  theme: z.enum(['system', 'light', 'dark']).optional(),
  language: z.enum(['zh-CN', 'en']).optional(),
});
export type Remembered = z.output<typeof rememberedSchema>;

const nothing: Remembered = { maximised: false };

export function readRemembered(file: string): Remembered {
  try {
    return rememberedSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? nothing;
  } catch {
    // Absent or no JSON: the window opens where it does the first time.
    return nothing;
  }
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
