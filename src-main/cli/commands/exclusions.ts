/** `exclusions`, `exclusions add`, `exclusions remove RULE`: which orders leave every figure. */

import {
  type ExclusionCondition,
  type ExclusionContent,
  exclusionContentSchema,
  exclusionFields,
  exclusionKinds,
} from '../../../src-shared/contract/exclusions.ts';
import { decimalsOf, formatMinor, type Minor, minorOf } from '../../../src-shared/money.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { type Command, type Desk, type Outcome, say } from '../desk.ts';
import { factsText, tableText } from '../table.ts';
import { shopOption } from './book.ts';

const optionOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** 'V-*' begins with, '*gift*' contains, anything else is the whole text. */
function textCondition(field: (typeof exclusionFields)[number], pattern: string): ExclusionCondition {
  if (pattern.length > 2 && pattern.startsWith('*') && pattern.endsWith('*'))
    return { field, test: 'contains', text: pattern.slice(1, -1) };
  if (pattern.length > 1 && pattern.endsWith('*')) return { field, test: 'starts', text: pattern.slice(0, -1) };
  return { field, test: 'is', text: pattern };
}

/** An amount of money in whole units, as people write it; null where none is given. */
export function amountOption(desk: Desk, name: string, currency: string): Minor | null {
  const text = desk.invocation.options[name];
  if (text === undefined) return null;
  if (!/^\d{1,9}(\.\d{1,2})?$/.test(text)) throw new Problem('arguments-invalid', { found: `--${name} ${text}` });
  return minorOf(Math.round(Number(text) * 10 ** decimalsOf(currency)));
}

async function contentOf(desk: Desk): Promise<ExclusionContent> {
  const { options } = desk.invocation;
  const { shop } = await shopOption(desk);
  const kind = exclusionKinds.find((known) => known === options['kind']);
  if (kind === undefined) throw new Problem('arguments-invalid', { found: `--kind ${options['kind'] ?? ''}`.trim() });
  const { shops } = await desk.client.call('ledger.status', {});
  const { currency = 'CNY' } = shops.find(({ id }) => id === shop) ?? shops[0] ?? {};
  const [from, to] = [amountOption(desk, 'paid-from', currency), amountOption(desk, 'paid-to', currency)];
  const conditions: ExclusionCondition[] = [
    ...exclusionFields.flatMap((field) => {
      const pattern = options[optionOf(field)];
      return pattern === undefined ? [] : [textCondition(field, pattern)];
    }),
    ...(from === null && to === null ? [] : [{ field: 'amount' as const, from, to }]),
  ];
  const read = exclusionContentSchema.safeParse({
    kind,
    shop: shop ?? null,
    match: options['any'] === 'true' ? 'any' : 'all',
    conditions,
  });
  if (!read.success) throw new Problem('arguments-invalid', { found: 'exclusions add' });
  return read.data;
}

function conditionText(condition: ExclusionCondition): string {
  if (condition.field === 'amount') {
    const end = (minor: number | null): string => (minor === null ? '…' : formatMinor(minorOf(minor), 'CNY'));
    return `${end(condition.from)} – ${end(condition.to)}`;
  }
  const { field, test, text } = condition;
  const shown = { starts: `${text}*`, contains: `*${text}*`, is: text }[test];
  return `${optionOf(field)} ${shown}`;
}

function wordsOf({ kind, match, conditions }: ExclusionContent): string {
  return `${kind}: ${conditions.map(conditionText).join(match === 'all' ? ' + ' : ' | ')}`;
}

async function listed(desk: Desk): Promise<Outcome> {
  const { language } = desk.invocation;
  const found = await desk.client.call('exclusions.list', {});
  return {
    value: found,
    text: tableText(
      [
        { head: '#', right: true },
        { head: say(language, '规则', 'rule') },
        { head: say(language, '单', 'orders'), right: true },
      ],
      [
        ...found.rules.map(({ rule, content, orders }) => [String(rule), wordsOf(content), String(orders)]),
        ['', say(language, '合计（每单一次）', 'all, each order once'), String(found.excluded)],
      ],
    ),
  };
}

async function tried(desk: Desk, content: ExclusionContent): Promise<Outcome> {
  const { language } = desk.invocation;
  const { rows, ...figures } = await desk.client.call('exclusions.preview', {
    content,
    window: { from: 0, count: 20 },
  });
  const money = figures.money.map(({ currency, netMinor }) => formatMinor(netMinor, currency)).join(', ');
  return {
    value: { ...figures, rows },
    text: factsText([
      [say(language, '单', 'orders'), String(figures.orders)],
      [say(language, '其中有效单', 'that count'), String(figures.counted)],
      [say(language, '客户', 'customers'), String(figures.customers)],
      [say(language, '净额', 'net'), money],
      ...rows.map(({ orderNumber, sellerNote, nick }) => [orderNumber, sellerNote ?? nick ?? ''] as const),
    ]),
  };
}

export const exclusionsCommand: Command = async (desk) => {
  const { words, options } = desk.invocation;
  const [verb, word = ''] = words;
  switch (verb) {
    case undefined:
    case 'list':
      return listed(desk);
    case 'add': {
      const content = await contentOf(desk);
      if (options['check'] === 'true') return tried(desk, content);
      await desk.client.call('exclusions.save', { rule: null, content });
      return listed(desk);
    }
    case 'remove':
      if (!/^[1-9]\d{0,8}$/.test(word))
        throw new Problem('arguments-invalid', { found: `exclusions remove ${word}`.trim() });
      await desk.client.call('exclusions.remove', { rule: Number(word) });
      return listed(desk);
    default:
      throw new Problem('arguments-invalid', { found: `exclusions ${verb}` });
  }
};
