/** What somebody may buy next, for the table of handlers: what is bought after what is worked out in a worker, for everybody at once. */

import type { NextItem } from '../../src-shared/contract/next-items.ts';
import { type NextQuestion, nextItemsOf } from '../metrics/next-items.ts';
import { type Desk, runHere } from './desk.ts';
import type { Handlers, Ways } from './handlers.ts';
import { keptAnswers } from './kept-answers.ts';

export function nextItems(desk: Desk, ways: Ways) {
  const sequences = keptAnswers<NextQuestion, readonly NextItem[]>(desk, ways, async ({ on, excluded }) => {
    const { sequences: found } = await runHere(desk, 'sequences', {
      on,
      ...(excluded === undefined ? {} : { excluded }),
    });
    return found;
  });
  return {
    'customers.nextItems': async ({ customer, basis: { on, excluded } }) => {
      const found = await sequences({ on, excluded });
      return ways.ask((reading) => nextItemsOf(reading, { customer, on, excluded }, found));
    },
  } satisfies Partial<Handlers>;
}
