/** Leads and orders typed by hand, for the table of handlers: each is written as a small file that goes the way every file goes. */

import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HandOrder, Lead } from '../../src-shared/contract/by-hand.ts';
import type { ResultOf } from '../../src-shared/contract/index.ts';
import type { IdentityKey } from '../../src-shared/identity.ts';
import { readPhone } from '../../src-shared/phone.ts';
import { Problem } from '../../src-shared/problem.ts';
import { joinKey } from '../identity/decide.ts';
import { discardCheck } from '../importing/check.ts';
import { handMapping, leadFile, type NamedPerson, orderFile } from '../importing/hand-rows.ts';
import { customerOfIdentity } from '../ledger/journal-subject.ts';
import { anchorOf } from '../ledger/profile/person-facts.ts';
import type { Reading } from '../ledger/transaction.ts';
import { applyHere } from './apply-check.ts';
import { stageFolderOf } from './data-room.ts';
import { carryOutDecision } from './decision-acts.ts';
import { type Desk, runHere } from './desk.ts';
import type { Handlers, Ways } from './handlers.ts';
import { carryOutRuleAct } from './rule-acts.ts';

type Written = ResultOf<'byHand.order'>;

interface StoredNames {
  readonly name: string;
  readonly buyerId: string | null;
  readonly phone: string | null;
}

/** A person of the book as their own orders name them. Where that alone does not join the rows to them, the owner's decision does. */
function knownPerson(reading: Reading, customer: number, asked: Lead | HandOrder): NamedPerson {
  const anchor = anchorOf(reading, customer);
  const stored = reading.connection
    .prepare<[number], StoredNames>('select name, buyer_id as buyerId, phone from customer where customer_id = ?')
    .get(customer);
  const name = asked.name === '' ? (stored?.name ?? '') : asked.name;
  const phone = asked.phone === '' ? (stored?.phone ?? '') : asked.phone;
  switch (anchor.kind) {
    case 'buyer':
      return { buyerId: anchor.value.slice(anchor.value.indexOf(':') + 1), email: '', name, phone };
    case 'email':
      return { buyerId: '', email: anchor.value, name, phone };
    case 'phone':
      return { buyerId: '', email: '', name: stored?.name ?? name, phone: stored?.phone ?? phone };
    case 'likely':
      // Nothing of a likely person tells who it is: a name of our own does, and the decision says whose it is.
      return { buyerId: `${stored?.name ?? ''} #${customer}`, email: '', name, phone: '' };
  }
}

/** Somebody by phone, else by what they are called where they write. A phone beside a handle would join nobody, so the handle steps back. */
function newPerson({ name, phone, handle }: Lead | HandOrder): NamedPerson {
  const isWhole = readPhone(phone).kind === 'whole';
  return { buyerId: isWhole ? '' : handle, email: '', name, phone };
}

function numberFor(kind: 'LEAD' | 'HAND', day: string): string {
  return `${kind}-${day.replaceAll('-', '')}-${randomBytes(4).toString('hex').toUpperCase()}`;
}

/** Checks and applies the text as a file of this name. Throws `hand-refused` where a row would be left out. */
async function importText(desk: Desk, text: string, asked: Lead | HandOrder): Promise<number> {
  const stage = stageFolderOf(desk.ledger.folder());
  mkdirSync(stage, { recursive: true });
  const folder = mkdtempSync(join(stage, 'hand-'));
  try {
    const name = `${asked.shop} ${asked.day} ${asked.name}`.trim().replaceAll(/[\\/:*?"<>|]/g, ' ');
    const path = join(folder, 'hand.csv');
    writeFileSync(path, text);
    const mapping = handMapping(asked.currency);
    const file = {
      ticket: path,
      path,
      name: `${name}.csv`,
      bytes: statSync(path).size,
      mapping,
      encoding: 'utf-8' as const,
    };
    const options = { shop: asked.shop, marketplace: 'hand' as const, today: desk.clock.today() };
    const { check, batches } = await runHere(desk, 'check', { files: [file], ...options }, { reading: file.name });
    desk.checks.keep(stage, check);
    const [batch] = batches;
    if (batch?.orders.new !== 1 || batch.orders.skipped > 0) {
      discardCheck(stage, check);
      throw new Problem('hand-refused', { found: batch?.problems[0]?.found ?? '' });
    }
    const applied = await applyHere(desk, { check, aside: [] }, randomUUID());
    const id = applied.batches[0]?.id;
    if (id === null || id === undefined) throw new Error('an applied import has a number');
    return id;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function customerOf({ connection }: Reading, orderNumber: string): number | null {
  return (
    connection
      .prepare<[string], number | null>(
        'select customer_id from shop_order join order_key using (order_id) where order_number = ?',
      )
      .pluck()
      .get(orderNumber) ?? null
  );
}

async function write(
  desk: Desk,
  ways: Ways,
  asked: Lead | HandOrder,
  of: { readonly kind: 'LEAD' | 'HAND'; readonly text: (orderNumber: string, person: NamedPerson) => string },
): Promise<Written> {
  const { customer: chosen } = asked;
  const person = await ways.ask((reading) =>
    chosen === undefined ? newPerson(asked) : knownPerson(reading, chosen, asked),
  );
  const orderNumber = numberFor(of.kind, asked.day);
  // Before the rows come: so that they come to the one who is there, who keeps number and name.
  const joined = chosen === undefined ? null : await joinNamed(ways, chosen, person);
  const batch = await importText(desk, of.text(orderNumber, person), asked).catch(async (error: unknown) => {
    if (joined !== null) await ways.act((ledger, now) => carryOutRuleAct(ledger, { kind: 'undo', edit: joined }, now));
    throw error;
  });
  const customer = await ways.ask((reading) => customerOf(reading, orderNumber));
  if (chosen === undefined || customer === null || customer === chosen) {
    return { batch, orderNumber, customer, edit: joined };
  }
  const decided = await ways.act((ledger, now) =>
    carryOutDecision(ledger, { kind: 'merge', groups: [[chosen, customer]] }, now),
  );
  return { batch, orderNumber, customer: decided.customers[0] ?? customer, edit: decided.edit };
}

/** The owner says whose the typed name is, unless that is known. Answers the journal's entry; null: none was needed. */
async function joinNamed(ways: Ways, customer: number, { buyerId }: NamedPerson): Promise<number | null> {
  if (buyerId.trim() === '') return null;
  const key: IdentityKey = { kind: 'buyer', value: `hand:${buyerId.trim()}` };
  const owner = await ways.ask((reading) => customerOfIdentity(reading, key.kind, key.value));
  if (owner === customer) return null;
  return ways.act((ledger, now) => joinKey(ledger, customer, key, { reason: 'identities.merge', now }));
}

export function byHand(desk: Desk, ways: Ways) {
  return {
    'byHand.lead': async (lead) => {
      const isNobody = lead.customer === undefined && readPhone(lead.phone).kind !== 'whole' && lead.handle === '';
      if (isNobody) throw new Problem('hand-without-person', {});
      return write(desk, ways, lead, { kind: 'LEAD', text: (number, person) => leadFile(lead, number, person) });
    },
    'byHand.order': (order) =>
      write(desk, ways, order, { kind: 'HAND', text: (number, person) => orderFile(order, number, person) }),
  } satisfies Partial<Handlers>;
}
