/** Files the system hands to the program: named where it is started, or opened with it from a folder's window. Between main and the tickets. */

import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tableExtensions } from './table-extensions.ts';

/** Desktops of Linux name files as addresses. Null: an address of something else. */
function pathOf(arg: string): string | null {
  if (!/^[a-z][a-z0-9+.-]+:\/\//i.test(arg)) return arg;
  if (!arg.startsWith('file://')) return null;
  try {
    return fileURLToPath(arg);
  } catch {
    // An address of another machine, or one with half an escape.
    return null;
  }
}

/** Absolute paths of the order files among a start's arguments; `folder` is where it was started. */
export function tablesAmong(args: readonly string[], folder: string): readonly string[] {
  const isTable = (name: string): boolean =>
    tableExtensions.some((extension) => name.toLowerCase().endsWith(`.${extension}`));
  return args
    .filter((arg) => !arg.startsWith('-'))
    .flatMap((arg) => pathOf(arg) ?? [])
    .filter(isTable)
    .map((path) => (isAbsolute(path) ? path : resolve(folder, path)));
}

/** What is opened before the window is there waits for it. */
export interface Doorstep {
  bring(paths: readonly string[]): void;
  /** From now on files go straight in; those that waited go first. */
  open(take: (paths: readonly string[]) => void): void;
}

export function makeDoorstep(): Doorstep {
  const waiting: string[] = [];
  let take: ((paths: readonly string[]) => void) | null = null;
  return {
    bring: (paths) => {
      if (take === null) waiting.push(...paths);
      else take(paths);
    },
    open: (taking) => {
      take = taking;
      if (waiting.length > 0) take(waiting.splice(0));
    },
  };
}
