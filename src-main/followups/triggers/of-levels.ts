/** The trigger that a change of level pulls: somebody was raised to one of the levels, or fell from one of them. */

import type { Trigger } from '../../../src-shared/contract/care-rules.ts';
import { type Level, type LevelStep, walkLevels } from '../../../src-shared/levels.ts';
import type { CustomerScores } from '../../ledger/customers-scores.ts';
import { purchasesOf } from '../../ledger/levels/purchases.ts';
import { levelsOf, ranksByHand } from '../../ledger/levels/stored-levels.ts';
import { dayNumber } from '../../metrics/prediction/purchases.ts';
import { dayAt, type Happening, type TriggerRoom } from '../trigger-room.ts';

type OfLevel = Extract<Trigger, { kind: 'level' }>;

/** Of a raise the level it led to, of a fall the one it came from; null: it is neither, or of no level that is asked about. */
function levelOfStep(levels: readonly Level[], { how, levels: asked }: OfLevel, step: LevelStep): Level | null {
  const isRaise = step.after > step.before;
  if (step.after === step.before || isRaise !== (how === 'raised')) return null;
  const level = levels[(isRaise ? step.after : step.before) - 1];
  return level !== undefined && asked.includes(level.id) ? level : null;
}

/**
 * By the owner's rules, walked along everybody's orders: the day of the order that raised somebody; the day a level ran out and was not kept, also
 * one that is still ahead if nothing is bought until then. Whoever has a level by hand has it whatever the rules say, and is not told of theirs.
 */
export function levelChanges(room: TriggerRoom, trigger: OfLevel, scores: CustomerScores): Happening[] {
  const levels = levelsOf(room.reading);
  if (levels.length === 0) return [];
  const byHand = ranksByHand(room.reading, levels, room.on);
  const { days, upTo, starts } = purchasesOf(room.reading, scores);
  const [from, to] = [dayNumber(room.from) - trigger.days, dayNumber(room.to) - trigger.days];
  const found: Happening[] = [];
  scores.customer.forEach((customer, place) => {
    const own = { days, upTo, from: starts[place] ?? 0, to: starts[place + 1] ?? 0 };
    if (own.from === own.to || byHand.has(customer)) return;
    if (scores.basis.likely === false && scores.likely[place] === 1) return;
    let last: LevelStep | null = null;
    walkLevels(own, levels, to, (step) => {
      // Kept is no change; of several changes the last one says where they stand.
      if (step.after !== step.before) last = step;
    });
    if (last !== null) found.push(...happeningOf(room, trigger, levels, { customer, step: last, from }));
  });
  return found;
}

interface Changed {
  readonly customer: number;
  readonly step: LevelStep;
  /** Not before this day. */
  readonly from: number;
}

function happeningOf(
  room: TriggerRoom,
  trigger: OfLevel,
  levels: readonly Level[],
  { customer, step, from }: Changed,
): Happening[] {
  const level = step.day < from ? null : levelOfStep(levels, trigger, step);
  const order = level === null ? null : room.lastOrder(customer, dayAt(step.day));
  if (level === null || order === null) return [];
  const nameOf = (rank: number): string | null => levels[rank - 1]?.name ?? null;
  return [
    {
      key: `level:${trigger.how}:${level.id}:${order}`,
      customer,
      day: dayAt(step.day + trigger.days),
      since: trigger.how === 'lowered' ? dayAt(step.day) : null,
      reason: () => ({
        kind: 'level',
        how: trigger.how,
        level: nameOf(step.after),
        from: nameOf(step.before),
        at: dayAt(step.day),
      }),
    },
  ];
}
