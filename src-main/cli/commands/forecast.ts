/** `forecast`: what customers are likely to do, of all or of one. */

import { formatMinor, minorOf } from '../../../src-shared/money.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { type Command, type Desk, say } from '../desk.ts';
import { factsText, tableText } from '../table.ts';
import { dayOption, shopOption } from './book.ts';
import { excludedOption, warnOfFigures } from './figure-notices.ts';

type Question = { on: ReturnType<typeof dayOption>; shop?: number; excluded?: boolean };

async function ofOne(desk: Desk, question: Question, word: string): ReturnType<Command> {
  const { language } = desk.invocation;
  if (!/^[1-9]\d{0,14}$/.test(word)) throw new Problem('arguments-invalid', { found: `forecast ${word}` });
  const told = await desk.client.call('forecasts.customer', { ...question, customer: Number(word) });
  const { foretold, next } = told;
  const money = (minor: number): string => formatMinor(minorOf(minor), told.currency);
  return {
    value: told,
    text: factsText([
      [say(language, '买过的日子', 'Purchase days'), String(told.purchases)],
      [say(language, '按什么', 'By'), told.by ?? '—'],
      [say(language, '还会来的可能', 'Still coming'), foretold === null ? '—' : foretold.active.toFixed(3)],
      [say(language, '90 天内次数', 'Visits in 90 days'), foretold === null ? '—' : foretold.orders90.toFixed(2)],
      [say(language, '一年内次数', 'Visits in a year'), foretold === null ? '—' : foretold.orders365.toFixed(2)],
      [say(language, '一年内净额', 'Net in a year'), foretold === null ? '—' : money(foretold.net365Minor)],
      [
        say(language, '下次大约', 'Next around'),
        next === null ? '—' : `${next.day}${next.from === null ? '' : ` (${next.from} – ${next.to ?? '…'})`}`,
      ],
    ]),
  };
}

export const forecastCommand: Command = async (desk) => {
  const { language, words } = desk.invocation;
  const question = { on: dayOption(desk), ...(await shopOption(desk)), ...excludedOption(desk) };
  await warnOfFigures(desk, question);
  const [word] = words;
  if (word !== undefined) return ofOne(desk, question, word);
  const told = await desk.client.call('forecasts.read', question);
  const { sums, backtest, currency } = told;
  const facts = factsText([
    [say(language, '客户', 'Customers'), String(told.customers)],
    [say(language, '来过两次以上', 'Came again'), String(told.repeaters)],
    [say(language, '不估的原因', 'Not estimated because'), told.without ?? '—'],
    [say(language, '还会来的', 'Still coming'), sums === null ? '—' : sums.active.toFixed(0)],
    [say(language, '90 天内次数', 'Visits in 90 days'), sums === null ? '—' : sums.orders90.toFixed(0)],
    [
      say(language, '90 天内净额', 'Net in 90 days'),
      sums === null ? '—' : formatMinor(minorOf(sums.net90Minor), currency),
    ],
    [
      say(language, '一半回来的天数', 'Half back after, days'),
      told.medianDays === null ? '—' : String(told.medianDays),
    ],
  ]);
  if (backtest === null) return { value: told, text: facts };
  const heads = [
    say(language, '客户', 'Customers'),
    say(language, '估计', 'Estimated'),
    say(language, '实际', 'Actual'),
    say(language, '估计来过', 'Est. came'),
    say(language, '来过', 'Came'),
  ].map((head) => ({ head, right: true }));
  const rows = backtest.deciles.map((one) => [
    String(one.customers),
    one.predicted.toFixed(3),
    one.actual.toFixed(3),
    one.chance.toFixed(3),
    one.came.toFixed(3),
  ]);
  return { value: told, text: `${facts}\n\n${tableText(heads, rows)}` };
};
