/** Everything the program can do, as a table: a method of the contract → a function of a room. */

import type { LedgerMethod, ParsedParamsOf, ResultOf } from '../../src-shared/contract/index.ts';
import { editCustomer } from '../ledger/customer-edits.ts';
import { listCustomers } from '../ledger/customers.ts';
import { findCustomers } from '../ledger/find-customers.ts';
import { listJournal } from '../ledger/journal.ts';
import { changeSettings, readSettings } from '../ledger/settings.ts';
import type { Reading } from '../ledger/transaction.ts';
import { listMetrics, runNamedMetric } from '../metrics/catalogue.ts';
import { rfmScoreRows, rfmSummary } from '../metrics/rfm-summary.ts';
import type { Desk } from './desk.ts';
import { ledgerStatus } from './ledger-status.ts';

export type Handlers = {
  readonly [Name in LedgerMethod]: (params: ParsedParamsOf<Name>) => Promise<ResultOf<Name>>;
};

export function makeHandlers(desk: Desk): Partial<Handlers> {
  const { scores } = desk;
  const ask = <Result>(work: (reading: Reading) => Result): Promise<Result> => desk.ledger.read(work);
  const act = <Result>(work: (ledger: Reading, now: string) => Result): Promise<Result> => {
    const now = desk.clock.now();
    return desk.ledger.change((ledger) => work(ledger, now));
  };
  return {
    'imports.cancel': async ({ job }) => ({ cancelled: desk.jobs.cancel(job) }),

    'customers.list': (params) => ask((reading) => listCustomers(reading, params, scores)),
    'customers.find': (params) => ask((reading) => findCustomers(reading, params)),
    'customers.edit': (params) =>
      act((ledger, now) => ({ edit: editCustomer(ledger, params, { reason: 'customers.edit', now }) })),

    'journal.list': (params) => ask((reading) => listJournal(reading, params.window)),

    'rfm.summary': (params) => ask((reading) => rfmSummary(reading, params, scores)),
    'rfm.scores': (params) => ask((reading) => rfmScoreRows(reading, params, scores)),
    'metrics.list': async () => listMetrics(),
    'metrics.run': (params) =>
      ask((reading) => runNamedMetric(reading, { ...params, lines: readSettings(reading).typedLines })),

    'settings.read': () => ask(readSettings),
    'settings.change': (params) => act((ledger, now) => changeSettings(ledger, params, { now })),

    'ledger.status': () => ledgerStatus(desk),
  };
}
