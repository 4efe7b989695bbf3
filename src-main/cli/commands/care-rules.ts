/** `followups rules|result|letbe`: the rules of care, how many people each lets be, and what each was measured to bring. */

import type { CareResult, CareRule } from '../../../src-shared/contract/care-rules.ts';
import type { Measured } from '../../../src-shared/contract/follow-ups.ts';
import { formatMinor, minorOf } from '../../../src-shared/money.ts';
import { Problem } from '../../../src-shared/problem.ts';
import type { Language } from '../../../src-shared/problem-texts.ts';
import { type Desk, type Outcome, say } from '../desk.ts';
import { factsText, tableText } from '../table.ts';
import { dayOption } from './book.ts';
import { excludedOption } from './figure-notices.ts';
import { liftText, numberOption } from './strategy.ts';

function basisOption(desk: Desk) {
  return { on: dayOption(desk), definition: 'quantile', ...excludedOption(desk) } as const;
}

/** Whether what is at stake is an estimate, or was measured. */
export function measuredText(measured: Measured | null, language: Language): string {
  if (measured === null) return say(language, '估计', 'estimate');
  const { verdict, buyersOf100, people } = measured;
  const of = buyersOf100.toFixed(1);
  if (verdict === 'none') return say(language, `实测没多来（${people} 人）`, `measured: no effect (${people} people)`);
  const sign = buyersOf100 > 0 ? '+' : '';
  return say(
    language,
    `实测每 100 次 ${sign}${of} 位（${people} 人）`,
    `measured: ${sign}${of} of 100 (${people} people)`,
  );
}

const percent = (share: number): string => `${Math.round(100 * share)}%`;

export async function careRulesListed(desk: Desk, done: Readonly<Record<string, number>> = {}): Promise<Outcome> {
  const { language } = desk.invocation;
  const { rules } = await desk.client.call('careRules.list', { basis: basisOption(desk) });
  return {
    value: { ...done, rules },
    text: tableText(
      [
        { head: '#', right: true },
        { head: say(language, '规则', 'rule') },
        { head: say(language, '开着', 'on') },
        { head: say(language, '今天', 'today'), right: true },
        { head: say(language, '往后 30 天', 'next 30 days'), right: true },
        { head: say(language, '对照', 'control group'), right: true },
        { head: say(language, '有没有用', 'did it help') },
      ],
      rules.map(({ rule, name, on, dueNow, dueSoon, letBe: people, share, measured }) => [
        String(rule),
        name,
        on ? say(language, '开', 'on') : say(language, '关', 'off'),
        String(dueNow),
        String(dueSoon),
        share === 0 ? '—' : `${people} (${percent(share)})`,
        measured === null ? say(language, '还说不准', 'cannot tell yet') : measuredText(measured, language),
      ]),
    ),
  };
}

/** By its number or its name. Throws `care-rule-unknown`. */
async function named(desk: Desk, word: string): Promise<CareRule> {
  const { rules } = await desk.client.call('careRules.list', { basis: basisOption(desk) });
  const found = rules.find(({ rule, name }) => String(rule) === word || name === word);
  if (found === undefined) throw new Problem('care-rule-unknown', { rule: word });
  return found;
}

/** How many of its people a rule lets be from now on; those who were drawn stay as they are. */
export async function letBe(desk: Desk, word: string): Promise<Outcome> {
  const share = numberOption(desk, 'holdout');
  if (share === undefined || share < 0 || share > 0.5)
    throw new Problem('arguments-invalid', { found: desk.invocation.options['holdout'] ?? '--holdout' });
  const {
    rule,
    dueNow: _now,
    dueSoon: _soon,
    letBe: _letBe,
    measured: _measured,
    ...content
  } = await named(desk, word);
  const { edit } = await desk.client.call('careRules.save', { rule, content: { ...content, share } });
  return careRulesListed(desk, { edit, rule });
}

function neededText({ needed }: CareResult, language: Language): string {
  if (needed.held > 0)
    return say(
      language,
      `对照组再有 ${needed.held} 人才说得准`,
      `${needed.held} more in the control group, to tell anything`,
    );
  if (needed.buyers > 0)
    return say(language, `再有 ${needed.buyers} 个买家才说得准`, `${needed.buyers} buyers more, to tell anything`);
  if (needed.people === null || needed.people === 0) return '—';
  return say(
    language,
    `要看出每 100 次多 ${needed.seenOf100} 位，大约还要 ${needed.people} 人次`,
    `about ${needed.people} times more, to see ${needed.seenOf100} of 100`,
  );
}

export async function careResult(desk: Desk, word: string): Promise<Outcome> {
  const { language } = desk.invocation;
  const { rule } = await named(desk, word);
  const found = await desk.client.call('careRules.result', { rule, basis: basisOption(desk) });
  const { result, times, waiting } = found;
  if (result === null)
    return {
      value: found,
      text: say(
        language,
        `还没有到期的：${waiting} 人次还在看。`,
        `Nothing is over yet; ${waiting} times are still waited for.`,
      ),
    };
  const money = (minor: number): string => formatMinor(minorOf(Math.round(minor)), result.currency);
  const arm = (of: 'contacted' | 'held'): string =>
    `${result[of].people} · ${times[of]} · ${result[of].buyers} · ${money(result[of].minor)}`;
  return {
    value: found,
    text: factsText([
      [say(language, '组：人 · 次 · 买 · 净额', 'group: people · times · bought · net'), ''],
      [say(language, '联系组', 'contacted'), arm('contacted')],
      [say(language, '对照组', 'control group'), arm('held')],
      [say(language, '多来的买家', 'more buyers'), liftText(result.buyers, (value) => value.toFixed(1), desk)],
      [say(language, '多卖的钱', 'more money'), liftText(result.minor, money, desk)],
      [say(language, '还要', 'still needed'), neededText(found, language)],
      [say(language, '还在看', 'still waited for'), String(waiting)],
      ...(result.ratio !== null && result.ratio < 0.001
        ? [
            [
              say(language, '留意', 'mind'),
              say(
                language,
                '两组人数和抽签对不上，结果不可信',
                'the groups are not as they were drawn: do not trust it',
              ),
            ] as const,
          ]
        : []),
    ]),
  };
}
