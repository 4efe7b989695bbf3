/** What stands on address labels: of each customer of a list the newest whole address, and who cannot be written to. */

import { addressText } from '../../src-shared/address-text.ts';
import type { CustomerFilter, CustomerRow, CustomerSort, TierBasis } from '../../src-shared/contract/customers.ts';
import type { Label } from '../../src-shared/contract/labels.ts';
import { readPhone } from '../../src-shared/phone.ts';
import { guardOf } from '../followups/guard/held-back.ts';
import { customerView } from '../ledger/customer-filter.ts';
import { customerIds, scoresFor } from '../ledger/customers.ts';
import { customerRows } from '../ledger/customers-rows.ts';
import type { ScoresOf } from '../ledger/customers-scores.ts';
import type { Reading } from '../ledger/transaction.ts';
import newestAddress from './label-addresses.sql?raw';
import { markedPoints } from './marked-points.ts';

export interface LabelRequest {
  readonly filter: CustomerFilter;
  readonly basis: TierBasis;
  readonly sort: { readonly by: CustomerSort; readonly descending: boolean };
  /** Customers that are looked at. */
  readonly limit: number;
}

interface Addressed {
  readonly name: string | null;
  readonly phone: string | null;
  readonly province: string | null;
  readonly city: string | null;
  readonly district: string | null;
  readonly address: string;
  readonly day: string | null;
}

/** One text for the carrier: some files have the places in columns of their own, and only the street in that of the address. */
function wholeAddress({ province, city, district, address }: Addressed): string {
  // Files say a municipality as its own province and city.
  const street = addressText(address).replace(/^(北京|上海|天津|重庆)市?\s+\1市?\s+/, '$1市 ');
  if (province === null || street.replaceAll(' ', '').startsWith(province)) return street;
  const places = [province, city === province ? null : city, district].filter((place) => place !== null);
  // A place that the street begins with is not said twice.
  const missing = places.filter((place) => !street.startsWith(place));
  return [...missing, street].join(/[\u3400-\u9fff]/.test(street) ? '' : ' ');
}

function labelOf(row: CustomerRow, found: Addressed): Label {
  const { kind, value } = readPhone(found.phone ?? '');
  const isNamed = found.name !== null && found.name !== '' && !found.name.includes('*');
  return {
    customer: row.id,
    name: isNamed ? (found.name ?? '') : row.name,
    phone: row.certainty === 'certain' && kind === 'whole' ? value : null,
    address: wholeAddress(found),
    day: found.day,
  };
}

/** The newest address of a customer that is whole and that they have not moved from, as a carrier wants it; null: none. */
export function addressFinder(reading: Reading): (customer: number) => string | null {
  const addresses = reading.connection.prepare<[number], Addressed>(newestAddress);
  const { old } = markedPoints(reading);
  return (customer) => {
    for (const found of addresses.iterate(customer))
      if (!found.address.includes('*') && old.get(customer)?.has(found.address.trim()) !== true)
        return wholeAddress(found);
    return null;
  };
}

export function composeLabels(
  reading: Reading,
  request: LabelRequest,
  scoresOf: ScoresOf,
): { total: number; looked: number; refused: number; held: number; masked: number; without: number; labels: Label[] } {
  const scores = scoresFor(reading, request, scoresOf);
  const view = customerView(reading, scores, request.filter, request.sort);
  const rowOf = customerRows(reading, scores, request.filter.shop, request.basis.excluded);
  const addresses = reading.connection.prepare<[number], Addressed>(newestAddress);
  const { old, wrong } = markedPoints(reading);
  // The newest that is whole, and that they have not moved from.
  const addressOf = (id: number): Addressed | undefined => {
    for (const found of addresses.iterate(id)) if (old.get(id)?.has(found.address.trim()) !== true) return found;
    return undefined;
  };
  const guard = guardOf(reading, { on: request.basis.on });
  const labels: Label[] = [];
  const counts = { looked: 0, refused: 0, held: 0, masked: 0, without: 0 };
  for (const id of customerIds(scores, view.places.subarray(0, request.limit))) {
    const row = rowOf(id);
    if (row === null) continue;
    counts.looked += 1;
    const held = guard(id);
    if (held.length > 0) {
      if (held.some(({ why }) => why === 'optOut')) counts.refused += 1;
      else counts.held += 1;
      continue;
    }
    const found = addressOf(id);
    if (found === undefined) counts.without += 1;
    else if (found.address.includes('*')) counts.masked += 1;
    else labels.push(labelOf(row, wrong.has(id) ? { ...found, phone: null } : found));
  }
  return { total: view.places.length, ...counts, labels };
}
