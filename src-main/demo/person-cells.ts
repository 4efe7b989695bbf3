/** What an export prints of the person an order is for: everything, masked letters, a relay number, or nothing. By field. */

import type { MappableField } from '../../src-shared/contract/mappings.ts';
import type { MadeOrder } from './made-order.ts';

export type Cells = Partial<Record<MappableField, string>>;

/** How one marketplace writes and masks. */
export interface Manner {
  /** The column that names the buyer holds this; null: there is none. */
  readonly buyer: 'nick' | 'userId' | 'email' | 'nameAndId' | 'phone' | null;
  readonly maskPhone: (phone: string) => string;
  readonly maskName: (name: string) => string;
  /** Street and house stay readable where the rest is masked. */
  readonly keepsStreet: boolean;
  readonly address: (place: { province: string; city: string; district: string; street: string }) => string;
}

/** The first so many characters, stars for the rest. */
export function masked(text: string, kept: number): string {
  const characters = Array.from(text);
  return characters.slice(0, kept).join('') + '*'.repeat(Math.max(2, characters.length - kept));
}

export const plainManner: Manner = {
  buyer: 'nick',
  maskPhone: (phone) => `${phone.slice(0, 3)}****${phone.slice(-4)}`,
  maskName: (name) => masked(name, 1),
  keepsStreet: false,
  address: ({ province, city, district, street }) => `${province} ${city} ${district} ${street}`,
};

/** A relay number, another extension for every order. */
export function relayOf(order: MadeOrder): string {
  return `15400000000-${1000 + (Number(order.number.replace(/\D/g, '').slice(-9)) % 9000)}`;
}

function buyerCells({ account, ownPhone }: MadeOrder, manner: Manner, name: string, isReadable: boolean): Cells {
  switch (manner.buyer) {
    case null:
      return {};
    case 'email':
      return isReadable ? { buyerId: account.email, buyerEmail: account.email } : {};
    case 'nameAndId':
      return { buyerId: isReadable ? `${name} (${account.userId})` : '' };
    case 'userId':
      return { buyerId: isReadable ? account.userId : '' };
    case 'phone':
      return { buyerId: isReadable ? ownPhone : manner.maskPhone(ownPhone) };
    case 'nick':
      return { buyerId: isReadable ? account.nick : masked(account.nick, 1) };
  }
}

export function personCells(order: MadeOrder, manner: Manner): Cells {
  const { receiver, account } = order;
  const { province, city, district, name, phone } = receiver;
  const region = { province, city, district };
  const whole = { receiverName: name, address: manner.address(receiver), ...region };
  const hiddenStreet = manner.keepsStreet ? receiver : { ...receiver, street: '****' };
  switch (account.openness) {
    case 'open':
      return { ...buyerCells(order, manner, name, true), ...whole, receiverPhone: phone };
    case 'virtual':
      return { ...buyerCells(order, manner, name, true), ...whole, receiverPhone: relayOf(order) };
    case 'masked':
    case 'guest':
      return {
        ...buyerCells(order, manner, manner.maskName(name), account.openness === 'masked' && manner.buyer !== 'phone'),
        ...region,
        receiverName: manner.maskName(name),
        receiverPhone: manner.maskPhone(phone),
        address: manner.address(hiddenStreet),
      };
    case 'hidden':
      return { receiverName: '***', address: '***' };
  }
}
