/** R, F and M scores of every customer and the tier they make, by one of three definitions, kept until the ledger moves. */

import { type Day, daysBetween } from '../../src-shared/day.ts';
import { highScore, noDay, noTier, type RfmDefinition, type TypedLines, tierOf, tiers } from '../../src-shared/rfm.ts';
import type { ScoresBasis } from '../ledger/customers-scores.ts';
import type { Reading } from '../ledger/transaction.ts';
import { type Figures, readFigures } from './figures.ts';
import { highFrom, ntileScores, quantileScores, typedScores } from './quintiles.ts';

export type RfmQuestion = ScoresBasis;

/** From which value on a score is high; recency: at most so many days. null where nobody scores high. */
export interface HighLines {
  readonly recencyDays: number | null;
  readonly frequency: number | null;
  readonly netMinor: number | null;
}

export interface RfmScores extends Figures {
  readonly basis: RfmQuestion;
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

// The same where all are buyers of one marketplace, as in most books: an index has them in this order.
const byAnchor = "select customer_id from customer where anchor_kind = 'buyer' order by anchor_value";

const anchorEnds = `select
  (select min(anchor_kind) from customer) = 'buyer' and (select max(anchor_kind) from customer) = 'buyer' as buyers,
  (select min(anchor_value) from customer where anchor_kind = 'buyer') as least,
  (select max(anchor_value) from customer where anchor_kind = 'buyer') as most`;

/** The customers in the order of their business ids. */
function customersByBusinessId({ connection }: Reading): readonly number[] {
  const ends = connection
    .prepare<[], { readonly buyers: number; readonly least: string | null; readonly most: string | null }>(anchorEnds)
    .get();
  const marketplace = (value: string | null | undefined): string => value?.slice(0, value.indexOf(':') + 1) ?? '';
  const alike = ends?.buyers === 1 && marketplace(ends.least) === marketplace(ends.most);
  return connection
    .prepare<[], number>(alike ? byAnchor : byBusinessId)
    .pluck()
    .all();
}

/** The places 0 … of the scored customers, in the order of their business ids. */
function tieOrder(reading: Reading, figures: Figures, scored: Int32Array): Int32Array {
  const placeOfCustomer = new Int32Array((figures.customer.at(-1) ?? 0) + 1).fill(-1);
  scored.forEach((at, place) => {
    placeOfCustomer[figures.customer[at] ?? 0] = place;
  });
  const order = new Int32Array(scored.length);
  let count = 0;
  for (const customer of customersByBusinessId(reading)) {
    const place = placeOfCustomer[customer] ?? -1;
    if (place < 0) continue;
    order[count] = place;
    count += 1;
  }
  return order;
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
  scored: Int32Array,
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

function scoredPlaces(figures: Figures, likely: boolean): Int32Array {
  const scored = new Int32Array(figures.customer.length);
  let count = 0;
  for (let at = 0; at < scored.length; at += 1) {
    if (figures.lastDay[at] === noDay || (!likely && figures.likely[at] === 1)) continue;
    scored[count] = at;
    count += 1;
  }
  return scored.subarray(0, count);
}

function dimensionsOf(figures: Figures, scored: Int32Array): Dimensions {
  const today = daysBetween('1970-01-01' as Day, figures.on);
  const { length } = scored;
  const [nearness, frequency, netMinor] = [
    new Float64Array(length),
    new Float64Array(length),
    new Float64Array(length),
  ];
  for (let place = 0; place < length; place += 1) {
    const at = scored[place] ?? 0;
    nearness[place] = (figures.lastDay[at] ?? 0) - today;
    frequency[place] = figures.frequency[at] ?? 0;
    netMinor[place] = figures.netMinor[at] ?? 0;
  }
  return { nearness, frequency, netMinor };
}

/** Scores everybody who has a counted order on or before the day. */
export function rfmScores(reading: Reading, question: RfmQuestion & { readonly lines: TypedLines }): RfmScores {
  const figures = readFigures(reading, question.on, question.shop, question.excluded);
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
    basis: question,
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
    const { on, definition, shop, likely = true, excluded = false } = question;
    // The lines stand in every answer: the ladder is asked by them whatever the definition.
    const key = JSON.stringify([on, definition, shop, likely, excluded, lines]);
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
