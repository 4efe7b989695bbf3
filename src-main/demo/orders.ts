/** Makes one order of the demo shop: what was bought, what it cost, and how it ended by the day of the export. */

import { addDays, type Day, daysBetween } from '../../src-shared/day.ts';
import { appeal, type Good, goods } from './goods.ts';
import type { Person, Receiver } from './people.ts';
import type { Random } from './random.ts';

export interface DemoLine {
  readonly good: Good;
  readonly spec: string;
  readonly priceMinor: number;
  readonly quantity: number;
  /** After discounts. */
  readonly dueMinor: number;
  readonly refundMinor: number;
}

export type Ending = 'unpaid' | 'closed' | 'paid' | 'shipped' | 'completed' | 'refunded';

export interface DemoOrder {
  readonly number: string;
  readonly person: Person;
  readonly receiver: Receiver;
  readonly day: Day;
  readonly lines: readonly DemoLine[];
  readonly shippingMinor: number;
  readonly ending: Ending;
  /** Wall times; '' = has not happened. */
  readonly orderedAt: string;
  readonly paidAt: string;
  readonly shippedAt: string;
  readonly completedAt: string;
  readonly buyerNote: string;
  readonly sellerNote: string;
}

const SECONDS_PER_DAY = 86_400;

/** A moment so many seconds after the midnight that begins `day`. */
function moment(day: Day, seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const rest = seconds % SECONDS_PER_DAY;
  const clock = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60].map(two).join(':');
  return `${addDays(day, Math.floor(seconds / SECONDS_PER_DAY))} ${clock}`;
}

function chooseGood(random: Random, day: Day, favourite: Good): Good {
  if (random.chance(0.5)) return favourite;
  return random.weighted([[favourite, 4], ...goods.map((good) => [good, appeal(good, day)] as const)]);
}

function chooseLines(random: Random, day: Day, favourite: Good): readonly DemoLine[] {
  const count = random.weighted([
    [1, 62],
    [2, 25],
    [3, 9],
    [4, 4],
  ]);
  const onSale = day.endsWith('-06-18') || day.endsWith('-11-11');
  const lines: DemoLine[] = [];
  for (let index = 0; index < count; index += 1) {
    const good = chooseGood(random, day, favourite);
    const [spec, priceMinor] = random.pick(good.specs);
    if (lines.some((line) => line.spec === spec && line.good === good)) continue;
    const quantity = random.weighted([
      [1, 78],
      [2, 17],
      [3, 5],
    ]);
    const share = onSale ? 0.8 : random.chance(0.2) ? 0.92 : 1;
    lines.push({
      good,
      spec,
      priceMinor,
      quantity,
      dueMinor: Math.round(priceMinor * quantity * share),
      refundMinor: 0,
    });
  }
  return lines;
}

function chooseEnding(random: Random, ageDays: number): Ending {
  if (random.chance(ageDays <= 1 ? 0.15 : 0.045)) return ageDays <= 1 ? 'unpaid' : 'closed';
  if (ageDays > 1 && random.chance(0.025)) return 'refunded';
  if (ageDays <= 1) return random.chance(0.8) ? 'paid' : 'shipped';
  if (ageDays <= 3) return random.chance(0.15) ? 'paid' : 'shipped';
  if (ageDays <= 12) return random.chance(ageDays / 14) ? 'completed' : 'shipped';
  return 'completed';
}

/** Where money went back: all of it, or now and then something off the first line. */
function refunded(random: Random, lines: readonly DemoLine[], ending: Ending): readonly DemoLine[] {
  if (ending === 'refunded') return lines.map((line) => ({ ...line, refundMinor: line.dueMinor }));
  const [first, ...rest] = lines;
  if (ending !== 'completed' || first === undefined || !random.chance(0.035)) return lines;
  // One line of several sent back, or a few yuan for a broken corner.
  const refundMinor = rest.length > 0 && random.chance(0.6) ? first.dueMinor : Math.min(1000, first.dueMinor - 100);
  return [{ ...first, refundMinor }, ...rest];
}

const BUYER_NOTES = [
  '',
  '',
  '',
  '',
  '',
  '',
  '',
  '包装要好看，送人的',
  '请周末送货',
  '老顾客了，多送点小样哈',
  '不要放门卫，谢谢"老板"',
] as const;
const SELLER_NOTES = ['', '', '', '', '', '', '', '', '', '送试饮两包', '已电话确认地址', '开发票'] as const;

export interface OrderWish {
  readonly person: Person;
  readonly favourite: Good;
  readonly day: Day;
  readonly today: Day;
  /** Goes into the order number, so that no two are the same. */
  readonly serial: number;
}

/** 19 digits, later orders higher, as the marketplace numbers them. The last three are left for the lines. */
function numberOf(day: Day, seconds: number, serial: number): string {
  const five = (value: number): string => String(value).padStart(5, '0');
  return `${day.slice(2).replaceAll('-', '')}${five(seconds)}${five(serial)}001`;
}

export function makeOrder(random: Random, wish: OrderWish): DemoOrder {
  const { day, today, person } = wish;
  const ageDays = daysBetween(day, today);
  // Mostly evenings. Today's orders came before the export was made at nine.
  const hour = ageDays === 0 ? random.below(9) : (10 + Math.floor(random.waiting(6.5, 3))) % 24;
  const ordered = hour * 3600 + random.below(3600);
  const ending = chooseEnding(random, ageDays);
  const isPaid = ending !== 'unpaid' && ending !== 'closed';
  const paid = ordered + 20 + random.below(600);
  const isShipped = ending === 'shipped' || ending === 'completed';
  const latest = ageDays * SECONDS_PER_DAY + 9 * 3600;
  const shipped = Math.min(latest, paid + 3600 * (2 + random.below(30)));
  const completed = Math.min(latest, shipped + SECONDS_PER_DAY * (2 + random.below(9)) + random.below(SECONDS_PER_DAY));
  const lines = refunded(random, chooseLines(random, day, wish.favourite), ending);
  const goodsMinor = lines.reduce((sum, line) => sum + line.dueMinor, 0);
  const [home, friend] = person.receivers;
  const receiver = friend !== undefined && random.chance(0.25) ? friend : home;
  const remote = receiver.province.startsWith('新疆') || receiver.province.startsWith('内蒙古');
  return {
    number: numberOf(day, ordered, wish.serial),
    person,
    receiver,
    day,
    lines,
    shippingMinor: goodsMinor >= 8800 ? 0 : remote ? 1200 : 600,
    ending,
    orderedAt: moment(day, ordered),
    paidAt: isPaid ? moment(day, paid) : '',
    shippedAt: isShipped ? moment(day, shipped) : '',
    completedAt: ending === 'completed' ? moment(day, completed) : '',
    buyerNote: random.pick(BUYER_NOTES),
    sellerNote: random.pick(SELLER_NOTES),
  };
}
