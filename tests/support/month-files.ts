/** A shop's months, each exported to a file of its own that says so in its name: ten buyers, one order each, two of them marked V-. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { orderFile, orderNumber } from './order-file.ts';

const buyers = ['沈知微', '陆星河', '顾晚晴', '许临风', '宋听雨', '江望舒', '叶南枝', '程砚秋', '白鹿鸣', '钱刷刷'];
const items = ['龙井绿茶 明前', '白瓷盖碗', '桂花乌龙 250g', '竹编茶席'];

/** The buyer all of whose orders are marked. */
export const onlyBrushing = '钱刷刷';

const two = (value: number): string => String(value).padStart(2, '0');

/** Writes a file for each month of 2024, each order 20.00. Answers their paths. */
export function monthFiles(folder: string, months: readonly number[]): string[] {
  return months.map((month) => {
    const path = join(folder, `订单2024-${two(month)}.csv`);
    const rows = buyers.map((receiver, index) => ({
      number: orderNumber(month * 100 + index),
      nick: `茶客${index}`,
      receiver,
      at: `2024-${two(month)}-${two(2 + ((index * 3 + month) % 26))} 10:00:00`,
      paid: '20.00',
      item: items[(index + month) % items.length] ?? '',
      sellerNote: receiver === onlyBrushing || index === 8 ? `V-${month}` : '',
    }));
    writeFileSync(path, orderFile(rows));
    return path;
  });
}
