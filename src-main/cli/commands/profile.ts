/** `profile CUSTOMER`: what is known about one customer beside the figures: habits with their counts, wishes, days, what happened last. */

import { Problem } from '../../../src-shared/problem.ts';
import { lifeNamesEn, lifeNamesZh } from '../../../src-shared/tier-names.ts';
import { type Command, type Desk, say } from '../desk.ts';
import { factsText, tableText } from '../table.ts';
import { dayOption } from './book.ts';
import { excludedOption } from './figure-notices.ts';

/** The customer named on the command line by its number. Throws `arguments-invalid`. */
function customerWord(desk: Desk): number {
  const word = desk.invocation.words[0] ?? '';
  if (!/^[1-9]\d{0,14}$/.test(word)) throw new Problem('arguments-invalid', { found: word });
  return Number(word);
}

const lifeNames = (language: Desk['invocation']['language']) => (language === 'en' ? lifeNamesEn : lifeNamesZh);
const shownEntries = 20;

export const profileCommand: Command = async (desk) => {
  const customer = customerWord(desk);
  const { language } = desk.invocation;
  const on = dayOption(desk);
  const basis = { on, definition: 'quantile', ...excludedOption(desk) } as const;
  const habits = await desk.client.call('customers.insights', { customer, basis });
  const lifecycle = await desk.client.call('customers.lifecycle', { customer, basis });
  const level = await desk.client.call('customers.level', { customer, basis });
  const next = await desk.client.call('customers.nextItems', { customer, basis: { on, ...excludedOption(desk) } });
  const about = await desk.client.call('customers.about', { customer, on });
  const window = { from: 0, count: shownEntries };
  const timeline = await desk.client.call('customers.timeline', { customer, window });
  const { optOut, quiet, channel } = about.wishes;
  return {
    value: { customer, lifecycle, level, ...habits, nextItems: next.items, ...about, timeline },
    text: [
      tableText(
        [
          { head: say(language, '习惯', 'habit') },
          { head: '' },
          { head: say(language, '合得上', 'fit'), right: true },
          { head: say(language, '共', 'of'), right: true },
        ],
        habits.insights.map(({ kind, label, low, high, count, of }) => [
          kind,
          [label, low, high].filter((part) => part !== null).join(' '),
          String(count),
          String(of),
        ]),
      ),
      factsText([
        [say(language, '阶段', 'lifecycle'), lifeNames(language)[lifecycle.stage]],
        ...(level.on ? [[say(language, '等级', 'level'), level.name ?? '—'] as const] : []),
        [say(language, '不要联系', 'do not contact'), optOut ? say(language, '是', 'yes') : '—'],
        [say(language, '免打扰', 'quiet hours'), quiet === null ? '—' : `${quiet.from}–${quiet.to}`],
        [say(language, '喜欢用', 'prefers'), channel ?? '—'],
        ...about.relations.map(
          ({ relation, name, next }) => [`${relation} ${name}`.trim(), next === null ? '—' : next.day] as const,
        ),
      ]),
      tableText(
        [
          { head: say(language, '下一样也许买', 'may buy next') },
          { head: say(language, '买过', 'after') },
          { head: say(language, '几位', 'customers'), right: true },
          { head: say(language, '后来买了', 'followed'), right: true },
          { head: say(language, '支持度', 'support'), right: true },
          { head: say(language, '置信度', 'confidence'), right: true },
          { head: say(language, '提升度', 'lift'), right: true },
        ],
        next.items.map(({ title, after, customers, followed, support, confidence, lift }) => [
          title,
          after,
          String(customers),
          String(followed),
          support.toFixed(3),
          confidence.toFixed(3),
          lift.toFixed(2),
        ]),
      ),
      tableText(
        [{ head: say(language, '时间线', 'timeline') }, { head: '' }, { head: '' }],
        timeline.entries.map(({ at, kind, text, reason }) => [at ?? '—', kind, text === '' ? (reason ?? '') : text]),
      ),
    ].join('\n\n'),
  };
};
