/**
 * What a customer is called, worked out again from the orders and the owner's edits. After every import, undo, redo, split and edit,
 * for the customers touched; the words they are searched by follow later (`search/indexing.ts`).
 */

import type { Database } from 'better-sqlite3';
import type { ChoiceField, IdentityKey } from '../../src-shared/identity.ts';
import { readPhone } from '../../src-shared/phone.ts';
import { choicesOf } from './identity-decisions.ts';
import namesInDoubt from './names-in-doubt.sql?raw';
import ordersOfCustomer from './refresh-orders.sql?raw';
import totals from './refresh-totals.sql?raw';
import { markForSearch } from './search/indexing.ts';
import type { Reading, Writing } from './transaction.ts';

interface OrderFacts {
  readonly buyerId: string | null;
  readonly email: string | null;
  readonly receiverName: string | null;
  readonly receiverPhone: string | null;
  readonly province: string | null;
  readonly city: string | null;
  readonly district: string | null;
}

/** The columns of `customer` that follow from orders and edits. */
export interface CustomerFacts {
  readonly displayName: string | null;
  readonly name: string;
  readonly buyerId: string | null;
  readonly phone: string | null;
  readonly province: string | null;
  readonly city: string | null;
  readonly district: string | null;
  readonly note: string | null;
}

const readable = (text: string | null): text is string => text !== null && text !== '' && !text.includes('*');
const present = (text: string | null): text is string => text !== null && text !== '';

/** The newest readable value, else the newest masked one. */
function best(values: readonly (string | null)[]): string | null {
  return values.find(readable) ?? values.find(present) ?? null;
}

/** The one the owner chose, while an order has it; else the newest whole number, else the newest masked one. Virtual numbers expire. */
function bestPhone(orders: readonly OrderFacts[], chosen: string | null): string | null {
  let whole: string | null = null;
  let masked: string | null = null;
  for (const { receiverPhone } of orders) {
    const { kind, value } = readPhone(receiverPhone ?? '');
    if (value === chosen && (kind === 'whole' || kind === 'masked')) return value;
    if (kind === 'whole') whole ??= value;
    if (kind === 'masked') masked ??= value;
  }
  return whole ?? masked;
}

/** What the newest orders call the person; at last the key itself, without its marketplace. */
function nameOf(
  orders: readonly OrderFacts[],
  buyerId: string | null,
  phone: string | null,
  anchor: IdentityKey,
): string {
  const names = orders.map(({ receiverName }) => receiverName);
  const words = names.find(readable) ?? (readable(buyerId) ? buyerId : null) ?? names.find(present) ?? buyerId ?? phone;
  return words ?? (anchor.kind === 'buyer' ? anchor.value.slice(anchor.value.indexOf(':') + 1) : anchor.value);
}

interface Edit {
  readonly editId: number;
  readonly field: ChoiceField;
  readonly content: string | null;
}

/** What these orders, newest first, and these edits come to. */
function factsFrom(anchor: IdentityKey, orders: readonly OrderFacts[], edits: readonly Edit[]): CustomerFacts {
  const texts = new Map(edits.map(({ field, content }) => [field, content]));
  // An empty edit hides an older one on another of the person's identities.
  const edited = (field: Edit['field']): string | null => texts.get(field) || null;
  const buyerId = best(orders.map((order) => order.buyerId));
  const phone = bestPhone(orders, edited('phone'));
  const name = nameOf(orders, buyerId, phone, anchor);
  const region = orders.find(({ province }) => present(province)) ?? orders.find(({ city }) => present(city));
  return {
    displayName: edited('displayName'),
    name,
    buyerId,
    phone,
    province: region?.province ?? null,
    city: region?.city ?? null,
    district: region?.district ?? null,
    note: edited('note'),
  };
}

interface Edits {
  /** Did the owner ever write or choose anything, for anybody? */
  readonly any: boolean;
  of(customerId: number): readonly Edit[];
}

