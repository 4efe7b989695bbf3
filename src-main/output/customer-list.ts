/** Columns and rows of a customer list. Paper, CSV and XLSX share it: they hold what was seen, less whom the contact guard holds back when they are to contact people. */

import type { CustomerRow } from '../../src-shared/contract/customers.ts';
import type { ResultOf } from '../../src-shared/contract/index.ts';
import type { ListColumn, ListRequest, OwnListColumn } from '../../src-shared/contract/lists.ts';
import { isFieldColumn } from '../../src-shared/custom-field.ts';
import { type Currency, formatMinor, type Minor, minorOf } from '../../src-shared/money.ts';
import { type Guard, guardOf } from '../followups/guard/held-back.ts';
import { customerView } from '../ledger/customer-filter.ts';
import { wholePhone } from '../ledger/customer-profile.ts';
import { customerIds, scoresFor } from '../ledger/customers.ts';
import { customerRows } from '../ledger/customers-rows.ts';
import type { ScoresOf } from '../ledger/customers-scores.ts';
import type { Reading } from '../ledger/transaction.ts';
import { type FieldCells, fieldCells } from './field-cells.ts';
import { listWords } from './list-heads.ts';
import { markedPoints } from './marked-points.ts';

/** A cell that knows what it is; each kind of output writes it in its own way. */
export type ListCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'money'; readonly minor: Minor }
  /** A number of the owner's, as it is written. */
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'empty' };

export interface CustomerList {
  readonly columns: readonly ListColumn[];
  readonly heads: readonly string[];
  /** What the cells of each column are, when they are not empty. */
  readonly kinds: readonly ListCell['kind'][];
  readonly total: number;
  readonly sumMinor: Minor;
  readonly currency: Currency;
  /** Who of those walked so far was left out, for the contact guard holds them back. */
  readonly left: { readonly count: number; readonly netMinor: number };
  /** Rows in the order of the list, made as they are asked for: all, or from one place up to (not with) another. */
  rows(from?: number, to?: number): Iterable<readonly ListCell[]>;
}

const empty: ListCell = { kind: 'empty' };

function textCell(text: string | null): ListCell {
  return text === null || text === '' ? empty : { kind: 'text', text };
}

function countCell(count: number | null): ListCell {
  return count === null ? empty : { kind: 'count', count };
}

function moneyCell(minor: Minor | null): ListCell {
  return minor === null ? empty : { kind: 'money', minor };
}

/** Looks up what a row of the book does not hold. */
interface More {
  readonly fields: FieldCells;
  phone(row: CustomerRow): string | null;
  address(row: CustomerRow): string | null;
}

function moreOf(reading: Reading, { wholePhones, language }: ListRequest, guard: Guard, fields: FieldCells): More {
  const addresses = reading.connection
    .prepare<[number], string>(
      "select trim(address) from shop_order where customer_id = ? and address <> '' order by instr(address, '*') > 0, ordered_at desc",
    )
    .pluck();
  const { wrong, old } = markedPoints(reading);
  return {
    fields,
    // A likely person is never to be called: a list for calling holds nothing for them, not even masked.
    phone(row) {
      if (row.certainty === 'likely' || wrong.has(row.id)) return null;
      // Whoever is held back is called by nobody: the list says why where the number would stand.
      const [held] = guard(row.id);
      if (held !== undefined) return listWords[language].held[held.why];
      return wholePhones ? wholePhone(reading, row.id) : row.phone;
    },
    address(row) {
      for (const address of addresses.iterate(row.id)) if (old.get(row.id)?.has(address) !== true) return address;
      return null;
    },
  };
}

