/** How a method of the contract is declared: a schema for what goes in, one for what comes out, and the topics it changes. */

import type { z } from 'zod';

/** What the pages show and cache; `ledger.changed` names the ones to ask again. */
export const topics = [
  'customers',
  'orders',
  'imports',
  'followUps',
  'settings',
  'backups',
  'journal',
  'ledger',
] as const;
export type Topic = (typeof topics)[number];

export interface Method<Params extends z.ZodType = z.ZodType, Result extends z.ZodType = z.ZodType> {
  readonly params: Params;
  readonly result: Result;
}

/** Declares one method. The host parses params on every call, results in development and tests. */
export function method<Params extends z.ZodType, Result extends z.ZodType>(
  params: Params,
  result: Result,
): Method<Params, Result> {
  return { params, result };
}
