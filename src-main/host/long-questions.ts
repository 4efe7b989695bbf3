/**
 * Questions that go through everybody's orders. Of a large ledger they take seconds, in which the host would answer nobody else: they are asked
 * in a worker, of a connection of its own. Of a small one that would only take longer.
 */

import type { LedgerMethod, ParsedParamsOf, ResultOf } from '../../src-shared/contract/index.ts';
import { readSettings } from '../ledger/settings.ts';
import { type Reading, stampOf } from '../ledger/transaction.ts';
import { runNamedMetric } from '../metrics/catalogue.ts';
import { explainGrade } from '../metrics/explain-grade.ts';
import { explainList, listOrdersIn } from '../metrics/explain-list.ts';
import { explainMetric, metricOrdersIn } from '../metrics/explain-metric.ts';
import { explainStep } from '../metrics/ladder-moves/customer-step.ts';
import { readReport } from '../metrics/reports.ts';
import type { RfmScoresOf } from '../metrics/rfm.ts';
import { type Desk, runHere } from './desk.ts';
import type { Given, Ways } from './handlers.ts';
import { remembered } from './remembered.ts';

type Long<Name extends LedgerMethod> = (
  reading: Reading,
  params: ParsedParamsOf<Name>,
  scores: RfmScoresOf,
) => Given<ResultOf<Name>>;

const orders: Long<'explain.orders'> = (reading, { of, window }, scores) => {
  if (of.kind === 'metric') return { orders: metricOrdersIn(reading, of, window, scores) };
  if (of.kind === 'list') return { orders: listOrdersIn(reading, of, window, scores) };
  throw new Error(`no long question: ${of.kind}`);
};

const place: Long<'explain.customer'> = (reading, { place: of, ...question }, scores) =>
  of === 'grade' ? explainGrade(reading, question, scores) : explainStep(reading, question, scores);

const questions = {
  'reports.read': readReport,
  'metrics.run': (reading, params) => runNamedMetric(reading, { ...params, lines: readSettings(reading).typedLines }),
  'explain.metric': explainMetric,
  'explain.list': explainList,
  'explain.orders': orders,
  'explain.customer': place,
} satisfies { readonly [Name in LedgerMethod]?: Long<Name> };

export type LongName = keyof typeof questions;

/** The question itself, wherever it is asked. */
export function answerLong<Name extends LongName>(
  reading: Reading,
  name: Name,
  params: ParsedParamsOf<Name>,
  scores: RfmScoresOf,
): Given<ResultOf<Name>> {
  // The table has each method's own work: its name says of which.
  const work = questions[name] as unknown as Long<Name>;
  return work(reading, params, scores);
}

/** A ledger with more orders than this is large: what takes a tenth of a second of it is asked beside. */
const LARGE = 30_000;
/** Reports and periods that a page goes to and fro between. */
const REMEMBERED = 8;

function isLarge({ connection }: Reading): boolean {
  const last = connection.prepare<[], number | null>('select max(order_id) from shop_order').pluck().get();
  return (last ?? 0) > LARGE;
}

export type AskLong = <Name extends LongName>(
  name: Name,
  params: ParsedParamsOf<Name>,
) => Promise<Given<ResultOf<Name>>>;

export function askLong(desk: Desk, ways: Ways): AskLong {
  const keep = remembered<unknown>(REMEMBERED);
  return async (name, params) => {
    if (!(await ways.ask(isLarge))) return ways.ask((reading) => answerLong(reading, name, params, desk.scores));
    const stamp = await ways.ask(({ connection }) => stampOf(connection));
    const key = JSON.stringify([desk.ledger.folder(), stamp, name, params]);
    // Kept under its name and its parameters: it is that method's answer.
    return (await keep(key, () => runHere(desk, 'question', { name, params }))) as Given<ResultOf<typeof name>>;
  };
}
