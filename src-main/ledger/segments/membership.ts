/** Whether a customer is in a segment, and why: its conditions one by one, each with what the customer has. */

import {
  type Bought,
  conditionsIn,
  type FilterCondition,
  type FilterNode,
  groupOf,
  partsOf,
} from '../../../src-shared/contract/filters.ts';
import type { ResultOf } from '../../../src-shared/contract/index.ts';
import type { SegmentVerdict, SimpleHas, Verdict } from '../../../src-shared/contract/memberships.ts';
import { maskPhone } from '../../../src-shared/phone.ts';
import { Problem } from '../../../src-shared/problem.ts';
import type { CustomerScores } from '../customers-scores.ts';
import { valuesOfPeople } from '../fields/person-values.ts';
import { boughtWhere } from '../filter/bought-sql.ts';
import { filterStatement } from '../filter/filtered-customers.ts';
import { namedValues, type SqlValue } from '../filter/named-values.ts';
import { type Answered, askOfOne } from '../filter/one-customer.ts';
import { wishesOf } from '../profile/wishes.ts';
import { tagsOfPeople } from '../tags/person-tags.ts';
import type { Reading } from '../transaction.ts';
import { type One, ordersWhere } from './meant-orders.ts';
import { gradeHas, levelHas, runsHas } from './place-has.ts';
import { segmentContent, storedSegments } from './stored-segments.ts';

function known({ connection }: Reading, customer: number): void {
  const found = connection.prepare('select 1 from customer where customer_id = ?').get(customer);
  if (found === undefined) throw new Problem('customer-unknown', { customer: String(customer) });
}

/** The segments a filter speaks of, those within them too. */
function segmentsWithin(reading: Reading, where: FilterNode): readonly number[] {
  return conditionsIn(where).flatMap((condition) =>
    condition.field === 'segment'
      ? condition.in.flatMap((id) => [id, ...segmentsWithin(reading, segmentContent(reading, id).where)])
      : [],
  );
}

const asSegment = (segment: number): FilterCondition => ({ field: 'segment', in: [segment] });

/** What is asked of them at once, by the text of each condition. */
type Answers = ReadonlyMap<string, Answered>;

function answersTo({ reading, scores, customer }: One, conditions: readonly FilterCondition[]): Answers | null {
  const texts = [...new Map(conditions.map((one) => [JSON.stringify(one), one]))];
  const answers = askOfOne(
    reading,
    scores,
    customer,
    texts.map(([, condition]) => condition),
  );
  if (answers === null) return null;
  return new Map(texts.map(([text], at) => [text, answers[at] ?? { holds: false, value: null }]));
}

const nothing: Answered = { holds: false, value: null };

function ordersMeant(one: One, condition: Bought): SimpleHas {
  const values = namedValues();
  const wanted = boughtWhere(condition, one.scores.on, values).join('\n  and ');
  return { kind: 'orders', ...ordersWhere(one, wanted, values.values) };
}

const numberOf = (value: SqlValue): number | null => (typeof value === 'number' ? value : null);
const textOf = (value: SqlValue): string | null => (typeof value === 'string' ? value : null);

function textsOf(value: SqlValue): string[] {
  const read: unknown = JSON.parse(textOf(value) ?? '[]');
  return Array.isArray(read) ? read.filter((one) => typeof one === 'string') : [];
}

function fieldHas({ reading, customer }: One, field: number): SimpleHas {
  const held = valuesOfPeople(reading)(customer).find((one) => one.field === field);
  return { kind: 'texts', texts: held === undefined ? [] : [held.value] };
}

/** As a condition names them. */
function wishesHad({ reading, customer }: One): string[] {
  const { optOut, quiet, channel } = wishesOf(reading, customer);
  return [
    ...(optOut ? ['noContact'] : []),
    ...(quiet === null ? [] : ['quiet']),
    ...(channel === null ? [] : ['channel']),
  ];
}

