/**
 * Where in a customer's life as a customer somebody stands: a pure function of the days they bought on and the day it is asked for. Who has
 * at least two gaps between purchase days is held against the middle one of their own; everybody else against the gaps of the whole shop.
 */

/** From the newest to the one that is given up. */
export const lifeStages = ['new', 'active', 'due', 'sleeping', 'lost'] as const;
export type LifeStage = (typeof lifeStages)[number];

/** `none`: never bought. */
export const lifeChoices = [...lifeStages, 'none'] as const;
export type LifeChoice = (typeof lifeChoices)[number];

/** After how many days without a purchase somebody is due, sleeping, lost. Past a line, not on it. */
export interface LifeLines {
  readonly due: number;
  readonly sleeping: number;
  readonly lost: number;
}

/** How many times the own gap each line is. */
export const ownTimes = { due: 1, sleeping: 1.5, lost: 3 } as const;

/** By their own middle gap, in days. */
export function ownLines(gapDays: number): LifeLines {
  const { due, sleeping, lost } = ownTimes;
  return { due: due * gapDays, sleeping: sleeping * gapDays, lost: lost * gapDays };
}

/**
 * `sinceDays`: since the last purchase. `lines`: null where nobody of the shop ever came a second time: then nothing says when anybody would
 * be due, and nobody is.
 */
export function lifeStage({
  sinceDays,
  purchaseDays,
  lines,
}: {
  readonly sinceDays: number;
  readonly purchaseDays: number;
  readonly lines: LifeLines | null;
}): LifeStage {
  if (lines === null || sinceDays <= lines.due) return purchaseDays === 1 ? 'new' : 'active';
  if (sinceDays <= lines.sleeping) return 'due';
  return sinceDays <= lines.lost ? 'sleeping' : 'lost';
}