function editsOf(connection: Database): Edits {
  // Newest last, so that it stands when all are set. An empty text hides older ones (see customer-edits.ts).
  const ask = connection.prepare<[number], Edit>(
    "select customer_edit.edit_id as editId, field, nullif(content, '') as content from identity cross join customer_edit on customer_edit.kind = identity.kind and customer_edit.value = identity.value where identity.customer_id = cast(? as integer) order by customer_edit.edit_id",
  );
  const anyEdit = connection.prepare('select 1 from customer_edit limit 1').get() !== undefined;
  const anyChoice = connection.prepare('select 1 from decision_choice limit 1').get() !== undefined;
  const chosen = choicesOf(connection);
  return {
    any: anyEdit || anyChoice,
    of(customerId) {
      const [edits, choices] = [anyEdit ? ask.all(customerId) : [], chosen(customerId)];
      return choices.length === 0 ? edits : [...edits, ...choices].sort((a, b) => a.editId - b.editId);
    },
  };
}

/** How to work out customers of this ledger: statements prepared once, asked for each. */
export function customerFactsOf({ connection }: Reading): (customerId: number) => CustomerFacts | null {
  const askAnchor = connection.prepare<[number], IdentityKey>(
    'select anchor_kind as kind, anchor_value as value from customer where customer_id = ?',
  );
  const askOrders = connection.prepare<[number], OrderFacts>(ordersOfCustomer);
  const edits = editsOf(connection);
  return (customerId) => {
    const anchor = askAnchor.get(customerId);
    return anchor === undefined ? null : factsFrom(anchor, askOrders.all(customerId), edits.of(customerId));
  };
}

/** The customers about to be summed up, in a table the totals can be joined with. */
function nameCustomers(connection: Database, customerIds: readonly number[]): void {
  connection.exec('create temp table if not exists refreshed_customer (customer_id integer primary key)');
  connection.exec('delete from refreshed_customer');
  const add = connection.prepare('insert or ignore into refreshed_customer (customer_id) values (?)');
  for (const customerId of customerIds) add.run(customerId);
}

interface Stored extends IdentityKey, CustomerFacts {
  readonly customerId: number;
}

/** The named customers whose orders and edits come to something else than is stored of them, each with that. */
function* refreshedFacts(connection: Database): Generator<readonly [number, CustomerFacts]> {
  const edits = editsOf(connection);
  const doubtful = connection.prepare<[{ edited: 0 | 1 }], Stored>(namesInDoubt);
  const askOrders = connection.prepare<[number], OrderFacts>(ordersOfCustomer);
  for (const stored of doubtful.all({ edited: edits.any ? 1 : 0 })) {
    const { customerId } = stored;
    const facts = factsFrom(stored, askOrders.all(customerId), edits.of(customerId));
    if (!areSame(facts, stored)) yield [customerId, facts];
  }
}

function areSame(a: CustomerFacts, b: CustomerFacts): boolean {
  return (
    a.displayName === b.displayName &&
    a.name === b.name &&
    a.buyerId === b.buyerId &&
    a.phone === b.phone &&
    a.province === b.province &&
    a.city === b.city &&
    a.district === b.district &&
    a.note === b.note
  );
}

/** Works out names, phones and regions of these customers again. Unknown numbers are passed over. */
export function refreshNames(writing: Writing, customerIds: readonly number[]): void {
  const { connection } = writing;
  nameCustomers(connection, customerIds);
  const save = connection.prepare(
    'update customer set display_name = ?, name = ?, buyer_id = ?, phone = ?, province = ?, city = ?, district = ?, note = ? where customer_id = ?',
  );
  for (const [customerId, facts] of refreshedFacts(connection)) {
    const { displayName, name, buyerId, phone, province, city, district, note } = facts;
    save.run(displayName, name, buyerId, phone, province, city, district, note, customerId);
  }
  markForSearch(writing);
}

/** And what their orders come to. */
export function refreshCustomers(writing: Writing, customerIds: readonly number[]): void {
  refreshNames(writing, customerIds);
  writing.connection.exec(totals);
}
