/** Tells the shell whether a closed window stays in the tray, and the number of the day that stands there. */

import { useEffect } from 'react';
import { useConnection } from '../link/connection-context.tsx';
import { useCall } from '../link/use-call.ts';
import { useSettings } from '../link/use-settings.ts';

export function useTray(): void {
  const connection = useConnection();
  const { settings } = useSettings();
  const isKept = settings?.keepInTray;
  // Worked out for the tray alone: who does not want it is spared the question.
  const { data } = useCall('reminders.now', {}, { enabled: isKept === true });
  const count = data?.people ?? null;
  useEffect(() => {
    if (isKept === undefined) return;
    // A shell that is not there has no tray either.
    connection.call('shell.setTray', { on: isKept, count: isKept ? count : null }).catch(() => undefined);
  }, [connection, isKept, count]);
}
