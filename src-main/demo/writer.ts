/**
 * Writes orders in the form of a profile: its header out of the profile's own words, and in each row the fields it has columns for. What a
 * marketplace does its own way (words, marks, where the money sits) is said in `Form`.
 */

import type { MappableField } from '../../src-shared/contract/mappings.ts';
import { minorOf, plainMinor } from '../../src-shared/money.ts';
import type { Profile } from '../importing/profiles/profile.ts';
import { type MadeOrder, sumsOf } from './made-order.ts';
import type { DemoLine, Ending } from './orders.ts';
import { type Cells, type Manner, personCells } from './person-cells.ts';

export type Container = 'gb18030' | 'utf8' | 'utf8-bom' | 'tsv' | 'xlsx';

/** One kind of file: how an order becomes rows of it. */
export interface Writer {
  readonly profile: Profile;
  readonly container: Container;
  readonly header: readonly string[];
  /** Stand above the header; each is a row. */
  readonly above: readonly (readonly string[])[];
  /** Stand between the header and the orders. */
  readonly beneath: readonly (readonly string[])[];
  rowsOf(order: MadeOrder): readonly (readonly string[])[];
}

export interface Form {
  readonly container: Container;
  readonly status: Readonly<Record<Ending, string>>;
  readonly manner: Manner;
  readonly time?: (moment: string) => string;
  readonly money?: (minor: number) => string;
  /** Puts around a number what keeps its digits. */
  readonly guard?: (text: string) => string;
  readonly currency?: string;
  readonly afterSale?: (order: MadeOrder, line: DemoLine) => string;
  /** The last word on the row's cells. */
  readonly put?: (cells: Cells, row: RowWish) => Cells;
  /** Further cells by the words above them. */
  readonly more?: (row: RowWish) => Readonly<Record<string, string>>;
  /** A first row of an order of several things names none of them: it sums them up. */
  readonly sumsUp?: boolean;
  /** Words of columns that no file of this form has. */
  readonly without?: readonly string[];
  readonly above?: number;
  readonly beneath?: number;
}

/** A row about to be written. */
export interface RowWish {
  readonly order: MadeOrder;
  readonly line: DemoLine;
  readonly index: number;
  /** Of several pieces in rows of their own, which. */
  readonly piece: number;
}

export const plainMoney = (minor: number): string => plainMinor(minorOf(minor));

/** Numbers of the order's things: the order's own where it has one. */
export function lineNumber(order: MadeOrder, index: number): string {
  return order.lines.length === 1 ? order.number : `${order.number.slice(0, -1)}${index + 2}`;
}

/** Of an amount for all pieces, what one of them has; the first has what is left over. */
export function shareOfPiece(amount: number, pieces: number, piece: number): number {
  const each = Math.floor(amount / pieces);
  return piece === 0 ? amount - each * (pieces - 1) : each;
}

/** The first word of each field, then what else such files have. */
function headerOf(profile: Profile, form: Form): string[] {
  // The keys of a Partial<Record<MappableField, …>> are fields.
  const fields = Object.keys(profile.fields) as MappableField[];
  const known = new Set(fields.flatMap((field) => profile.fields[field] ?? []));
  const firsts = fields.flatMap((field) => profile.fields[field]?.slice(0, 1) ?? []);
  const others = [...profile.marks, ...profile.unread].filter((word) => !known.has(word));
  const sums = profile.granularity === 'afterSale' ? (profile.fields.refund ?? []) : [];
  const summed = [...(profile.fields.lineExtra ?? []), ...(profile.fields.lineDiscount ?? [])];
  const packed = profile.reading?.itemsPacked === 'pipes' ? (profile.fields.itemsText ?? []).slice(0, 4) : [];
  const without = new Set(form.without ?? []);
  return [...new Set([...firsts, ...sums, ...summed, ...packed, ...others])].filter((word) => !without.has(word));
}