function hasOf(one: One, condition: FilterCondition, value: SqlValue): SimpleHas {
  switch (condition.field) {
    case 'orders':
    case 'allOrders':
    case 'recencyDays':
    case 'firstDaysAgo':
    case 'rhythmDays':
    case 'r':
    case 'f':
    case 'm':
      return { kind: 'number', value: numberOf(value) };
    case 'netMinor':
    case 'paidMinor':
    case 'refundMinor':
    case 'averageMinor':
      return { kind: 'money', minor: numberOf(value) };
    case 'firstDay':
    case 'lastDay':
      return { kind: 'day', day: textOf(value) };
    case 'tier':
    case 'lifecycle':
    case 'ladder':
    case 'certainty':
    case 'reach':
      return { kind: 'code', code: textOf(value) };
    case 'tag':
      return { kind: 'texts', texts: tagsOfPeople(one.reading)(one.customer).map(({ name }) => name) };
    case 'custom':
      return fieldHas(one, condition.custom);
    case 'bought':
      return ordersMeant(one, condition);
    case 'level':
      return levelHas(one, condition.in);
    case 'grade':
      return gradeHas(one);
    case 'run':
      return runsHas(one, condition.in);
    case 'phone':
      return { kind: 'texts', texts: textsOf(value).map(maskPhone) };
    case 'wish':
      return { kind: 'texts', texts: wishesHad(one) };
    case 'segment':
      return { kind: 'none' };
    case 'name':
    case 'buyerId':
    case 'email':
    case 'note':
    case 'province':
    case 'city':
    case 'district':
    case 'address':
    case 'buyerNote':
    case 'sellerNote':
    case 'shop':
    case 'marketplace':
    case 'excluded':
      return { kind: 'texts', texts: textsOf(value) };
  }
}

function groupHolds(kind: 'all' | 'any' | 'none', parts: readonly Verdict[]): boolean {
  if (kind === 'all') return parts.every(({ holds }) => holds);
  return parts.some(({ holds }) => holds) === (kind === 'any');
}

function verdictOf(one: One, answers: Answers | null, node: FilterNode): Verdict {
  const kind = groupOf(node);
  const inner = partsOf(node);
  if (kind !== null && inner !== null) {
    const parts = inner.map((part) => verdictOf(one, answers, part));
    return { holds: groupHolds(kind, parts), group: kind, parts };
  }
  // What has no parts is a condition.
  const condition = node as FilterCondition;
  const { holds, value } = answers?.get(JSON.stringify(condition)) ?? nothing;
  if (condition.field !== 'segment') return { holds, condition, has: hasOf(one, condition, value) };
  const segments = condition.in.map((id) => segmentVerdict(one, answers, id));
  return { holds, condition, has: { kind: 'segments', segments } };
}

function segmentVerdict(one: One, answers: Answers | null, id: number): SegmentVerdict {
  const { name, where, fixed } = segmentContent(one.reading, id);
  const { holds } = answers?.get(JSON.stringify(asSegment(id))) ?? nothing;
  return { segment: id, name, holds, fixedOn: fixed?.on ?? null, verdict: verdictOf(one, answers, where) };
}

/** Any filter asked of one customer. `isAsked` false: they have no order in the shops that are asked about, so no list of them has them. */
export function explainFilter(one: One, where: FilterNode): { verdict: Verdict; isAsked: boolean } {
  const inner = segmentsWithin(one.reading, where);
  const conditions = inner.flatMap((id) => [asSegment(id), ...conditionsIn(segmentContent(one.reading, id).where)]);
  const answers = answersTo(one, [...conditionsIn(where), ...conditions]);
  return { verdict: verdictOf(one, answers, where), isAsked: answers !== null };
}

/** Throws `customer-unknown`, `segment-unknown`. */
export function explainMembership(
  reading: Reading,
  { customer, segment }: { readonly customer: number; readonly segment: number },
  scores: CustomerScores,
): ResultOf<'explain.membership'> {
  known(reading, customer);
  const { verdict, isAsked } = explainFilter({ reading, scores, customer }, asSegment(segment));
  const [membership] = 'condition' in verdict && verdict.has.kind === 'segments' ? verdict.has.segments : [];
  if (membership === undefined) throw new Error(`segment ${segment} has no verdict`);
  const { sql, params } = filterStatement(reading, scores, asSegment(segment));
  return {
    membership,
    isAsked,
    currency: scores.currency,
    sql,
    params: { ...params },
  };
}

/** Every segment, and whether a customer is in it. Throws `customer-unknown`. */
export function segmentsOfCustomer(
  reading: Reading,
  customer: number,
  scores: CustomerScores,
): ResultOf<'segments.ofCustomer'> {
  known(reading, customer);
  const stored = storedSegments(reading);
  if (stored.length === 0) return { segments: [] };
  const answers = askOfOne(
    reading,
    scores,
    customer,
    stored.map(({ segment }) => asSegment(segment)),
  );
  return {
    segments: stored.map(({ segment, content: { name, fixed } }, at) => ({
      segment,
      name,
      holds: answers?.[at]?.holds === true,
      fixedOn: fixed?.on ?? null,
    })),
  };
}
