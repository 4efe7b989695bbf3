/** `totals`, `rfm`, `metrics`: questions to the ledger, and the options they share with others. */

import type { Score } from '../../../src-shared/contract/metrics.ts';
import { type Day, dayOf } from '../../../src-shared/day.ts';
import { formatMinor } from '../../../src-shared/money.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { type RfmDefinition, rfmDefinitions } from '../../../src-shared/rfm.ts';
import { type Command, type Desk, say } from '../desk.ts';
import { factsText, tableText } from '../table.ts';
import { excludedOption, warnOfFigures } from './figure-notices.ts';

export function dayOption(desk: Desk): Day {
  const text = desk.invocation.options['on'];
  if (text === undefined) return desk.today;
  const day = dayOf(text);
  if (day === null) throw new Problem('day-invalid', { found: text });
  return day;
}

export function definitionOption(desk: Desk): RfmDefinition {
  const text = desk.invocation.options['definition'] ?? 'quantile';
  const found = rfmDefinitions.find((definition) => definition === text);
  if (found === undefined) throw new Problem('arguments-invalid', { found: `--definition ${text}` });
  return found;
}

/** The shop named on the command line, by its id; nothing when none is named. */
export async function shopOption(desk: Desk): Promise<{ shop?: number }> {
  const name = desk.invocation.options['shop'];
  if (name === undefined) return {};
  const { shops } = await desk.client.call('ledger.status', {});
  const found = shops.find((shop) => shop.name === name);
  if (found === undefined) throw new Problem('shop-unknown', { name });
  return { shop: found.id };
}

/** `--from`: the first day of a period; nothing where none is given. */
export function fromOption(desk: Desk): { from?: Day } {
  const text = desk.invocation.options['from'];
  if (text === undefined) return {};
  const from = dayOf(text);
  if (from === null) throw new Problem('day-invalid', { found: text });
  return { from };
}

/** `--least`: from how many cases on pairs of items are told. */
export function leastOption(desk: Desk): { least?: number } {
  const text = desk.invocation.options['least'];
  if (text === undefined) return {};
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Problem('arguments-invalid', { found: `--least ${text}` });
  return { least: Number(text) };
}

export const totalsCommand: Command = async (desk) => {
  const { language } = desk.invocation;
  const of = { ...(await shopOption(desk)), ...excludedOption(desk) };
  const totals = await desk.client.call('ledger.totals', of);
  await warnOfFigures(desk, of);
  const money = Object.entries(totals.byCurrency).map(
    ([currency, sums]) =>
      [
        currency,
        `${formatMinor(sums.paidMinor, currency)} − ${formatMinor(sums.refundMinor, currency)} = ${formatMinor(sums.netMinor, currency)}`,
      ] as const,
  );
  return {
    value: totals,
    text: factsText([
      [
        say(language, '客户', 'customers'),
        say(
          language,
          `${totals.customers}（其中推测 ${totals.likely}）`,
          `${totals.customers} (${totals.likely} likely)`,
        ),
      ],
      [say(language, '订单', 'orders'), String(totals.orders)],
      [say(language, '明细', 'lines'), String(totals.lines)],
      [say(language, '没有买家的订单', 'orders without a buyer'), String(totals.ordersWithoutBuyer)],
      ...money,
      [say(language, '从', 'from'), totals.firstDay ?? '—'],
      [say(language, '到', 'to'), totals.lastDay ?? '—'],
    ]),
  };
};

async function allScores(desk: Desk, basis: { on: Day; definition: RfmDefinition; shop?: number }): Promise<Score[]> {
  const scores: Score[] = [];
  for (;;) {
    const page = await desk.client.call('rfm.scores', { ...basis, from: scores.length, count: 10_000 });
    scores.push(...page.scores);
    if (scores.length >= page.total || page.scores.length === 0) return scores;
  }
}

export const rfmCommand: Command = async (desk) => {
  const { language, options } = desk.invocation;
  const basis = {
    on: dayOption(desk),
    definition: definitionOption(desk),
    ...(await shopOption(desk)),
    ...excludedOption(desk),
  };
  const summary = await desk.client.call('rfm.summary', basis);
  await warnOfFigures(desk, basis);
  const scores = options['customers'] === 'true' ? await allScores(desk, basis) : [];
  const tiers = summary.tiers.map(({ tier, customers, netMinor }) => ({ tier, customers, netMinor }));
  const rows = tiers.map(({ tier, customers, netMinor }) => [
    tier,
    String(customers),
    formatMinor(netMinor, summary.currency),
  ]);
  return {
    value: { on: summary.on, definition: summary.definition, customers: summary.customers, tiers, scores },
    text: tableText(
      [
        { head: say(language, '层', 'tier') },
        { head: say(language, '客户', 'customers'), right: true },
        { head: say(language, '净额', 'net'), right: true },
      ],
      [
        ...rows,
        [say(language, '合计', 'all'), String(summary.customers), formatMinor(summary.netMinor, summary.currency)],
      ],
    ),
  };
};

export const metricsCommand: Command = async (desk) => {
  const { language, words } = desk.invocation;
  const name = words[0];
  if (name === undefined) {
    const { metrics } = await desk.client.call('metrics.list', {});
    return {
      value: { metrics },
      text: factsText(metrics.map((metric) => [metric.name, language === 'zh-CN' ? metric.title.zh : metric.title.en])),
    };
  }
  const question = {
    on: dayOption(desk),
    ...fromOption(desk),
    ...leastOption(desk),
    ...(await shopOption(desk)),
    ...excludedOption(desk),
  };
  const result = await desk.client.call('metrics.run', { name, ...question });
  await warnOfFigures(desk, question);
  return {
    value: result,
    text: tableText(
      result.columns.map((head) => ({ head })),
      result.rows.map((row) => row.map((cell) => (cell === null ? '—' : String(cell)))),
    ),
  };
};
