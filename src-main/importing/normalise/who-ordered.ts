/** Who ordered and who received, as a row says it. */

import type { Mapping } from '../../../src-shared/contract/mappings.ts';
import { idOfBuyersPhone } from './buyer-phone.ts';
import type { RowStatement } from './normalised-row.ts';
import { readAddress, readReceiver } from './read-address.ts';
import type { RowCells } from './row-cells.ts';
import { noteNumbers } from './row-doubts.ts';

/** Addresses that a marketplace puts in place of many buyers' own. */
const NOBODYS_MAIL = /^(?:no-?reply|do-?not-?reply|noreply)[^@]*@/i;

/** A payment account that is an e-mail address names a person as well as the address itself. A masked one does not. */
function isEmail(text: string): boolean {
  return /^[^\s@*]+@[^\s@*]+\.[^\s@*]+$/.test(text);
}

function buyerIdOf(cells: RowCells, mapping: Mapping): string | null {
  const printed = cells.text('buyerId');
  if (printed === null) return null;
  if (mapping.buyerByPhone === true) return idOfBuyersPhone(printed);
  const bracketed = mapping.idInBrackets === true ? /\(([^()]+)\)$/.exec(printed)?.[1] : undefined;
  const id = (bracketed ?? printed).trim();
  if (!id.includes('@') || !isEmail(id)) return id;
  return NOBODYS_MAIL.test(id) ? null : id.toLowerCase();
}

export function buyerFields(cells: RowCells, mapping: Mapping): Pick<RowStatement, 'buyerId' | 'buyerEmail'> {
  const printed = cells.text('buyerEmail') ?? cells.text('buyerAlipay');
  const names = printed !== null && isEmail(printed) && !NOBODYS_MAIL.test(printed);
  return { buyerId: buyerIdOf(cells, mapping), buyerEmail: names ? printed : null };
}

function receiverNameOf(cells: RowCells): string | null {
  const first = cells.text('receiverName');
  const last = cells.text('receiverLastName');
  return first === null || last === null ? (first ?? last) : `${first} ${last}`;
}

/** Numbers that begin with a zero where nobody took it off. */
export function receiverFields(
  cells: RowCells,
  currency: string,
): Pick<RowStatement, 'receiverName' | 'receiverPhone' | 'province' | 'city' | 'district' | 'address'> {
  const printed = cells.text('address') ?? '';
  const together = readReceiver(printed);
  const parts = together ?? { ...readAddress(printed), receiverName: null, receiverPhone: null };
  const phone = cells.text('receiverPhone') ?? parts.receiverPhone;
  noteNumbers(cells, phone, currency);
  return {
    receiverName: receiverNameOf(cells) ?? parts.receiverName,
    receiverPhone: phone,
    province: cells.text('province') ?? parts.province,
    city: cells.text('city') ?? parts.city,
    district: cells.text('district') ?? parts.district,
    address: parts.address,
  };
}
