/** Writes the benchmark's files: an order list as the marketplace exports it (GBK, 34 columns) and a workbook of 20 columns. */

import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import Excel from 'exceljs';
import { daysAfter, type MadeOrder, orderOf, ranksOfFirstBuyers, stampOf, worldAfter, worldOf } from './world.ts';

export const SEED = 42;

export const columns =
  '订单编号,买家会员名,买家支付宝账号,支付单号,买家应付货款,买家应付邮费,买家支付积分,总金额,返点积分,买家实际支付金额,买家实际支付积分,订单状态,买家留言,收货人姓名,收货地址,运送方式,联系电话,联系手机,订单创建时间,订单付款时间,宝贝标题,宝贝种类,物流单号,物流公司,订单备注,宝贝总数量,店铺Id,店铺名称,订单关闭原因,卖家服务费,买家服务费,发票抬头,是否手机订单,退款金额'.split(
    ',',
  );

const yuan = (minor: number): string => (minor / 100).toFixed(2);

function fieldsOf(order: MadeOrder): readonly string[] {
  const { buyer, number, goods, shipping } = order;
  const total = yuan(goods + shipping);
  const paidAt = order.paidSecond === null ? '' : stampOf(order.paidSecond);
  return [
    [`="${number}"`, buyer.nick, buyer.account, paidAt === '' ? '' : `="${number}"`],
    [yuan(goods), yuan(shipping), '0', total, '0', yuan(order.paid), '0', order.status, order.note],
    [buyer.name, buyer.address, '快递', '', `'${buyer.phone}`, stampOf(order.second), paidAt],
    [order.titles.join(','), String(order.titles.length), order.tracking && `No:${order.tracking}`],
    [order.tracking && order.carrier, order.memo, String(order.quantity), '0', '回头客小铺', order.reason],
    ['0.00元', '0.00元', '', order.mobile ? '手机订单' : '', yuan(order.refund)],
  ].flat();
}

/** Guards (`="…"`) stand unquoted, as in the marketplace's own files. */
function cellOf(text: string): string {
  return !text.startsWith('="') && /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

let codes: Uint16Array | null = null;

function gbkCodes(): Uint16Array {
  const table = new Uint16Array(65_536);
  const decoder = new TextDecoder('gbk');
  for (let lead = 0x81; lead < 0xff; lead += 1) {
    for (let trail = 0x40; trail < 0xff; trail += 1) {
      const text = trail === 0x7f ? '' : decoder.decode(Uint8Array.of(lead, trail));
      const code = text.charCodeAt(0);
      if (text.length === 1 && text !== '\ufffd' && table[code] === 0) table[code] = (lead << 8) | trail;
    }
  }
  return table;
}

function encodeGbk(text: string): Buffer {
  codes ??= gbkCodes();
  const bytes = Buffer.allocUnsafe(text.length * 2);
  let at = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    const code = unit < 128 ? unit : codes[unit] || 0x3f;
    if (code > 255) bytes[at++] = code >> 8;
    bytes[at++] = code & 255;
  }
  return bytes.subarray(0, at);
}

/** Written beside and moved into place: a file that is there is whole. */
function writeWhole(path: string, pieces: Iterable<string>): void {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(`${path}.part`, 'w');
  let waiting = '';
  for (const piece of pieces) {
    waiting += piece;
    if (waiting.length < 1 << 20) continue;
    writeSync(file, encodeGbk(waiting));
    waiting = '';
  }
  writeSync(file, encodeGbk(waiting));
  closeSync(file);
  renameSync(`${path}.part`, path);
}

const lineOf = (fields: readonly string[]): string => `${fields.map(cellOf).join(',')}\r\n`;

/** Newest first. */
export function writeOrderList(path: string, count: number): void {
  if (existsSync(path)) return;
  const world = worldOf(count, SEED);
  writeWhole(
    path,
    (function* () {
      yield lineOf(columns);
      for (let rank = count - 1; rank >= 0; rank -= 1) yield lineOf(fieldsOf(orderOf(world, rank, SEED)));
    })(),
  );
}

/**
 * What hardly ever comes: all the orders of as many buyers as made `count`, of all years, newest first. Every other one the list of `known`
 * has, now with a note; the rest have numbers it does not have.
 */
export function writeLaterList(path: string, count: number, known: number): void {
  if (existsSync(path)) return;
  const world = worldOf(known, SEED);
  const ranks = ranksOfFirstBuyers(world, count);
  writeWhole(
    path,
    (function* () {
      yield lineOf(columns);
      for (const [row, rank] of ranks.entries()) {
        const order = orderOf(world, rank, SEED);
        const changed = row % 2 === 0 ? { memo: '已回访' } : { number: `4${order.number.slice(1)}` };
        yield lineOf(fieldsOf({ ...order, ...changed }));
      }
    })(),
  );
}

/** What comes a few days later, newest first: half of it new orders, half the newest of the list of `known`, some of them sent or completed now. */
export function writeNextDays(path: string, count: number, known: number): void {
  if (existsSync(path)) return;
  const world = worldAfter(worldOf(known, SEED), Math.floor(count / 2), SEED);
  const daysLater = daysAfter(world);
  writeWhole(
    path,
    (function* () {
      yield lineOf(columns);
      for (let rank = world.count - 1; rank >= world.count - count; rank -= 1)
        yield lineOf(fieldsOf(orderOf(world, rank, SEED, daysLater)));
    })(),
  );
}

const workbookColumns = [0, 1, 2, 4, 5, 7, 9, 11, 12, 13, 14, 17, 18, 19, 20, 22, 23, 24, 25, 33];
const numeric = new Set([4, 5, 7, 9, 25, 33]);

/** Shared strings, numbers as numbers. */
export async function writeWorkbook(path: string, count: number): Promise<void> {
  if (existsSync(path)) return;
  mkdirSync(dirname(path), { recursive: true });
  const world = worldOf(count, SEED);
  const book = new Excel.stream.xlsx.WorkbookWriter({ filename: `${path}.part`, useSharedStrings: true });
  const sheet = book.addWorksheet('orders');
  sheet.addRow(workbookColumns.map((column) => columns[column])).commit();
  for (let rank = count - 1; rank >= 0; rank -= 1) {
    const order = orderOf(world, rank, SEED);
    const fields = fieldsOf(order);
    const cell = (column: number): string | number => {
      if (column === 0) return order.number;
      if (column === 17) return order.buyer.phone;
      return numeric.has(column) ? Number(fields[column]) : (fields[column] ?? '');
    };
    sheet.addRow(workbookColumns.map(cell)).commit();
    if (rank % 2000 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  sheet.commit();
  await book.commit();
  renameSync(`${path}.part`, path);
}
