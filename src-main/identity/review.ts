/**
 * The groups to review as they are now: of what was found after the last import, those the owner has not decided yet. Numbers of customers
 * move with decisions; groups are found again by anchors.
 */

import { createHash } from 'node:crypto';
import type { ReviewGroup, ReviewMember, ReviewPair } from '../../src-shared/contract/identities.ts';
import { type Certainty, type IdentityKey, numberOfPhoneKey, type ReviewStrength } from '../../src-shared/identity.ts';
import { minorOf } from '../../src-shared/money.ts';
import { maskPhone } from '../../src-shared/phone.ts';
import { customerOfIdentity } from '../ledger/journal-subject.ts';
import { groupsPutOff } from '../ledger/put-off.ts';
import type { Reading } from '../ledger/transaction.ts';
import type { GroupFound } from './find-groups.ts';
import keptApartSql from './kept-apart.sql?raw';
import matchedSql from './matched-people.sql?raw';
import memberSql from './review-member.sql?raw';

export interface ReviewAnswer {
  readonly total: number;
  readonly later: number;
  readonly counts: Readonly<Record<ReviewStrength, number>>;
  readonly groups: readonly ReviewGroup[];
}

interface Standing {
  readonly key: string;
  readonly found: GroupFound;
  /** By place of the anchor; null: nobody's now, or somebody whom the owner keeps apart from the others. */
  readonly customers: readonly (number | null)[];
  readonly members: readonly number[];
}

/** What imports the book has seen: groups found at another state of it are looked for again. */
export function importsSeen({ connection }: Reading): string {
  const row = connection
    .prepare('select count(*), max(batch_id), count(undone_at), max(undone_at) from import_batch')
    .raw()
    .get();
  return JSON.stringify(row);
}

function standingGroups(reading: Reading, found: readonly GroupFound[]): readonly Standing[] {
  const { connection } = reading;
  const anyNever = connection.prepare("select 1 from identity_decision where verdict = 'never' limit 1").get();
  const apart = connection.prepare<[number, number]>(keptApartSql);
  const isApart = (a: number, b: number): boolean => anyNever !== undefined && apart.get(a, b) !== undefined;
  const groups: Standing[] = [];
  for (const group of found) {
    const members: number[] = [];
    const customers = group.anchors.map(({ kind, value }: IdentityKey) => {
      const customer = customerOfIdentity(reading, kind, value);
      if (customer === null || members.includes(customer)) return customer;
      if (members.some((member) => isApart(member, customer))) return null;
      members.push(customer);
      return customer;
    });
    if (members.length > 1)
      groups.push({ key: keyOf(group.strength, group.anchors), found: group, customers, members });
  }
  return groups;
}

interface MemberRow extends Omit<ReviewMember, 'shops' | 'region'> {
  readonly certainty: Certainty;
  readonly shops: string;
  readonly province: string | null;
  readonly city: string | null;
  readonly district: string | null;
}

export function memberOf(reading: Reading): (customer: number) => ReviewMember | null {
  const ask = reading.connection.prepare<[{ customer: number }], MemberRow>(memberSql);
  return (customer) => {
    const row = ask.get({ customer });
    if (row === undefined) return null;
    const { province, city, district, ...rest } = row;
    const region = [province, city, district].filter((part) => part !== null && part !== '').join(' ');
    return {
      ...rest,
      netMinor: minorOf(row.netMinor),
      phone: row.phone === null ? null : maskPhone(row.phone),
      region: region === '' ? null : region,
      // The list is what SQLite makes of names of shops.
      shops: JSON.parse(row.shops) as string[],
    };
  };
}

function pairsOf({ found, customers }: Standing): ReviewPair[] {
  const pairs: ReviewPair[] = [];
  for (const { a, b, bits, evidence } of found.pairs) {
    const [left, right] = [customers[a] ?? null, customers[b] ?? null];
    if (left === null || right === null || left === right) continue;
    pairs.push({ a: left, b: right, bits, evidence: [...evidence] });
  }
  return pairs;
}