function orderCells({ order }: RowWish, form: Form): Cells {
  const { time = String, money = plainMoney, guard = String } = form;
  const sums = sumsOf(order);
  const at = (moment: string): string => (moment === '' ? '' : time(moment));
  const turn = order.number.replace(/\D/g, '');
  return {
    orderNumber: guard(order.number),
    orderedAt: at(order.orderedAt),
    paidAt: at(order.paidAt),
    shippedAt: at(order.shippedAt),
    completedAt: at(order.completedAt),
    status: form.status[order.ending],
    total: money(sums.total),
    goodsTotal: money(sums.goods),
    shippingFee: money(order.shippingMinor),
    paid: money(sums.paid),
    orderRefund: money(sums.refund),
    currency: form.currency ?? '',
    itemsText: order.lines.map((line) => line.good.title).join('，'),
    buyerNote: order.buyerNote,
    sellerNote: order.sellerNote,
    trackingNumber: order.shippedAt === '' ? '' : guard(`YT88${turn.slice(0, 11)}`),
    carrier: order.shippedAt === '' ? '' : '圆通速递',
    ...personCells(order, form.manner),
  };
}

/** Where amounts stand before the line's discount, and where behind. */
function lineMoney({ order, line, index, piece }: RowWish, profile: Profile, form: Form): Cells {
  const { money = plainMoney } = form;
  const gross = line.priceMinor * line.quantity;
  const pieces = profile.reading?.onePiece === true ? line.quantity : 1;
  const shipping = profile.fields.shippingFee === undefined && index === 0 ? order.shippingMinor : 0;
  const shippingBack = order.ending === 'refunded' ? shipping : 0;
  const amount = profile.reading?.discountsApart === true ? gross : line.dueMinor + shipping;
  return {
    unitPrice: money(line.priceMinor),
    lineDiscount: money(gross - line.dueMinor),
    lineAmount: money(shareOfPiece(amount, pieces, piece)),
    refund: money(shareOfPiece(line.refundMinor + shippingBack, pieces, piece)),
  };
}

function lineCells(row: RowWish, profile: Profile, form: Form): Cells {
  const { line, order, index } = row;
  const { guard = String } = form;
  return {
    lineNumber: guard(lineNumber(order, index)),
    itemTitle: line.good.title,
    itemSpec: line.spec,
    itemSku: line.good.sku,
    quantity: String(line.quantity),
    afterSaleStatus: form.afterSale?.(order, line) ?? '',
    ...lineMoney(row, profile, form),
  };
}

/** Of an order with one row: what its lines come to. */
function wholeCells({ order }: RowWish, form: Form): Cells {
  const { money = plainMoney } = form;
  const [first] = order.lines;
  return {
    refund: money(sumsOf(order).refund),
    quantity: String(order.lines.reduce((all, line) => all + line.quantity, 0)),
    afterSaleStatus: first === undefined ? '' : (form.afterSale?.(order, first) ?? ''),
  };
}

function rowWishes(order: MadeOrder, profile: Profile): readonly RowWish[] {
  const [first] = order.lines;
  if (profile.granularity === 'order') return first === undefined ? [] : [{ order, line: first, index: 0, piece: 0 }];
  return order.lines.flatMap((line, index) => {
    const pieces = profile.reading?.onePiece === true ? line.quantity : 1;
    return Array.from({ length: pieces }, (_, piece) => ({ order, line, index, piece }));
  });
}

/** Fields that further rows of an order repeat where its own stand on the first row only. */
const repeated: ReadonlySet<MappableField> = new Set(['orderNumber']);

function furtherCells(cells: Cells, lines: Cells, profile: Profile): Cells {
  const isOnce = profile.reading?.numberOnce === true;
  const kept = Object.entries(cells).filter(([field]) => !isOnce && repeated.has(field as MappableField));
  return { ...Object.fromEntries(kept), ...lines };
}

