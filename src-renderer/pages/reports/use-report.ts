/** What the reports page asks: which report, over which days and of which shop (in the address), and the same a year before. */

import { useLocation, useSearch } from 'wouter';
import { type Report, type ReportName, reportNames } from '../../../src-shared/contract/reports.ts';
import type { Surroundings } from '../../link/use-basis.ts';
import { useCall } from '../../link/use-call.ts';
import { type Period, periods, type Span, spanOf, yearBefore } from './period.ts';

export interface ReportPlace {
  readonly name: ReportName;
  readonly period: Period;
  readonly shop: number | undefined;
}

export function addressOf({ name, period, shop }: ReportPlace): string {
  const query = new URLSearchParams({ report: name, period });
  if (shop !== undefined) query.set('shop', String(shop));
  return `/reports?${query}`;
}

export interface ReportState extends ReportPlace {
  readonly span: Span;
  readonly setPlace: (place: { readonly period?: Period; readonly shop?: number | undefined }) => void;
  /** What the host is asked; also to be written to a file. */
  readonly question: ReturnType<typeof questionOf>;
  /** undefined until this report is there. */
  readonly report: Report | undefined;
  readonly before: Report | undefined;
  readonly error: Error | null;
}

function questionOf(basis: Surroundings['basis'], { name, shop }: ReportPlace, { from, on }: Span) {
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
  const place = { name, period, shop };
  const span = spanOf(period, basis.on);
  const earlier = yearBefore(span);
  const question = questionOf(basis, place, span);
  const now = useCall('reports.read', question);
  const past = useCall('reports.read', questionOf(basis, place, earlier ?? span), { enabled: earlier !== null });
  return {
    ...place,
    span,
    setPlace: (change) => navigate(addressOf({ ...place, ...change }), { replace: true }),
    question,
    report: now.data?.report === name ? now.data : undefined,
    before: earlier !== null && past.data?.report === name && past.data.on === earlier.on ? past.data : undefined,
    error: now.error,
  };
}
