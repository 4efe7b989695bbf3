/** `review`, `later GROUP`, `merge ID ID…`, `unmerge ID [ORDER…]`, `never-same ID ID…`: who is who. */

import type { CustomerPart, ReviewGroup } from '../../../src-shared/contract/identities.ts';
import { evidenceText } from '../../../src-shared/evidence-texts.ts';
import { type ReviewStrength, reviewStrengths } from '../../../src-shared/identity.ts';
import { formatMinor } from '../../../src-shared/money.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { type Command, type Desk, type Outcome, say } from '../desk.ts';
import { tableText } from '../table.ts';

const AT_ONCE = 200;

function wrong(desk: Desk, found: string): Problem {
  return new Problem('arguments-invalid', { found: `${desk.invocation.command} ${found}`.trim() });
}

function strengthOf(desk: Desk): ReviewStrength {
  const text = desk.invocation.options['strength'] ?? 'likely';
  const found = reviewStrengths.find((known) => known === text);
  if (found === undefined) throw wrong(desk, `--strength ${text}`);
  return found;
}

async function everyGroup(desk: Desk, strength: ReviewStrength) {
  const groups: ReviewGroup[] = [];
  for (;;) {
    const window = { from: groups.length, count: AT_ONCE };
    const page = await desk.client.call('identities.review', { strength, window });
    groups.push(...page.groups);
    if (groups.length >= page.total || page.groups.length === 0) return { ...page, groups };
  }
}

function groupText({ members, pairs, key, isLater }: ReviewGroup, { invocation: { language } }: Desk): string {
  const rows = members.map((member) => [
    String(member.customer),
    member.name,
    member.phone ?? '—',
    member.region ?? '—',
    String(member.orders),
    formatMinor(member.netMinor, member.currency),
    member.lastDay ?? '—',
  ]);
  const why = (pairs[0]?.evidence ?? []).map(({ field, says, left }) =>
    field === 'likeness' ? (left ?? '') : evidenceText(field, says, language),
  );
  const heads = [
    { head: '#', right: true },
    { head: say(language, '客户', 'customer') },
    { head: say(language, '电话', 'phone') },
    { head: say(language, '地区', 'region') },
    { head: say(language, '订单', 'orders'), right: true },
    { head: say(language, '净额', 'net'), right: true },
    { head: say(language, '最近', 'last') },
  ];
  const mark = isLater ? say(language, '（以后再看）', ' (put off)') : '';
  return `${key}${mark}  ${why.join(say(language, '，', ', '))}\n${tableText(heads, rows)}`;
}

/** Groups of customers that may be one person, each with its evidence. */
export const reviewCommand: Command = async (desk) => {
  const { language, options } = desk.invocation;
  const { total, counts, groups } = await everyGroup(desk, strengthOf(desk));
  const shown = groups.slice(0, Number(options['limit'] ?? 20));
  const head = say(
    language,
    `多半是同一位 ${counts.likely} 组　可能 ${counts.possible} 组　推测的客户 ${counts.matched} 位`,
    `${counts.likely} likely groups, ${counts.possible} possible, ${counts.matched} likely people`,
  );
  return {
    value: { total, counts, groups },
    text: [head, ...shown.map((group) => groupText(group, desk))].join('\n\n'),
  };
};

async function groupOf(desk: Desk, key: string): Promise<ReviewGroup> {
  for (const strength of reviewStrengths) {
    const { groups } = await everyGroup(desk, strength);
    const found = groups.find((group) => group.key === key);
    if (found !== undefined) return found;
  }
  throw wrong(desk, key);
}