/** The cells of each row of an order, by field. */
function* cellsOf(order: MadeOrder, profile: Profile, form: Form): Generator<readonly [Cells, RowWish]> {
  const onFirst = profile.reading?.firstRow !== undefined;
  for (const row of rowWishes(order, profile)) {
    const whole = orderCells(row, form);
    if (profile.granularity === 'order') {
      yield [{ ...whole, ...wholeCells(row, form) }, row];
      continue;
    }
    const line = lineCells(row, profile, form);
    if (!onFirst) {
      yield [{ ...whole, ...line }, row];
      continue;
    }
    const ofOrder: Cells = { ...line, refund: (form.money ?? plainMoney)(sumsOf(order).refund) };
    const sumsUp = form.sumsUp === true && order.lines.length > 1;
    if (row.index === 0) yield [sumsUp ? whole : { ...whole, ...ofOrder }, row];
    if (row.index > 0 || sumsUp) yield [furtherCells(whole, { ...line, refund: '' }, profile), row];
  }
}

/** A writer of the profile's files. */
export function formWriter(profile: Profile, form: Form): Writer {
  const header = headerOf(profile, form);
  const places = new Map(header.map((word, at) => [word, at]));
  const placesOf = (field: MappableField): readonly number[] =>
    (profile.fields[field] ?? []).flatMap((word) => places.get(word) ?? []);
  // The keys of a Partial<Record<MappableField, …>> are fields.
  const columns = new Map((Object.keys(profile.fields) as MappableField[]).map((field) => [field, placesOf(field)]));
  const rowOf = (cells: Cells, wish: RowWish): string[] => {
    const row = Array.from({ length: header.length }, () => '');
    for (const [field, [at]] of columns) {
      const text = cells[field] ?? '';
      if (at !== undefined && row[at] === '') row[at] = text;
    }
    for (const [word, text] of Object.entries(form.more?.(wish) ?? {})) {
      const at = places.get(word);
      if (at !== undefined) row[at] = text;
    }
    return row;
  };
  const empty = (count: number): string[][] => Array.from({ length: count }, () => header.map(() => ''));
  return {
    profile,
    container: form.container,
    header,
    above: empty(form.above ?? 0),
    beneath: empty(form.beneath ?? 0),
    rowsOf: (order) =>
      Array.from(cellsOf(order, profile, form), ([cells, row]) => rowOf(form.put?.(cells, row) ?? cells, row)),
  };
}

/** A writer of an after-sale list: a row for each thing of which money went back. */
export function caseWriter(
  profile: Profile,
  form: Pick<Form, 'container' | 'guard'> & { readonly done: string },
): Writer {
  const { guard = String, done } = form;
  const whole: Form = { ...form, status: noWords, manner: nobody };
  const header = headerOf(profile, whole);
  const rowsOf = (order: MadeOrder): readonly (readonly string[])[] =>
    order.lines.flatMap((line, index) => {
      const shippingBack = order.ending === 'refunded' && index === 0 ? order.shippingMinor : 0;
      const amount = line.refundMinor + shippingBack;
      if (amount === 0) return [];
      const cells: Cells = {
        orderNumber: guard(order.number),
        afterSaleNumber: guard(`9${order.number.replace(/\D/g, '').slice(-15)}${index}1`),
        lineNumber: guard(lineNumber(order, index)),
        refund: plainMoney(amount),
        afterSaleStatus: done,
        itemTitle: line.good.title,
        quantity: String(line.quantity),
      };
      const byWord = new Map(
        Object.entries(cells).map(([field, text]) => [profile.fields[field as MappableField]?.[0] ?? '', text]),
      );
      return [header.map((word) => byWord.get(word) ?? '')];
    });
  return { profile, container: form.container, header, above: [], beneath: [], rowsOf };
}

/** For files without a status. */
export const noWords: Readonly<Record<Ending, string>> = {
  unpaid: '',
  closed: '',
  paid: '',
  shipped: '',
  completed: '',
  refunded: '',
};
const nobody: Manner = {
  buyer: null,
  maskPhone: () => '',
  maskName: () => '',
  keepsStreet: false,
  address: () => '',
};
