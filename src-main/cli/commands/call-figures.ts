/** `followups calls`: what came of the calls of a period, by the hour and by the script. */

import type { CallCount } from '../../../src-shared/contract/call-figures.ts';
import { dayOf } from '../../../src-shared/day.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { type Command, type Desk, say } from '../desk.ts';
import { tableText } from '../table.ts';
import { dayOption } from './book.ts';
import { excludedOption } from './figure-notices.ts';

function asked(desk: Desk) {
  const basis = { on: dayOption(desk), definition: 'quantile', ...excludedOption(desk) } as const;
  const text = desk.invocation.options['from'];
  if (text === undefined) return { basis };
  const from = dayOf(text);
  if (from === null) throw new Problem('day-invalid', { found: text });
  if (from > basis.on) throw new Problem('arguments-invalid', { found: `--from ${from} --on ${basis.on}` });
  return { basis, from };
}

function cells({ calls, reached, share, willBuy, ordered, waiting }: CallCount): string[] {
  const part = share === null ? '—' : `${Math.round(100 * share)}%`;
  return [String(calls), String(reached), part, String(willBuy), String(ordered), String(waiting)];
}

export const callsCounted: Command = async (desk) => {
  const { language } = desk.invocation;
  const told = await desk.client.call('followUps.callFigures', asked(desk));
  const { from, to, total } = told;
  if (total.calls === 0)
    return { value: told, text: say(language, `${from} 到 ${to} 没有打过电话`, `No calls from ${from} to ${to}`) };
  const heads = [
    ['打了', 'calls'],
    ['接通', 'reached'],
    ['接通率', 'share'],
    ['说会买', 'will buy'],
    ['14 天内下单', 'ordered in 14 days'],
    ['没满 14 天', '14 days not over'],
  ].map(([zh = '', en = '']) => ({ head: say(language, zh, en), right: true }));
  const byHand = say(language, '自己排的', 'planned by hand');
  const gone = say(language, '（已删掉）', ' (removed)');
  const hours = told.hours.map((one) => [`${String(one.hour).padStart(2, '0')}:00`, ...cells(one)]);
  const scripts = told.scripts.map((one) => [
    one.rule === null ? byHand : `${one.name ?? one.rule}${one.isGone ? gone : ''}`,
    ...cells(one),
  ]);
  const all = [say(language, '合计', 'all'), ...cells(total)];
  return {
    value: told,
    text: [
      `${from} … ${to}`,
      tableText([{ head: say(language, '钟点', 'hour') }, ...heads], [...hours, all]),
      tableText([{ head: say(language, '照着说的', 'script') }, ...heads], scripts),
    ].join('\n\n'),
  };
};
