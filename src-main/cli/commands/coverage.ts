/** `coverage`: which days the files speak of, shop by shop, what is missing; and the owner's word about days without a file. */

import type { ShopCoverage } from '../../../src-shared/contract/coverage.ts';
import { type Day, dayOf } from '../../../src-shared/day.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { type Command, type Desk, say } from '../desk.ts';
import { tableText } from '../table.ts';
import { shopOption } from './book.ts';

function dayFrom(desk: Desk, name: 'from' | 'to'): Day {
  const text = desk.invocation.options[name] ?? '';
  const day = dayOf(text);
  if (day === null) throw new Problem('day-invalid', { found: text });
  return day;
}

/** The shop named, or the only one there is. */
async function shopOf(desk: Desk): Promise<number> {
  const { shop } = await shopOption(desk);
  if (shop !== undefined) return shop;
  const { shops } = await desk.client.call('ledger.status', {});
  const [only] = shops;
  if (only === undefined || shops.length > 1) throw new Problem('arguments-invalid', { found: 'coverage' });
  return only.id;
}

/** Writes the owner's word down where one is given. */
async function noteWord(desk: Desk): Promise<void> {
  const { options } = desk.invocation;
  const [noSales, closed, clear] = [options['no-sales'], options['closed'], options['clear']];
  if (noSales === undefined && closed === undefined && clear === undefined) return;
  const span = { shop: await shopOf(desk), from: dayFrom(desk, 'from'), to: dayFrom(desk, 'to') };
  if (clear !== undefined) await desk.client.call('coverage.clear', span);
  else {
    const reason = closed === undefined ? 'noSales' : 'closed';
    await desk.client.call('coverage.mark', { spans: [{ ...span, reason }] });
  }
}

function linesOf(desk: Desk, { name, files, quiet, gaps }: ShopCoverage): string[][] {
  const { language } = desk.invocation;
  const line = (from: string, to: string, what: string, why: string): string[] => [name, from, to, what, why];
  return [
    ...files.map(({ from, to, file, stated }) =>
      line(from, to, say(language, '已导入', 'imported'), stated ? `${file} ✓` : file),
    ),
    ...quiet.map(({ from, to, reason }) =>
      line(from, to, reason === 'closed' ? say(language, '歇业', 'closed') : say(language, '没有卖', 'no sales'), ''),
    ),
    ...gaps.map(({ from, to, days }) =>
      line(from, to, say(language, '缺文件', 'missing'), say(language, `${days} 天`, `${days} days`)),
    ),
  ].toSorted((a, b) => ((a[1] ?? '') < (b[1] ?? '') ? -1 : 1));
}

export const coverageCommand: Command = async (desk) => {
  const { language } = desk.invocation;
  await noteWord(desk);
  const { shops } = await desk.client.call('coverage.list', await shopOption(desk));
  return {
    value: { shops },
    text: tableText(
      [
        { head: say(language, '店铺', 'shop') },
        { head: say(language, '从', 'from') },
        { head: say(language, '到', 'to') },
        { head: '' },
        { head: '' },
      ],
      shops.flatMap((shop) => linesOf(desk, shop)),
    ),
  };
};