function cellOf(row: CustomerRow, column: ListColumn, language: ListRequest['language'], more: More): ListCell {
  if (isFieldColumn(column)) return more.fields.cell(row, column);
  const words = listWords[language];
  switch (column) {
    case 'name':
      return textCell(row.name);
    case 'certainty':
      return textCell(words.certainty[row.certainty]);
    case 'tier':
      return textCell(row.tier === null ? null : words.tiers[row.tier]);
    case 'level':
      return textCell(row.level ?? null);
    case 'phone':
      return textCell(more.phone(row));
    case 'address':
      return textCell(more.address(row));
    case 'orders':
    case 'recencyDays':
      return countCell(row[column]);
    case 'netMinor':
    case 'paidMinor':
    case 'refundMinor':
    case 'averageMinor':
      return moneyCell(row[column]);
    case 'tags':
      return textCell(row.tags.join(words.comma));
    case 'tick':
    case 'result':
      return empty;
    case 'buyerId':
    case 'province':
    case 'city':
    case 'lastDay':
    case 'firstDay':
    case 'lastItem':
    case 'note':
      return textCell(row[column]);
  }
}

function kindOf(column: OwnListColumn): ListCell['kind'] {
  if (column.endsWith('Minor')) return 'money';
  return column === 'orders' || column === 'recencyDays' ? 'count' : 'text';
}

/** Nobody likely stands in a list as if they were certain: then a column of its own says so, asked for or not. */
function columnsOf(asked: readonly ListColumn[], hasLikely: boolean): readonly ListColumn[] {
  if (!hasLikely || asked.includes('certainty')) return asked;
  const behind = asked.indexOf('name') + 1;
  return [...asked.slice(0, behind), 'certainty', ...asked.slice(behind)];
}

/**
 * The list of a request. Nothing is read before its rows are walked, but which customers and what they come to. `exactly`: just the columns
 * asked for.
 */
export function customerList(
  reading: Reading,
  request: ListRequest,
  scoresOf: ScoresOf,
  { exactly = false } = {},
): CustomerList {
  const scores = scoresFor(reading, request, scoresOf);
  const view = customerView(reading, scores, request.filter, request.sort);
  const words = listWords[request.language];
  const guard = guardOf(reading, { on: request.basis.on });
  const isFor = (id: number): boolean => request.purpose === 'record' || guard(id).length === 0;
  const left = { count: 0, netMinor: 0 };
  const fields = fieldCells(reading, request.language);
  const known = request.columns.filter((column) => fields.isKnown(column));
  const columns = exactly ? known : columnsOf(known, view.likely > 0);
  return {
    columns,
    heads: columns.map((column) => (isFieldColumn(column) ? fields.head(column) : words.heads[column])),
    kinds: columns.map((column) => (isFieldColumn(column) ? fields.kind(column) : kindOf(column))),
    total: view.places.length,
    sumMinor: view.sums.netMinor,
    currency: scores.currency,
    left,
    *rows(from = 0, to = view.places.length) {
      const rowOf = customerRows(reading, scores, request.filter.shop, request.basis.excluded);
      const more = moreOf(reading, request, guard, fields);
      for (const id of customerIds(scores, view.places.subarray(from, to))) {
        const row = rowOf(id);
        if (row === null) continue;
        if (isFor(id)) yield columns.map((column) => cellOf(row, column, request.language, more));
        else {
          left.count += 1;
          left.netMinor += row.netMinor;
        }
      }
    },
  };
}

/** A cell as it stands on paper. */
export function paperText(cell: ListCell, currency: Currency): string {
  switch (cell.kind) {
    case 'text':
    case 'number':
      return cell.text;
    case 'count':
      return String(cell.count);
    case 'money':
      return formatMinor(cell.minor, currency);
    case 'empty':
      return '';
  }
}

/** The first `limit` rows as texts, for the page that is printed. Of a longer list, those behind them are not asked whether they are held back. */
export function composeList(
  reading: Reading,
  request: ListRequest & { readonly limit: number },
  scoresOf: ScoresOf,
): ResultOf<'lists.compose'> {
  const list = customerList(reading, request, scoresOf);
  const rows: string[][] = [];
  for (const row of list.rows()) {
    if (rows.length >= request.limit) break;
    rows.push(row.map((cell) => paperText(cell, list.currency)));
  }
  const { total, sumMinor, currency, columns, heads, left } = list;
  return {
    total: total - left.count,
    sumMinor: minorOf(sumMinor - left.netMinor),
    held: left.count,
    currency,
    columns: [...columns],
    heads: [...heads],
    rows,
  };
}
