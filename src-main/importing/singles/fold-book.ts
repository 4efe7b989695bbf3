/** The folds of one piece: each row laid on pages, and what the matching needs of it as numbers. Part of `read-piece`. */

import { orderStatuses } from '../../../src-shared/order.ts';
import { readPhone } from '../../../src-shared/phone.ts';
import { keysOfOrder } from '../identity-keys.ts';
import { rankOf } from '../key-ranks.ts';
import type { RowStatement } from '../normalise/normalised-row.ts';
import { hashOfText } from '../readers/row-hash.ts';
import { foldAlone } from './fold-alone.ts';
import { textOfIdentity } from './numbered-singles.ts';
import { type TextPacker, textPacker } from './packed-texts.ts';
import { type Folds, says, wordKinds } from './piece.ts';
import { type RecordPages, recordPages } from './record-pages.ts';

const WORDS = wordKinds.length;
const MONEYS = 3;
const PHONE = wordKinds.indexOf('phone');
const SHOWN_PHONE = wordKinds.indexOf('shownPhone');
const statusPlace = new Map(orderStatuses.map((status, place) => [status, place]));
/** Added to a status' place when the order counts. */
export const COUNTS = 16;

function saysOf({ receiverName, buyerId, province, city }: RowStatement, phone: string): number {
  const named = (text: string | null, present: number, readable: number): number =>
    text === null || text === '' ? 0 : text.includes('*') ? present : present | readable;
  const ofPhone = phone === 'whole' ? says.wholePhone : phone === 'masked' ? says.maskedPhone : 0;
  return (
    named(receiverName, says.name, says.readableName) |
    named(buyerId, says.buyer, says.readableBuyer) |
    ofPhone |
    (province ? says.province : 0) |
    (city ? says.city : 0)
  );
}

/** '2026-06-30 18:05:09' → 20260630180509. */
function momentOf({ orderedAt, paidAt }: RowStatement): number {
  const text = orderedAt ?? paidAt;
  if (text === null) return 0;
  let moment = 0;
  for (let at = 0; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit >= 0 && digit <= 9) moment = moment * 10 + digit;
  }
  return moment;
}

export interface FoldBook {
  /** false: the row is too long for a page. */
  readonly add: (number: number, segment: number, row: RowStatement, hash: Uint8Array) => boolean;
  readonly folds: () => Folds;
}

/** What is filled by one piece after the other. */
export interface FoldRoom {
  readonly pages: RecordPages;
  readonly texts: TextPacker;
}

export function foldRoom(): FoldRoom {
  return { pages: recordPages(), texts: textPacker() };
}

/** Collects folds; `most`: rows of the piece. The room is this piece's alone until its folds are taken. */
export function foldBook(
  { pages, texts }: FoldRoom,
  marketplace: string,
  most: number,
  firstSegment: number,
): FoldBook {
  const numbers = new Int32Array(most);
  const segments = new Uint16Array(most);
  const hashes = new Uint32Array(2 * most);
  const words = new Int32Array(WORDS * most).fill(-1);
  const said = new Uint8Array(most);
  const states = new Uint8Array(most);
  const money = new Float64Array(MONEYS * most).fill(Number.NaN);
  const moments = new Float64Array(most);
  // A piece before that came to nothing may have left something.
  pages.clear();
  texts.clear();
  let count = 0;

  // Within one piece hardly anybody comes twice: texts are compared where all pieces meet.
  const placeOf = (text: string): number => texts.add(text);

  /** false: the row is too long for a page. */
  function add(number: number, segment: number, row: RowStatement, hash: Uint8Array): boolean {
    const { status, counts, netMinor } = foldAlone(row);
    const counted = counts ? 1 : 0;
    // biome-ignore format: the columns of staged_fold, line by line as they belong together
    const values = [
      null, firstSegment + segment, row.row, row.orderNumber, hash, status, counted,
      row.statusWord, row.closeReason, row.orderedAt, row.paidAt, row.shippedAt, row.completedAt,
      row.totalMinor, row.paidMinor, row.refundMinor, netMinor,
      row.buyerId, row.buyerEmail, row.receiverName, row.receiverPhone,
      row.province, row.city, row.district, row.address,
      row.itemsText, row.quantity, row.buyerNote, row.sellerNote, row.carrier, row.trackingNumber,
    ];
    if (!pages.add(number, values)) return false;
    const at = count;
    count += 1;
    numbers[at] = number;
    segments[at] = segment;
    const [high, low] = hashOfText(row.orderNumber);
    hashes[2 * at] = high;
    hashes[2 * at + 1] = low;
    for (const key of keysOfOrder(marketplace, row, null))
      words[WORDS * at + rankOf(key)] = placeOf(textOfIdentity(key));
    const phone = readPhone(row.receiverPhone ?? '');
    if (phone.kind === 'whole') words[WORDS * at + SHOWN_PHONE] = words[WORDS * at + PHONE] ?? -1;
    else if (phone.kind === 'masked') words[WORDS * at + SHOWN_PHONE] = placeOf(`m${phone.value}`);
    said[at] = saysOf(row, phone.kind);
    states[at] = (statusPlace.get(status) ?? 0) + (counts ? COUNTS : 0);
    money[MONEYS * at] = row.paidMinor ?? Number.NaN;
    money[MONEYS * at + 1] = row.refundMinor ?? Number.NaN;
    money[MONEYS * at + 2] = netMinor ?? Number.NaN;
    moments[at] = momentOf(row);
    return true;
  }

  const folds = (): Folds => ({
    pages: pages.take(),
    numbers: numbers.slice(0, count),
    segments: segments.slice(0, count),
    hashes: hashes.slice(0, 2 * count),
    words: words.slice(0, WORDS * count),
    texts: texts.take(),
    says: said.slice(0, count),
    states: states.slice(0, count),
    money: money.slice(0, MONEYS * count),
    moments: moments.slice(0, count),
  });
  return { add, folds };
}
