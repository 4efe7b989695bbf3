/** The people of several days, and how they are moved: whoever had the keyboard keeps it on their new day. */

import { useEffect, useRef } from 'react';
import type { SpanDay } from '../../../src-shared/contract/follow-up-span.ts';
import type { Due } from '../../../src-shared/contract/follow-ups.ts';
import type { Day } from '../../../src-shared/day.ts';
import type { Surroundings } from '../../link/use-basis.ts';
import { useCall } from '../../link/use-call.ts';
import { steppedDay } from './span-days.ts';
import { useMove } from './use-move.ts';

export interface Span {
  readonly days: readonly SpanDay[];
  readonly error: Error | null;
  readonly move: (due: Due, day: Day) => void;
  readonly step: (due: Due, from: Day, by: 1 | -1) => void;
  /** Somebody was dragged onto the day. */
  readonly drop: (origin: string, day: Day) => void;
}

export function useSpan(basis: Surroundings['basis'], from: Day, to: Day, most: number): Span {
  const { data, error } = useCall('followUps.span', { basis, from, to, most });
  const { move } = useMove(basis, from);
  const follow = useRef<string | null>(null);
  const days = data?.days ?? [];
  useEffect(() => {
    if (follow.current === null || data === undefined) return;
    const line = document.querySelector(`[data-origin="${CSS.escape(follow.current)}"] a`);
    follow.current = null;
    if (line instanceof HTMLElement) line.focus();
  }, [data]);
  return {
    days,
    error,
    move: (due, day) => {
      follow.current = due.origin;
      void move(due, day);
    },
    step: (due, at, by) => {
      const day = steppedDay(days, at, by, basis.on);
      if (day === null) return;
      follow.current = due.origin;
      void move(due, day);
    },
    drop: (origin, day) => {
      const found = days.find(({ due }) => due.some((one) => one.origin === origin));
      const due = found?.due.find((one) => one.origin === origin);
      if (due !== undefined && found?.day !== day && day >= basis.on) void move(due, day);
    },
  };
}
