/**
 * What has to be asked about a file whose export is known: which of its fields a column may be that no such export has, and where a
 * column is that every one has. Only what would change a figure or a person is asked. Part of `recognise`.
 */

import type { Question } from '../../src-shared/contract/imports.ts';
import type { MappableField, Mapping } from '../../src-shared/contract/mappings.ts';
import { fieldWords, headerKey } from '../../src-shared/header-words.ts';
import { amounts, cellsOf, holdsAmounts, lookOf, mayBe } from './column-looks.ts';
import { readAddress } from './normalise/read-address.ts';
import { statusReader } from './normalise/read-status.ts';
import type { Profile } from './profiles/profile.ts';
import type { Ranked } from './profiles/rank.ts';
import type { RawRow } from './readers/reader.ts';

/** All columns of these are added up: each missing one counts. Of the others the best one stands for all. */
const summed: ReadonlySet<MappableField> = new Set(['lineExtra', 'lineDiscount']);

/** Fields that change what is counted, paid, refunded, or whose it is. */
const weighty: ReadonlySet<MappableField> = new Set([
  'orderNumber',
  'lineNumber',
  'afterSaleNumber',
  'orderedAt',
  'paidAt',
  'shippedAt',
  'completedAt',
  'cancelledAt',
  'status',
  'fulfilment',
  'afterSaleStatus',
  'closeReason',
  'total',
  'goodsTotal',
  'shippingFee',
  'paid',
  'paidBesides',
  'payMethod',
  'refund',
  'orderRefund',
  'remaining',
  'outstanding',
  'lineAmount',
  'lineExtra',
  'lineDiscount',
  'currency',
  'buyerId',
  'buyerEmail',
  'buyerAlipay',
  'receiverName',
  'receiverPhone',
  'address',
  'province',
  'city',
  'district',
]);

const places: ReadonlySet<MappableField> = new Set(['province', 'city', 'district', 'address']);

/** Words that may stand above many kinds of columns: they are asked about, never taken. */
const vague: ReadonlySet<string> = new Set(
  ['金额', '时间', '日期', '状态', '数量', '备注', 'date', 'time', 'amount', 'status', 'name', 'total', 'number'].map(
    headerKey,
  ),
);

function isWeighty(field: MappableField, profile: Profile): boolean {
  const { splitNote, refundInNote, itemsPacked } = profile.reading ?? {};
  if (field === 'sellerNote') return splitNote !== undefined || refundInNote === true;
  return weighty.has(field) || (field === 'itemsText' && itemsPacked !== undefined);
}

/** Fields whose best column is not there (of sums: any of them). */
function openFields(profile: Profile, header: readonly string[]): readonly MappableField[] {
  const keys = new Set(header.map(headerKey));
  // The keys of a Partial<Record<MappableField, …>> are fields.
  const fields = Object.keys(profile.fields) as MappableField[];
  return fields.filter((field) => {
    const words = profile.fields[field] ?? [];
    const adds = summed.has(field) || (field === 'refund' && profile.granularity === 'afterSale');
    const wanted = adds ? words : words.slice(0, 1);
    return isWeighty(field, profile) && wanted.some((word) => !keys.has(headerKey(word)));
  });
}

const AFTER_SALE = /售后|退款|退货|refund|return|^无$|^none$/i;
const PAY_METHOD = /支付|付款|微信|银行|余额|花呗|cod|card|paypal|cash|transfer|wallet/i;

function mostly(cells: readonly string[], isOne: (cell: string) => boolean): boolean {
  return cells.filter(isOne).length * 2 > cells.length;
}

/** Words in the cells tell a status from a note, a town from a colour. */
function saysSo(field: MappableField, cells: readonly string[], profile: Profile): boolean {
  const stageOf = statusReader(profile.reading?.statuses);
  if (field === 'status' || field === 'fulfilment') return cells.some((cell) => stageOf(cell) !== null);
  if (field === 'afterSaleStatus') return cells.some((cell) => AFTER_SALE.test(cell) || stageOf(cell) !== null);
  if (field === 'payMethod') return cells.some((cell) => PAY_METHOD.test(cell));
  if (field === 'currency') return cells.every((cell) => /^[A-Z]{3}$|^人民币$|^RMB$/i.test(cell));
  if (field === 'province') return mostly(cells, (cell) => readAddress(`${cell} 某市`).province !== null);
  if (field === 'city') return mostly(cells, (cell) => /[市州盟]$|地区$|行政区$/.test(cell));
  if (field === 'district') return mostly(cells, (cell) => /[区县旗市]$/.test(cell));
  if (field === 'address') return mostly(cells, (cell) => cell.length >= 6);
  return true;
}

function candidatesFor(
  column: number,
  rows: readonly RawRow[],
  open: readonly MappableField[],
  profile: Profile,
): MappableField[] {
  const cells = cellsOf(rows, column);
  const look = lookOf(cells);
  // Signs alone (a dot, a dash) are no amount, no day and nobody. Stars are: a mask.
  if (look !== 'empty' && cells.every((cell) => !/[\p{L}\p{N}*＊]/u.test(cell))) return [];
  // What is empty all the way down, so far, may yet hold an amount or a state.
  if (look === 'empty') return open.filter((field) => !places.has(field));
  const isMoneyToo = look === 'text' && holdsAmounts(cells);
  return open.filter(
    (field) => (isMoneyToo && amounts.has(field)) || (mayBe(field, look) && saysSo(field, cells, profile)),
  );
}

/** The one field whose usual words stand above the column: no vague ones, and no amounts, of which files have many. */
function fieldByWord(head: string, candidates: readonly MappableField[]): MappableField | null {
  const key = headerKey(head);
  if (vague.has(key)) return null;
  const byWord = candidates.filter(
    (field) => !mayBe(field, 'money') && fieldWords[field].some((word) => headerKey(word) === key),
  );
  const [only] = byWord;
  return byWord.length === 1 && only !== undefined ? only : null;
}

export interface Asked {
  readonly questions: readonly Question[];
  /** With the columns whose usual words settled it. */
  readonly columns: Mapping['columns'];
  /** Words that settled a column without a question. */
  readonly taken: readonly string[];
}

/** `rows`: the first ones of the file. */
export function questionsOf(ranked: Ranked, header: readonly string[], rows: readonly RawRow[]): Asked {
  const { profile, unknown } = ranked;
  let open = openFields(profile, header);
  const columns: Mapping['columns'] = { ...ranked.mapping.columns };
  const taken: string[] = [];
  const questions: Question[] = [];
  for (const column of unknown) {
    const candidates = candidatesFor(column, rows, open, profile);
    const told = fieldByWord(header[column] ?? '', candidates);
    if (told !== null) {
      columns[told] = [column, ...(columns[told] ?? [])];
      open = open.filter((field) => field !== told);
      taken.push((header[column] ?? '').trim());
    } else if (candidates.length > 0) questions.push({ about: 'column', column, fields: candidates });
  }
  const askedFor = new Set(questions.flatMap(({ fields }) => fields));
  for (const field of ranked.missing) {
    if (columns[field] === undefined && !askedFor.has(field))
      questions.push({ about: 'field', column: null, fields: [field] });
  }
  if (profile.isGuess === true && questions.length === 0) questions.push({ about: 'export', column: null, fields: [] });
  return { questions, columns, taken };
}
