/**
 * An interval for what each contacted person brought on average, that rests on nothing but the draw: the people are drawn again, tier by tier, as often
 * as needed, and every effect stays in the interval under which what was seen is no rarity among the draws. R. A. Fisher, The Design of Experiments
 * (1935); the difference is measured by its own error, so that it holds for averages too where people differ in how they answer: E. Chung, J. P. Romano,
 * Annals of Statistics 41 (2013); J. Wu, P. Ding, J. of the American Statistical Association 116 (2021). Nothing is taken for granted of how money is spread:
 * a single large order among sixty people is as it is.
 */

import type { Interval } from './differences.ts';

export interface DrawnPerson {
  /** Those of a block were drawn with one share. 0, 1, … */
  readonly block: number;
  readonly stratum: string;
  readonly isHeld: boolean;
  /** What they brought. */
  readonly value: number;
}

/** How often people are drawn again, at most and at least; and how many single picks that may take in all. */
const MOST_DRAWS = 1999;
const FEWEST_DRAWS = 199;
const MOST_PICKS = 20_000_000;
const TAIL = 0.025;

/** Of the held back of a block, in one draw: their values' sum and squares; how many of them were contacted truly, and those ones' sum. */
const SUMS = 4;

interface Stretch {
  readonly block: number;
  readonly from: number;
  readonly to: number;
  readonly held: number;
}

interface Blocks {
  readonly count: number;
  readonly people: Float64Array;
  readonly held: Float64Array;
  readonly sum: Float64Array;
  readonly squares: Float64Array;
  readonly sumContacted: Float64Array;
}

interface Sorted {
  readonly values: Float64Array;
  readonly isHeld: Uint8Array;
  readonly stretches: readonly Stretch[];
  readonly blocks: Blocks;
}

function stretchesOf(people: readonly DrawnPerson[]): Stretch[] {
  const found: Stretch[] = [];
  for (let from = 0; from < people.length; ) {
    const { block = 0, stratum } = people[from] ?? {};
    let to = from;
    let held = 0;
    while (people[to] !== undefined && people[to]?.block === block && people[to]?.stratum === stratum) {
      if (people[to]?.isHeld === true) held += 1;
      to += 1;
    }
    found.push({ block, from, to, held });
    from = to;
  }
  return found;
}

function sorted(people: readonly DrawnPerson[]): Sorted {
  const all = [...people].sort((a, b) =>
    a.block !== b.block ? a.block - b.block : a.stratum < b.stratum ? -1 : a.stratum > b.stratum ? 1 : 0,
  );
  const count = (all.at(-1)?.block ?? 0) + 1;
  const blocks: Blocks = {
    count,
    people: new Float64Array(count),
    held: new Float64Array(count),
    sum: new Float64Array(count),
    squares: new Float64Array(count),
    sumContacted: new Float64Array(count),
  };
  const add = (to: Float64Array, block: number, value: number): void => {
    to[block] = (to[block] ?? 0) + value;
  };
  for (const { block, isHeld, value } of all) {
    add(blocks.people, block, 1);
    add(blocks.held, block, isHeld ? 1 : 0);
    add(blocks.sum, block, value);
    add(blocks.squares, block, value * value);
    add(blocks.sumContacted, block, isHeld ? 0 : value);
  }
  return {
    values: Float64Array.from(all, ({ value }) => value),
    isHeld: Uint8Array.from(all, ({ isHeld }) => (isHeld ? 1 : 0)),
    stretches: stretchesOf(all),
    blocks,
  };
}

/** The sums of `SUMS` of each block: first as it was, then of each draw. */
function drawAgain({ values, isHeld, stretches, blocks }: Sorted, draws: number, next: () => number): Float64Array {
  const width = SUMS * blocks.count;
  const rows = new Float64Array(width * (draws + 1));
  const order = Int32Array.from(values, (_, at) => at);
  const keep = (row: number, block: number, sums: readonly [number, number, number, number]): void => {
    const at = row * width + block * SUMS;
    for (const [nth, sum] of sums.entries()) rows[at + nth] = (rows[at + nth] ?? 0) + sum;
  };
  for (const { block, from, to } of stretches) {
    let [sum, squares] = [0, 0];
    for (let person = from; person < to; person += 1) {
      if (isHeld[person] === 0) continue;
      const value = values[person] ?? 0;
      sum += value;
      squares += value * value;
    }
    keep(0, block, [sum, squares, 0, 0]);
  }
  for (let row = 1; row <= draws; row += 1)
    for (const { block, from, to, held } of stretches) {
      let [sum, squares, moved, sumMoved] = [0, 0, 0, 0];
      for (let place = from; place < from + held; place += 1) {
        const other = place + Math.floor(next() * (to - place));
        const person = order[other] ?? 0;
        order[other] = order[place] ?? 0;
        order[place] = person;
        const value = values[person] ?? 0;
        const wasContacted = 1 - (isHeld[person] ?? 0);
        sum += value;
        squares += value * value;
        moved += wasContacted;
        sumMoved += wasContacted * value;
      }
      keep(row, block, [sum, squares, moved, sumMoved]);
    }
  return rows;
}

