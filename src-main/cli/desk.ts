/** What a command has at hand: the contract, files by path, and where to write. */

import type { Day } from '../../src-shared/day.ts';
import type { Client } from '../../src-shared/link/client.ts';
import type { Language } from '../../src-shared/problem-texts.ts';
import type { Invocation } from './arguments.ts';

export interface Desk {
  readonly client: Client;
  readonly invocation: Invocation;
  readonly today: Day;
  /** A ticket for a file to read. Throws `file-not-found`. */
  ticketFor(path: string): string;
  /** A ticket for a file to write. */
  targetFor(path: string): string;
  /** A line for a person, on standard error. */
  notice(text: string): void;
}

/** What a command gives: one JSON value, and how a person reads it. */
export interface Outcome {
  readonly value: unknown;
  readonly text: string;
  /** True when the answer itself is bad news (a ledger that does not verify): the exit code says so. */
  readonly failed?: boolean;
}

export type Command = (desk: Desk) => Promise<Outcome>;

/** Picks the words of the person's language. */
export function say(language: Language, zh: string, en: string): string {
  return language === 'zh-CN' ? zh : en;
}
