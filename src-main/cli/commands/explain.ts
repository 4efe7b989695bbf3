/** `explain`: how a figure was worked out. A metric, a customer (and a figure of their account), the customer list, a figure of an import; why somebody is in a segment. */

import { accountFigures, customerPlaces, type Explanation } from '../../../src-shared/contract/explanations.ts';
import { importFigures } from '../../../src-shared/import-figure.ts';
import { formatMinor } from '../../../src-shared/money.ts';
import { Problem } from '../../../src-shared/problem.ts';
import type { Command, Desk } from '../desk.ts';
import { factsText, tableText } from '../table.ts';
import { dayOption, definitionOption, fromOption, shopOption } from './book.ts';
import { excludedOption } from './figure-notices.ts';
import { membershipOf } from './membership.ts';

/** One of `known`; throws `arguments-invalid` for another word. */
function oneOf<Name extends string>(known: readonly Name[], word: string, subject: string): Name {
  const found = known.find((name) => name === word);
  if (found === undefined) throw new Problem('arguments-invalid', { found: subject });
  return found;
}

/** `--row month=2026-05,part=new`: which figure of a metric. */
function rowOption(desk: Desk): { row?: Record<string, string | number> } {
  const text = desk.invocation.options['row'];
  if (text === undefined) return {};
  const pairs = text.split(',').map((pair): [string, string | number] => {
    const [, key = '', value = ''] = /^(\w+)=(.*)$/.exec(pair) ?? [];
    if (key === '') throw new Problem('arguments-invalid', { found: `--row ${pair}` });
    return [key, /^\d{1,9}$/.test(value) ? Number(value) : value];
  });
  return { row: Object.fromEntries(pairs) };
}

async function explanationOf(desk: Desk): Promise<Explanation> {
  const subject = desk.invocation.words[0] ?? '';
  const search = desk.invocation.options['search'];
  const place = { on: dayOption(desk), ...(await shopOption(desk)), ...excludedOption(desk) };
  const definition = definitionOption(desk);
  const customer = /^([1-9]\d*)(?:\.(\w+))?$/.exec(subject);
  if (customer !== null) {
    const [, id, figure] = customer;
    const basis = { ...place, definition };
    const where = customerPlaces.find((known) => known === figure);
    if (where !== undefined) return desk.client.call('explain.customer', { customer: Number(id), basis, place: where });
    const account = figure === undefined ? {} : { account: oneOf(accountFigures, figure, subject) };
    return desk.client.call('explain.customer', { customer: Number(id), basis, ...account });
  }
  const batch = /^import:([1-9]\d*)(?:\.(\w+))?$/.exec(subject);
  if (batch !== null) {
    const [, id, figure] = batch;
    const asked = figure === undefined ? {} : { figure: oneOf(importFigures, figure, subject) };
    return desk.client.call('explain.batch', { batch: Number(id), ...asked });
  }
  if (subject === 'customers') {
    const { on, excluded, ...shop } = place;
    const filter = { ...shop, ...(search === undefined ? {} : { search }) };
    return desk.client.call('explain.list', {
      filter,
      basis: { on, definition, ...(excluded === undefined ? {} : { excluded }) },
    });
  }
  return desk.client.call('explain.metric', { name: subject, ...place, ...fromOption(desk), ...rowOption(desk) });
}

export const explainCommand: Command = async (desk) => {
  const segment = desk.invocation.options['segment'];
  if (segment !== undefined) {
    const word = desk.invocation.words[0] ?? '';
    if (!/^[1-9]\d{0,8}$/.test(word)) throw new Problem('arguments-invalid', { found: word });
    return membershipOf(desk, Number(word), segment);
  }
  const explanation = await explanationOf(desk);
  const facts = explanation.facts.map(
    (fact) => [fact.name, [fact.value, fact.line, fact.verdict].filter((word) => word !== null).join('  ')] as const,
  );
  const orders = explanation.orders.map((order) => {
    const amount = order[explanation.amount] ?? null;
    return [
      order.orderNumber,
      order.day ?? '—',
      amount === null ? '—' : formatMinor(amount, order.currency),
      order.why ?? '',
    ];
  });
  return {
    value: explanation,
    text: [
      explanation.subject,
      factsText(facts),
      tableText([{ head: '#' }, { head: 'day' }, { head: explanation.amount, right: true }, { head: '' }], orders),
      explanation.sql,
    ].join('\n\n'),
  };
};
