/** What every part of the recovery page is given to try the ledger once more. */

/** Once more: what is wrong may have been put right outside the program. */
export interface Retry {
  readonly run: () => void;
  readonly busy: boolean;
}
