/** What an explanation is about, and on which day and rule it stands. */

import type { CustomerFilter, TierBasis } from '../../../src-shared/contract/customers.ts';
import type { AccountFigure, CustomerPlace } from '../../../src-shared/contract/explanations.ts';
import type { BatchReport } from '../../../src-shared/contract/imports.ts';
import type { ParamsOf } from '../../../src-shared/contract/index.ts';
import type { InsightKey } from '../../../src-shared/contract/insights.ts';
import type { Day } from '../../../src-shared/day.ts';
import type { ImportFigure } from '../../../src-shared/import-figure.ts';
import type { Tier } from '../../../src-shared/rfm.ts';

export type ExplanationBasis = ParamsOf<'explain.customer'>['basis'];

/** What the host is asked. */
export type Explained = ParamsOf<'explain.orders'>['of'];

/** A check that is still to be applied (`batch`: its place, all without it), or an import of the history. */
export type ImportPlace = { readonly check: string; readonly batch?: number } | { readonly batch: number };

export interface ListSubject {
  readonly kind: 'list';
  readonly filter: CustomerFilter;
  readonly basis: TierBasis;
  /** The conditions in words. */
  readonly conditions: readonly string[];
  readonly title: string;
  /** The figure that was asked about. */
  readonly fact: string;
}

export interface ImportSubject {
  readonly kind: 'import';
  readonly in: ImportPlace;
  readonly figure: ImportFigure;
  /** All its figures, as the page shows them. */
  readonly report: BatchReport;
  readonly title: string;
}

export type ExplanationSubject =
  /**
   * Why a customer is in a tier; `fact` is the figure that was asked about, `tier` what the page shows now. With `account`: what that
   * figure of theirs is made of.
   */
  | {
      readonly kind: 'customer';
      readonly id: number;
      readonly tier?: Tier | null;
      readonly fact?: string;
      readonly account?: AccountFigure;
      /** A line of their habits. */
      readonly insight?: InsightKey;
      /** Where in their life as a customer they stand. */
      readonly lifecycle?: true;
      /** Where else they stand. */
      readonly place?: CustomerPlace;
    }
  | {
      readonly kind: 'metric';
      readonly name: string;
      readonly tier?: Tier;
      /** Which figure of the metric, and from which day on. */
      readonly row?: Readonly<Record<string, string | number>>;
      readonly from?: Day;
      readonly title?: string;
      readonly fact?: string;
    }
  | ListSubject
  | ImportSubject
  /** Only where one order came from. */
  | { readonly kind: 'order'; readonly id: number; readonly day: string | null };

/** Everything but a single order: what is worked out in four steps. */
export type WorkedSubject = Exclude<ExplanationSubject, { kind: 'order' }>;

/** The figure that was asked about, by its name among the facts; null: the first. */
export function askedFact(subject: WorkedSubject): string | null {
  if (subject.kind === 'import') return `import.${subject.figure}`;
  if (subject.kind === 'customer' && subject.lifecycle === true) return 'sinceDays';
  if (subject.kind === 'customer' && subject.place !== undefined) return null;
  if (subject.kind === 'customer' && subject.insight !== undefined) return 'insightFits';
  if (subject.kind === 'customer') return subject.account ?? subject.fact ?? null;
  return subject.fact ?? null;
}

/** What the host is asked. */
export function explainedOf(subject: WorkedSubject, basis: ExplanationBasis): Explained {
  switch (subject.kind) {
    case 'customer': {
      const { account, insight, lifecycle, place } = subject;
      return {
        kind: 'customer',
        customer: subject.id,
        basis,
        ...(account === undefined ? {} : { account }),
        ...(insight === undefined ? {} : { insight }),
        ...(lifecycle === undefined ? {} : { lifecycle }),
        ...(place === undefined ? {} : { place }),
      };
    }
    case 'metric':
      return {
        kind: 'metric',
        ...basis,
        name: subject.name,
        ...(subject.tier === undefined ? {} : { tier: subject.tier }),
        ...(subject.row === undefined ? {} : { row: { ...subject.row } }),
        ...(subject.from === undefined ? {} : { from: subject.from }),
      };
    case 'list':
      return { kind: 'list', filter: subject.filter, basis: subject.basis };
    case 'import':
      return 'check' in subject.in
        ? { kind: 'check', ...subject.in, figure: subject.figure }
        : { kind: 'batch', ...subject.in, figure: subject.figure };
  }
}