function keyOf(strength: ReviewStrength, anchors: readonly IdentityKey[]): string {
  const text = JSON.stringify([strength, anchors.map(({ kind, value }) => [kind, value])]);
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** What a likely person was put together by: the likeness, or the phone that several people answer. */
function likenessOf({ kind, value }: IdentityKey): Pick<ReviewPair['evidence'][number], 'field' | 'says' | 'left'> {
  if (kind !== 'phone') return { field: 'likeness', says: 'close', left: value };
  return { field: 'phone', says: 'agree', left: maskPhone(numberOfPhoneKey(value)) };
}

interface Window {
  readonly from: number;
  readonly count: number;
}

/** Those put off come behind the others, each in its order. */
function laterLast<Item>(items: readonly Item[], isLater: (item: Item) => boolean): readonly Item[] {
  return [...items.filter((item) => !isLater(item)), ...items.filter(isLater)];
}

interface Matched extends IdentityKey {
  readonly customer: number;
}

const keyOfMatched = ({ kind, value }: Matched): string => keyOf('matched', [{ kind, value }]);

/** Only where some are put off must all of them be looked at. */
function matchedIn({ connection }: Reading, { from, count }: Window, late: ReadonlySet<string>): readonly Matched[] {
  const ask = connection.prepare<[number, number], Matched>(matchedSql);
  if (late.size === 0) return ask.all(count, from);
  return laterLast(ask.all(-1, 0), (one) => late.has(keyOfMatched(one))).slice(from, from + count);
}

/** Likely people; what they were put together by stands in their likeness. */
function matchedGroups(reading: Reading, window: Window, late: ReadonlySet<string>): ReviewGroup[] {
  const member = memberOf(reading);
  return matchedIn(reading, window, late).flatMap((one) => {
    const key = keyOfMatched(one);
    const found = member(one.customer);
    if (found === null) return [];
    const evidence = [{ ...likenessOf(one), bits: 0, right: null }];
    return [
      {
        key,
        isLater: late.has(key),
        strength: 'matched' as const,
        members: [found],
        pairs: [{ a: one.customer, b: one.customer, bits: 0, evidence }],
      },
    ];
  });
}

function countMatchedLater({ connection }: Reading, late: ReadonlySet<string>): number {
  if (late.size === 0) return 0;
  const all = connection.prepare<[number, number], Matched>(matchedSql).all(-1, 0);
  return all.filter((one) => late.has(keyOfMatched(one))).length;
}

function countMatched({ connection }: Reading): number {
  const unlimited = matchedSql.replace('limit ? offset ?', '');
  return connection.prepare<[], number>(`select count(*) from (${unlimited})`).pluck().get() ?? 0;
}

/** `found`: what `findGroups` gave at this state of the imports. */
export function reviewOf(
  reading: Reading,
  found: readonly GroupFound[],
  ask: { readonly strength: ReviewStrength; readonly window: Window },
): ReviewAnswer {
  const standing = standingGroups(reading, found);
  const of = (strength: ReviewStrength): readonly Standing[] =>
    standing.filter((group) => group.found.strength === strength);
  const counts = { likely: of('likely').length, possible: of('possible').length, matched: countMatched(reading) };
  const late = groupsPutOff(reading);
  const { from, count } = ask.window;
  const member = memberOf(reading);
  const groups =
    ask.strength === 'matched'
      ? matchedGroups(reading, ask.window, late)
      : laterLast(of(ask.strength), ({ key }) => late.has(key))
          .slice(from, from + count)
          .map((group) => ({
            key: group.key,
            isLater: late.has(group.key),
            strength: ask.strength,
            members: group.members.map(member).filter((row) => row !== null),
            pairs: pairsOf(group),
          }));
  const later =
    ask.strength === 'matched'
      ? countMatchedLater(reading, late)
      : of(ask.strength).filter(({ key }) => late.has(key)).length;
  return { total: counts[ask.strength], later, counts, groups };
}
