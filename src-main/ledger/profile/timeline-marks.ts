/** What a person was given, on their line of time: tags and fields, levels, stages of a lead. Part of `timeline.ts`. */

import type { TimelineEntry, TimelineKind } from '../../../src-shared/contract/timeline.ts';
import { fieldOfColumn } from '../../../src-shared/custom-field.ts';
import { addDays, type Day, daysBetween } from '../../../src-shared/day.ts';
import { type LevelStep, walkLevels } from '../../../src-shared/levels.ts';
import { saidOfField } from '../fields/journal-words.ts';
import { lastContent } from '../fields/stored-fields.ts';
import { markSaid } from '../journal-subject.ts';
import { leadField } from '../leads/lead-mark.ts';
import { ownOrders, purchasesIn } from '../levels/own-purchases.ts';
import { levelField, levelsOf } from '../levels/stored-levels.ts';
import type { Reading } from '../transaction.ts';
import marksSql from './timeline-marks.sql?raw';

/** What of an entry says nothing. */
export const nothing = {
  order: null,
  status: null,
  amountMinor: null,
  currency: null,
  orders: null,
  batch: null,
  contact: null,
  ticket: null,
  reason: null,
  edit: null,
  undone: false,
} as const;

interface StoredMark {
  readonly edit: number;
  readonly at: string;
  readonly reason: string;
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly undoneAt: string | null;
}

function kindOfMark(field: string): TimelineKind | null {
  if (field === levelField) return 'level';
  if (field === leadField) return 'lead';
  if (field === 'note') return 'note';
  if (fieldOfColumn(field) !== null) return 'field';
  return field.startsWith('tag:') ? 'tag' : null;
}

/** '+ 老客', '皮肤类型 = 干性', 'V2'. */
function saidOfMark(reading: Reading, { field, before, after }: StoredMark): string {
  const custom = fieldOfColumn(field);
  if (field === 'note') return after ?? '';
  if (custom !== null) {
    if (after !== null && after !== '') return saidOfField(reading, custom, 'customer_mark', after);
    return `− ${lastContent(reading, custom)?.name ?? `#${custom}`}`;
  }
  const row = { tableName: 'customer_mark', rowKey: '', field, before, after };
  if (field === levelField || field === leadField) return markSaid(reading, row, after) ?? '—';
  const name = markSaid(reading, row, '1') ?? '';
  return after === null || after === '' ? `− ${name}` : `+ ${name}`;
}

export function* marks(reading: Reading, customer: number): Generator<TimelineEntry> {
  const ask = reading.connection.prepare<[{ customer: number }], StoredMark>(marksSql);
  for (const found of ask.all({ customer })) {
    const kind = kindOfMark(found.field);
    if (kind === null) continue;
    const { edit, at, reason, undoneAt } = found;
    const text = saidOfMark(reading, found);
    const undone = undoneAt !== null;
    yield { ...nothing, kind, key: `mark ${edit} ${found.field}`, at, text, reason, edit, undone };
  }
}

export interface TimelineDay {
  readonly on: Day;
  /** The money that levels are asked in. */
  readonly currency: string;
}

const epoch = '1970-01-01' as Day;

/** Levels by rule as they were reached, kept and lost up to the day; none where none are in force. */
export function* levelSteps(
  reading: Reading,
  customer: number,
  { on, currency }: TimelineDay,
): Generator<TimelineEntry> {
  const levels = levelsOf(reading);
  if (levels.length === 0) return;
  const steps: LevelStep[] = [];
  const own = purchasesIn(ownOrders(reading, { on, currency, shop: null }, false)(customer));
  walkLevels(own, levels, daysBetween(epoch, on), (step) => steps.push(step));
  const nameOf = (rank: number): string => levels[rank - 1]?.name ?? '—';
  for (const { day, before, after, isReview } of steps) {
    const reason = !isReview || after > before ? 'reached' : after === before ? 'kept' : 'lowered';
    const text = reason === 'kept' ? nameOf(after) : `${nameOf(before)} → ${nameOf(after)}`;
    yield { ...nothing, kind: 'level', key: `level ${day}`, at: addDays(epoch, day), text, reason };
  }
}
