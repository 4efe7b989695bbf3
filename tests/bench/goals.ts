/** The goals as ratios of medians of one interleaved run, and how each figure is made of the cases. */

import { type Measured, median } from './measured.ts';

export type Runs = ReadonlyMap<string, readonly Measured[]>;

export interface Goal {
  readonly name: string;
  readonly what: string;
  readonly cases: readonly string[];
  /** At 1m, and at smaller sizes where another figure holds there. */
  readonly must: readonly [large: number, smaller?: number];
  readonly stretch: readonly [large: number, smaller?: number];
  readonly unit: '×' | 'ms';
  readonly figure: (of: Figures) => number;
}

export interface Figures {
  readonly ms: (name: string) => number;
  readonly rss: (name: string) => number;
  readonly detail: (name: string, key: string) => number;
}

export function figuresOf(runs: Runs): Figures {
  const values = (name: string, of: (run: Measured) => number): number => median((runs.get(name) ?? []).map(of));
  return {
    ms: (name) => values(name, (run) => run.ms),
    rss: (name) => values(name, (run) => run.rssMb),
    detail: (name, key) => values(name, (run) => Number(run.detail?.[key] ?? Number.NaN)),
  };
}

function ratio(
  name: string,
  what: string,
  pair: readonly [string, string],
  must: Goal['must'],
  stretch: Goal['stretch'],
): Goal {
  const [ours, theirs] = pair;
  return { name, what, cases: pair, must, stretch, unit: '×', figure: ({ ms }) => ms(ours) / ms(theirs) };
}

function latency(name: string, what: string, key: string, must: number, stretch: number): Goal {
  return { name, what, cases: [key], must: [must], stretch: [stretch], unit: 'ms', figure: ({ ms }) => ms(key) };
}

export const goals: readonly Goal[] = [
  ratio('P1', 'import / yardstick', ['import', 'yardstick'], [0.75, 0.9], [0.45, 0.55]),
  ratio('P2', 'import / naive importer', ['import', 'naive'], [0.4], [0.2]),
  {
    ...ratio('P3', 'time an order / in a tenth of the file', ['import', 'import of a tenth'], [1.25], [1.1]),
    figure: ({ ms }) => ms('import') / 10 / ms('import of a tenth'),
  },
  {
    ...ratio('P4', 'peak memory of import / yardstick', ['import', 'yardstick'], [1.2], [0.6]),
    figure: ({ rss }) => rss('import') / rss('yardstick'),
  },
  ratio('P5', 'later file into the book / into a tenth', ['later file', 'later file into a tenth'], [2.5], [1.5]),
  ratio('P5', 'file of the next days into the book / full import', ['next days', 'import'], [0.1], [0.04]),
  ratio('P5', 'later file into the book / full import', ['later file', 'import'], [0.1], [0.04]),
  ratio('P6', 'import again / first import', ['import again', 'import'], [1.5], [0.5]),
  ratio('P7', 'refresh of 1 in 100 customers / all', ['refresh: 1 in 100', 'refresh: all'], [0.15], [0.05]),
  ratio('P8', 'RFM of all, cold / DuckDB', ['rfm: cold', 'rfm: duckdb'], [2], [1.2]),
  ratio('P9', 'RFM, arrays held / DuckDB', ['rfm: arrays held', 'rfm: duckdb'], [0.75], [0.4]),
  ratio('P10', 'CSV read / byte scan', ['csv: read', 'csv: byte scan'], [3.5], [2.2]),
  ratio('P10', 'CSV read / Papa Parse', ['csv: read', 'csv: papaparse'], [0.7], [0.4]),
  ratio('P11', 'workbook read / exceljs', ['xlsx: read', 'xlsx: exceljs'], [0.3], [0.12]),
  ratio('P12', 'workbook written / exceljs', ['xlsx: write', 'xlsx: write, exceljs'], [0.8], [0.45]),
  latency('P13', 'search, page and count, p95', 'search', 20, 8),
  ratio('P13', 'search / LIKE', ['search', 'search by LIKE'], [0.2], [0.2]),
  latency('P14', 'any window of a list, p95', 'any window', 10, 2),
  latency('P14', 'new order of a list, p95', 'new order of a list', 150, 60),
  {
    ...ratio('P15', 'page beside an import / at rest, p95', ['reading beside an import', ''], [3], [1.5]),
    cases: ['reading beside an import'],
    figure: ({ ms }) => ms('reading beside an import'),
  },
  {
    ...latency('P15', 'page beside an import, longest', 'reading beside an import', 100, 30),
    figure: ({ detail }) => detail('reading beside an import', 'max'),
  },
  latency('U4', 'scrolling, longest task of the window', 'scrolling the list', 100, 50),
  {
    ...latency('U4', 'scrolling, longest without a row', 'scrolling the list', 100, 1),
    figure: ({ detail }) => detail('scrolling the list', 'blank'),
  },
  ratio('P17', 'search index / import', ['search index', 'import'], [0.8], [0.4]),
  {
    ...latency('P17', 'search index, longest step', 'search index', 50, 50),
    figure: ({ detail }) => detail('search index', 'longest step'),
  },
];

const LARGE = 1_000_000;

function bound([large, smaller]: Goal['must'], size: number): number {
  return size < LARGE ? (smaller ?? large) : large;
}

export interface Verdict {
  readonly figure: number;
  readonly must: number;
  readonly stretch: number;
  readonly word: string;
}

/** null when a case of the goal did not run. */
export function verdictOf(goal: Goal, runs: Runs, size: number): Verdict | null {
  if (!goal.cases.every((name) => (runs.get(name)?.length ?? 0) > 0)) return null;
  const figure = goal.figure(figuresOf(runs));
  const [must, stretch] = [bound(goal.must, size), bound(goal.stretch, size)];
  const word = figure <= stretch ? 'stretch' : figure <= must ? 'must' : 'missed';
  return { figure, must, stretch, word };
}

/** Cases that did the same work must have found the same. */
export const sameContent: readonly (readonly string[])[] = [
  ['yardstick', 'naive', 'import', 'import, other build'],
  ['csv: read', 'csv: papaparse'],
  ['xlsx: read', 'xlsx: exceljs'],
  ['xlsx: write', 'xlsx: write, exceljs'],
  ['rfm: cold', 'rfm: duckdb'],
  ['refresh: all', 'refresh: 1 in 100'],
];

export function disagreements(runs: Runs): readonly string[] {
  return sameContent.flatMap((names) => {
    const said = names.flatMap((name) => (runs.get(name) ?? []).map(({ content }) => ({ name, content })));
    const [first] = said;
    return said
      .filter(({ content }) => content !== first?.content)
      .map(({ name, content }) => `${name}: ${content}, not ${first?.content}`);
  });
}