/** Puts a group of the review behind the others; with `--back` back among them. */
export const laterCommand: Command = async (desk) => {
  const { words, options, language } = desk.invocation;
  const [key, ...more] = words;
  if (key === undefined || more.length > 0) throw wrong(desk, words.join(' '));
  const { members } = await groupOf(desk, key);
  const customers = members.map(({ customer }) => customer);
  const isLater = options['back'] === undefined;
  const { edit } = await desk.client.call('identities.later', { group: key, customers, isLater });
  return {
    value: { edit, group: key, isLater },
    text: isLater
      ? say(language, `${key} 排到后面，记为第 ${edit} 次更改`, `${key} is put off; recorded as change ${edit}`)
      : say(language, `${key} 回到前面，记为第 ${edit} 次更改`, `${key} is back; recorded as change ${edit}`),
  };
};

/** Numbers given as words. */
function numbersOf(desk: Desk, words: readonly string[]): number[] {
  return words.map((word) => {
    if (!/^[1-9]\d{0,12}$/.test(word)) throw wrong(desk, word);
    return Number(word);
  });
}

function decidedOutcome(desk: Desk, { edit, customers }: { edit: number; customers: number[] }): Outcome {
  const { language } = desk.invocation;
  const who = customers.join(', ');
  return {
    value: { edit, customers },
    text: say(language, `记为第 ${edit} 次更改；客户：${who}`, `recorded as change ${edit}; customers: ${who}`),
  };
}

/** Makes one customer of those named; with `--all likely` one of each group of the review that is not put off. */
export const mergeCommand: Command = async (desk) => {
  const { words, options } = desk.invocation;
  const all = options['all'];
  if (all !== undefined) {
    const { groups } = await everyGroup(desk, strengthOf({ ...desk, invocation: withStrength(desk, all) }));
    const members = groups
      .filter(({ isLater }) => !isLater)
      .map((group) => group.members.map(({ customer }) => customer));
    if (members.length === 0) throw wrong(desk, `--all ${all}`);
    const done =
      all === 'matched'
        ? await desk.client.call('identities.confirmLikely', { customers: members.flat() })
        : await desk.client.call('identities.merge', { groups: members });
    return decidedOutcome(desk, done);
  }
  const group = numbersOf(desk, words);
  if (group.length < 2) throw wrong(desk, words.join(' '));
  const choices = {
    ...(options['name'] === undefined ? {} : { displayName: options['name'] }),
    ...(options['note'] === undefined ? {} : { note: options['note'] }),
  };
  return decidedOutcome(desk, await desk.client.call('identities.merge', { groups: [group], choices }));
};

function withStrength({ invocation }: Desk, strength: string): Desk['invocation'] {
  return { ...invocation, options: { ...invocation.options, strength } };
}

export const neverSameCommand: Command = async (desk) => {
  const group = numbersOf(desk, desk.invocation.words);
  if (group.length < 2) throw wrong(desk, desk.invocation.words.join(' '));
  return decidedOutcome(desk, await desk.client.call('identities.neverSame', { groups: [group] }));
};

function partsText(parts: readonly CustomerPart[], { invocation: { language } }: Desk): string {
  return tableText(
    [
      { head: say(language, '订单号码', 'order'), right: true },
      { head: say(language, '身份', 'identity') },
      { head: say(language, '订单', 'orders'), right: true },
      { head: say(language, '净额', 'net'), right: true },
      { head: say(language, '最近', 'last') },
    ],
    parts.map(({ order, key, orders, netMinor, currency, lastDay }) => [
      String(order),
      key.value,
      String(orders),
      formatMinor(netMinor, currency),
      lastDay ?? '—',
    ]),
  );
}

/** Shows what a customer was put together from; with orders that name parts, makes people of their own of these. */
export const unmergeCommand: Command = async (desk) => {
  const [customer, ...orders] = numbersOf(desk, desk.invocation.words);
  if (customer === undefined) throw wrong(desk, '');
  if (orders.length > 0) {
    const parts = orders.map((order) => [order]);
    return decidedOutcome(desk, await desk.client.call('identities.unmerge', { customer, parts }));
  }
  const { parts } = await desk.client.call('identities.parts', { customer });
  return { value: { customer, parts }, text: partsText(parts, desk) };
};
