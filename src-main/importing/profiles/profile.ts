/** A marketplace's export described as data: which words stand above which columns. Nothing here runs on rows. */

import type { MappableField, Mapping } from '../../../src-shared/contract/imports.ts';
import type { Marketplace } from '../../../src-shared/marketplace.ts';

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
  /** See the mapping's own words. */
  readonly firstRow?: readonly MappableField[];
  readonly linesPriced?: boolean;
}
