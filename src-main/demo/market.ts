/** A marketplace as a made shop has it: how orders are numbered, how much of a buyer is printed, what its exports can say, which there are. */

import type { Marketplace } from '../../src-shared/marketplace.ts';
import type { OpennessWeights } from './crowd.ts';
import type { Tells } from './made-order.ts';
import type { Writer } from './writer.ts';

/** What an order's number may be made of. */
export interface NumberParts {
  /** 'YYYY-MM-DD HH:MM:SS'. */
  readonly orderedAt: string;
  /** Counts the orders of the market, from 1. */
  readonly serial: number;
}

export interface Market {
  /** What it is asked for by. */
  readonly name: string;
  readonly marketplace: Marketplace;
  readonly openness: OpennessWeights;
  readonly tells: Tells;
  readonly numberOf: (parts: NumberParts) => string;
  /** All files of one stretch of time: orders, things bought, after-sale cases. */
  readonly writers: readonly [Writer, ...Writer[]];
}

export const digitsOf = (moment: string): string => moment.replace(/\D/g, '');

export const padded = (serial: number, digits: number): string => String(serial).padStart(digits, '0');

export const openOnly: OpennessWeights = [['open', 1]];
export const hiddenOnly: OpennessWeights = [['hidden', 1]];
