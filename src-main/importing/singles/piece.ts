/** What a reading thread is asked and what it answers: one piece of a file, read. Plain values and typed arrays, for they are sent. */

import type { Encoding, Mapping } from '../../../src-shared/contract/imports.ts';
import type { RowProblem } from '../../../src-shared/row-problem.ts';
import type { CellFix } from '../damage/fix-rows.ts';
import { keyRanks } from '../key-ranks.ts';
import type { RawRow } from '../readers/reader.ts';
import type { PackedTexts } from './packed-texts.ts';
import type { Pages } from './record-pages.ts';

/** How a file is read; the same for all its pieces. */
export interface Manner {
  readonly header: readonly string[];
  readonly mapping: Mapping;
  readonly marketplace: string;
  /** The owner named the shop: what the rows say of it does not matter. */
  readonly shopChosen: boolean;
  readonly delimiter: string;
  readonly encoding: Encoding;
  /** The encoding was only guessed from the beginning of the file: bytes that do not fit it end the reading. */
  readonly strict: boolean;
  /** Moments after this one have not come yet. */
  readonly latest: string;
  /** Cells the owner corrected. */
  readonly fixes: readonly CellFix[];
}

export interface PieceAsk {
  /** Alone in their buffer, which is sent away with them. */
  readonly bytes: Uint8Array;
  readonly firstRow: number;
  readonly records: number;
  /** Number of its first row among all rows of the check: folds are numbered by it. */
  readonly firstFold: number;
  /** Number of its first segment among all segments of the check. */
  readonly firstSegment: number;
}

/** Rows of a piece that belong to one shop and currency. */
export interface Segment {
  /** null: they say nothing of it and go with the rows before. */
  readonly named: { readonly shopName: string | null; readonly currency: string } | null;
  readonly firstRow: number;
  readonly rows: number;
  /** Their raw rows as the ledger keeps them. */
  readonly block: Uint8Array;
}

export interface PlacedProblem extends RowProblem {
  readonly segment: number;
  /** The order it stops; null: it stops none. */
  readonly orderNumber: string | null;
}

/** A row that cannot be an order by itself. */
export interface LooseRow {
  readonly segment: number;
  readonly row: number;
  readonly orderNumber: string;
  readonly hash: Uint8Array;
}

/** Kinds of words an order has, in the order of `Folds.words`: its keys, and the shown phone, which is whole or masked. */
export const wordKinds = [...keyRanks, 'shownPhone'] as const;

/** What a fold says of the person, as bits of `Folds.says`. */
export const says = {
  readableName: 1,
  name: 2,
  readableBuyer: 4,
  buyer: 8,
  wholePhone: 16,
  maskedPhone: 32,
  province: 64,
  city: 128,
} as const;

/** Orders that may turn out to be spoken of by their one row alone; one entry each in every array. */
export interface Folds {
  readonly pages: Pages;
  readonly numbers: Int32Array;
  readonly segments: Uint16Array;
  /** Two numbers each: the hash of the order number. */
  readonly hashes: Uint32Array;
  /** One of each of `wordKinds`: places in `texts`, or -1. */
  readonly words: Int32Array;
  /** Behind one letter: of the key's rank (`textOfIdentity`), or m for a masked phone. */
  readonly texts: PackedTexts;
  readonly says: Uint8Array;
  /** Place in `orderStatuses`; 16 more when the order counts. */
  readonly states: Uint8Array;
  /** Three each: paid, refund, net; NaN: not known. */
  readonly money: Float64Array;
  /** YYYYMMDDhhmmss of the order, else of its payment; 0: neither. */
  readonly moments: Float64Array;
}

export interface PieceAnswer {
  readonly segments: readonly Segment[];
  readonly problems: readonly PlacedProblem[];
  readonly loose: readonly LooseRow[];
  /** Two numbers each: hashes of the order numbers of loose and of stopped rows. */
  readonly otherHashes: Uint32Array;
  readonly folds: Folds;
  readonly rows: number;
  /** Empty rows at its end: rows only if others follow. */
  readonly emptyEnd: readonly RawRow[];
}

/** What stopped a piece: the reader makes a Problem of it. */
export type PieceFault =
  | { readonly kind: 'too-many-columns' }
  | { readonly kind: 'damaged'; readonly row: number }
  | { readonly kind: 'other-encoding' };
