/** `tickets`, `tickets closed|report|cycle WORD…`: what is open with customers, what it comes to, and how often a thing is bought again. */

import type { ServiceTicket, TicketCount } from '../../../src-shared/contract/after-sales.ts';
import { addDays, dayOf } from '../../../src-shared/day.ts';
import { formatMinor } from '../../../src-shared/money.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { type Command, type Desk, say } from '../desk.ts';
import { factsText, tableText } from '../table.ts';
import { dayOption } from './book.ts';

const kinds = {
  question: ['咨询', 'question'],
  complaint: ['投诉', 'complaint'],
  return: ['退货', 'return'],
  exchange: ['换货', 'exchange'],
  all: ['合计', 'together'],
} as const satisfies Record<TicketCount['about'], readonly [string, string]>;

function kindText(desk: Desk, kind: TicketCount['about']): string {
  const [zh, en] = kinds[kind];
  return say(desk.invocation.language, zh, en);
}

function wrong(desk: Desk): never {
  throw new Problem('arguments-invalid', { found: [desk.invocation.command, ...desk.invocation.words].join(' ') });
}

async function listed(desk: Desk, state: 'open' | 'closed'): ReturnType<Command> {
  const { language } = desk.invocation;
  const told = await desk.client.call('service.list', { state, on: dayOption(desk) });
  const line = ({ ticket, name, about, text, due, closed, outcome }: ServiceTicket): string[] => [
    String(ticket),
    name,
    kindText(desk, about),
    text,
    (state === 'open' ? due : closed) ?? '—',
    outcome,
  ];
  const heads = [
    { head: '#', right: true },
    { head: say(language, '客户', 'customer') },
    { head: say(language, '什么事', 'about') },
    { head: say(language, '经过', 'what happened') },
    { head: state === 'open' ? say(language, '最晚', 'due') : say(language, '办完', 'done on') },
    { head: say(language, '怎么办的', 'outcome') },
  ];
  const files = told.fromFiles.map(({ name, number, status }) => `${name}: ${status} ${number}`);
  return { value: told, text: [tableText(heads, told.tickets.map(line)), ...files].join('\n') };
}

async function reported(desk: Desk): ReturnType<Command> {
  const { language, options } = desk.invocation;
  const on = dayOption(desk);
  const from = options['from'] === undefined ? addDays(on, -364) : (dayOf(options['from']) ?? wrong(desk));
  if (from > on) return wrong(desk);
  const told = await desk.client.call('service.report', { on, from, to: on });
  const { shops } = await desk.client.call('ledger.status', {});
  const currency = shops[0]?.currency ?? 'CNY';
  const heads = [
    { head: say(language, '什么事', 'about') },
    ...[
      ['新记', 'opened'],
      ['办完', 'done'],
      ['没办完', 'open'],
      ['过了日子', 'late'],
      ['中位几天', 'middle of days'],
      ['花了', 'cost'],
    ].map(([zh = '', en = '']) => ({ head: say(language, zh, en), right: true })),
  ];
  const rows = told.counts.map((one) => [
    kindText(desk, one.about),
    ...[one.opened, one.closed, one.open, one.late].map(String),
    one.medianDays === null ? '—' : String(one.medianDays),
    formatMinor(one.costMinor, currency),
  ]);
  return { value: told, text: tableText(heads, rows) };
}

async function measured(desk: Desk, words: readonly string[]): ReturnType<Command> {
  const { language } = desk.invocation;
  if (words.length === 0) return wrong(desk);
  const basis = { on: dayOption(desk), definition: 'quantile' } as const;
  const told = await desk.client.call('careRules.measuredCycle', { words: [...words], basis });
  const days = (count: number | null): string => (count === null ? '—' : String(count));
  return {
    value: told,
    text: factsText([
      [say(language, '买过的客户', 'bought it'), String(told.people)],
      [say(language, '又买过的', 'bought it again'), String(told.again)],
      [say(language, '四分之一的人几天内又买', 'a quarter back within, days'), days(told.quarterDays)],
      [say(language, '一半的人几天内又买', 'half back within, days'), days(told.medianDays)],
    ]),
  };
}

export const ticketsCommand: Command = (desk) => {
  const [verb = 'open', ...words] = desk.invocation.words;
  if (verb === 'cycle') return measured(desk, words);
  if (words.length > 0) return wrong(desk);
  if (verb === 'report') return reported(desk);
  return verb === 'open' || verb === 'closed' ? listed(desk, verb) : wrong(desk);
};
