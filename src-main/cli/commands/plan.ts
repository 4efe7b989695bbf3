/** `plan`, `plan save|look|launch|remove|undo|redo`: strategies in an order, carried out together, nobody in two of them. */

import type { Plan, PlanStep } from '../../../src-shared/contract/plans.ts';
import { formatMinor } from '../../../src-shared/money.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { type Command, type Desk, type Outcome, say } from '../desk.ts';
import { tableText } from '../table.ts';
import { basisOption, namedStrategy, wrong } from './strategy.ts';

/** By its number or its name. */
async function known(desk: Desk, word: string): Promise<Plan | undefined> {
  const { plans } = await desk.client.call('plans.list', {});
  return plans.find(({ plan, name }) => name === word || String(plan) === word);
}

/** Throws `plan-unknown`. */
async function named(desk: Desk, word: string): Promise<Plan> {
  const found = await known(desk, word);
  if (found === undefined) throw new Problem('plan-unknown', { plan: word });
  return found;
}

async function listed(desk: Desk, done: Readonly<Record<string, unknown>> = {}): Promise<Outcome> {
  const { language } = desk.invocation;
  const { plans } = await desk.client.call('plans.list', {});
  return {
    value: { ...done, plans },
    text: tableText(
      [
        { head: '#', right: true },
        { head: say(language, '计划', 'plan') },
        { head: say(language, '策略', 'strategies') },
        { head: say(language, '上次执行', 'last carried out') },
      ],
      plans.map(({ plan, name, strategies, lastOn }) => [
        String(plan),
        name,
        strategies.map((one) => one.name).join(' → '),
        lastOn ?? '—',
      ]),
    ),
  };
}

async function strategiesOf(desk: Desk, words: readonly string[]): Promise<number[]> {
  const numbers: number[] = [];
  for (const word of words) numbers.push((await namedStrategy(desk, word)).strategy);
  return new Set(numbers).size === numbers.length ? numbers : wrong(desk);
}

/** A name that is not known yet is a new plan's. Without strategies those stand that it has. */
async function saved(desk: Desk, word: string, strategies: readonly string[]): Promise<Outcome> {
  const before = await known(desk, word);
  const given = await strategiesOf(desk, strategies);
  const content = {
    name: desk.invocation.options['name'] ?? before?.name ?? word,
    strategies: given.length > 0 ? given : (before?.strategies.map(({ strategy }) => strategy) ?? []),
  };
  if (content.strategies.length === 0) return wrong(desk);
  return listed(desk, await desk.client.call('plans.save', { plan: before?.plan ?? null, content }));
}

async function question(desk: Desk, { plan }: Plan) {
  const only = desk.invocation.options['only'];
  const words = only?.split(/[,，]/).filter((word) => word !== '');
  return { plan, basis: basisOption(desk), chosen: words === undefined ? null : await strategiesOf(desk, words) };
}

function turnText(desk: Desk, { goes, turn, againOn, until, contacted }: PlanStep): string {
  const { language } = desk.invocation;
  if (goes) return say(language, '执行', 'goes');
  if (turn === 'running') return say(language, `正在执行，到 ${until}`, `runs until ${until}`);
  if (contacted === 0) return say(language, '没有可以联系的人', 'nobody to contact');
  return turn === 'waits'
    ? say(language, `${againOn} 再执行`, `again on ${againOn}`)
    : say(language, '没选', 'not chosen');
}

async function looked(desk: Desk, plan: Plan): Promise<Outcome> {
  const { language } = desk.invocation;
  const look = await desk.client.call('plans.look', await question(desk, plan));
  const total = [
    say(language, '合计', 'total'),
    '',
    '',
    String(look.guarded.people),
    String(look.contacted),
    String(look.held),
    formatMinor(look.contactCostMinor, look.currency),
  ];
  return {
    value: look,
    text: tableText(
      [
        { head: say(language, '策略', 'strategy') },
        { head: say(language, '人群', 'people'), right: true },
        { head: say(language, '已在别的策略', 'taken'), right: true },
        { head: say(language, '先不联系', 'not now'), right: true },
        { head: say(language, '联系', 'contacted'), right: true },
        { head: say(language, '对照', 'held back'), right: true },
        { head: '' },
      ],
      [
        ...look.steps.map((step) => [
          step.name,
          String(step.people),
          String(step.taken),
          String(step.guarded),
          String(step.contacted),
          String(step.held),
          turnText(desk, step),
        ]),
        total,
      ],
    ),
  };
}

export const planCommand: Command = async (desk) => {
  const [verb = 'list', word, ...more] = desk.invocation.words;
  if (verb === 'list') return listed(desk);
  if (word === undefined) return wrong(desk);
  if (verb === 'undo' || verb === 'redo') {
    // By the number that each change of a plan answers with.
    if (!/^[1-9]\d{0,8}$/.test(word)) return wrong(desk);
    await desk.client.call(`journal.${verb}`, { edit: Number(word) });
    return listed(desk);
  }
  if (verb === 'save') return saved(desk, word, more);
  const plan = await named(desk, word);
  switch (verb) {
    case 'look':
      return looked(desk, plan);
    case 'launch':
      return listed(desk, await desk.client.call('plans.launch', await question(desk, plan)));
    case 'remove':
      return listed(desk, await desk.client.call('plans.remove', { plan: plan.plan }));
    default:
      return wrong(desk);
  }
};