/** The difference of a draw by its own error, if every contacted person had brought `effect` more by being contacted. */
function measured(blocks: Blocks, rows: Float64Array, row: number, effect: number): number {
  let [difference, variance] = [0, 0];
  for (let block = 0; block < blocks.count; block += 1) {
    const at = (row * blocks.count + block) * SUMS;
    const held = blocks.held[block] ?? 0;
    const contacted = (blocks.people[block] ?? 0) - held;
    const moved = rows[at + 2] ?? 0;
    const heldSum = (rows[at] ?? 0) - effect * moved;
    const heldSquares = (rows[at + 1] ?? 0) - 2 * effect * (rows[at + 3] ?? 0) + effect ** 2 * moved;
    const sum = (blocks.sum[block] ?? 0) - effect * contacted - heldSum;
    const squares =
      (blocks.squares[block] ?? 0) -
      2 * effect * (blocks.sumContacted[block] ?? 0) +
      effect ** 2 * contacted -
      heldSquares;
    // Each contacted person counts once, so a block counts by its contacted people.
    difference += contacted * (sum / contacted - heldSum / held);
    variance +=
      contacted ** 2 *
      (Math.max(0, squares - sum ** 2 / contacted) / (contacted - 1) / contacted +
        Math.max(0, heldSquares - heldSum ** 2 / held) / (held - 1) / held);
  }
  return variance > 0 ? difference / Math.sqrt(variance) : difference === 0 ? 0 : Math.sign(difference) * Infinity;
}

export interface RandomisationOptions {
  /** 0 ≤ x < 1, seeded. */
  readonly next: () => number;
  /** Where to look: the difference and about its error. */
  readonly near: { readonly effect: number; readonly error: number };
  readonly draws?: number;
}

/** Of the effect on a contacted person. Every block has at least two of each arm. */
export function randomisationInterval(
  people: readonly DrawnPerson[],
  { next, near, draws: asked }: RandomisationOptions,
): Interval {
  const all = sorted(people);
  const picks = people.filter(({ isHeld }) => isHeld).length;
  const draws =
    asked ?? Math.max(FEWEST_DRAWS, Math.min(MOST_DRAWS, Math.floor(MOST_PICKS / Math.max(1, picks) / 200) * 200 - 1));
  const rows = drawAgain(all, draws, next);
  /** The share of draws that are at least as far out as what was seen, on that side. */
  const rarity = (effect: number, side: 1 | -1): number => {
    const seen = side * measured(all.blocks, rows, 0, effect);
    const edge = seen - 1e-9 * (1 + Math.abs(seen));
    let far = 1;
    for (let row = 1; row <= draws; row += 1) if (side * measured(all.blocks, rows, row, effect) >= edge) far += 1;
    return far / (draws + 1);
  };
  /** On the upper side a rare one is far below, on the lower far above. */
  const isRare = (effect: number, side: 1 | -1): boolean => rarity(effect, side === 1 ? -1 : 1) <= TAIL;
  const end = (side: 1 | -1): number => {
    let inside = near.effect;
    let outside = near.effect + side * 2 * near.error;
    for (let step = 0; step < 40 && !isRare(outside, side); step += 1) {
      const wider = outside + (outside - near.effect) * 0.7;
      inside = outside;
      outside = wider;
    }
    for (let step = 0; step < 14; step += 1) {
      const middle = (inside + outside) / 2;
      if (isRare(middle, side)) outside = middle;
      else inside = middle;
    }
    return outside;
  };
  return { low: end(-1), high: end(1) };
}
