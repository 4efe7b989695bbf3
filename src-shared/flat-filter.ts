/** The conditions of a list's controls as nodes of the filter language: so that what the controls say can be nested, saved and named. Pure. */

import type { CustomerFilter } from './contract/customers.ts';
import type { FilterNode } from './contract/filters.ts';

/** The words of a place, as they are looked for. */
export function regionWords(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[\s,，、/]+/)
    .filter((word) => word !== '');
}

/** Is any end given? */
function ends<Value>(from: Value | undefined, to: Value | undefined): boolean {
  return from !== undefined || to !== undefined;
}

function figureNodes(filter: CustomerFilter): readonly FilterNode[] {
  const { recencyFrom, recencyTo, ordersFrom, ordersTo, netFrom, netTo, lastDayFrom, lastDayTo } = filter;
  const range = <Value>(from: Value | undefined, to: Value | undefined) => ({
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  });
  return [
    ...(ends(lastDayFrom, lastDayTo)
      ? [{ field: 'lastDay', days: range(lastDayFrom, lastDayTo) } satisfies FilterNode]
      : []),
    ...(ends(recencyFrom, recencyTo)
      ? [{ field: 'recencyDays', ...range(recencyFrom, recencyTo) } satisfies FilterNode]
      : []),
    ...(ends(ordersFrom, ordersTo) ? [{ field: 'orders', ...range(ordersFrom, ordersTo) } satisfies FilterNode] : []),
    ...(ends(netFrom, netTo) ? [{ field: 'netMinor', ...range(netFrom, netTo) } satisfies FilterNode] : []),
    ...(filter.withoutCounted === false ? [{ field: 'orders', from: 1 } satisfies FilterNode] : []),
  ];
}

/** Each word stands in the province or in the city. */
function placeNodes(region: string): readonly FilterNode[] {
  return regionWords(region).map((word) => ({
    any: (['province', 'city'] as const).map((field) => ({ field, test: 'contains', texts: [word] })),
  }));
}

/**
 * Everything but whom the list is asked of and who was named one by one: the shop, people picked by hand, a search in the list. Those stay beside,
 * see `besideNodes`. `{"all": []}` where nothing narrows the list. Both together mean the same people as the filter.
 */
export function nodesOf(filter: CustomerFilter): FilterNode {
  const { tiers = [], noTier, certainty, reach, region = '', where } = filter;
  const narrow = filter.tiers !== undefined || noTier !== undefined;
  const nodes: FilterNode[] = [
    ...(narrow ? [{ field: 'tier', in: [...tiers, ...(noTier ? (['none'] as const) : [])] } satisfies FilterNode] : []),
    ...(certainty === undefined ? [] : [{ field: 'certainty', in: [certainty] } satisfies FilterNode]),
    ...figureNodes(filter),
    ...placeNodes(region),
    ...(reach === undefined ? [] : [{ field: 'reach', in: [reach] } satisfies FilterNode]),
  ];
  if (where === undefined) return { all: nodes };
  if (nodes.length === 0) return where;
  // What stands in one "all" already is said in one.
  return { all: [...('all' in where ? where.all : [where]), ...nodes] };
}

/** What no node says. */
export function besideNodes({ shop, ids, exceptIds, search }: CustomerFilter): CustomerFilter {
  return {
    ...(shop === undefined ? {} : { shop }),
    ...(ids === undefined ? {} : { ids }),
    ...(exceptIds === undefined ? {} : { exceptIds }),
    ...(search === undefined ? {} : { search }),
  };
}
