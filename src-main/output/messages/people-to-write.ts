/** What a text can say of a person, and how they can be reached: everything a message is made of. */

import { type Day, dayOf } from '../../../src-shared/day.ts';
import type { FieldValues } from '../../../src-shared/message/template-text.ts';
import { readPhone } from '../../../src-shared/phone.ts';
import { customerRows } from '../../ledger/customers-rows.ts';
import type { CustomerScores } from '../../ledger/customers-scores.ts';
import { keptSql } from '../../ledger/exclusions/kept-orders.ts';
import type { Reading } from '../../ledger/transaction.ts';
import { addressFinder } from '../label-list.ts';
import { markedPoints } from '../marked-points.ts';
import { dayWords } from './day-words.ts';
import messageOrder from './message-order.sql?raw';
import receiverNames from './receiver-names.sql?raw';

export interface PersonToWrite {
  readonly customer: number;
  /** As the book names them. */
  readonly name: string;
  readonly values: FieldValues;
  /** Whole, of somebody who is certain, and not marked as wrong. */
  readonly phone: string | null;
  readonly nick: string | null;
  readonly order: string | null;
  readonly email: string | null;
  /** For a letter: whole, and not marked as old. */
  readonly address: string | null;
}

export interface PeopleQuestion {
  readonly on: Day;
  readonly shop: number | undefined;
  readonly excluded: boolean | undefined;
  /** In which language days are said. */
  readonly chinese: boolean;
}

interface Standing {
  readonly display_name: string | null;
  readonly phone: string | null;
}

/** Files mask with stars; whoever is called 李** is not to be written to like that. */
const masked = /[*＊]/;

/** Looks people up one by one; who is gone gives null. Statements are prepared once. */
export function peopleToWrite(
  reading: Reading,
  scores: CustomerScores,
  { on, shop, excluded, chinese }: PeopleQuestion,
): (customer: number) => PersonToWrite | null {
  const { connection } = reading;
  const rowOf = customerRows(reading, scores, shop, excluded);
  const standing = connection.prepare<[number], Standing>(
    'select display_name, phone from customer where customer_id = ?',
  );
  const newest = connection.prepare<[object], { shop: string; number: string }>(
    keptSql(reading, messageOrder, excluded),
  );
  const receivers = connection.prepare<[number], string>(receiverNames).pluck();
  const emails = connection
    .prepare<[number], string>("select value from identity where customer_id = ? and kind = 'email' order by value")
    .pluck();
  const addressOf = addressFinder(reading);
  const { wrong } = markedPoints(reading);
  const today = dayWords(on, on, chinese).day;

  return (customer) => {
    const row = rowOf(customer);
    if (row === null) return null;
    const known = standing.get(customer);
    const order = newest.get({ customer, on, shop: shop ?? null });
    const receiver = receivers.all(customer).find((name) => !masked.test(name)) ?? null;
    const last = row.lastDay === null ? null : dayOf(row.lastDay);
    const said = last === null ? null : dayWords(last, on, chinese);
    const phone = readPhone(known?.phone ?? '');
    const isCallable = row.certainty === 'certain' && phone.kind === 'whole' && !wrong.has(customer);
    const nick = row.buyerId === null || masked.test(row.buyerId) ? null : row.buyerId;
    return {
      customer,
      name: row.name,
      values: {
        name: known?.display_name ?? receiver,
        nick,
        shop: order?.shop ?? null,
        lastItem: row.lastItem,
        lastDay: said?.day ?? null,
        lastMonth: said?.month ?? null,
        days: row.recencyDays === null ? null : String(row.recencyDays),
        orders: row.orders === 0 ? null : String(row.orders),
        city: row.city,
        lastOrder: order?.number ?? null,
        today,
      },
      phone: isCallable ? phone.value : null,
      nick,
      order: order?.number ?? null,
      email: emails.all(customer).find((email) => !masked.test(email)) ?? null,
      address: addressOf(customer),
    };
  };
}
