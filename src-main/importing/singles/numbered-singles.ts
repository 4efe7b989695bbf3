/**
 * The orders of a check as numbers for the matching: the single ones first, as their threads gave them, then all others. Between `singles`
 * and `match-customer`.
 */

import type { IdentityKey } from '../../../src-shared/identity.ts';
import { keyRanks, kindOfRank, rankOf } from '../key-ranks.ts';
import type { OrderKeys } from '../match-customer.ts';
import type { Numbered } from '../numbered-keys.ts';
import { eachMatched } from './each-single.ts';
import { textPacker } from './packed-texts.ts';
import { wordKinds } from './piece.ts';
import type { Singles } from './singles.ts';

const WORDS = wordKinds.length;
const KEYS = keyRanks.length;
/** Of a text that is no key. */
const NO_RANK = 255;
const letters = keyRanks.map((rank) => rank.charAt(0));
/** By the code of the letter before the value. */
const rankOfCode = new Uint8Array(256).fill(NO_RANK);
letters.forEach((letter, rank) => {
  rankOfCode[letter.charCodeAt(0)] = rank;
});

/** A key as one text: the letter of its rank before its value. */
export function textOfIdentity(key: IdentityKey): string {
  return `${letters[rankOf(key)] ?? ''}${key.value}`;
}

/** The key a text stands for. */
export function keyOfText(text: string): IdentityKey {
  return { kind: kindOfRank(rankOfCode[text.charCodeAt(0)] ?? NO_RANK), value: text.slice(1) };
}

export interface NumberedSingles extends Numbered {
  /** The fold of each single order, by its place: the first `folds.length` orders are single ones. */
  readonly folds: Int32Array;
  /** Of the others. */
  readonly orderIds: readonly number[];
}

/** Folds that were put back are left out, and those that join a customer by themselves (see `known-people`). */
export function numberSingles(singles: Singles, joins: Int32Array, others: readonly OrderKeys[]): NumberedSingles {
  const { texts } = singles;
  let own = 0;
  eachMatched(singles, joins, () => {
    own += 1;
  });
  const ofOthers = others.reduce((sum, { keys }) => sum + keys.length, 0);
  const folds = new Int32Array(own);
  const starts = new Int32Array(own + others.length + 1);
  const numbers = new Int32Array(own * KEYS + ofOthers);
  let [order, filled] = [0, 0];
  eachMatched(singles, joins, ({ numbers: foldNumbers, words }, at) => {
    folds[order] = foldNumbers[at] ?? 0;
    for (let rank = 0; rank < KEYS; rank += 1) {
      const word = words[WORDS * at + rank] ?? -1;
      if (word >= 0) numbers[filled++] = word;
    }
    order += 1;
    starts[order] = filled;
  });
  const packer = textPacker();
  for (const { keys } of others) {
    for (const key of keys) packer.add(textOfIdentity(key));
    filled += keys.length;
    order += 1;
    starts[order] = filled;
  }
  numbers.set(texts.placesOf(packer.take()), filled - ofOthers);
  const ranks = new Uint8Array(texts.count());
  for (let key = 0; key < ranks.length; key += 1) ranks[key] = rankOfCode[texts.letter(key)] ?? NO_RANK;
  return {
    orderCount: order,
    ranks,
    textOf: (key) => texts.text(key).slice(1),
    numbers: numbers.subarray(0, filled),
    starts,
    folds,
    orderIds: others.map(({ orderId }) => orderId),
    keyNumber: (key) => texts.find(textOfIdentity(key)),
  };
}
