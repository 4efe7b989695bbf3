/** What each report shows: its answer's figures, its tables and their columns, and what stands behind a cell. Pure. */

import type { ReportName } from '../../../src-shared/contract/reports.ts';
import { type Tier, tiers } from '../../../src-shared/rfm.ts';
import { numberOf, type Told, textOf } from './told.ts';

/** A figure of a metric, as the host is asked how it was worked out. */
export interface Asked {
  readonly name: string;
  readonly row: Readonly<Record<string, string | number>>;
  readonly fact: 'customers' | 'orders' | 'netMinor';
  /** Of a tier's figures. */
  readonly tier?: Tier;
}

export interface TableView {
  readonly name: string;
  readonly columns: readonly string[];
  /** Rows in view; all are in the workbook. */
  readonly most?: number;
  /** The table whose only row ends this one. */
  readonly total?: string;
}

/** The tables of each report, in their order. The cohorts' is drawn as a heat of its own. */
export const tableViews: Readonly<Record<ReportName, readonly TableView[]>> = {
  overview: [
    {
      name: 'sales-by-month',
      columns: ['month', 'orders', 'customers', 'net_minor', 'average_minor'],
      total: 'key-figures',
    },
  ],
  sales: [
    {
      name: 'sales-by-month',
      columns: ['month', 'orders', 'customers', 'paid_minor', 'refund_minor', 'net_minor', 'average_minor'],
      total: 'key-figures',
    },
  ],
  newcomers: [
    {
      name: 'new-and-returning',
      columns: [
        'month',
        'new_orders',
        'returning_orders',
        'unknown_orders',
        'customers',
        'new_net_minor',
        'returning_net_minor',
        'unknown_net_minor',
      ],
    },
  ],
  cohorts: [],
  repurchase: [
    { name: 'repurchase-rate', columns: ['month', 'customers', 'came_back', 'rate'] },
    {
      name: 'gap-figures',
      columns: ['gaps', 'customers', 'mean_days', 'p10_days', 'p25_days', 'median_days', 'p75_days', 'p90_days'],
    },
    { name: 'first-to-second', columns: ['days', 'waited_for', 'came_back', 'out_of_sight', 'share_away'], most: 60 },
  ],
  tiers: [
    { name: 'tier-summary', columns: ['tier', 'customers', 'likely', 'net_minor'] },
    { name: 'ladder', columns: ['step', 'customers', 'orders', 'net_minor', 'average_minor'] },
  ],
  contribution: [
    {
      name: 'contribution-grades',
      columns: [
        'grade',
        'customers',
        'share_customers',
        'orders',
        'net_minor',
        'share_net',
        'least_minor',
        'also_by_orders',
      ],
    },
    { name: 'contribution-curve', columns: ['first_customers', 'share_customers', 'net_minor', 'share_net'] },
  ],
  products: [
    {
      name: 'best-items',
      columns: ['title', 'orders', 'customers', 'bought_again', 'pieces', 'sales_minor'],
      most: 30,
    },
    {
      name: 'bought-together',
      columns: ['title', 'with_title', 'together', 'orders', 'with_orders', 'support', 'confidence', 'lift', 'chance'],
      most: 30,
    },
    {
      name: 'bought-by-two',
      columns: ['title', 'second_title', 'with_title', 'together', 'orders', 'confidence', 'lift', 'chance'],
      most: 30,
    },
    {
      name: 'bought-next',
      columns: ['title', 'next_title', 'followed', 'customers', 'confidence', 'lift'],
      most: 30,
    },
  ],
};

type Fact = Asked['fact'];

function factOf(column: string): Fact {
  if (column.endsWith('_minor')) return 'netMinor';
  return /customers|came_back|followed|bought_again/.test(column) ? 'customers' : 'orders';
}

/** A month's figures; of new and returning each of its parts. */
function monthFigure(name: string, row: Told, column: string): Asked | null {
  const month = textOf(row, 'month');
  const at = month === '' ? {} : { month };
  const part = /^(new|returning|unknown)_/.exec(column)?.[1];
  if (column === 'month' || (part === undefined && !/^(orders|customers|(paid|refund|net)_minor)$/.test(column))) {
    return null;
  }
  return { name, row: part === undefined ? at : { ...at, part }, fact: factOf(column) };
}

/** The figure behind a cell; null where nothing stands behind it but others of its row. */
export function behindOf(name: string, row: Told, column: string): Asked | null {
  const fact = factOf(column);
  switch (name) {
    case 'sales-by-month':
    case 'new-and-returning':
      return monthFigure(name, row, column);
    case 'repurchase-rate': {
      const month = textOf(row, 'month');
      if (column === 'customers') return { name, row: { month }, fact };
      return column === 'came_back' ? { name, row: { month, again: 1 }, fact } : null;
    }
    case 'tier-summary': {
      const tier = tiers.find((one) => one === row['tier']);
      if (tier === undefined || column === 'tier' || column === 'likely') return null;
      return { name, row: {}, fact, tier };
    }
    case 'first-to-second': {
      const days = numberOf(row, 'days');
      if (column !== 'came_back' || numberOf(row, column) === 0) return null;
      return { name, row: { days_from: days, days_to: days, second: 1 }, fact };
    }
    case 'best-items':
      if (column !== 'orders' && column !== 'customers') return null;
      return { name, row: { title: textOf(row, 'title') }, fact };
    case 'contribution-grades':
      if (!['customers', 'orders', 'net_minor'].includes(column)) return null;
      return { name, row: { grade: textOf(row, 'grade') }, fact };
    case 'bought-together':
      if (column !== 'together') return null;
      return { name, row: { title: textOf(row, 'title'), with_title: textOf(row, 'with_title') }, fact };
    case 'bought-by-two': {
      const three = { title: textOf(row, 'title'), second_title: textOf(row, 'second_title') };
      return column === 'together' ? { name, row: { ...three, with_title: textOf(row, 'with_title') }, fact } : null;
    }
    case 'bought-next':
      if (column !== 'followed') return null;
      return { name, row: { title: textOf(row, 'title'), next_title: textOf(row, 'next_title') }, fact };
    default:
      return null;
  }
}

/** A key figure and what stands behind it. */
export interface Tile {
  readonly column: string;
  readonly asked: Asked | null;
}

function tile(column: string, part?: string): Tile {
  const fact = factOf(column);
  return { column, asked: { name: 'key-figures', row: part === undefined ? {} : { part }, fact } };
}

export const tiles: readonly Tile[] = [
  tile('net_minor'),
  tile('orders'),
  tile('customers'),
  tile('new_customers', 'newcomer'),
  tile('earlier_customers', 'earlier'),
  { column: 'average_minor', asked: null },
  tile('placed', 'placed'),
  tile('refunded_orders', 'refunded'),
];
