/**
 * The demo shop 山岚茶铺, made on first use: two years of a small tea and household shop as the files its owner would have
 * kept, one pair for each half-year. Nothing of it is stored in the program; the same seed and day make the same files.
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, type Day } from '../../src-shared/day.ts';
import { encodeGb18030 } from './gb18030.ts';
import { goods, teas } from './goods.ts';
import { type DemoOrder, makeOrder } from './orders.ts';
import { makePeople } from './people.ts';
import { firstDays, purchaseDays } from './purchases.ts';
import { seededRandom } from './random.ts';
import { detailRows, listRows, sumRow } from './write-export.ts';

const BUYERS = 3600;
const DAYS = 730;

export interface DemoOptions {
  /** The last day of the shop's orders. */
  readonly today: Day;
  readonly seed: number;
}

/** All orders, oldest first. */
export function demoOrders(options: DemoOptions): readonly DemoOrder[] {
  const random = seededRandom(options.seed);
  const span = { first: addDays(options.today, -DAYS), last: options.today };
  const people = makePeople(random, BUYERS);
  const starts = firstDays(random, span, BUYERS);
  const [anyTea = goods[0], ...otherTeas] = teas;
  let serial = 0;
  const orders = people.flatMap((person, index) => {
    const favourite = random.weighted([[anyTea, anyTea.weight], ...otherTeas.map((tea) => [tea, tea.weight] as const)]);
    return purchaseDays(random, starts[index] ?? span.first, span).map((day) => {
      serial += 1;
      return makeOrder(random, { person, favourite, day, today: options.today, serial });
    });
  });
  return orders.sort((a, b) => (a.number < b.number ? -1 : 1));
}

/** '2025-H2' of a day. */
function halfYearOf(day: Day): string {
  return `${day.slice(0, 4)}-H${Number(day.slice(5, 7)) <= 6 ? 1 : 2}`;
}

/** As a spreadsheet ruins a number it takes for one: 2.51111E+18. */
function ruinNumbers(row: string): string {
  return row.replace(/="(\d)(\d{5})\d{13}"/g, '$1.$2E+18');
}

interface Sheet {
  readonly name: string;
  readonly rows: readonly string[];
}

/** The pair of files of one half-year. The first ends in a row of sums, the second has one row a spreadsheet has ruined. */
function sheetsOf(orders: readonly DemoOrder[], index: number, today: Day): readonly [Sheet, Sheet] {
  const last = orders.at(-1)?.day ?? today;
  const stamp = `${last.replaceAll('-', '')}0915`;
  const list = listRows(orders);
  if (index === 0) list.push(sumRow(orders));
  const details = detailRows(orders).map((row, at) => (index === 1 && at === 20 ? ruinNumbers(row) : row));
  return [
    { name: `ExportOrderList${stamp}.csv`, rows: list },
    { name: `ExportOrderDetailList${stamp}.csv`, rows: details },
  ];
}

/** Writes the files into `folder` and returns their paths: order list and detail list of each half-year, oldest first. */
export function writeDemoFiles(folder: string, options: DemoOptions): string[] {
  mkdirSync(folder, { recursive: true });
  const halves = [...Map.groupBy(demoOrders(options), (order) => halfYearOf(order.day)).values()];
  return halves.flatMap((orders, index) =>
    sheetsOf(orders, index, options.today).map((sheet) => {
      const path = join(folder, sheet.name);
      const text = `${sheet.rows.join('\r\n')}\r\n`;
      // The newest pair was saved by a spreadsheet: UTF-8 with a mark. The others are as downloaded.
      const isNewest = index === halves.length - 1;
      writeFileSync(path, isNewest ? `\uFEFF${text}` : encodeGb18030(text));
      return path;
    }),
  );
}
