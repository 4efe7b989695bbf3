/** Rows of customers as lists show them: figures from the score arrays, words from the ledger. */

import type { CustomerRow, FigureColumn } from '../../src-shared/contract/customers.ts';
import { addDays, type Day } from '../../src-shared/day.ts';
import type { Certainty } from '../../src-shared/identity.ts';
import { minorOf } from '../../src-shared/money.ts';
import { maskPhone } from '../../src-shared/phone.ts';
import { noDay, tiers } from '../../src-shared/rfm.ts';
import { type CustomerScores, placeOf } from './customers-scores.ts';
import wordsSql from './customers-words.sql?raw';
import { keptSql } from './exclusions/kept-orders.ts';
import { valuesOfPeople } from './fields/person-values.ts';
import { levelNames } from './levels/own-purchases.ts';
import { tagsOfPeople } from './tags/person-tags.ts';
import type { Reading } from './transaction.ts';

interface Words {
  readonly name: string;
  readonly certainty: Certainty;
  readonly buyer_id: string | null;
  readonly phone: string | null;
  readonly province: string | null;
  readonly city: string | null;
  readonly note: string | null;
  readonly last_item: string | null;
  readonly no_contact: 0 | 1;
}

const epoch = '1970-01-01' as Day;

function dayText(number: number): string | null {
  return number === noDay ? null : addDays(epoch, number);
}

/** What the arrays say of a customer; `at` −1 = they are not in them. */
function figuresAt(scores: CustomerScores, at: number): Pick<CustomerRow, FigureColumn | 'tier'> {
  const orders = scores.frequency[at] ?? 0;
  const netMinor = minorOf(scores.netMinor[at] ?? 0);
  const last = scores.lastDay[at] ?? noDay;
  const today = Math.round(Date.parse(scores.on) / 86_400_000);
  return {
    orders,
    netMinor,
    paidMinor: minorOf(scores.paidMinor[at] ?? 0),
    refundMinor: minorOf(scores.refundMinor[at] ?? 0),
    averageMinor: orders === 0 ? null : minorOf(Math.round(netMinor / orders)),
    firstDay: dayText(scores.firstDay[at] ?? noDay),
    lastDay: dayText(last),
    recencyDays: last === noDay ? null : today - last,
    tier: tiers[scores.tier[at] ?? -1] ?? null,
  };
}

/** Makes rows one by one; a customer who is gone gives null. Phones are masked. `excluded`: orders that rules exclude are looked at too. */
export function customerRows(
  reading: Reading,
  scores: CustomerScores,
  shop?: number,
  excluded?: boolean,
): (customer: number) => CustomerRow | null {
  const words = reading.connection.prepare<[Record<string, string | number | null>], Words>(
    keptSql(reading, wordsSql, excluded),
  );
  const tagsOf = tagsOfPeople(reading);
  const levelOf = levelNames(reading, scores);
  const valuesOf = valuesOfPeople(reading);
  return (customer) => {
    const found = words.get({ customer, on: scores.on, shop: shop ?? null });
    if (found === undefined) return null;
    return {
      id: customer,
      name: found.name,
      certainty: found.certainty,
      buyerId: found.buyer_id,
      phone: found.phone === null ? null : maskPhone(found.phone),
      province: found.province,
      city: found.city,
      currency: scores.currency,
      lastItem: found.last_item,
      note: found.note,
      ...(found.no_contact === 1 ? { noContact: true as const } : {}),
      ...(levelOf === null ? {} : { level: levelOf(customer, found.certainty === 'likely') }),
      tags: tagsOf(customer).map((tag) => tag.name),
      fields: valuesOf(customer).map(({ field, value }) => ({ field, value })),
      ...figuresAt(scores, placeOf(scores, customer)),
    };
  };
}
