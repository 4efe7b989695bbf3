/** Keeps the widths of columns in the settings of this computer. */

import { type ReactNode, useMemo, useRef } from 'react';
import type { Settings } from '../../src-shared/contract/settings.ts';
import { type KeptWidths, WidthsContext } from '../parts/column-widths.ts';
import { useConnection } from './connection-context.tsx';

export function TableWidths(props: { readonly settings: Settings; readonly children: ReactNode }) {
  const { columnWidths } = props.settings;
  const connection = useConnection();
  const read = useRef(columnWidths);
  const latest = useRef(columnWidths);
  // At once, not after drawing: the lists that are drawn now ask for them.
  if (read.current !== columnWidths) {
    read.current = columnWidths;
    latest.current = columnWidths;
  }
  const kept = useMemo(
    (): KeptWidths => ({
      of: (list) => latest.current[list] ?? {},
      keep: (list, widths) => {
        latest.current = { ...latest.current, [list]: widths };
        // A ledger that can only be read: then they hold for this window.
        connection.call('settings.change', { columnWidths: latest.current }).catch(() => undefined);
      },
    }),
    [connection],
  );
  return <WidthsContext value={kept}>{props.children}</WidthsContext>;
}
