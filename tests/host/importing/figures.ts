/** What a file comes to, or what is asked about it: for tests that change files which must not change their figures. */

import { statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename } from 'node:path';
import { keysOfOrder } from '../../../src-main/importing/identity-keys.ts';
import { assemblePart } from '../../../src-main/importing/normalise/assemble-part.ts';
import { normaliserFor } from '../../../src-main/importing/normalise/normalise-row.ts';
import type { RowStatement } from '../../../src-main/importing/normalise/normalised-row.ts';
import { openTable } from '../../../src-main/importing/readers/open-table.ts';
import { readingOf } from '../../../src-main/importing/recognise.ts';
import { type FoundTable, recogniseTables } from '../../../src-main/importing/recognise-tables.ts';
import { withScratch } from '../../../src-main/importing/unpacked-files.ts';
import { foldOrder } from '../../../src-main/ledger/fold-order.ts';
import type { Finding } from '../../../src-shared/contract/imports.ts';
import type { FoldedOrder } from '../../../src-shared/order.ts';

export interface Figures {
  readonly orders: number;
  readonly lines: number;
  readonly paidMinor: number;
  readonly refundMinor: number;
  readonly statuses: Readonly<Record<string, number>>;
  readonly buyers: number;
  readonly currency: string;
}

export interface Outcome {
  readonly figures: Figures | null;
  readonly findings: readonly Finding[];
  /** Codes of what was wrong with rows. */
  readonly problems: Readonly<Record<string, number>>;
}

function count(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

function figuresOf(orders: readonly FoldedOrder[], marketplace: string, currency: string): Figures {
  const keys = orders.flatMap((order) => keysOfOrder(marketplace, order, null)[0]?.value ?? []);
  return {
    orders: orders.length,
    lines: orders.reduce((sum, { lines }) => sum + lines.length, 0),
    paidMinor: orders.reduce((sum, { paidMinor }) => sum + (paidMinor ?? 0), 0),
    refundMinor: orders.reduce((sum, { refundMinor }) => sum + (refundMinor ?? 0), 0),
    statuses: count(orders.map(({ status }) => status)),
    buyers: new Set(keys).size,
    currency,
  };
}

/** Reads all tables of a file; `figures` is null when something has to be asked first. */
export async function outcomeOf(path: string): Promise<Outcome> {
  const name = basename(path);
  const file = { ticket: 't', path, name, bytes: statSync(path).size };
  return withScratch(tmpdir(), async (folder) => outcomeOfTables(await recogniseTables(null, file, {}, folder)));
}

async function outcomeOfTables(tables: readonly FoundTable[]): Promise<Outcome> {
  const findings = tables.map(({ finding }) => finding);
  const byOrder = new Map<string, RowStatement[]>();
  const codes: string[] = [];
  for (const { file, finding } of tables) {
    const { mapping } = finding;
    if (mapping === null) return { figures: null, findings, problems: {} };
    const sheet = finding.sheet === null ? {} : { sheet: finding.sheet };
    const table = await openTable(file.path, file.name, { ...sheet, ...readingOf(mapping) });
    const normalise = normaliserFor(table.header, mapping);
    for await (const batch of table.rows()) {
      for (const raw of batch) {
        const { statement, problems } = normalise(raw);
        codes.push(...problems.map(({ code }) => code));
        if (statement === null) continue;
        const known = byOrder.get(statement.orderNumber);
        if (known === undefined) byOrder.set(statement.orderNumber, [statement]);
        else known.push(statement);
      }
    }
  }
  const [first] = findings;
  const mapping = first?.mapping;
  if (mapping === undefined || mapping === null) return { figures: null, findings, problems: {} };
  const orders = [...byOrder.values()].flatMap(
    (rows) => foldOrder([assemblePart(rows, mapping.granularity).part]) ?? [],
  );
  return {
    figures: figuresOf(orders, first?.marketplace ?? 'other', mapping.currency),
    findings,
    problems: count(codes),
  };
}
