/** Everything the program can do, as a table: a method of the contract → a function of a room. */

import type { LedgerMethod, ParsedParamsOf, ResultOf } from '../../src-shared/contract/index.ts';
import type { Desk } from './desk.ts';
import { ledgerStatus } from './ledger-status.ts';

export type Handlers = {
  readonly [Name in LedgerMethod]: (params: ParsedParamsOf<Name>) => Promise<ResultOf<Name>>;
};

export function makeHandlers(desk: Desk): Partial<Handlers> {
  return {
    'ledger.status': () => ledgerStatus(desk),
    'imports.cancel': async ({ job }) => ({ cancelled: desk.jobs.cancel(job) }),
  };
}
