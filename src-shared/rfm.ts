/** RFM scores to eight tiers (层). Pure; the scores come from `metrics/rfm`. */

/** Named by 近勤多: r, f, m in capitals when high. `rfm` = 一般挽留 … `RFM` = 重要价值. */
export const tiers = ['RFM', 'RfM', 'rFM', 'rfM', 'RFm', 'Rfm', 'rFm', 'rfm'] as const;
export type Tier = (typeof tiers)[number];

export const rfmDefinitions = ['quantile', 'ntile', 'typed'] as const;
export type RfmDefinition = (typeof rfmDefinitions)[number];

/** The owner's own lines: near = at most so many days, often = at least so many orders, much = at least so much net money. */
export interface TypedLines {
  readonly recencyDays: number;
  readonly frequency: number;
  readonly netMinor: number;
}

export const defaultTypedLines: TypedLines = { recencyDays: 60, frequency: 3, netMinor: 60_000 };

/** A score is high from here on (quintiles 4 and 5). */
export const highScore = 4;

/** The tier of three scores 1…5. */
export function tierOf(r: number, f: number, m: number): Tier {
  const name = `${r >= highScore ? 'R' : 'r'}${f >= highScore ? 'F' : 'f'}${m >= highScore ? 'M' : 'm'}`;
  const found = tiers.find((tier) => tier === name);
  if (found === undefined) throw new Error(`no such tier: ${name}`);
  return found;
}

/** In the arrays of all customers' figures (days since 1970-01-01): no counted order. */
export const noDay = -1_000_000;
/** In the array of all customers' tiers: not scored. Otherwise the place in `tiers`. */
export const noTier = 255;
