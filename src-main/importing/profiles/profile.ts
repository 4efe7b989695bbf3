/** A marketplace's export described as data: which words stand above which columns. Nothing here runs on rows. */

import type { MappableField, Mapping } from '../../../src-shared/contract/mappings.ts';
import type { Marketplace } from '../../../src-shared/marketplace.ts';

/** How rows are read, beyond which column is which: the notions of `Mapping`, explained there. */
export type Reading = Pick<
  Mapping,
  | 'firstRow'
  | 'numberOnce'
  | 'linesPriced'
  | 'discountsApart'
  | 'onePiece'
  | 'itemsPacked'
  | 'statuses'
  | 'refundedBy'
  | 'refundInNote'
  | 'splitNote'
  | 'datedNumber'
  | 'buyerByPhone'
  | 'idInBrackets'
>;

export interface Profile {
  readonly id: string;
  readonly marketplace: Marketplace;
  readonly granularity: Mapping['granularity'];
  readonly currency: string;
  readonly dateOrder: Mapping['dateOrder'];
  /** Field → the words above its columns, best first. */
  readonly fields: Readonly<Partial<Record<MappableField, readonly string[]>>>;
  /** Words that only this export has: at least `needed` of them must be there. */
  readonly marks: readonly string[];
  readonly needed: number;
  /** Words that tell it from its sibling. One of them and it is not this export. */
  readonly foreign: readonly string[];
  /** Fields that every generation of the export has a column for: without one, the owner is asked where it is. */
  readonly always: readonly MappableField[];
  /** Further words that stand above its columns in some generation. They are known, and not read. */
  readonly unread: readonly string[];
  readonly reading?: Reading;
  /** Columns that name the seller, alike in all rows of our own sales: where they differ, it is a list of purchases. */
  readonly sellers?: readonly string[];
  /** Nobody has seen this export: its words are guessed, and the owner is always asked. */
  readonly isGuess?: boolean;
}

/** A list of words on few lines: 'a | b | c'. */
export function words(list: string): readonly string[] {
  return list.split('|').flatMap((word) => word.trim() || []);
}
