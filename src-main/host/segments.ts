/** Segments and filters for the table of handlers. */

import { countFiltered } from '../ledger/filter/count-filtered.ts';
import { filterValues } from '../ledger/filter/filter-values.ts';
import { explainMembership, segmentsOfCustomer } from '../ledger/segments/membership.ts';
import {
  freezeSegment,
  listSegments,
  removeSegment,
  renameSegment,
  saveSegment,
  segmentVersions,
  thawSegment,
} from '../ledger/segments/segments.ts';
import type { Desk } from './desk.ts';
import type { Handlers, Ways } from './handlers.ts';

export function segments(desk: Desk, ways: Ways) {
  return {
    'customers.count': (params) => ways.ask((reading) => countFiltered(reading, params, desk.scores)),
    'customers.values': (params) => ways.ask((reading) => filterValues(reading, params)),
    'segments.list': () => ways.ask(listSegments),
    'segments.save': ({ fixOn, ...asked }) =>
      ways.act((ledger, now) =>
        saveSegment(
          ledger,
          { ...asked, fixOn: fixOn === undefined ? null : (reading) => desk.scores(reading, fixOn) },
          { reason: 'segments.save', now },
        ),
      ),
    'segments.rename': (params) =>
      ways.act((ledger, now) => renameSegment(ledger, params, { reason: 'segments.rename', now })),
    'segments.remove': ({ segment }) =>
      ways.act((ledger, now) => removeSegment(ledger, segment, { reason: 'segments.remove', now })),
    'segments.freeze': ({ segment, basis }) =>
      ways.act((ledger, now) =>
        freezeSegment(ledger, segment, (reading) => desk.scores(reading, basis), { reason: 'segments.freeze', now }),
      ),
    'segments.thaw': ({ segment }) =>
      ways.act((ledger, now) => thawSegment(ledger, segment, { reason: 'segments.thaw', now })),
    'segments.versions': ({ segment }) => ways.ask((reading) => segmentVersions(reading, segment)),
    'segments.ofCustomer': ({ customer, basis }) =>
      ways.ask((reading) => segmentsOfCustomer(reading, customer, desk.scores(reading, basis))),
    'explain.membership': ({ basis, ...asked }) =>
      ways.ask((reading) => explainMembership(reading, asked, desk.scores(reading, basis))),
  } satisfies Partial<Handlers>;
}
