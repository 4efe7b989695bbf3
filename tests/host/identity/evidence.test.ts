/** What two customers' names and e-mails say of one another: slips of the pen are told from other people. */

import { describe, expect, test } from 'vitest';
import { type PrintedPoint, readPoint } from '../../../src-main/identity/contact-point.ts';
import type { Evidence } from '../../../src-main/identity/evidence-bits.ts';
import { blocksOf, rarityCounter } from '../../../src-main/identity/likely-pairs.ts';
import { comparePeople } from '../../../src-main/identity/pair-score.ts';
import type { EvidenceField } from '../../../src-shared/identity.ts';

type Said = Partial<Pick<PrintedPoint, 'name' | 'email' | 'city' | 'address'>>;

const pointOf = (said: Said) => {
  const nothing = { nick: null, email: null, name: null, phone: null, province: null, city: null, district: null };
  return readPoint({ marketplace: 'other', ...nothing, address: null, orders: 2, lastDay: null, ...said });
};

/** Among a thousand other customers. */
const rarity = (() => {
  const counter = rarityCounter();
  for (let at = 0; at < 1000; at += 1)
    counter.add({ customer: at, points: [pointOf({ name: `Nobody${at} Else${at}` })] });
  return counter.rarity();
})();

const compare = (a: Said, b: Said) =>
  comparePeople({ customer: 1, points: [pointOf(a)] }, { customer: 2, points: [pointOf(b)] }, rarity);
const said = (a: Said, b: Said, field: EvidenceField): Evidence | undefined =>
  compare(a, b)?.evidence.find((found) => found.field === field);
const names = (a: string, b: string): Evidence | undefined => said({ name: a }, { name: b }, 'name');
const mails = (a: string, b: string): string | undefined => said({ email: a }, { email: b }, 'email')?.says;

describe('names in letters', () => {
  test('are the same in any order of words, and nearly so with letters in other places', () => {
    expect(names('Harry Thomas', 'thomas harry')).toMatchObject({ says: 'agree' });
    for (const slip of ['Hayr Thomas', 'Harry Tsomh', 'aHry Tomas', 'Har ryThomas'])
      expect(names('Harry Thomas', slip), slip).toMatchObject({ says: 'close' });
    expect(names('Harry Thomas', 'Hayr Thomas')?.bits).toBeGreaterThan(names('Harry Thomas', 'Hayr Tsomh')?.bits ?? 0);
  });

  test('with one word in common say less than the whole, and with two that differ something against it', () => {
    const [alone, other] = [names('John Smith', 'Smith')?.bits ?? 0, names('John Smith', 'Anna Smith')?.bits ?? 0];
    expect(alone).toBeGreaterThan(other);
    expect(names('John Smith', 'John Smith')?.bits).toBeGreaterThan(alone);
  });

  test('that differ are two people, but a first name and a surname say next to nothing', () => {
    expect(names('Theodore Maxwell', 'Harry Thomas')?.bits).toBe(-60);
    expect(names('Theodore Maxwell', 'Thomas')?.bits).toBeLessThan(-10);
    expect(names('Theodore', 'Maxwell')?.bits).toBeGreaterThan(-4);
  });

  test('leave Chinese ones as they are', () => {
    expect(names('王予安', '安予王')).toMatchObject({ says: 'differ', bits: -60 });
    expect(names('张晓丽', '张小丽')).toMatchObject({ says: 'close' });
    expect(names('王**', '王予安')).toMatchObject({ says: 'close' });
    // A couple: another surname behind one door.
    expect(names('李**', '王予安')).toMatchObject({ says: 'differ', bits: -60 });
  });

  test('that are missing make no present of a parcel', () => {
    const mail = 'theodore.maxwell@example.com';
    const found = compare({ name: null, email: mail }, { name: 'Theodore Maxwell', email: mail });
    expect(found?.bits).toBeGreaterThan(10);
    expect(found?.isSure).toBe(false);
  });
});

describe('e-mails', () => {
  test('with a slip are nearly the same, also where it falls on the sign', () => {
    expect(mails('hannah88@powers.com', 'hannah88@powers.com')).toBe('agree');
    expect(mails('hannah88@powers.com', 'hannah88opowersc@m')).toBe('close');
    expect(mails('hannah88@powers.com', 'hanah88@powers.com')).toBe('close');
    expect(mails('hannah88@powers.com', 'margaret50@garrett.com')).toBe('differ');
  });

  test('that are numbered are several people’s', () => {
    expect(mails('buyer1234@example.com', 'buyer1235@example.com')).toBe('differ');
    expect(mails('buyer12@example.com', 'buyer21@example.com')).toBe('differ');
    expect(mails('hannah88@powers.com', 'hannah87@powers.com')).toBe('differ');
  });
});

test('people are looked at together whatever the order of words and letters', () => {
  const blocks = (said: Said): ReadonlySet<string> => new Set(blocksOf(pointOf(said)));
  const shares = (a: Said, b: Said): boolean => [...blocks(a)].some((block) => blocks(b).has(block));
  expect(shares({ name: 'Harry Thomas' }, { name: 'Thomas aHryr' })).toBe(true);
  expect(shares({ name: 'oNah', city: 'Bolton' }, { name: 'Noah Watson', city: 'Bolotn' })).toBe(true);
  expect(shares({ email: 'lynn04@jones.com' }, { email: 'nlyn40@jones.com' })).toBe(true);
  expect(shares({ name: 'Harry Thomas', city: 'Derby' }, { name: 'Lucy Stone', city: 'Derby' })).toBe(false);
});
