/** Forecasts are worked out in a worker, once for every state of the ledger and every question. */

import type { Forecast } from '../../src-shared/contract/forecasts.ts';
import type { ParsedParamsOf } from '../../src-shared/contract/index.ts';
import { personForecast } from '../metrics/prediction/person-forecast.ts';
import { type Desk, runHere } from './desk.ts';
import type { Handlers, Ways } from './handlers.ts';
import { keptAnswers } from './kept-answers.ts';

export function forecasts(desk: Desk, ways: Ways) {
  const kept = keptAnswers<ParsedParamsOf<'forecasts.read'>, Forecast>(desk, ways, ({ on, shop, excluded }) =>
    runHere(desk, 'forecast', {
      on,
      ...(shop === undefined ? {} : { shop }),
      ...(excluded === undefined ? {} : { excluded }),
    }),
  );
  const read = ({ on, shop, excluded }: ParsedParamsOf<'forecasts.read'>): Promise<Forecast> =>
    kept({ on, shop, excluded });
  return {
    'forecasts.read': read,
    'forecasts.customer': async ({ customer, ...question }) => {
      const forecast = await read(question);
      return ways.ask((reading) => personForecast(reading, question, customer, forecast));
    },
  } satisfies Partial<Handlers>;
}
