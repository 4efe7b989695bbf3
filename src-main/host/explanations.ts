/** How figures were worked out, for the table of handlers: each kind of figure, more of its orders, and the rows behind them. */

import type { Explained } from '../../src-shared/contract/explanations.ts';
import { batchOrdersIn, explainBatch, rowsLeftOut } from '../importing/explain-batch.ts';
import {
  type CheckFolders,
  checkOrdersIn,
  explainCheck,
  rowsOfLeftOut,
  rowsOfPlanned,
} from '../importing/explain-check.ts';
import { sourcesOfOrder } from '../importing/source-rows.ts';
import type { OrderWindow } from '../ledger/explained-orders.ts';
import { withProblems } from '../ledger/sqlite-problems.ts';
import type { Reading } from '../ledger/transaction.ts';
import { customerOrdersIn, explainCustomer } from '../metrics/explain.ts';
import { accountOrdersIn, explainAccount } from '../metrics/explain-account.ts';
import { explainInsight, insightOrdersIn } from '../metrics/explain-insight.ts';
import { explainLifecycle } from '../metrics/explain-lifecycle.ts';
import { explainLevel } from '../metrics/levels/explain-level.ts';
import { stageFolderOf } from './data-room.ts';
import type { Desk } from './desk.ts';
import type { Handlers, Ways } from './handlers.ts';
import type { AskLong } from './long-questions.ts';

function foldersOf(desk: Desk): CheckFolders {
  const ledger = desk.ledger.folder();
  return { ledger, stage: stageFolderOf(ledger) };
}

/** Looks into a staged check, which has a connection of its own. */
function inCheck<Result>(desk: Desk, look: (folders: CheckFolders) => Result): Result {
  const folders = foldersOf(desk);
  return withProblems(folders.ledger, () => look(folders));
}

type InLedger = Extract<Explained, { kind: 'customer' | 'batch' }>;

function ordersInLedger(reading: Reading, of: InLedger, window: OrderWindow, scores: Desk['scores']) {
  switch (of.kind) {
    case 'customer': {
      const { account, insight } = of;
      if (insight !== undefined) return insightOrdersIn(reading, { ...of, insight }, window, scores);
      return account === undefined
        ? customerOrdersIn(reading, of, window, scores)
        : accountOrdersIn(reading, { ...of, account }, window, scores);
    }
    case 'batch':
      return batchOrdersIn(reading, of, window);
  }
}

export function explanations(desk: Desk, ways: Ways, long: AskLong) {
  return {
    'explain.customer': ({ account, insight, lifecycle, place, ...question }) => {
      // Where somebody stands among everybody.
      if (place === 'grade' || place === 'ladder') return long('explain.customer', { ...question, place });
      return ways.ask((reading) => {
        if (place === 'level') return explainLevel(reading, question, desk.scores);
        if (lifecycle === true) return explainLifecycle(reading, question, desk.scores);
        if (insight !== undefined) return explainInsight(reading, { ...question, insight }, desk.scores);
        return account === undefined
          ? explainCustomer(reading, question, desk.scores)
          : explainAccount(reading, { ...question, account }, desk.scores);
      });
    },
    // The page's lines where it gives some (a rule that is being tried), else the saved ones: the scores know.
    'explain.metric': (params) => long('explain.metric', params),
    'explain.list': (params) => long('explain.list', params),
    'explain.batch': (params) => ways.ask((reading) => explainBatch(reading, params)),
    'explain.check': async (params) => inCheck(desk, (folders) => explainCheck(folders, params)),
    'explain.orders': async ({ of, window }) => {
      if (of.kind === 'check') return { orders: inCheck(desk, (folders) => checkOrdersIn(folders, of, window)) };
      if (of.kind === 'metric' || of.kind === 'list') return long('explain.orders', { of, window });
      return ways.ask((reading) => ({ orders: ordersInLedger(reading, of, window, desk.scores) }));
    },
    'explain.rows': async ({ in: place, of }) => {
      if ('check' in place) {
        return inCheck(desk, (folders) =>
          'order' in of ? rowsOfPlanned(folders, place.check, of.order) : rowsOfLeftOut(folders, place.check, of),
        );
      }
      return ways.ask((reading) =>
        'order' in of ? sourcesOfOrder(reading, of.order) : rowsLeftOut(reading, place.batch, of),
      );
    },
  } satisfies Partial<Handlers>;
}
