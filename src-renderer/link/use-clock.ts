/** The moment on this machine's clock, to five minutes: for quiet hours, which begin and end while a page is open. */

import { useEffect, useState } from 'react';

const STEP_MINUTES = 5;
const MINUTE_MS = 60_000;

/** 'HH:MM', the last of these steps. */
export function clockOf(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(now.getHours())}:${two(now.getMinutes() - (now.getMinutes() % STEP_MINUTES))}`;
}

export function useClock(): string {
  const [clock, setClock] = useState(() => clockOf(new Date()));
  useEffect(() => {
    const timer = setInterval(() => setClock(clockOf(new Date())), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return clock;
}
