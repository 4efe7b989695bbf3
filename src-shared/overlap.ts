/** What a follow-up that is planned for a day would meet with: others of the same person on it or near it. Pure. */

import { type Day, daysBetween } from './day.ts';

export interface Overlap<Item> {
  /** On the very day. */
  readonly same: readonly Item[];
  /** Others so near that, with this one, more are planned than the owner's rule allows; empty: no more than it allows. */
  readonly near: readonly Item[];
}

export interface ContactRule {
  readonly mostContacts: number;
  readonly mostContactsDays: number;
}

/** `day` of an item: the day it stands on. */
export function overlapOf<Item extends { readonly day: Day }>(
  day: Day,
  others: readonly Item[],
  { mostContacts, mostContactsDays }: ContactRule,
): Overlap<Item> {
  const near = others
    .filter((other) => Math.abs(daysBetween(day, other.day)) < mostContactsDays)
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  // Several on one day are one contact; this one shares the contact of its own day.
  const days = new Set([day, ...near.map((other) => other.day)]);
  return { same: near.filter((other) => other.day === day), near: days.size > mostContacts ? near : [] };
}
