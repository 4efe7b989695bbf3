/** Day sheets for the table of handlers. */

import { composeDaySheet } from '../output/day-sheet/compose.ts';
import { daySheetFile } from '../output/day-sheet/day-sheet-file.ts';
import { wholeTextFile } from '../output/whole-file.ts';
import type { Desk } from './desk.ts';
import type { Handlers, Ways } from './handlers.ts';

export function daySheets(desk: Desk, ways: Ways) {
  return {
    'daySheets.compose': (request) => ways.ask((reading) => composeDaySheet(reading, request)),
    'daySheets.write': async ({ target, ...request }) => {
      const { path } = desk.tickets.target(target);
      const { text, ...told } = await ways.ask((reading) => daySheetFile(reading, request, desk.clock.now()));
      await wholeTextFile(path, text);
      return told;
    },
  } satisfies Partial<Handlers>;
}
