/** The local log: rotating files in `logs/`, with codes and counts, never names, numbers or words of people. Nothing is ever sent. */

import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from './clock.ts';

export interface Log {
  note(code: string, counts?: Readonly<Record<string, string | number | boolean | null>>): void;
  /** Keeps a bug with its stack; returns the reference a person can quote. */
  bug(where: string, error: unknown): string;
}

const LARGEST_BYTES = 1_000_000;
const KEPT = 4;

/** Takes out what could be somebody's: Chinese words, runs of digits, e-mail addresses, quoted texts, home folders. */
export function withoutPersons(text: string): string {
  return text
    .replaceAll(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, '<mail>')
    .replaceAll(/\p{Script=Han}+/gu, '<han>')
    .replaceAll(/\d{5,}/g, '<digits>')
    .replaceAll(/(["'`])(?:(?!\1).){4,}\1/g, '<quoted>')
    .replaceAll(/(\/home\/|\/Users\/|\\Users\\)[^/\\\s]+/g, '$1<user>');
}

function rotate(path: string): void {
  const facts = statSync(path, { throwIfNoEntry: false });
  if (facts === undefined || facts.size < LARGEST_BYTES) return;
  rmSync(`${path}.${KEPT}`, { force: true });
  for (let age = KEPT - 1; age >= 1; age -= 1) {
    if (statSync(`${path}.${age}`, { throwIfNoEntry: false })) renameSync(`${path}.${age}`, `${path}.${age + 1}`);
  }
  renameSync(path, `${path}.1`);
}

/** `folder`: the data folder's `logs/`. */
export function openLog(folder: string, clock: Clock): Log {
  const path = join(folder, 'regulars.log');
  const append = (line: Readonly<Record<string, unknown>>): void => {
    try {
      mkdirSync(folder, { recursive: true });
      rotate(path);
      appendFileSync(path, `${JSON.stringify(line)}\n`);
    } catch {
      // A full or read-only disk must not stop the program because of its log.
    }
  };
  return {
    note: (code, counts = {}) => append({ at: clock.now(), code, ...counts }),
    bug: (where, error) => {
      const reference = randomBytes(4).toString('hex');
      const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
      append({ at: clock.now(), code: 'bug', reference, where, stack: withoutPersons(stack) });
      return reference;
    },
  };
}
