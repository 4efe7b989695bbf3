/** R, F and M scores of every customer and the tier they make, by one of three definitions, kept until the ledger moves. */

import { type Day, daysBetween } from '../../src-shared/day.ts';
import { highScore, noDay, noTier, type RfmDefinition, type TypedLines, tierOf, tiers } from '../../src-shared/rfm.ts';
import type { Reading } from '../ledger/transaction.ts';
import { type Figures, readFigures } from './figures.ts';
import { highFrom, ntileScores, quantileScores, typedScores } from './quintiles.ts';

export interface RfmQuestion {
  readonly on: Day;
  readonly definition: RfmDefinition;
  readonly shop?: number | undefined;
  /** Score likely customers too. Default true. */
  readonly likely?: boolean | undefined;
  /** Instead of the saved lines of definition `typed`. */
  readonly lines?: TypedLines | undefined;
}

/** From which value on a score is high; recency: at most so many days. null where nobody scores high. */
export interface HighLines {
  readonly recencyDays: number | null;
  readonly frequency: number | null;
  readonly netMinor: number | null;
}

export interface RfmScores extends Figures {
  readonly definition: RfmDefinition;
  readonly currency: string;
  readonly currencies: readonly string[];
  /** 1 … 5; 0 = not scored. */
  readonly r: Uint8Array;
  readonly f: Uint8Array;
  readonly m: Uint8Array;
  /** Place in `tiers`, or `noTier`. */
  readonly tier: Uint8Array;
  readonly lines: HighLines;
  /** The owner's lines the question was asked with. */
  readonly typedLines: TypedLines;
}

/** Answers from a cache where it can. Made once per connection by `scoreSource`. */
export type RfmScoresOf = (reading: Reading, question: RfmQuestion) => RfmScores;

// Text as SQLite compares it: by code point. A buyer's id without the marketplace it carries in front.
const byBusinessId = `select customer_id from customer
  order by case anchor_kind when 'buyer' then substr(anchor_value, instr(anchor_value, ':') + 1) else anchor_value end, customer_id`;

/** The places 0 … of the scored customers, in the order of their business ids. */
function tieOrder(reading: Reading, figures: Figures, scored: readonly number[]): Int32Array {
  const placeOfCustomer = new Map(scored.map((at, place) => [figures.customer[at] ?? 0, place]));
  const order: number[] = [];
  for (const customer of reading.connection.prepare(byBusinessId).pluck().all() as number[]) {
    const place = placeOfCustomer.get(customer);
    if (place !== undefined) order.push(place);
  }
  return Int32Array.from(order);
}

interface Dimensions {
  /** Days away, negated: more is better in every dimension. */
  readonly nearness: Float64Array;
  readonly frequency: Float64Array;
  readonly netMinor: Float64Array;
}

function scorer(
  reading: Reading,
  figures: Figures,
  scored: readonly number[],
  question: { definition: RfmDefinition },
): (values: Float64Array, line: number) => Uint8Array {
  switch (question.definition) {
    case 'quantile':
      return quantileScores;
    case 'ntile': {
      const order = tieOrder(reading, figures, scored);
      return (values) => ntileScores(values, order);
    }
    case 'typed':
      return typedScores;
  }
}

const tierTable: readonly number[] = Array.from({ length: 8 }, (_, bits) => {
  const score = (bit: number): number => (bits & bit ? highScore : 1);
  return tiers.indexOf(tierOf(score(4), score(2), score(1)));
});

function tierAt(r: number, f: number, m: number): number {
  const bits = (r >= highScore ? 4 : 0) + (f >= highScore ? 2 : 0) + (m >= highScore ? 1 : 0);
  return tierTable[bits] ?? noTier;
}

function scoredPlaces(figures: Figures, likely: boolean): number[] {
  const scored: number[] = [];
  for (let at = 0; at < figures.customer.length; at += 1) {
    if (figures.lastDay[at] !== noDay && (likely || figures.likely[at] === 0)) scored.push(at);
  }
  return scored;
}

function dimensionsOf(figures: Figures, scored: readonly number[]): Dimensions {
  const today = daysBetween('1970-01-01' as Day, figures.on);
  return {
    nearness: Float64Array.from(scored, (at) => (figures.lastDay[at] ?? 0) - today),
    frequency: Float64Array.from(scored, (at) => figures.frequency[at] ?? 0),
    netMinor: Float64Array.from(scored, (at) => figures.netMinor[at] ?? 0),
  };
}

/** Scores everybody who has a counted order on or before the day. */
export function rfmScores(reading: Reading, question: RfmQuestion & { readonly lines: TypedLines }): RfmScores {
  const figures = readFigures(reading, question.on, question.shop);
  const { lines } = question;
  const scored = scoredPlaces(figures, question.likely ?? true);
  const { nearness, frequency, netMinor } = dimensionsOf(figures, scored);
  const score = scorer(reading, figures, scored, question);
  const [nearScores, oftenScores, muchScores] = [
    score(nearness, -lines.recencyDays),
    score(frequency, lines.frequency),
    score(netMinor, lines.netMinor),
  ];
  const count = figures.customer.length;
  const [r, f, m] = [new Uint8Array(count), new Uint8Array(count), new Uint8Array(count)];
  const tier = new Uint8Array(count).fill(noTier);
  scored.forEach((at, place) => {
    r[at] = nearScores[place] ?? 0;
    f[at] = oftenScores[place] ?? 0;
    m[at] = muchScores[place] ?? 0;
    tier[at] = tierAt(r[at] ?? 0, f[at] ?? 0, m[at] ?? 0);
  });
  const near = highFrom(nearness, nearScores, highScore);
  const high: HighLines =
    question.definition === 'typed'
      ? lines
      : {
          recencyDays: near === null ? null : Math.abs(near),
          frequency: highFrom(frequency, oftenScores, highScore),
          netMinor: highFrom(netMinor, muchScores, highScore),
        };
  const { currency, currencies } = figures.scope;
  return {
    ...figures,
    definition: question.definition,
    currency,
    currencies,
    r,
    f,
    m,
    tier,
    lines: high,
    typedLines: lines,
  };
}

const keptAnswers = 6;

/**
 * A cache of scores over one connection. `linesOf` gives the owner's saved lines. An answer holds until an import, its undo or a
 * change of identities is counted in `ledger_state`.
 */
export function scoreSource(linesOf: (reading: Reading) => TypedLines): RfmScoresOf {
  const answers = new Map<string, RfmScores>();
  let seen = -1;
  return (reading, question) => {
    const changes = Number(
      reading.connection.prepare("select value from ledger_state where name = 'changes'").pluck().get() ?? 0,
    );
    if (changes !== seen) answers.clear();
    seen = changes;
    const lines = question.lines ?? linesOf(reading);
    const { on, definition, shop, likely = true } = question;
    const key = JSON.stringify([on, definition, shop, likely, definition === 'typed' ? lines : null]);
    const known = answers.get(key);
    if (known !== undefined) {
      // Newest last, so that the oldest goes first.
      answers.delete(key);
      answers.set(key, known);
      return known;
    }
    const made = rfmScores(reading, { ...question, lines });
    answers.set(key, made);
    for (const oldest of answers.keys()) {
      if (answers.size <= keptAnswers) break;
      answers.delete(oldest);
    }
    return made;
  };
}
