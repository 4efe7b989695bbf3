/**
 * The ladder from A, who has not bought yet, to E, who comes often and spends much each time: two lines part buyers into four, how often and
 * how much each time. As `metrics/ladder.sql` has it.
 */

export const ladderSteps = ['A', 'B', 'C', 'D', 'E'] as const;
export type LadderStep = (typeof ladderSteps)[number];

/** The owner's lines and words. */
export interface LadderRules {
  /** From how many counted orders on somebody comes often; null: as many as the owner's own line of the tiers says. */
  readonly oftenOrders: number | null;
  /** From which mean of an order on it is much, in minor units; null: the mean of the buyer in the middle. */
  readonly averageMinor: number | null;
  /** What a step is called; '' or none: as the program calls it. */
  readonly names: Readonly<Partial<Record<LadderStep, string>>>;
}

export const defaultLadder: LadderRules = { oftenOrders: null, averageMinor: null, names: {} };

export interface LadderLines {
  readonly oftenOrders: number;
  /** In minor units, not rounded; null: nobody has bought, so nobody is below it. */
  readonly averageMinor: number | null;
}

/** Of a buyer (B … E) or, without a counted order, A. Who placed no order at all stands on no step. */
export function ladderStep(orders: number, netMinor: number, { oftenOrders, averageMinor }: LadderLines): LadderStep {
  if (orders === 0) return 'A';
  const isOften = orders >= oftenOrders;
  if (averageMinor !== null && netMinor / orders < averageMinor) return isOften ? 'C' : 'B';
  return isOften ? 'E' : 'D';
}

/** The value in the middle of them, in no order; of two the mean of both; null: there is none. */
export function medianOf(values: ArrayLike<number>): number | null {
  const sorted = Float64Array.from(values).sort();
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
