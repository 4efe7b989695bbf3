/** The statistics against figures computed by independent packages: small cases, and a randomised e-mail test of 32,000 people. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { detectableMean, detectableShare, sampleRatio } from '../../../../src-main/metrics/uplift/detectable.ts';
import { meanDifference, shareDifference, spreadOf } from '../../../../src-main/metrics/uplift/differences.ts';
import { normalBelow, normalQuantile, tBelow, tQuantile } from '../../../../src-main/metrics/uplift/distributions.ts';

const root = process.env['REGULARS_SHARED'] === undefined ? null : join(process.env['REGULARS_SHARED'], 'oracles');
const skipped = root === null ? ' (skipped: REGULARS_SHARED is not set)' : '';

interface MoneyCase {
  readonly diff: number;
  readonly se: number;
  readonly welch_df: number;
  readonly ci95: readonly [number, number];
  readonly incremental_revenue_on_treated: number;
  readonly incremental_revenue_ci95: readonly [number, number];
}
interface ShareCase {
  readonly diff: number;
  readonly ci95_newcomb: readonly [number, number];
}
interface Small {
  readonly money: Readonly<Record<string, { t: number[]; c: number[]; expected: MoneyCase }>>;
  readonly proportions: readonly { x_t: number; n_t: number; x_c: number; n_c: number; expected: ShareCase }[];
  readonly critical_values: {
    readonly 't_ppf_0.975': Readonly<Record<string, number>>;
    readonly t_cdf: readonly { t: number; df: number; cdf: number }[];
    readonly norm_ppf: Readonly<Record<string, number>>;
  };
  readonly power: {
    readonly conversion_per_arm_n: readonly {
      base: number;
      treated: number;
      power: number;
      n_per_arm_unpooled_z: number;
    }[];
    readonly mean_per_arm_n_t_test: readonly { effect_size_d: number; power: number; n_per_arm: number }[];
  };
}
interface Counted {
  readonly treatment: { readonly x: number; readonly n: number };
  readonly control: { readonly x: number; readonly n: number };
}
interface Hillstrom {
  readonly spend: Readonly<Record<string, MoneyCase>>;
  readonly conversion: Readonly<Record<string, ShareCase & Counted>>;
  readonly visit: Readonly<Record<string, ShareCase & Counted>>;
  readonly stratified_mens: { readonly strata: Readonly<Record<string, { n_t: number; n_c: number; diff: number }>> };
}

function expected<Content>(name: string): Content {
  return JSON.parse(readFileSync(join(root ?? '', 'expected', name), 'utf8')) as Content;
}

function close(found: number, wanted: number, relative = 1e-8): void {
  expect(Math.abs(found - wanted)).toBeLessThanOrEqual(relative * Math.max(1e-4, Math.abs(wanted)));
}

function holdsMoney(contacted: readonly number[], held: readonly number[], wanted: MoneyCase, relative = 1e-8): void {
  const each = meanDifference([{ weight: 1, contacted: spreadOf(contacted), held: spreadOf(held) }]);
  const all = meanDifference([{ weight: contacted.length, contacted: spreadOf(contacted), held: spreadOf(held) }]);
  if (each === null || all === null) throw new Error('no difference');
  close(each.difference, wanted.diff, relative);
  close(each.error, wanted.se, relative);
  close(each.freedom, wanted.welch_df, relative);
  close(each.interval.low, wanted.ci95[0], relative);
  close(each.interval.high, wanted.ci95[1], relative);
  close(all.difference, wanted.incremental_revenue_on_treated, relative);
  close(all.interval.low, wanted.incremental_revenue_ci95[0], relative);
  close(all.interval.high, wanted.incremental_revenue_ci95[1], relative);
}

function holdsShares(t: { x: number; n: number }, c: { x: number; n: number }, wanted: ShareCase): void {
  const { low, high } = shareDifference({ buyers: t.x, people: t.n }, { buyers: c.x, people: c.n });
  close(t.x / t.n - c.x / c.n, wanted.diff);
  close(low, wanted.ci95_newcomb[0]);
  close(high, wanted.ci95_newcomb[1]);
}

describe.skipIf(root === null)(`against independent packages${skipped}`, () => {
  test('distributions', () => {
    const { critical_values: values } = expected<Small>('uplift_small_cases.json');
    for (const [df, wanted] of Object.entries(values['t_ppf_0.975'])) close(tQuantile(0.975, Number(df)), wanted);
    for (const { t, df, cdf } of values.t_cdf) close(tBelow(t, df), cdf, cdf < 1e-4 ? 1e-12 : 1e-8);
    for (const [p, wanted] of Object.entries(values.norm_ppf)) {
      close(normalQuantile(Number(p)), wanted);
      close(normalBelow(wanted), Number(p));
    }
  });

  test('differences of means and of shares, small and odd', () => {
    const { money, proportions } = expected<Small>('uplift_small_cases.json');
    for (const [name, { t, c, expected: wanted }] of Object.entries(money))
      holdsMoney(t, c, wanted, name === 'large_numbers' ? 1e-6 : 1e-8);
    for (const { x_t, n_t, x_c, n_c, expected: wanted } of proportions)
      holdsShares({ x: x_t, n: n_t }, { x: x_c, n: n_c }, wanted);
  });

  test('with so many people so much is seen, and the other way round', () => {
    const { power } = expected<Small>('uplift_small_cases.json');
    for (const { base, treated, power: asked, n_per_arm_unpooled_z: each } of power.conversion_per_arm_n)
      close(detectableShare(base, { contacted: each, held: each }, asked) ?? 0, treated - base, 1e-3);
    for (const { effect_size_d, power: asked, n_per_arm: each } of power.mean_per_arm_n_t_test)
      close(detectableMean(1, { contacted: each, held: each }, asked) ?? 0, effect_size_d, 1e-3);
  });

  test('a randomised e-mail test: what was spent, who bought, who came', () => {
    const file = gunzipSync(readFileSync(join(root ?? '', 'data', 'hillstrom_even.csv.gz'))).toString('utf8');
    const rows = Papa.parse<Readonly<Record<string, string>>>(file, { header: true, skipEmptyLines: true }).data;
    const wanted = expected<Hillstrom>('uplift_hillstrom_even.json');
    const of = (segment: string) =>
      rows.filter(({ segment: own }) => (segment === 'Any E-Mail' ? own !== 'No E-Mail' : own === segment));
    const held = of('No E-Mail');
    for (const segment of ['Mens E-Mail', 'Womens E-Mail', 'Any E-Mail']) {
      const contacted = of(segment);
      const spent = (all: typeof rows) => all.map(({ spend }) => Number(spend));
      const [money, bought, came] = [wanted.spend[segment], wanted.conversion[segment], wanted.visit[segment]];
      if (money === undefined || bought === undefined || came === undefined) throw new Error(segment);
      holdsMoney(spent(contacted), spent(held), money);
      for (const [name, share] of [
        ['conversion', bought],
        ['visit', came],
      ] as const) {
        const counted = (all: typeof rows) => ({ x: all.filter((row) => row[name] === '1').length, n: all.length });
        expect([counted(contacted), counted(held)]).toMatchObject([
          { x: share.treatment.x, n: share.treatment.n },
          { x: share.control.x, n: share.control.n },
        ]);
        holdsShares(counted(contacted), counted(held), share);
      }
    }
    // Tier by tier, each difference for itself.
    for (const [tier, { diff }] of Object.entries(wanted.stratified_mens.strata)) {
      const spent = (segment: string) =>
        spreadOf(
          of(segment)
            .filter((row) => row['history_segment'] === tier)
            .map(({ spend }) => Number(spend)),
        );
      const found = meanDifference([{ weight: 1, contacted: spent('Mens E-Mail'), held: spent('No E-Mail') }]);
      close(found?.difference ?? 0, diff);
    }
    // Drawn by thirds.
    expect(sampleRatio([{ contacted: of('Any E-Mail').length, held: held.length, share: 1 / 3 }])).toBeGreaterThan(
      0.05,
    );
    expect(sampleRatio([{ contacted: 21414, held: 10086, share: 1 / 3 }])).toBeLessThan(0.001);
  });
});
