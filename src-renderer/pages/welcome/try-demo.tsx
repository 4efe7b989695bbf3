/** Opens the made-up shop: a ledger of its own, removed with one click. */

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useAct } from '../../link/use-call.ts';
import { useFreshStatus } from '../../link/use-fresh-status.ts';
import { useProgress } from '../../link/use-progress.ts';
import { ProgressLine } from '../../parts/progress-line.tsx';

export function TryDemo() {
  const { t } = useTranslation('welcome');
  const [, navigate] = useLocation();
  const { act, busy } = useAct('demo.open');
  const progress = useProgress(null);
  const freshStatus = useFreshStatus();
  const open = async (): Promise<void> => {
    if ((await act({})) === null) return;
    await freshStatus();
    navigate('/customers');
  };
  return (
    <div className="demo">
      <div>
        <h2>{t('demoTitle')}</h2>
        <p className="dim">
          {t('demoSay')}
          <br />
          {t('demoSafe')}
        </p>
        {busy ? (
          <ProgressLine
            phase={progress?.phase ?? 'reading'}
            done={progress?.done ?? 0}
            total={progress?.total ?? null}
            atOnce
          />
        ) : null}
      </div>
      <Button disabled={busy} onClick={() => void open()}>
        {t('demoOpen')}
      </Button>
    </div>
  );
}
