/** While the window lives the host is told each half minute that the program runs: it answers what is to be said, and that a new day began. */

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { LedgerStatus } from '../../src-shared/contract/ledger.ts';
import { useConnection } from '../link/connection-context.tsx';
import { useNotify } from '../link/use-notify.ts';

const TICK_MS = 30_000;

export function useReminder(): void {
  const connection = useConnection();
  const cache = useQueryClient();
  const notify = useNotify();
  // The clock goes on while words and language change.
  const say = useRef(notify);
  say.current = notify;
  useEffect(() => {
    let wasAway = false;
    const tick = async (): Promise<void> => {
      const { today, remind, away } = await connection.call('reminders.tick', {});
      const known = cache.getQueryData<LedgerStatus>(['ledger.status', {}]);
      // Midnight passed, or the computer slept over it: what stood on the screen was yesterday's.
      if (known !== undefined && known.today !== today)
        for (const method of ['ledger.status', 'reminders.now', 'reminders.missed'])
          void cache.invalidateQueries({ queryKey: [method] });
      if (away !== wasAway) void cache.invalidateQueries({ queryKey: ['reminders.missed'] });
      wasAway = away;
      if (remind === null) return;
      await say.current(remind);
      await connection.call('reminders.told', { day: remind.day });
    };
    // A host that starts again, a ledger that cannot be opened: the page says so, and the next half minute comes.
    const look = (): void => void tick().catch(() => undefined);
    look();
    const timer = setInterval(look, TICK_MS);
    const stop = connection.subscribe('ledger.changed', ({ topics }) => {
      // Another ledger lies open.
      if (topics.includes('backups') && topics.includes('settings')) look();
    });
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [connection, cache]);
}
