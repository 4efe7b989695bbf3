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

/** So many of a stratum who come one after another make a block. */
const BLOCK = 10;

/**
 * Is the `nth` of a stratum to be held back (from 0), where people come one by one, as a rule of care finds them? By permuted blocks: M. Zelen, J. of
 * Chronic Diseases 27 (1974). Each ten have their share, at places that are drawn; what does not come out whole is carried on from a start that is
 * drawn too, so that everybody's chance is `share` exactly.
 */
export function isHeldAt(seed: number, stratum: string, nth: number, share: number): boolean {
  const block = Math.floor(nth / BLOCK);
  const start = draw(seed, stratum);
  const heldUpTo = (blocks: number): number => Math.floor(blocks * BLOCK * share + start);
  const held = heldUpTo(block + 1) - heldUpTo(block);
  const number = (place: number): number => draw(seed, `${stratum}\n${block}\n${place}`);
  const own = number(nth % BLOCK);
  let before = 0;
  for (let place = 0; place < BLOCK; place += 1) if (number(place) < own) before += 1;
  return before < held;
}

/**
 * The arm of each, in the order given, of people who come to those of whom each stratum has so many already (`before`). Those who come together are taken
 * by their numbers, so that the order of asking does not matter.
 */
export function drawNext(
  people: readonly Omit<Candidate, 'known'>[],
  seed: number,
  share: number,
  before: ReadonlyMap<string, number>,
): Arm[] {
  const count = new Map(before);
  const arm: Arm[] = people.map(() => 'contacted');
  const inTurn = people
    .map((person, at) => ({ ...person, at, number: draw(seed, person.key) }))
    .sort((a, b) => a.number - b.number || (a.key < b.key ? -1 : 1));
  for (const { at, stratum } of inTurn) {
    const nth = count.get(stratum) ?? 0;
    count.set(stratum, nth + 1);
    if (isHeldAt(seed, stratum, nth, share)) arm[at] = 'held';
  }
  return arm;
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
