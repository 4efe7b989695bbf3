/** `explain 12 --segment 浙江老客`: why a customer is in a segment, or is not, condition by condition. */

import type { OrdersHad, SimpleHas, Verdict } from '../../../src-shared/contract/memberships.ts';
import { filterSentence, type SentenceNames } from '../../../src-shared/filter-sentence/sentence.ts';
import { formatMinor, minorOf } from '../../../src-shared/money.ts';
import { type Desk, type Outcome, say } from '../desk.ts';
import { dayOption, definitionOption, shopOption } from './book.ts';
import { excludedOption } from './figure-notices.ts';
import { namesOf, segmentNamed } from './segments.ts';

interface Words {
  readonly desk: Desk;
  readonly names: SentenceNames;
  readonly currency: string;
}

/** Behind what they come to; '' where there are none. */
function ordersText({ orders }: OrdersHad): string {
  const named = orders.map(({ orderNumber, day }) => `${orderNumber} (${day ?? '—'})`).join(', ');
  return named === '' ? '' : `: ${named}`;
}

function levelText(has: Extract<SimpleHas, { kind: 'level' }>, { desk, currency }: Words): string {
  const { language } = desk.invocation;
  const said = (measure: 'spent' | 'orders', value: number): string =>
    measure === 'orders' ? String(value) : formatMinor(minorOf(Math.round(value)), currency);
  const rules = has.rules.map(
    ({ name, measure, day, has: came, atLeast }) =>
      `${name} ${day} ${said(measure, came)}${came >= atLeast ? ' ≥ ' : ' < '}${said(measure, atLeast)}`,
  );
  const how = has.byHand ? [say(language, '手工给的', 'by hand')] : [];
  const until = has.until === null ? [] : [say(language, `到 ${has.until}`, `until ${has.until}`)];
  return `${[has.level ?? '—', ...how, ...until, ...rules].join(' · ')}${ordersText(has)}`;
}

/** '' where there is nothing to say. */
function hasText(has: SimpleHas, words: Words): string {
  const { desk, currency } = words;
  const { language } = desk.invocation;
  switch (has.kind) {
    case 'number':
      return has.value === null ? '—' : String(has.value);
    case 'money':
      return has.minor === null ? '—' : formatMinor(minorOf(Math.round(has.minor)), currency);
    case 'day':
      return has.day ?? '—';
    case 'code':
      return has.code ?? '—';
    case 'texts':
      return has.texts.length === 0 ? '—' : has.texts.join(' · ');
    case 'orders': {
      const sum = formatMinor(has.netMinor, currency);
      return `${say(language, `${has.count} 单，净 ${sum}`, `${has.count} orders, net ${sum}`)}${ordersText(has)}`;
    }
    case 'level':
      return levelText(has, words);
    case 'grade': {
      const money = (minor: number | null): string => (minor === null ? '—' : formatMinor(minorOf(minor), currency));
      const { grade, from, netMinor, largeMinor, mediumMinor } = has;
      const lines = `${money(largeMinor)} / ${money(mediumMinor)}`;
      return `${grade}: ${from} … ${money(netMinor)} (${lines})${ordersText(has)}`;
    }
    case 'runs':
      return has.runs.length === 0 ? '—' : has.runs.map(({ name, on, arm }) => `${name} ${on}: ${arm}`).join(' · ');
    case 'none':
      return '';
  }
}

function lines(verdict: Verdict, words: Words, depth: number): readonly string[] {
  const mark = `${'  '.repeat(depth)}${verdict.holds ? '✓' : '✗'} `;
  const { language } = words.desk.invocation;
  if ('parts' in verdict) {
    const group = {
      all: say(language, '全都满足', 'all hold'),
      any: say(language, '满足一条', 'any holds'),
      none: say(language, '都不满足', 'none holds'),
    };
    return [`${mark}${group[verdict.group]}`, ...verdict.parts.flatMap((part) => lines(part, words, depth + 1))];
  }
  const sentence = filterSentence(verdict.condition, language, words.names);
  if (verdict.has.kind === 'segments') {
    return [`${mark}${sentence}`, ...verdict.has.segments.flatMap((one) => lines(one.verdict, words, depth + 1))];
  }
  const has = hasText(verdict.has, words);
  return [`${mark}${sentence}${has === '' ? '' : `  [${has}]`}`];
}

export async function membershipOf(desk: Desk, customer: number, word: string): Promise<Outcome> {
  const { language } = desk.invocation;
  const { segment } = await segmentNamed(desk, word);
  const basis = {
    on: dayOption(desk),
    ...(await shopOption(desk)),
    definition: definitionOption(desk),
    ...excludedOption(desk),
  };
  const value = await desk.client.call('explain.membership', { customer, segment, basis });
  const { membership, isAsked, currency, sql } = value;
  const head = membership.holds
    ? say(language, `在“${membership.name}”里`, `is in “${membership.name}”`)
    : say(language, `不在“${membership.name}”里`, `is not in “${membership.name}”`);
  const fixed =
    membership.fixedOn === null
      ? ''
      : say(
          language,
          `；定在 ${membership.fixedOn}，条件照今天算`,
          `; fixed on ${membership.fixedOn}, conditions as of today`,
        );
  const unasked = isAsked ? '' : say(language, '；在这些店里没有单', '; no order in these shops');
  const words = { desk, names: await namesOf(desk), currency };
  return {
    value,
    text: [`${head}${fixed}${unasked}`, lines(membership.verdict, words, 0).join('\n'), sql].join('\n\n'),
  };
}
