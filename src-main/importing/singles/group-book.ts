/**
 * The people that single orders make, group by group: what their newest orders say of them and what all of them come to, gathered from
 * numbers alone. Says of a customer what `refresh-customers` says of a stored one. Between the matching and `fresh-people`.
 */

import { COUNTS } from './fold-book.ts';
import { says, wordKinds } from './piece.ts';
import type { SinglesPiece } from './singles.ts';

const WORDS = wordKinds.length;
const SHOWN_PHONE = wordKinds.indexOf('shownPhone');

/** What is taken from the newest order that has it. */
const slots = [
  says.readableName,
  says.name,
  says.readableBuyer,
  says.buyer,
  says.wholePhone,
  says.maskedPhone,
  says.province,
  says.city,
] as const;
const SLOTS = slots.length;
/** Nothing found. */
const NONE = -1;

/** What a customer's orders in one shop come to. */
export interface GroupTotals {
  readonly orders: number;
  readonly counted: number;
  readonly paidMinor: number;
  readonly refundMinor: number;
  readonly netMinor: number;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
}

export interface PersonFolds {
  readonly nameFold: number | null;
  /** The name is the buyer id of `nameFold`. */
  readonly nameIsBuyer: boolean;
  readonly buyerFold: number | null;
  /** Place of the phone's text. */
  readonly phone: number | null;
  readonly regionFold: number | null;
}

export interface GroupBook {
  /** Adds the fold at this place of its piece to a group. */
  add(group: number, piece: SinglesPiece, at: number, shop: number): void;
  /** Two of the group's orders are of the same second: which is the newer, their order numbers decide, which are not known here. */
  isTied(group: number): boolean;
  person(group: number): PersonFolds;
  /** null: no order in this shop. */
  totals(group: number, shop: number): GroupTotals | null;
}

function dayOf(moment: number): string | null {
  if (moment === 0) return null;
  const text = String(Math.floor(moment / 1_000_000));
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`;
}

/** For so many groups and shops. */
export function groupBook(groups: number, shops: number): GroupBook {
  const moments = new Float64Array(groups * SLOTS);
  const folds = new Int32Array(groups * SLOTS).fill(NONE);
  const phones = new Int32Array(groups * 2).fill(NONE);
  const tied = new Uint8Array(groups);
  const orders = new Int32Array(groups * shops);
  const counted = new Int32Array(groups * shops);
  const paid = new Float64Array(groups * shops);
  const refunded = new Float64Array(groups * shops);
  const net = new Float64Array(groups * shops);
  const first = new Float64Array(groups * shops);
  const last = new Float64Array(groups * shops);

  function addFacts(group: number, piece: SinglesPiece, at: number): void {
    const said = piece.says[at] ?? 0;
    const moment = piece.moments[at] ?? 0;
    for (let slot = 0; slot < SLOTS; slot += 1) {
      if ((said & (slots[slot] ?? 0)) === 0) continue;
      const place = group * SLOTS + slot;
      const before = folds[place] ?? NONE;
      if (before !== NONE && moment === moments[place]) tied[group] = 1;
      if (before !== NONE && moment <= (moments[place] ?? 0)) continue;
      moments[place] = moment;
      folds[place] = piece.numbers[at] ?? 0;
      if (slot === 4 || slot === 5) phones[group * 2 + slot - 4] = piece.words[WORDS * at + SHOWN_PHONE] ?? NONE;
    }
  }

  return {
    add(group, piece, at, shop) {
      addFacts(group, piece, at);
      const place = group * shops + shop;
      orders[place] = (orders[place] ?? 0) + 1;
      if ((piece.states[at] ?? 0) < COUNTS) return;
      const amount = (offset: number): number => {
        const value = piece.money[3 * at + offset] ?? Number.NaN;
        return Number.isNaN(value) ? 0 : value;
      };
      counted[place] = (counted[place] ?? 0) + 1;
      paid[place] = (paid[place] ?? 0) + amount(0);
      refunded[place] = (refunded[place] ?? 0) + amount(1);
      net[place] = (net[place] ?? 0) + amount(2);
      const moment = piece.moments[at] ?? 0;
      if (moment === 0) return;
      if (first[place] === 0 || moment < (first[place] ?? 0)) first[place] = moment;
      if (moment > (last[place] ?? 0)) last[place] = moment;
    },
    isTied: (group) => tied[group] === 1,
    person(group) {
      const fold = (slot: number): number | null => {
        const found = folds[group * SLOTS + slot] ?? NONE;
        return found === NONE ? null : found;
      };
      const [readableName, name, readableBuyer, buyer] = [fold(0), fold(1), fold(2), fold(3)];
      const nameIsBuyer = readableName === null && (readableBuyer !== null || (name === null && buyer !== null));
      const phone = [phones[group * 2], phones[group * 2 + 1]].find((word) => word !== undefined && word !== NONE);
      return {
        nameFold: readableName ?? readableBuyer ?? name ?? buyer,
        nameIsBuyer,
        buyerFold: readableBuyer ?? buyer,
        phone: phone ?? null,
        regionFold: fold(6) ?? fold(7),
      };
    },
    totals(group, shop) {
      const place = group * shops + shop;
      if ((orders[place] ?? 0) === 0) return null;
      return {
        orders: orders[place] ?? 0,
        counted: counted[place] ?? 0,
        paidMinor: paid[place] ?? 0,
        refundMinor: refunded[place] ?? 0,
        netMinor: net[place] ?? 0,
        firstDay: dayOf(first[place] ?? 0),
        lastDay: dayOf(last[place] ?? 0),
      };
    },
  };
}
