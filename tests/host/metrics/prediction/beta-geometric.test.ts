/** The models of who still comes, against sixty-digit arithmetic, three packages and the literature, and by what must hold of them. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  chanceActive,
  chanceOfPurchase,
  expectedOfNew,
  expectedPurchases,
  fitBetaGeometric,
  type Leaving,
  logLikelihood,
  nextPurchaseWeeks,
  type Parameters,
} from '../../../../src-main/metrics/prediction/beta-geometric.ts';
import {
  expectedSpend,
  fitSpending,
  type Spending,
  spendFollowsFrequency,
  spendLogLikelihood,
} from '../../../../src-main/metrics/prediction/gamma-gamma.ts';
import { groupHistories, type History } from '../../../../src-main/metrics/prediction/histories.ts';
import { digamma, logGamma } from '../../../../src-main/metrics/prediction/log-gamma.ts';
import { madeCustomers as made } from './made-customers.ts';

const root = process.env['REGULARS_SHARED'] === undefined ? null : join(process.env['REGULARS_SHARED'], 'oracles');
const skipped = root === null ? ' (skipped: REGULARS_SHARED is not set)' : '';
const read = (name: string): unknown => JSON.parse(readFileSync(join(root ?? '', 'expected', name), 'utf8'));
const near = (found: number, wanted: number, relative: number): void => {
  expect(Math.abs(found - wanted)).toBeLessThanOrEqual(relative * Math.abs(wanted) + 1e-9);
};

interface Case {
  readonly params: Parameters;
  readonly x: number;
  readonly t_x: number;
  readonly T: number;
  readonly log_likelihood: number;
  readonly p_alive: number;
  readonly expected: Readonly<Record<string, number>>;
}

const historyOf = ({ x, t_x, T }: Pick<Case, 'x' | 't_x' | 'T'>): History => ({
  repeats: x,
  lastWeeks: t_x,
  knownWeeks: T,
});

interface Published {
  readonly customers: number;
  readonly bgnbd: {
    readonly reference_params: Parameters;
    readonly max_log_likelihood: number;
    readonly packages_agree_within_1pct: boolean;
  };
  readonly holdout: { readonly expected_sum: number };
  readonly holdout_weeks_t: number;
  readonly definition: { readonly holdout_weeks_t: number };
  readonly sum_p_alive: number;
  readonly unconditional_expected_repeats_new_customer: Readonly<Record<string, number>>;
  readonly gamma_gamma: {
    readonly reference_params: { readonly p: number; readonly q: number; readonly v: number };
    readonly max_log_likelihood: number;
    readonly corr_frequency_vs_monetary_repeaters: number;
  };
}

interface Row {
  readonly history: History;
  readonly mean: number;
  readonly alive: number;
  readonly expected: number;
  readonly spend: number;
}

function customersOf(name: string): Row[] {
  const [head = '', ...lines] = readFileSync(join(root ?? '', 'expected', `${name}_customers.csv`), 'utf8')
    .trim()
    .split('\n');
  const names = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    const cell = (column: string): number => Number(cells[names.indexOf(column)]);
    return {
      // The table rounds weeks: they are whole days.
      history: {
        repeats: cell('frequency'),
        lastWeeks: Math.round(cell('recency') * 7) / 7,
        knownWeeks: Math.round(cell('T') * 7) / 7,
      },
      mean: cell('monetary_value'),
      alive: cell('p_alive'),
      expected: cell('exp_tx_holdout'),
      spend: cell('exp_spend'),
    };
  });
}

describe.skipIf(root === null)(`published figures${skipped}`, () => {
  test('single customers, in sixty digits', () => {
    const { cases } = read('bgnbd_formula_cases.json') as { cases: Case[] };
    expect(cases.length).toBeGreaterThan(10);
    for (const one of cases) {
      const history = historyOf(one);
      near(logLikelihood('bg', one.params, groupHistories([history])).value, one.log_likelihood, 1e-8);
      near(chanceActive('bg', one.params, history), one.p_alive, 1e-8);
      for (const [weeks, wanted] of Object.entries(one.expected))
        near(expectedPurchases('bg', one.params, history, Number(weeks)), wanted, one.x > 100 ? 1e-6 : 1e-8);
    }
  });

  test('spending of single customers', () => {
    const { cases } = read('gamma_gamma_formula_cases.json') as {
      cases: { params: { p: number; q: number; v: number }; x: number; zbar: number; expected_spend: number }[];
    };
    for (const { params, x, zbar, expected_spend } of cases)
      near(expectedSpend(params, { repeats: x, mean: zbar }), expected_spend, 1e-10);
  });

  test.each(['clv_cdnow_sample', 'clv_online_retail_uk_a'])('%s: predictions at the stated parameters', (name) => {
    const said = read(`${name}.json`) as Published;
    const rows = customersOf(name);
    expect(rows).toHaveLength(said.customers);
    const { reference_params: at } = said.bgnbd;
    const weeks = said.definition.holdout_weeks_t;
    for (const { history, alive, expected, mean, spend } of rows) {
      near(chanceActive('bg', at, history), alive, 1e-6);
      near(expectedPurchases('bg', at, history, weeks), expected, 1e-6);
      near(expectedSpend(said.gamma_gamma.reference_params, { repeats: history.repeats, mean }), spend, 1e-6);
    }
    const sum = (of: (row: Row) => number): number => rows.reduce((total, row) => total + of(row), 0);
    near(
      sum(({ history }) => chanceActive('bg', at, history)),
      said.sum_p_alive,
      1e-6,
    );
    near(
      sum(({ history }) => expectedPurchases('bg', at, history, weeks)),
      said.holdout.expected_sum,
      1e-6,
    );
    for (const [after, wanted] of Object.entries(said.unconditional_expected_repeats_new_customer))
      near(expectedOfNew('bg', at, Number(after)), wanted, 1e-6);
  });

  test.each(['clv_cdnow_sample', 'clv_online_retail_uk_a'])('%s: the own fit is as likely as the best', (name) => {
    const said = read(`${name}.json`) as Published;
    const rows = customersOf(name);
    const fit = fitBetaGeometric('bg', groupHistories(rows.map(({ history }) => history)));
    expect(fit.logLikelihood).toBeGreaterThan(said.bgnbd.max_log_likelihood - 0.05);
    expect(fit.logLikelihood).toBeLessThan(said.bgnbd.max_log_likelihood + 0.05);
    expect(fit.evaluations).toBeLessThanOrEqual(60);
    expect(fit.degenerate).toBe(!said.bgnbd.packages_agree_within_1pct);
    if (said.bgnbd.packages_agree_within_1pct)
      for (const of of ['r', 'alpha', 'a', 'b'] as const)
        near(fit.parameters[of], said.bgnbd.reference_params[of], 0.02);
    const spending = rows
      .filter(({ history, mean }) => history.repeats > 0 && mean > 0)
      .map(({ history, mean }): Spending => ({ repeats: history.repeats, mean }));
    const spend = fitSpending(spending);
    expect(spend.logLikelihood).toBeGreaterThan(said.gamma_gamma.max_log_likelihood - 0.05);
    expect(spend.evaluations).toBeLessThanOrEqual(60);
    expect(spend.degenerate).toBe(false);
    for (const of of ['p', 'q', 'v'] as const) near(spend.parameters[of], said.gamma_gamma.reference_params[of], 0.02);
    near(spendFollowsFrequency(spending), said.gamma_gamma.corr_frequency_vs_monetary_repeaters, 1e-5);
  });

  test('of customers whose leaving can be told, what the own fit foretells is what the packages foretell', () => {
    const said = read('clv_cdnow_sample.json') as Published;
    const rows = customersOf('clv_cdnow_sample');
    const { parameters } = fitBetaGeometric('bg', groupHistories(rows.map(({ history }) => history)));
    const weeks = said.definition.holdout_weeks_t;
    for (const { history, alive, expected } of rows) {
      near(chanceActive('bg', parameters, history), alive, 0.02);
      near(expectedPurchases('bg', parameters, history, weeks), expected, 0.02);
    }
  });

  test('who may leave after the first purchase: the parameters the literature has of the same customers', () => {
    const rows = customersOf('clv_cdnow_sample');
    const { parameters, evaluations } = fitBetaGeometric('mbg', groupHistories(rows.map(({ history }) => history)));
    // Asserted by the package that is the reference for this model.
    for (const [of, wanted] of Object.entries({ r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 }))
      near(parameters[of as keyof Parameters], wanted, 0.01);
    expect(evaluations).toBeLessThanOrEqual(60);
  });
});

const anyParameters: fc.Arbitrary<Parameters> = fc.record({
  r: fc.double({ min: 0.05, max: 8, noNaN: true }),
  alpha: fc.double({ min: 0.5, max: 100, noNaN: true }),
  a: fc.double({ min: 0.05, max: 6, noNaN: true }),
  b: fc.double({ min: 0.1, max: 20, noNaN: true }),
});
const anyHistory: fc.Arbitrary<History> = fc
  .record({
    repeats: fc.integer({ min: 0, max: 40 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    known: fc.integer({ min: 1, max: 300 }),
  })
  .map(({ repeats, share, known }) => ({ repeats, lastWeeks: repeats === 0 ? 0 : share * known, knownWeeks: known }));
const models: fc.Arbitrary<Leaving> = fc.constantFrom('bg', 'mbg');

describe('what must hold', () => {
  test('the derivatives are those of the likelihood', () => {
    fc.assert(
      fc.property(models, anyParameters, fc.array(anyHistory, { minLength: 1, maxLength: 6 }), (leaving, at, all) => {
        const histories = groupHistories(all);
        const { gradient } = logLikelihood(leaving, at, histories);
        (['r', 'alpha', 'a', 'b'] as const).forEach((name, index) => {
          const step = 1e-5 * at[name];
          const above = logLikelihood(leaving, { ...at, [name]: at[name] + step }, histories).value;
          const below = logLikelihood(leaving, { ...at, [name]: at[name] - step }, histories).value;
          const numeric = (above - below) / (2 * step);
          expect(Math.abs((gradient[index] ?? 0) - numeric)).toBeLessThan(1e-4 * Math.max(1, Math.abs(numeric)));
        });
      }),
      { numRuns: 200 },
    );
  });

  test('somebody who came once fades away, and faster never comes back', () => {
    fc.assert(
      fc.property(anyParameters, fc.integer({ min: 0, max: 250 }), (at, weeks) => {
        const alive = (knownWeeks: number): number => chanceActive('mbg', at, { repeats: 0, lastWeeks: 0, knownWeeks });
        expect(alive(weeks + 1)).toBeLessThan(alive(weeks));
        expect(alive(weeks)).toBeGreaterThan(0);
      }),
    );
  });

  test('longer times bring no fewer purchases, and a chance lies between nothing and certainty', () => {
    fc.assert(
      fc.property(models, anyParameters, anyHistory, fc.integer({ min: 1, max: 60 }), (leaving, at, history, weeks) => {
        const alive = chanceActive(leaving, at, history);
        expect(alive).toBeGreaterThanOrEqual(0);
        expect(alive).toBeLessThanOrEqual(1);
        const soon = expectedPurchases(leaving, at, history, weeks);
        const later = expectedPurchases(leaving, at, history, weeks + 10);
        expect(soon).toBeGreaterThanOrEqual(-1e-9);
        expect(later).toBeGreaterThanOrEqual(soon - 1e-9);
        // Who never leaves comes at most this often.
        expect(later).toBeLessThanOrEqual(
          (alive * (at.r + history.repeats) * (weeks + 10)) / (at.alpha + history.knownWeeks) + 1e-6,
        );
      }),
    );
  });

  test('the wait for the next purchase: half of them come before the median', () => {
    fc.assert(
      fc.property(anyParameters, anyHistory, (at, history) => {
        const wait = nextPurchaseWeeks(at, history, 0.5);
        const scale = at.alpha + history.knownWeeks;
        expect((scale / (scale + wait)) ** (at.r + history.repeats)).toBeCloseTo(0.5, 9);
        expect(nextPurchaseWeeks(at, history, 0.1)).toBeLessThan(wait);
        expect(nextPurchaseWeeks(at, history, 0.9)).toBeGreaterThan(wait);
      }),
    );
  });

  test('equal histories count once, and rounding to weeks changes little', () => {
    const one = { repeats: 2, lastWeeks: 10, knownWeeks: 30 };
    const grouped = groupHistories([one, one, { ...one, repeats: 3 }, one]);
    expect([grouped.customers, grouped.count.length]).toEqual([4, 2]);
    const at = { r: 0.5, alpha: 8, a: 0.9, b: 2 };
    const alone = [one, one, { ...one, repeats: 3 }, one].map(
      (history) => logLikelihood('mbg', at, groupHistories([history])).value,
    );
    expect(logLikelihood('mbg', at, grouped).value).toBeCloseTo(
      alone.reduce((a, b) => a + b),
      9,
    );
  });

  test('the derivatives of spending are those of its likelihood; ln Γ and ψ keep their rules', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 500, noNaN: true }), (x) => {
        expect(Math.abs(logGamma(x + 1) - logGamma(x) - Math.log(x))).toBeLessThan(
          1e-11 * Math.max(1, Math.abs(logGamma(x + 1))),
        );
        expect(digamma(x + 1) - digamma(x)).toBeCloseTo(1 / x, 9);
      }),
    );
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13);
    expect(digamma(1)).toBeCloseTo(-0.577_215_664_901_532_9, 13);
    const all = [
      { repeats: 1, mean: 40 },
      { repeats: 5, mean: 12.5 },
      { repeats: 2, mean: 90 },
    ];
    const at = { p: 2.5, q: 3.1, v: 20 };
    const { gradient } = spendLogLikelihood(at, all);
    (['p', 'q', 'v'] as const).forEach((name, index) => {
      const step = 1e-6 * at[name];
      const above = spendLogLikelihood({ ...at, [name]: at[name] + step }, all).value;
      const below = spendLogLikelihood({ ...at, [name]: at[name] - step }, all).value;
      expect(gradient[index]).toBeCloseTo((above - below) / (2 * step), 5);
    });
  });
});

describe('made customers whose truth is known', () => {
  test('the fit finds the truth, and of those said to come at so many in a hundred as many still do', () => {
    const truth = { r: 0.8, alpha: 12, a: 0.8, b: 2.2 };
    const customers = made(truth, 20_000, 7);
    const fit = fitBetaGeometric(
      'mbg',
      groupHistories(
        customers.map(({ history }) => history),
        1,
      ),
    );
    expect(fit.degenerate).toBe(false);
    expect(fit.evaluations).toBeLessThanOrEqual(60);
    for (const of of ['r', 'alpha', 'a', 'b'] as const) near(fit.parameters[of], truth[of], 0.15);
    const told = customers
      .map(({ history, stays }) => ({ chance: chanceActive('mbg', fit.parameters, history), stays }))
      .toSorted((a, b) => a.chance - b.chance);
    for (let decile = 0; decile < 10; decile += 1) {
      const part = told.slice(decile * 2000, (decile + 1) * 2000);
      const mean = part.reduce((sum, { chance }) => sum + chance, 0) / part.length;
      const came = part.filter(({ stays }) => stays).length / part.length;
      expect(Math.abs(mean - came)).toBeLessThanOrEqual(0.05);
    }
    const expected = customers.reduce(
      (sum, { history }) => sum + expectedPurchases('mbg', fit.parameters, history, 26),
      0,
    );
    near(
      expected,
      customers.reduce((sum, { later }) => sum + later, 0),
      0.05,
    );
  });

  test('where nobody ever leaves, that cannot be told, and it is said', () => {
    const customers = made({ r: 2, alpha: 10, a: 1e-4, b: 10 }, 800, 3);
    expect(fitBetaGeometric('mbg', groupHistories(customers.map(({ history }) => history))).degenerate).toBe(true);
  });

  test('a handful of customers, or none who came again, neither hang nor crash', () => {
    for (const all of [
      [],
      [{ repeats: 0, lastWeeks: 0, knownWeeks: 0 }],
      Array.from({ length: 40 }, (_, at) => ({ repeats: 0, lastWeeks: 0, knownWeeks: at })),
      [{ repeats: 300, lastWeeks: 100, knownWeeks: 100 }],
    ]) {
      const fit = fitBetaGeometric('mbg', groupHistories(all));
      expect(fit.degenerate).toBe(true);
      expect(Number.isFinite(fit.parameters.r)).toBe(true);
    }
  });
});

test('the chance of a purchase rises with the time asked about, from the expected rate at first to that of being there', () => {
  const at = { r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 };
  for (const history of [
    { repeats: 0, lastWeeks: 0, knownWeeks: 20 },
    { repeats: 2, lastWeeks: 30.43, knownWeeks: 38.86 },
    { repeats: 26, lastWeeks: 60, knownWeeks: 61 },
  ]) {
    const chance = (weeks: number) => chanceOfPurchase('mbg', at, history, weeks);
    const rises = [0, 1, 4, 13, 52, 5200].map(chance);
    expect(rises).toEqual(rises.toSorted((a, b) => a - b));
    expect(rises[0]).toBe(0);
    // So soon a second purchase is next to impossible: the chance is the expected number.
    near(chance(1e-4) / expectedPurchases('mbg', at, history, 1e-4), 1, 1e-3);
    for (const weeks of [1, 13, 52]) {
      expect(chance(weeks)).toBeLessThanOrEqual(expectedPurchases('mbg', at, history, weeks));
      expect(chance(weeks)).toBeLessThan(chanceActive('mbg', at, history));
    }
  }
});
