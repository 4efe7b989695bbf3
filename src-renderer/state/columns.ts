/** The columns a customer list may show: their widths, sides and sorts, and the owner's choice of them. Kept in the settings. */

import type { CustomField } from '../../src-shared/contract/fields.ts';
import { type FieldColumn, fieldColumn, fieldOfColumn, isFieldColumn } from '../../src-shared/custom-field.ts';
import type { CustomerSort } from './customer-filter.ts';

export interface CustomerColumn {
  readonly name: ColumnName;
  /** In px at the ordinary size of letters. */
  readonly width: number;
  /** In English, where heads and tier names are longer. */
  readonly englishWidth?: number;
  readonly figure: boolean;
  readonly sort: CustomerSort | null;
}

export const columnNames = [
  'name',
  'tier',
  'level',
  'lastDay',
  'recencyDays',
  'orders',
  'netMinor',
  'paidMinor',
  'refundMinor',
  'averageMinor',
  'rhythm',
  'lastItem',
  'city',
  'province',
  'buyerId',
  'phone',
  'firstDay',
  'tags',
  'note',
] as const;
export type OwnColumnName = (typeof columnNames)[number];
/** The program's own, and fields of the owner's. */
export type ColumnName = OwnColumnName | FieldColumn;

function words(name: ColumnName, width: number, sort: CustomerSort | null = null): CustomerColumn {
  return { name, width, figure: false, sort };
}
function figures(name: ColumnName, width: number, sort: CustomerSort | null, englishWidth = width): CustomerColumn {
  return { name, width, englishWidth, figure: true, sort };
}

export const customerColumns: Readonly<Record<OwnColumnName, CustomerColumn>> = {
  name: words('name', 186, 'name'),
  tier: { ...words('tier', 112), englishWidth: 156 },
  level: words('level', 92),
  lastDay: figures('lastDay', 92, 'lastDay', 104),
  recencyDays: figures('recencyDays', 74, 'recencyDays', 92),
  orders: figures('orders', 62, 'orders', 72),
  netMinor: figures('netMinor', 104, 'netMinor'),
  paidMinor: figures('paidMinor', 104, 'paidMinor'),
  refundMinor: figures('refundMinor', 92, 'refundMinor'),
  averageMinor: figures('averageMinor', 92, 'averageMinor'),
  rhythm: { ...words('rhythm', 156), englishWidth: 176 },
  lastItem: words('lastItem', 160),
  city: words('city', 84),
  province: words('province', 76),
  buyerId: words('buyerId', 132),
  phone: words('phone', 112),
  firstDay: figures('firstDay', 86, 'firstDay', 104),
  tags: words('tags', 140),
  note: words('note', 160),
};

/** A field of the owner's is as wide as a few words; numbers stand at the right. */
export function columnOf(name: ColumnName, fields: readonly CustomField[]): CustomerColumn {
  if (!isFieldColumn(name)) return customerColumns[name];
  const isNumber = fields.find(({ field }) => field === fieldOfColumn(name))?.type === 'number';
  return isNumber ? figures(name, 92, name) : words(name, 120, name);
}

function isColumn(name: string): name is OwnColumnName {
  return columnNames.some((known) => known === name);
}

/** The columns the settings name, in their order, without fields that are gone; the name always comes first and cannot be left out. */
export function chosenColumns(kept: readonly string[], fields: readonly CustomField[]): readonly ColumnName[] {
  const held = new Set<string>(fields.map(({ field }) => fieldColumn(field)));
  const rest = kept
    .filter((name): name is ColumnName => isColumn(name) || (isFieldColumn(name) && held.has(name)))
    .filter((name, index, all) => name !== 'name' && all.indexOf(name) === index);
  return ['name', ...rest];
}

/** Fields of the owner's stand behind the others, in the order they were made. */
function rankOf(name: ColumnName): number {
  return isFieldColumn(name) ? columnNames.length + (fieldOfColumn(name) ?? 0) : columnNames.indexOf(name);
}

/** Shows a column (at its usual place among the others) or hides it. */
export function toggleColumn(shown: readonly ColumnName[], name: ColumnName): readonly ColumnName[] {
  if (name === 'name') return shown;
  if (shown.includes(name)) return shown.filter((other) => other !== name);
  const at = shown.findIndex((other) => rankOf(other) > rankOf(name));
  return at === -1 ? [...shown, name] : [...shown.slice(0, at), name, ...shown.slice(at)];
}

/** Puts the column at one place to another; the name stays first. */
export function placeColumn(shown: readonly ColumnName[], from: number, to: number): readonly ColumnName[] {
  const moved = shown[from];
  if (moved === undefined || from < 1 || to < 1 || from === to) return shown;
  const next = shown.filter((_, at) => at !== from);
  next.splice(to, 0, moved);
  return next;
}

/** Moves a column one place to the left (−1) or right (+1); the name stays first. */
export function moveColumn(shown: readonly ColumnName[], name: ColumnName, by: -1 | 1): readonly ColumnName[] {
  const from = shown.indexOf(name);
  const to = from + by;
  if (from < 1 || to < 1 || to >= shown.length) return shown;
  const next = shown.filter((other) => other !== name);
  next.splice(to, 0, name);
  return next;
}
