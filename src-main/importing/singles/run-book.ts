/** Which rows of a piece belong to one shop and currency. Part of `read-piece`; `stage-groups` says the same of whole files. */

import type { NormalisedRow } from '../normalise/normalised-row.ts';
import type { Segment } from './piece.ts';

export interface Run {
  readonly named: Segment['named'];
  /** Record number of its first row. */
  readonly firstRow: number;
  /** Its rows, by their places among all that were placed. */
  readonly rows: number[];
}

/** Which rows belong together. Rows that name no shop go with those before; rows that all name one may come in any order. */
export interface RunBook {
  readonly runs: readonly Run[];
  /** Number of the run that the next row goes to; `record`: its number in the file. */
  readonly place: (record: number, row: NormalisedRow) => number;
}

export function runBook(shopChosen: boolean): RunBook {
  const runs: Run[] = [];
  let last = -1;
  let placed = 0;
  let allNamed = true;
  const isSame = ({ named }: Run, shopName: string | null, currency: string): boolean =>
    named !== null && named.shopName === shopName && named.currency === currency;
  return {
    runs,
    place(firstRow: number, { shopName, currency, orderNumber, isPlaced }: NormalisedRow): number {
      if (orderNumber === null || !isPlaced) {
        if (last < 0) last = runs.push({ named: null, firstRow, rows: [] }) - 1;
      } else {
        const name = shopChosen ? null : shopName;
        allNamed &&= name !== null;
        const before = runs[last];
        const goes =
          before !== undefined &&
          (isSame(before, name, currency) || (name === null && before.named?.currency === currency));
        if (!goes) {
          const known = allNamed ? runs.findIndex((run) => isSame(run, name, currency)) : -1;
          last = known >= 0 ? known : runs.push({ named: { shopName: name, currency }, firstRow, rows: [] }) - 1;
        }
      }
      runs[last]?.rows.push(placed);
      placed += 1;
      return last;
    },
  };
}
