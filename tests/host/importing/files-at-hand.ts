/** Reads a file as an import does, up to the parts: for tests of reading. */

import { statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { assemblePart } from '../../../src-main/importing/normalise/assemble-part.ts';
import { normaliserFor } from '../../../src-main/importing/normalise/normalise-row.ts';
import type { RowStatement } from '../../../src-main/importing/normalise/normalised-row.ts';
import { openTable } from '../../../src-main/importing/readers/open-table.ts';
import { readingOf } from '../../../src-main/importing/recognise.ts';
import { type FoundTable, recogniseTables } from '../../../src-main/importing/recognise-tables.ts';
import { withScratch } from '../../../src-main/importing/unpacked-files.ts';
import type { Finding, Mapping } from '../../../src-shared/contract/imports.ts';
import type { OrderPart } from '../../../src-shared/order.ts';
import type { RowProblem } from '../../../src-shared/row-problem.ts';
import { mappedByHand } from '../../support/corpus.ts';

export const samples = join(import.meta.dirname, '../../exports/samples');

export interface ReadFile {
  readonly finding: Finding;
  readonly mapping: Mapping;
  readonly rows: number;
  readonly shops: ReadonlySet<string | null>;
  readonly parts: readonly OrderPart[];
  readonly problems: readonly RowProblem[];
}

export async function readFileWhole(path: string): Promise<ReadFile> {
  const name = basename(path);
  const chosen = { ticket: 't', path, name, bytes: statSync(path).size };
  const read = await withScratch(tmpdir(), async (folder) => {
    const found = [];
    for (const table of await recogniseTables(null, chosen, {}, folder)) found.push(await readTable(table));
    return found;
  });
  const [first] = read;
  if (first === undefined) throw new Error('no table');
  return {
    ...first,
    rows: read.reduce((sum, { rows }) => sum + rows, 0),
    parts: read.flatMap(({ parts }) => parts),
    problems: read.flatMap(({ problems }) => problems),
  };
}

async function readTable({ file, finding }: FoundTable): Promise<ReadFile> {
  const mapping = finding.mapping ?? mappedByHand(finding.guess);
  const sheet = finding.sheet === null ? {} : { sheet: finding.sheet };
  const table = await openTable(file.path, file.name, { ...sheet, ...readingOf(mapping) });
  const normalise = normaliserFor(table.header, mapping);
  const byOrder = new Map<string, RowStatement[]>();
  const problems: RowProblem[] = [];
  const shops = new Set<string | null>();
  let rows = 0;
  for await (const batch of table.rows()) {
    rows += batch.length;
    for (const raw of batch) {
      const row = normalise(raw);
      problems.push(...row.problems);
      shops.add(row.shopName);
      if (row.statement === null) continue;
      const known = byOrder.get(row.statement.orderNumber);
      if (known === undefined) byOrder.set(row.statement.orderNumber, [row.statement]);
      else known.push(row.statement);
    }
  }
  const parts = [...byOrder.values()].map((statements) => {
    const { part, problems: more } = assemblePart(statements, mapping.granularity);
    problems.push(...more);
    return part;
  });
  return { finding, mapping, rows, shops, parts, problems };
}
