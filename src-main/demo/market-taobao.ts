/** Taobao in a made shop: the order list and the detail list of the demo shop, whose form they share. */

import { taobaoLines } from '../importing/profiles/taobao-lines.ts';
import { taobaoOrders } from '../importing/profiles/taobao-orders.ts';
import { detailHeader, listHeader } from './export-columns.ts';
import { tellsAll } from './made-order.ts';
import { digitsOf, type Market, padded } from './market.ts';
import { detailCells, listCells } from './write-export.ts';
import type { Writer } from './writer.ts';

const list: Writer = {
  profile: taobaoOrders,
  container: 'gb18030',
  header: listHeader,
  above: [],
  beneath: [],
  rowsOf: (order) => [listCells(order)],
};

const details: Writer = {
  profile: taobaoLines,
  container: 'gb18030',
  header: detailHeader,
  above: [],
  beneath: [],
  rowsOf: (order) => order.lines.map((line, index) => detailCells(order, line, index)),
};

export const taobao: Market = {
  name: 'taobao',
  marketplace: 'taobao',
  openness: [
    ['open', 64],
    ['masked', 18],
    ['virtual', 10],
    ['guest', 7],
    ['hidden', 1],
  ],
  tells: tellsAll,
  // 19 digits; the last is left for the things bought.
  numberOf: ({ orderedAt, serial }) => `${digitsOf(orderedAt).slice(2, 12)}${padded(serial, 8)}1`,
  writers: [list, details],
};
