/** What the reports page asks: which report, over which days and of which shop (in the address), and those it is held against. */

import { useLocation, useSearch } from 'wouter';
import { type BoundSpan, type Comparison, comparedSpan, comparisons } from '../../../src-shared/compared-span.ts';
import { type Report, type ReportName, reportNames } from '../../../src-shared/contract/reports.ts';
import type { Surroundings } from '../../link/use-basis.ts';
import { useCall } from '../../link/use-call.ts';
import { type Period, periods, type Span, spanOf } from './period.ts';

export interface ReportPlace {
  readonly name: ReportName;
  readonly period: Period;
  readonly shop: number | undefined;
  readonly against: Comparison;
}

export function addressOf({ name, period, shop, against }: ReportPlace): string {
  const query = new URLSearchParams({ report: name, period });
  if (against !== comparisons[0]) query.set('against', against);
  if (shop !== undefined) query.set('shop', String(shop));
  return `/reports?${query}`;
}

export interface ReportState extends ReportPlace {
  readonly span: Span;
  readonly setPlace: (place: {
    readonly period?: Period;
    readonly shop?: number | undefined;
    readonly against?: Comparison;
  }) => void;
  /** What the host is asked; also to be written to a file. */
  readonly question: ReturnType<typeof questionOf>;
  /** undefined until this report is there. */
  readonly report: Report | undefined;
  readonly before: Report | undefined;
  /** null: nothing is compared. */
  readonly earlier: BoundSpan | null;
  /** The first ordered day; null as long as it is not known. */
  readonly firstDay: string | null;
  readonly error: Error | null;
}

function questionOf(
  basis: Surroundings['basis'],
  { name, shop }: Pick<ReportPlace, 'name' | 'shop'>,
  { from, on }: Span,
) {
  return {
    ...basis,
    report: name,
    on,
    ...(from === undefined ? {} : { from }),
    ...(shop === undefined ? {} : { shop }),
  };
}

export function useReport({ basis, status }: Surroundings): ReportState {
  const query = new URLSearchParams(useSearch());
  const [, navigate] = useLocation();
  const name = reportNames.find((one) => one === query.get('report')) ?? 'overview';
  const period = periods.find((one) => one === query.get('period')) ?? 'm12';
  const shop = status.shops.find(({ id }) => String(id) === query.get('shop'))?.id;
  const against = comparisons.find((one) => one === query.get('against')) ?? comparisons[0];
  const place = { name, period, shop, against };
  const span = spanOf(period, basis.on);
  const earlier = comparedSpan(span, against);
  const question = questionOf(basis, place, span);
  const now = useCall('reports.read', question);
  const totals = useCall('ledger.totals', shop === undefined ? {} : { shop });
  const past = useCall('reports.read', questionOf(basis, place, earlier ?? span), { enabled: earlier !== null });
  return {
    ...place,
    span,
    setPlace: (change) => navigate(addressOf({ ...place, ...change }), { replace: true }),
    question,
    report: now.data?.report === name ? now.data : undefined,
    before:
      earlier !== null && past.data?.report === name && past.data.on === earlier.on && past.data.buyers > 0
        ? past.data
        : undefined,
    earlier,
    firstDay: totals.data?.firstDay ?? null,
    error: now.error,
  };
}
