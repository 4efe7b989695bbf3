/** Forecasts are worked out in a worker, once for every state of the ledger and every question. */

import type { Forecast } from '../../src-shared/contract/forecasts.ts';
import type { ParsedParamsOf } from '../../src-shared/contract/index.ts';
import { changesOf } from '../importing/carry-out.ts';
import { personForecast } from '../metrics/prediction/person-forecast.ts';
import { type Desk, runHere } from './desk.ts';
import type { Handlers, Ways } from './handlers.ts';
import { remembered } from './remembered.ts';

/** Of the owner's acts those that change what counts and whose it is, as imports do. A note or a tag is none: nothing is fitted anew for it. */
const counting = `select max(edit_id), count(undone_at) from journal
  where table_name in ('exclusion_rule', 'identity_decision', 'split_mark', 'source_row')`;

/** So many questions are remembered: shops and days that a page goes to and fro between. */
const REMEMBERED = 8;

export function forecasts(desk: Desk, ways: Ways) {
  const keep = remembered<Forecast>(REMEMBERED);
  const read = async ({ on, shop, excluded }: ParsedParamsOf<'forecasts.read'>): Promise<Forecast> => {
    const state = await ways.ask(({ connection }) => [changesOf(connection), connection.prepare(counting).raw().get()]);
    const key = JSON.stringify([desk.ledger.folder(), state, on, shop, excluded]);
    const asked = { on, ...(shop === undefined ? {} : { shop }), ...(excluded === undefined ? {} : { excluded }) };
    return keep(key, () => runHere(desk, 'forecast', asked));
  };
  return {
    'forecasts.read': read,
    'forecasts.customer': async ({ customer, ...question }) => {
      const forecast = await read(question);
      return ways.ask((reading) => personForecast(reading, question, customer, forecast));
    },
  } satisfies Partial<Handlers>;
}
