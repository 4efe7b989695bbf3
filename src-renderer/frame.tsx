/** What stands around every page: title bar, menu, the quiet line, the foot, the drop, the keys. */

import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { Bands } from './frame/bands.tsx';
import { DropOverlay } from './frame/drop-overlay.tsx';
import { Foot } from './frame/foot.tsx';
import { KeysDialog } from './frame/keys-dialog.tsx';
import { Rail } from './frame/rail.tsx';
import { TitleBar } from './frame/title-bar.tsx';
import { useFrameKeys } from './frame/use-frame-keys.ts';
import { useCall } from './link/use-call.ts';
import { Pages } from './pages.tsx';
import { useFailureText } from './parts/toast.tsx';

export function Frame() {
  const { t } = useTranslation('common');
  const { data: status, error, refetch } = useCall('ledger.status', {});
  const [location] = useLocation();
  const [showsKeys, setShowsKeys] = useState(false);
  useFrameKeys(() => setShowsKeys(true));
  return (
    <div className="app">
      <TitleBar status={status} />
      <Rail status={status} />
      <Bands status={status} />
      <main className="sheet">
        {error === null || status !== undefined ? (
          <Alert.ErrorBoundary key={location} title={t('pageBroken')} description="">
            <Pages status={status} />
          </Alert.ErrorBoundary>
        ) : (
          <NoLedger error={error} onRetry={() => void refetch()} />
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
