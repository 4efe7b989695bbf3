/** `customers`: the list, on screen or into a file. */

import type { CustomerRow } from '../../../src-shared/contract/customers.ts';
import { fileColumns, type ListColumn, listColumns } from '../../../src-shared/contract/lists.ts';
import type { SavedView } from '../../../src-shared/contract/views.ts';
import { type FieldColumn, fieldColumn, isFieldColumn } from '../../../src-shared/custom-field.ts';
import { formatMinor } from '../../../src-shared/money.ts';
import { type Command, type Desk, say } from '../desk.ts';
import { tableText } from '../table.ts';
import { dayOption, shopOption } from './book.ts';
import { excludedOption, warnOfFigures } from './figure-notices.ts';
import { filterOption } from './filter-option.ts';
import { segmentOption } from './segments.ts';
import { viewOption } from './views.ts';

async function everyRow(desk: Desk, request: Pick<SavedView, 'filter' | 'sort'>): Promise<CustomerRow[]> {
  const rows: CustomerRow[] = [];
  for (;;) {
    const page = await desk.client.call('customers.list', {
      filter: request.filter,
      basis: { on: dayOption(desk), definition: 'quantile', ...excludedOption(desk) },
      sort: request.sort,
      window: { from: rows.length, count: 500 },
    });
    rows.push(...page.rows);
    if (rows.length >= page.total || page.rows.length === 0) return rows;
  }
}

/** Those of the owner's own fields stand behind the others. */
async function fieldColumns(desk: Desk): Promise<FieldColumn[]> {
  const { fields } = await desk.client.call('fields.list', {});
  return fields.map(({ field }) => fieldColumn(field));
}

/** Those a file can hold. */
function viewColumns({ columns }: SavedView): ListColumn[] {
  return columns.flatMap((name): readonly ListColumn[] =>
    isFieldColumn(name) ? [name] : listColumns.filter((known) => known === name),
  );
}

export const customersCommand: Command = async (desk) => {
  const { language, options } = desk.invocation;
  const search = options['search'];
  const view = await viewOption(desk);
  const [conditions, segment] = [filterOption(desk).where, await segmentOption(desk)];
  const wheres = [view?.filter.where, segment, conditions].filter((one) => one != null);
  const where = wheres.length > 1 ? { all: wheres } : wheres[0];
  const sort = view?.sort ?? { by: 'netMinor' as const, descending: true };
  const filter = {
    ...view?.filter,
    ...(await shopOption(desk)),
    ...(search === undefined ? {} : { search }),
    ...(where === undefined ? {} : { where }),
  };
  await warnOfFigures(desk, {
    ...(filter.shop === undefined ? {} : { shop: filter.shop }),
    ...excludedOption(desk),
    on: dayOption(desk),
  });
  const path = options['csv'] ?? options['xlsx'];
  if (path !== undefined) {
    const format = options['csv'] === undefined ? 'xlsx' : 'csv';
    const { rows, held } = await desk.client.call('lists.export', {
      filter,
      basis: { on: dayOption(desk), definition: 'quantile', ...excludedOption(desk) },
      sort,
      columns:
        view === null
          ? [...fileColumns((await desk.client.call('settings.read', {})).levels.on), ...(await fieldColumns(desk))]
          : viewColumns(view),
      wholePhones: options['whole-phones'] === 'true',
      // Nobody the contact guard holds back is in a file, unless it is for the records.
      purpose: options['for-records'] === 'true' ? 'record' : 'contact',
      language,
      format,
      target: desk.targetFor(path),
    });
    return {
      value: { file: path, format, rows, held },
      text: [
        say(language, `${rows} 位客户已存到 ${path}`, `${rows} customers saved to ${path}`),
        ...(held === 0
          ? []
          : [say(language, `${held} 位现在先不联系，没有列进去`, `${held} not to be contacted now are left out`)]),
      ].join('\n'),
    };
  }
  const rows = await everyRow(desk, { filter, sort });
  return {
    value: { total: rows.length, customers: rows },
    text: tableText(
      [
        { head: '#', right: true },
        { head: say(language, '客户', 'customer') },
        { head: say(language, '层', 'tier') },
        { head: say(language, '最近下单', 'last order') },
        { head: say(language, '次数', 'orders'), right: true },
        { head: say(language, '净额', 'net'), right: true },
      ],
      rows
        .slice(0, 200)
        .map((row) => [
          String(row.id),
          row.name,
          row.tier ?? '—',
          row.lastDay ?? '—',
          String(row.orders),
          formatMinor(row.netMinor, row.currency),
        ]),
    ),
  };
};
