/** Files the tour lays before the import page: one with things to mend, one of a kind never seen. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeTaobaoFile } from '../support/taobao-file.ts';

const samples = fileURLToPath(new URL('../exports/samples/', import.meta.url));

export const goodFiles = [
  join(samples, 'taobao_list_2022_ExportOrderList.xlsx'),
  join(samples, 'taobao_detail_2022_ExportOrderDetailList.csv'),
] as const;

/** A year's list in which a spreadsheet has spoilt numbers, a date is no date, and a sum row stands at the end. */
export function writeSpoiltFile(folder: string): string {
  const path = writeTaobaoFile(join(folder, 'ExportOrderList202608.csv'), { orders: 240, first: 3000 });
  const lines = readFileSync(path, 'utf8').trimEnd().split('\r\n');
  const spoilt = lines.map((line, at) => {
    if (at > 0 && at % 40 === 0) return line.replace(/^="\d+"/, '1.70000000029E+18');
    if (at === 15) return line.replaceAll(/"20\d\d-\d\d-\d\d /g, '"昨天 ');
    if (at === 77) return line.replace(/"(\d+\.\d\d)","0\.00"/, '"一百多","0.00"');
    return line;
  });
  spoilt.push(`"合计"${',""'.repeat(5)},"38,120.00"${',""'.repeat(18)}`);
  writeFileSync(path, `${spoilt.join('\r\n')}\r\n`);
  return path;
}

export function writeUnknownFile(folder: string): string {
  const path = join(folder, '门店流水 2026.csv');
  const rows = Array.from({ length: 60 }, (_, at) => {
    const day = String((at % 28) + 1).padStart(2, '0');
    return `MD26${String(at).padStart(5, '0')},2026-07-${day} 1${at % 10}:20,${'王李张刘'[at % 4]}女士,1391234${String(5000 + (at % 20))},龙井绿茶 ${at % 3}两,${(at % 3) + 1},${68 * ((at % 3) + 1)}.00,自提`;
  });
  writeFileSync(path, `\uFEFF${['流水,什么时候,谁,手机,买了啥,件,收了,备注', ...rows].join('\r\n')}\r\n`);
  return path;
}

/** A WooCommerce list of a shop that has named states of its own: only they say what was paid. */
export function writeStatusFile(folder: string): string {
  const path = join(folder, 'orders-2026-07.csv');
  const sample = readFileSync(join(samples, 'woocommerce_advanced_order_export.csv'), 'utf8');
  writeFileSync(
    path,
    sample.replaceAll(',completed,', ',abgeschlossen,').replaceAll(',processing,', ',wird verpackt,'),
  );
  return path;
}
