/**
 * Who is contacted and who is held back: a draw that anybody can repeat. Each person has a number between 0 and 1 that is made of the seed and of the
 * identity they are known by; of each tier those with the smallest numbers are held back, and over all tiers everybody with the same chance.
 */

import { hash } from 'node:crypto';

export const arms = ['contacted', 'held'] as const;
export type Arm = (typeof arms)[number];

export interface Candidate {
  /** The identity: '<kind>:<value>'. */
  readonly key: string;
  readonly stratum: string;
  /** The arm they are in already; null: they are new. */
  readonly known: Arm | null;
}

/** 0 ≤ x < 1, the same for the same seed and key, without any pattern between keys. */
export function draw(seed: number, key: string): number {
  return Number.parseInt(hash('sha256', `${seed}\n${key}`, 'hex').slice(0, 12), 16) / 2 ** 48;
}

/** Is somebody held back whom nobody drew with others: where people come one by one, as a rule of care finds them. */
export function isHeldBack(seed: number, key: string, share: number): boolean {
  return draw(seed, key) < share;
}

/**
 * The arm of each, in the order given. Whoever has one keeps it. Of the others each stratum gives its share; what does not come out whole is carried on
 * from one stratum to the next, from a start that is drawn too, so that everybody's chance is `share` exactly.
 */
export function drawArms(candidates: readonly Candidate[], seed: number, share: number): Arm[] {
  const arm = candidates.map(({ known }) => known);
  const fresh = candidates
    .map((candidate, at) => ({ ...candidate, at, number: draw(seed, candidate.key) }))
    .filter(({ known }) => known === null)
    .sort((a, b) => (a.stratum < b.stratum ? -1 : a.stratum > b.stratum ? 1 : a.number - b.number));
  const start = draw(seed, '');
  const heldUpTo = (place: number): number => Math.floor(place * share + start);
  for (let from = 0; from < fresh.length; ) {
    let to = from;
    while (to < fresh.length && fresh[to]?.stratum === fresh[from]?.stratum) to += 1;
    const held = heldUpTo(to) - heldUpTo(from);
    for (const [place, { at }] of fresh.slice(from, to).entries()) arm[at] = place < held ? 'held' : 'contacted';
    from = to;
  }
  return arm.map((one) => one ?? 'contacted');
}

/** How many of this many people are best held back, 0 … 1, by their number; null: fewer than 50 are too few to tell anything. */
export function suggestedShare(people: number): number | null {
  const steps = [
    [5000, 0.1],
    [2000, 0.2],
    [1000, 0.25],
    [500, 0.3],
    [200, 0.4],
    [50, 0.5],
  ] as const;
  return steps.find(([from]) => people >= from)?.[1] ?? null;
}
