/** Service tickets as they stand in the ledger; each change goes through the journal. */

import { and, desc, eq } from 'drizzle-orm';
import {
  type ServiceContent,
  type ServiceTicket,
  serviceContentSchema,
} from '../../../src-shared/contract/after-sales.ts';
import type { IdentityKey } from '../../../src-shared/identity.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { type Act, type Recorder, write } from '../journal.ts';
import { nextNumber } from '../next-number.ts';
import { anchorOf } from '../profile/person-facts.ts';
import { customer, identity, serviceTicket, tablesOf } from '../schema/tables.ts';
import type { Reading, Writing } from '../transaction.ts';

type Row = typeof serviceTicket.$inferSelect;

/** The oldest due first; closed ones after, the newest first. */
export function serviceTickets(
  reading: Reading,
  asked: { readonly customer?: number | undefined; readonly state: 'open' | 'closed' | 'all' },
): { open: number; tickets: ServiceTicket[] } {
  const rows = tablesOf(reading)
    .select({
      ticket: serviceTicket.ticketId,
      content: serviceTicket.content,
      state: serviceTicket.state,
      value: serviceTicket.value,
      customer: identity.customerId,
      name: customer.name,
      displayName: customer.displayName,
    })
    .from(serviceTicket)
    .leftJoin(identity, and(eq(identity.kind, serviceTicket.kind), eq(identity.value, serviceTicket.value)))
    .leftJoin(customer, eq(customer.customerId, identity.customerId))
    .orderBy(desc(serviceTicket.ticketId))
    .all()
    .filter((row) => asked.customer === undefined || row.customer === asked.customer);
  const tickets = rows
    .filter(({ state }) => asked.state === 'all' || state === asked.state)
    .map((row) => ({
      ...serviceContentSchema.parse(JSON.parse(row.content)),
      ticket: row.ticket,
      customer: row.customer,
      name: row.displayName ?? row.name ?? row.value,
    }));
  const rank = ({ closed, due, opened }: ServiceTicket): string => `${closed === null ? 0 : 1} ${due ?? opened}`;
  const byDue = (a: ServiceTicket, b: ServiceTicket): number => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0);
  const open = tickets.filter(({ closed }) => closed === null).sort(byDue);
  const closed = tickets
    .filter((one) => one.closed !== null)
    .sort((a, b) => ((a.closed ?? '') < (b.closed ?? '') ? 1 : -1));
  return { open: rows.filter(({ state }) => state === 'open').length, tickets: [...open, ...closed] };
}

/** Puts one to a content given as JSON, or takes it away. The journal is the caller's matter. */
export function storeServiceTicket(
  writing: Writing,
  of: IdentityKey & { readonly ticket: number },
  stands: { readonly content: string; readonly edit: number } | null,
): void {
  const tables = tablesOf(writing);
  tables.delete(serviceTicket).where(eq(serviceTicket.ticketId, of.ticket)).run();
  if (stands === null) return;
  const { ticket: ticketId, kind, value } = of;
  tables.insert(serviceTicket).values({ ticketId, kind, value, content: stands.content, editId: stands.edit }).run();
}

function known(reading: Reading, ticket: number): Row {
  const found = tablesOf(reading).select().from(serviceTicket).where(eq(serviceTicket.ticketId, ticket)).get();
  if (found === undefined) throw new Problem('service-ticket-unknown', { ticket: String(ticket) });
  return found;
}

interface Turn extends IdentityKey {
  readonly ticket: number;
  readonly before: string | null;
  readonly after: ServiceContent | null;
}

function turn(writing: Writing, record: Recorder, { ticket, kind, value, before, after }: Turn): number {
  const json = after === null ? null : JSON.stringify(after);
  const edit = record({
    table: 'service_ticket',
    rowKey: { ticket, kind, value },
    field: 'content',
    before,
    after: json,
  });
  storeServiceTicket(writing, { ticket, kind, value }, json === null ? null : { content: json, edit });
  return edit;
}

/** null: a new one. Throws `customer-unknown`, `service-ticket-unknown`. */
export function saveServiceTicket(
  ledger: Reading,
  asked: { readonly ticket: number | null; readonly customer: number; readonly content: ServiceContent },
  act: Act,
): { edit: number; ticket: number } {
  return write(ledger, act, (writing, record) => {
    const row = asked.ticket === null ? null : known(writing, asked.ticket);
    const { kind, value } = row ?? anchorOf(writing, asked.customer);
    const ticket = asked.ticket ?? nextNumber(writing, 'service_ticket', 'ticket');
    const before = row?.content ?? null;
    return { edit: turn(writing, record, { ticket, kind, value, before, after: asked.content }), ticket };
  });
}

/** Throws `service-ticket-unknown`. */
export function removeServiceTicket(ledger: Reading, ticket: number, act: Act): { edit: number } {
  return write(ledger, act, (writing, record) => {
    const { kind, value, content } = known(writing, ticket);
    return { edit: turn(writing, record, { ticket, kind, value, before: content, after: null }) };
  });
}
