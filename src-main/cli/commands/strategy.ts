/** `strategy`, `strategy save|look|launch|people|result|pooled|show|remove|undo|redo`: whom to contact with what, and what it brought. */

import type { FilterNode } from '../../../src-shared/contract/filters.ts';
import { contactChannels } from '../../../src-shared/contract/follow-ups.ts';
import type {
  Strategy,
  StrategyContent,
  StrategyLift,
  StrategyResult,
} from '../../../src-shared/contract/strategies.ts';
import { formatMinor, minorOf } from '../../../src-shared/money.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { type Command, type Desk, type Outcome, say } from '../desk.ts';
import { factsText, tableText } from '../table.ts';
import { dayOption } from './book.ts';
import { amountOption } from './exclusions.ts';
import { excludedOption } from './figure-notices.ts';
import { filterOption } from './filter-option.ts';
import { segmentOption } from './segments.ts';

export function wrong(desk: Desk): never {
  throw new Problem('arguments-invalid', { found: [desk.invocation.command, ...desk.invocation.words].join(' ') });
}

export function basisOption(desk: Desk) {
  return { on: dayOption(desk), definition: 'quantile', ...excludedOption(desk) } as const;
}

/** By its number or its name. Throws `strategy-unknown`. */
export async function namedStrategy(desk: Desk, word: string): Promise<Strategy> {
  const { strategies } = await desk.client.call('strategies.list', {});
  const found = strategies.find(({ strategy, name }) => String(strategy) === word || name === word);
  if (found === undefined) throw new Problem('strategy-unknown', { strategy: word });
  return found;
}

function runIn(desk: Desk, word: string): number {
  return /^[1-9]\d{0,8}$/.test(word) ? Number(word) : wrong(desk);
}

async function listed(desk: Desk, done: Readonly<Record<string, number | null>> = {}): Promise<Outcome> {
  const { language } = desk.invocation;
  const { strategies } = await desk.client.call('strategies.list', {});
  return {
    value: { ...done, strategies },
    text: tableText(
      [
        { head: '#', right: true },
        { head: say(language, '策略', 'strategy') },
        { head: say(language, '对照', 'held back'), right: true },
        { head: say(language, '天数', 'days'), right: true },
        { head: say(language, '执行过', 'runs') },
      ],
      strategies.map(({ strategy, name, share, periodDays, runs }) => [
        String(strategy),
        name,
        `${Math.round(100 * share)}%`,
        String(periodDays),
        runs.map(({ run, on, contacted, held }) => `#${run} ${on} (${contacted} + ${held})`).join('; '),
      ]),
    ),
  };
}

export function numberOption(desk: Desk, name: string): number | undefined {
  const text = desk.invocation.options[name];
  if (text === undefined) return undefined;
  const number = Number(text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : text);
  return Number.isFinite(number) ? number : wrong(desk);
}

/** What is given, or else what stands. */
async function contentOption(desk: Desk, before: StrategyContent | null): Promise<StrategyContent> {
  const { options } = desk.invocation;
  const { currency } = await desk.client.call('strategies.list', {});
  const conditions = [filterOption(desk).where, await segmentOption(desk)].filter((one) => one != null);
  const [first] = conditions;
  const where: FilterNode | undefined = conditions.length > 1 ? { all: conditions } : (first ?? before?.where);
  const name = options['name'] ?? before?.name;
  const channel = contactChannels.find((known) => known === options['channel']) ?? null;
  if (name === undefined || where === undefined || (options['channel'] !== undefined && channel === null))
    return wrong(desk);
  return {
    name,
    where,
    action: options['say'] ?? before?.action ?? '',
    channel: channel ?? before?.channel ?? null,
    template: numberOption(desk, 'template') ?? before?.template ?? null,
    budgetMinor: amountOption(desk, 'budget', currency) ?? before?.budgetMinor ?? null,
    buyerCostMinor: amountOption(desk, 'coupon', currency) ?? before?.buyerCostMinor ?? minorOf(0),
    contactCostMinor: amountOption(desk, 'each', currency) ?? before?.contactCostMinor ?? minorOf(0),
    periodDays: numberOption(desk, 'days') ?? before?.periodDays ?? 30,
    everyDays: numberOption(desk, 'every') ?? before?.everyDays ?? null,
    share: numberOption(desk, 'holdout') ?? before?.share ?? 0,
    seed: before?.seed ?? null,
    isShared: options['shared'] === 'true' || (before?.isShared ?? false),
  };
}

async function saved(desk: Desk, word: string | undefined): Promise<Outcome> {
  const before = word === undefined ? null : await namedStrategy(desk, word);
  const content = await contentOption(desk, before);
  const { edit, strategy } = await desk.client.call('strategies.save', { strategy: before?.strategy ?? null, content });
  return listed(desk, { edit, strategy });
}

function contentOf({
  strategy: _strategy,
  version: _version,
  runs: _runs,
  againOn: _againOn,
  ...content
}: Strategy): StrategyContent {
  return content;
}

