/** What is true of a made shop, as JSON: every array has one entry a line, so that large ones can be read line by line. */

import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Marketplace } from '../../src-shared/marketplace.ts';
import type { OrderStatus } from '../../src-shared/order.ts';
import type { CrowdPerson } from './crowd.ts';
import type { Damage } from './damage.ts';
import { type MadeOrder, statusOf, sumsOf } from './made-order.ts';
import type { Openness } from './people.ts';

/** `orders.json`: an order in the state its last export tells. Amounts in minor units. */
export interface TrueOrder {
  readonly market: string;
  readonly marketplace: Marketplace;
  readonly number: string;
  readonly person: number;
  /** What the marketplace calls the buyer; masked or left out where `openness` says so. */
  readonly nick: string;
  readonly userId: string;
  readonly openness: Openness;
  /** Sent to somebody else: the receiver is not the buyer. */
  readonly isGift: boolean;
  readonly receiverPhone: string;
  readonly orderedAt: string;
  readonly paidAt: string;
  readonly status: OrderStatus;
  readonly totalMinor: number;
  readonly paidMinor: number;
  readonly refundMinor: number;
  readonly lines: number;
  /** Exports it stands in, oldest first: the beginning of their files' names. */
  readonly exports: readonly string[];
}

/** `persons.json`: somebody, with every order. Somebody without orders is not listed. */
export interface TruePerson extends CrowdPerson {
  /** By market. */
  readonly orders: Readonly<Record<string, readonly string[]>>;
}

/** `files.json`: every file, by its path beneath the folder. */
export interface TrueFile {
  readonly file: string;
  readonly market: string;
  readonly profile: string;
  /** Rows behind the header. */
  readonly rows: number;
  readonly first: string;
  readonly last: string;
}

export function trueOrder(market: string, order: MadeOrder, exports: readonly string[]): TrueOrder {
  const { total, paid, refund } = sumsOf(order);
  const { account } = order;
  return {
    market,
    marketplace: account.marketplace,
    number: order.number,
    person: order.personId,
    nick: account.nick,
    userId: account.userId,
    openness: account.openness,
    isGift: order.isGift,
    receiverPhone: order.receiver.phone,
    orderedAt: order.orderedAt,
    paidAt: order.paidAt,
    status: statusOf(order),
    totalMinor: total,
    paidMinor: paid,
    refundMinor: refund,
    lines: order.lines.length,
    exports,
  };
}

interface List {
  add(entry: object): void;
  close(): void;
}

const PIECE = 2000;

/** A JSON array that is written while it grows. */
export function jsonList(path: string): List {
  const file = openSync(path, 'w');
  writeSync(file, '[');
  let waiting: string[] = [];
  let count = 0;
  const flush = (): void => {
    if (waiting.length > 0) writeSync(file, waiting.join(''));
    waiting = [];
  };
  return {
    add: (entry) => {
      waiting.push(`${count === 0 ? '' : ','}\n${JSON.stringify(entry)}`);
      count += 1;
      if (waiting.length >= PIECE) flush();
    },
    close: () => {
      flush();
      writeSync(file, '\n]\n');
      closeSync(file);
    },
  };
}

export interface Truth {
  readonly orders: List;
  readonly persons: List;
  end(files: readonly TrueFile[], damage: readonly Damage[], shop: object): void;
}

export function openTruth(folder: string): Truth {
  mkdirSync(folder, { recursive: true });
  const [orders, persons] = [jsonList(join(folder, 'orders.json')), jsonList(join(folder, 'persons.json'))];
  const whole = (name: string, entries: readonly object[]): void => {
    const list = jsonList(join(folder, name));
    for (const entry of entries) list.add(entry);
    list.close();
  };
  return {
    orders,
    persons,
    end: (files, damage, shop) => {
      orders.close();
      persons.close();
      whole('files.json', files);
      whole('damage.json', damage);
      writeFileSync(join(folder, 'shop.json'), `${JSON.stringify(shop, null, 2)}\n`);
    },
  };
}
