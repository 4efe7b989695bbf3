/**
 * What the owner writes about a customer: a name of their own, a note. It hangs on an identity, not on a customer's number,
 * so it outlives the import it was made upon and comes back with the person.
 */

import { and, eq } from 'drizzle-orm';
import type { editableFields } from '../../src-shared/contract/customers.ts';
import type { IdentityKind } from '../../src-shared/identity.ts';
import { Problem } from '../../src-shared/problem.ts';
import { choicesOf } from './identity-decisions.ts';
import { type Act, write } from './journal.ts';
import { refreshCustomers } from './refresh-customers.ts';
import { customer, customerEdit, identity, tablesOf } from './schema/tables.ts';
import type { Reading, Writing } from './transaction.ts';

export type EditableField = (typeof editableFields)[number];

export interface EditPlace {
  readonly kind: IdentityKind;
  readonly value: string;
  readonly field: EditableField;
}

/** Puts the edit of one identity; null takes it away. Refreshing the customer is the caller's matter. */
export function storeEdit(writing: Writing, place: EditPlace, edit: { id: number; content: string } | null): void {
  const tables = tablesOf(writing);
  if (edit === null) {
    const here = and(
      eq(customerEdit.kind, place.kind),
      eq(customerEdit.value, place.value),
      eq(customerEdit.field, place.field),
    );
    tables.delete(customerEdit).where(here).run();
    return;
  }
  const { id: editId, content } = edit;
  tables
    .insert(customerEdit)
    .values({ ...place, editId, content })
    .onConflictDoUpdate({
      target: [customerEdit.kind, customerEdit.value, customerEdit.field],
      set: { editId, content },
    })
    .run();
}

/** The edits of a field on any identity of a customer, newest first: the first is the one in force. */
function editsOf(reading: Reading, customerId: number, field: EditableField): (typeof customerEdit.$inferSelect)[] {
  return tablesOf(reading)
    .select({
      kind: customerEdit.kind,
      value: customerEdit.value,
      field: customerEdit.field,
      editId: customerEdit.editId,
      content: customerEdit.content,
    })
    .from(customerEdit)
    .innerJoin(identity, and(eq(identity.kind, customerEdit.kind), eq(identity.value, customerEdit.value)))
    .where(and(eq(identity.customerId, customerId), eq(customerEdit.field, field)))
    .all()
    .sort((a, b) => b.editId - a.editId);
}

/**
 * Sets the owner's own name or note of a customer; empty or null removes it. Returns the journal's number, for undo.
 * Two people who turned out to be one may have an older edit on another identity, or a choice of the owner's: then removing stores an empty text,
 * which is newer and hides the older one.
 */
export function editCustomer(
  ledger: Reading,
  edit: { readonly customer: number; readonly field: EditableField; readonly value: string | null },
  act: Act,
): number {
  return write(ledger, act, (writing, record) => {
    const row = tablesOf(writing).select().from(customer).where(eq(customer.customerId, edit.customer)).get();
    if (row === undefined) throw new Problem('customer-unknown', { customer: String(edit.customer) });
    const anchor = { kind: row.anchorKind, value: row.anchorValue };
    const standing = editsOf(writing, edit.customer, edit.field);
    const chosen = choicesOf(writing.connection)(edit.customer).findLast(({ field }) => field === edit.field);
    const elsewhere =
      chosen !== undefined || standing.some((other) => other.kind !== anchor.kind || other.value !== anchor.value);
    const text = edit.value?.trim() ?? '';
    const after = text === '' && !elsewhere ? null : text;
    const newest = (chosen?.editId ?? 0) > (standing[0]?.editId ?? 0) ? chosen : standing[0];
    const before = newest?.content ?? null;
    const id = record({ table: 'customer_edit', rowKey: anchor, field: edit.field, before, after });
    storeEdit(writing, { ...anchor, field: edit.field }, after === null ? null : { id, content: after });
    refreshCustomers(writing, [edit.customer]);
    return id;
  });
}
