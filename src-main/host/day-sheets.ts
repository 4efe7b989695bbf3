/** Day sheets, and what is said to one person, for the table of handlers. */

import { Problem } from '../../src-shared/problem.ts';
import { composeDaySheet } from '../output/day-sheet/compose.ts';
import { daySheetFile } from '../output/day-sheet/day-sheet-file.ts';
import { whatToSay } from '../output/messages/what-to-say.ts';
import { wholeTextFile } from '../output/whole-file.ts';
import type { Desk } from './desk.ts';
import type { Handlers, Ways } from './handlers.ts';

export function daySheets(desk: Desk, ways: Ways) {
  return {
    'templates.forPerson': ({ basis, ...occasion }) =>
      ways.ask((reading) => {
        const { on, excluded } = basis;
        const said = whatToSay(reading, desk.scores(reading, basis), { on, excluded })(occasion);
        if (said === null) throw new Problem('customer-unknown', { customer: String(occasion.customer) });
        return said;
      }),
    'daySheets.compose': (request) => ways.ask((reading) => composeDaySheet(reading, request, desk.scores)),
    'daySheets.write': async ({ target, ...request }) => {
      const { path } = desk.tickets.target(target);
      const { text, ...told } = await ways.ask((reading) =>
        daySheetFile(reading, request, desk.scores, desk.clock.now()),
      );
      await wholeTextFile(path, text);
      return told;
    },
  } satisfies Partial<Handlers>;
}
