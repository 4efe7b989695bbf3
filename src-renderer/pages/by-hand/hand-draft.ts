/** What is being typed by hand, as the fields hold it; and as the host is asked. Pure. */

import type { HandOrder, Lead } from '../../../src-shared/contract/by-hand.ts';
import type { Day } from '../../../src-shared/day.ts';
import { decimalsOf, type Minor, minorOf } from '../../../src-shared/money.ts';
import type { PastedContact } from '../../../src-shared/pasted-contact.ts';

export interface HandItem {
  readonly id: number;
  readonly title: string;
  readonly quantity: number;
  /** In units of the currency; null: not typed yet. */
  readonly price: number | null;
}

export interface HandDraft {
  readonly kind: 'lead' | 'order';
  readonly customer: number | null;
  readonly name: string;
  readonly phone: string;
  readonly handle: string;
  readonly address: string;
  readonly note: string;
  readonly wish: string;
  readonly shop: string;
  readonly day: string;
  readonly items: readonly HandItem[];
  readonly isPaid: boolean;
  /** In units; null: what the items come to. */
  readonly paid: number | null;
  readonly refund: number | null;
}

export function blankItem(id: number): HandItem {
  return { id, title: '', quantity: 1, price: null };
}

export function blankDraft(kind: HandDraft['kind'], day: Day, customer: number | null, shop: string): HandDraft {
  const empty = { name: '', phone: '', handle: '', address: '', note: '', wish: '' };
  return { ...empty, kind, customer, shop, day, items: [blankItem(1)], isPaid: true, paid: null, refund: null };
}

/** Fields that the pasted text says something about; what was typed before stays where it says nothing. */
export function withPasted(draft: HandDraft, pasted: PastedContact): HandDraft {
  const { name, phone, address, wish } = pasted;
  return {
    ...draft,
    name: name || draft.name,
    phone: phone || draft.phone,
    address: address || draft.address,
    wish: wish || draft.wish,
  };
}

function minorIn(units: number, currency: string): Minor {
  return minorOf(Math.round(units * 10 ** decimalsOf(currency)));
}

/** What the items come to. */
export function sumOf({ items }: HandDraft, currency: string): Minor {
  return minorOf(items.reduce((sum, { quantity, price }) => sum + quantity * minorIn(price ?? 0, currency), 0));
}

function common(draft: HandDraft, day: Day, currency: string) {
  const { customer, name, phone, handle, address, note, shop } = draft;
  const of = customer === null ? {} : { customer };
  return { ...of, name, phone, handle, address, note, shop, day, currency };
}

export function leadOf(draft: HandDraft, day: Day, currency: string): Lead {
  return { ...common(draft, day, currency), wish: draft.wish };
}

/** Lines without a title are left out. */
export function orderOf(draft: HandDraft, day: Day, currency: string): HandOrder {
  const items = draft.items
    .filter(({ title }) => title.trim() !== '')
    .map(({ title, quantity, price }) => ({ title, quantity, unitPriceMinor: minorIn(price ?? 0, currency) }));
  const paid = draft.paid === null ? sumOf(draft, currency) : minorIn(draft.paid, currency);
  const refundMinor = minorIn(draft.refund ?? 0, currency);
  return { ...common(draft, day, currency), items, paidMinor: draft.isPaid ? paid : null, refundMinor };
}
