/** The one page of a window whose ledger cannot be opened: what happened, that nothing is lost, and the way back. */

import { useEffect } from 'react';
import type { LedgerStatus } from '../../../src-shared/contract/ledger.ts';
import { LostLedger } from './lost-ledger.tsx';
import type { Retry } from './retry.ts';
import { StuckLedger } from './stuck-ledger.tsx';
import type { Trouble } from './trouble.ts';
import './recovery.css';

export interface RecoveryPageProps {
  readonly trouble: Trouble;
  readonly status: LedgerStatus | undefined;
  readonly retry: Retry;
  /** Given when the damaged ledger still shows something. */
  readonly onLookAnyway: (() => void) | null;
}

/** No room takes a dropped file now; left to the browser, it would open it in this window's place. */
function useNoDrops(): void {
  useEffect(() => {
    const refuse = (event: DragEvent): void => event.preventDefault();
    window.addEventListener('dragover', refuse);
    window.addEventListener('drop', refuse);
    return () => {
      window.removeEventListener('dragover', refuse);
      window.removeEventListener('drop', refuse);
    };
  }, []);
}

export function RecoveryPage({ trouble, status, retry, onLookAnyway }: RecoveryPageProps) {
  useNoDrops();
  return trouble.kind === 'stuck' ? (
    <StuckLedger code={trouble.code} folder={trouble.folder} retry={retry} />
  ) : (
    <LostLedger
      code={trouble.code}
      folder={trouble.folder}
      today={status?.today ?? null}
      retry={retry}
      onLookAnyway={onLookAnyway}
    />
  );
}