async function looked(desk: Desk, strategy: Strategy): Promise<Outcome> {
  const { language } = desk.invocation;
  const look = await desk.client.call('strategies.look', {
    strategy: strategy.strategy,
    content: contentOf(strategy),
    basis: basisOption(desk),
  });
  const { buyersOf100 } = look.detectable;
  return {
    value: look,
    text: factsText([
      [say(language, '人群', 'people'), String(look.people)],
      [say(language, '联系', 'contacted'), String(look.contacted)],
      [say(language, '对照', 'held back'), String(look.held)],
      [say(language, '先不联系', 'not contacted now'), String(look.guarded.people)],
      [
        say(language, '能看出', 'would be seen'),
        buyersOf100 === null
          ? say(language, '人太少，看不出', 'too few to see anything')
          : say(
              language,
              `每 100 人多买 ${buyersOf100.toFixed(1)} 人起`,
              `from ${buyersOf100.toFixed(1)} more buyers of 100 on`,
            ),
      ],
      [
        say(language, '建议对照', 'suggested share'),
        look.suggestedShare === null ? '—' : `${100 * look.suggestedShare}%`,
      ],
      [
        say(language, '同时在别的策略里', 'in other strategies'),
        look.overlaps.map((one) => `${one.name} ${one.people}`).join(', ') || '—',
      ],
    ]),
  };
}

export function liftText(lift: StrategyLift, show: (value: number) => string, desk: Desk): string {
  const { language } = desk.invocation;
  if (lift.total === null) return '—';
  if (lift.interval === null)
    return say(language, `${show(lift.total)}（人太少，还说不准）`, `${show(lift.total)} (too few, cannot tell yet)`);
  const span = `${show(lift.interval.low)} – ${show(lift.interval.high)}`;
  return lift.verdict === 'unclear'
    ? say(language, `${show(lift.total)}（${span}，还说不准）`, `${show(lift.total)} (${span}, cannot tell yet)`)
    : `${show(lift.total)} (${span})`;
}

function resultText(result: StrategyResult | null, desk: Desk): string {
  const { language } = desk.invocation;
  if (result === null)
    return say(language, '还没到期，或者账还没到那天。', 'Not over yet, or the files do not reach its end.');
  const money = (minor: number): string => formatMinor(minorOf(Math.round(minor)), result.currency);
  const arm = ({ people, buyers, minor }: StrategyResult['held']): string => `${people} · ${buyers} · ${money(minor)}`;
  return factsText([
    [say(language, '联系组', 'contacted'), arm(result.contacted)],
    [say(language, '对照组', 'held back'), arm(result.held)],
    [say(language, '多来的买家', 'more buyers'), liftText(result.buyers, (value) => value.toFixed(1), desk)],
    [say(language, '多卖的钱', 'more money'), liftText(result.minor, money, desk)],
    [say(language, '扣掉花费', 'after costs'), liftText(result.net, money, desk)],
    [say(language, '花费', 'spent'), money(result.spentMinor)],
    ...(result.ratio !== null && result.ratio < 0.001
      ? [
          [
            say(language, '留意', 'mind'),
            say(language, '两组人数和抽签对不上，结果不可信', 'the groups are not as they were drawn: do not trust it'),
          ] as const,
        ]
      : []),
  ]);
}

async function turned(desk: Desk, word: string, verb: 'undo' | 'redo'): Promise<Outcome> {
  // One that was removed has no name any more, but still its number.
  const strategy = /^[1-9]\d{0,8}$/.test(word) ? Number(word) : (await namedStrategy(desk, word)).strategy;
  const { versions } = await desk.client.call('strategies.versions', { strategy });
  const held = versions.findIndex(({ undone }) => !undone);
  const taken = verb === 'undo' ? versions[held] : versions.slice(0, held < 0 ? undefined : held).at(-1);
  if (taken === undefined) return wrong(desk);
  await desk.client.call(`journal.${verb}`, { edit: taken.edit });
  return listed(desk);
}

/** What is asked of a run, by its number. */
async function ofRun(desk: Desk, verb: 'people' | 'result', run: number): Promise<Outcome> {
  const basis = basisOption(desk);
  if (verb === 'result') {
    const found = await desk.client.call('strategies.result', { run, basis });
    return { value: found, text: resultText(found.result, desk) };
  }
  const found = await desk.client.call('strategies.people', { run, basis });
  const { language } = desk.invocation;
  return {
    value: found,
    text: tableText(
      [
        { head: '#', right: true },
        { head: say(language, '客户', 'customer') },
        { head: say(language, '地方', 'place') },
      ],
      found.people.map(({ customer, name, place }) => [String(customer), name, place ?? '']),
    ),
  };
}

export const strategyCommand: Command = async (desk) => {
  const [verb = 'list', word] = desk.invocation.words;
  if (verb === 'list') return listed(desk);
  if (verb === 'save') return saved(desk, word);
  if (word === undefined) return wrong(desk);
  if (verb === 'undo' || verb === 'redo') return turned(desk, word, verb);
  if (verb === 'people' || verb === 'result') return ofRun(desk, verb, runIn(desk, word));
  const strategy = await namedStrategy(desk, word);
  switch (verb) {
    case 'look':
      return looked(desk, strategy);
    case 'launch':
      return listed(
        desk,
        await desk.client.call('strategies.launch', { strategy: strategy.strategy, basis: basisOption(desk) }),
      );
    case 'pooled': {
      const found = await desk.client.call('strategies.pooled', {
        strategy: strategy.strategy,
        basis: basisOption(desk),
      });
      return { value: found, text: resultText(found.result, desk) };
    }
    case 'remove':
      return listed(desk, await desk.client.call('strategies.remove', { strategy: strategy.strategy }));
    default:
      return wrong(desk);
  }
};
