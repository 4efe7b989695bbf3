/** The shell's own failures: written down with their stack under a reference, never shown as a stack and never fatal to the window. */

import { appendFileSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const mostBytes = 1_000_000;

export interface Bugs {
  /** Returns the reference under which the log keeps it. */
  report(where: string, error: unknown): string;
}

/** Writes to `shell.log` in the folder of logs. Without this Electron would show an uncaught error as a dialog full of code. */
export function keepBugs(folder: string): Bugs {
  const file = join(folder, 'shell.log');
  let count = 0;
  const report = (where: string, error: unknown): string => {
    count += 1;
    const reference = `shell-${process.pid}-${count}`;
    const text = `${reference} ${where} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`;
    process.stderr.write(text);
    try {
      mkdirSync(folder, { recursive: true });
      // A failure that repeats for days must not fill the disk.
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) < mostBytes) appendFileSync(file, text);
    } catch {
      // A full or read-only disk: standard error has it, and the failure reported here must not become a second one.
    }
    return reference;
  };
  process.on('uncaughtException', (error) => report('uncaught', error));
  process.on('unhandledRejection', (error) => report('unhandled', error));
  return { report };
}
