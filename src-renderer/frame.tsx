/** What stands around every page: title bar, menu, the quiet line, the foot, the drop, the keys. Without a ledger: one page alone. */

import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearch } from 'wouter';
import type { LedgerStatus } from '../src-shared/contract/ledger.ts';
import { Bands } from './frame/bands.tsx';
import { DropOverlay } from './frame/drop-overlay.tsx';
import { Foot } from './frame/foot.tsx';
import { KeysDialog } from './frame/keys-dialog.tsx';
import { PageBoundary } from './frame/page-boundary.tsx';
import { Rail } from './frame/rail.tsx';
import { TitleBar } from './frame/title-bar.tsx';
import { UnansweredLine } from './frame/unanswered-line.tsx';
import { useCalmToasts } from './frame/use-calm-toasts.ts';
import { useFrameKeys } from './frame/use-frame-keys.ts';
import { useReminder } from './frame/use-reminder.ts';
import { useTray } from './frame/use-tray.ts';
import { useCall } from './link/use-call.ts';
import { RecoveryPage } from './pages/recovery/recovery-page.tsx';
import { troubleOf } from './pages/recovery/trouble.ts';
import { Pages } from './pages.tsx';
import { tabGoesOn } from './parts/tab-goes-on.ts';
import { useFailureText } from './parts/toast.tsx';

export function Frame() {
  const { data: status, error, refetch, isFetching } = useCall('ledger.status', {});
  const [looksAnyway, setLooksAnyway] = useState(false);
  const trouble = troubleOf(status, error);
  const retry = (): void => void refetch();
  // A ledger that was found damaged while it is open can still be looked at; one that is not open cannot.
  const canLook = trouble?.kind === 'lost' && error === null && (status?.orders ?? 0) > 0;
  if (trouble !== null && !(canLook && looksAnyway)) {
    return (
      <div className="app alone">
        <TitleBar status={undefined} />
        <main className="sheet">
          <RecoveryPage
            trouble={trouble}
            status={status}
            retry={{ run: retry, busy: isFetching }}
            onLookAnyway={canLook ? () => setLooksAnyway(true) : null}
          />
        </main>
        <Foot />
      </div>
    );
  }
  return <Rooms status={status} error={error} onRetry={retry} onRecover={() => setLooksAnyway(false)} />;
}

/** What goes on while the window is open, whatever page it shows. */
function DayWatch() {
  useReminder();
  useTray();
  return null;
}

interface RoomsProps {
  readonly status: LedgerStatus | undefined;
  readonly error: Error | null;
  readonly onRetry: () => void;
  readonly onRecover: () => void;
}

function Rooms({ status, error, onRetry, onRecover }: RoomsProps) {
  const { t } = useTranslation('common');
  const [location] = useLocation();
  const query = useSearch();
  const [showsKeys, setShowsKeys] = useState(false);
  useFrameKeys(() => setShowsKeys(true));
  useCalmToasts();
  return (
    <div className="app" onKeyDownCapture={tabGoesOn}>
      {/* Of a ledger that cannot be opened nothing is asked that would be asked over and over. */}
      {status !== undefined && <DayWatch />}
      <TitleBar status={status} />
      <Rail status={status} />
      <Bands status={status} onRecover={onRecover} />
      <main className="sheet">
        <UnansweredLine />
        {error === null || status !== undefined ? (
          <PageBoundary
            key={location}
            address={`${location}?${query}`}
            broken={
              <p className="stop page-broken" role="alert">
                {t('pageBroken')}
              </p>
            }
          >
            <Pages status={status} />
          </PageBoundary>
        ) : (
          <NoLedger error={error} onRetry={onRetry} />
        )}
      </main>
      <Foot />
      <DropOverlay />
      <KeysDialog isOpen={showsKeys} onClose={() => setShowsKeys(false)} />
    </div>
  );
}

function NoLedger(props: { readonly error: Error; readonly onRetry: () => void }) {
  const { t } = useTranslation('common');
  const failureText = useFailureText();
  return (
    <div className="scroll" style={{ paddingTop: '4.4rem' }}>
      <div className="note stopped" role="alert">
        <p style={{ flex: 1 }}>{failureText(props.error)}</p>
        <Button onClick={props.onRetry}>{t('action.retry')}</Button>
      </div>
    </div>
  );
}
