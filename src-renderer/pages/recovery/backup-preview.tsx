/** What the chosen backup brings back, from the backup itself, how much needs importing again, and the one button. */

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { ResultOf } from '../../../src-shared/contract/index.ts';
import type { Backup } from '../../../src-shared/contract/ledger.ts';
import { useAct, useCall } from '../../link/use-call.ts';
import { useFreshStatus } from '../../link/use-fresh-status.ts';
import { CountText } from '../../parts/count-text.tsx';
import { DayText } from '../../parts/day-text.tsx';
import { localMoment } from '../../parts/moment-text.tsx';
import { MoneyText } from '../../parts/money-text.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useFailureText, useToast } from '../../parts/toast.tsx';
import { ImportAgain } from './import-again.tsx';

export interface BackupPreviewProps {
  readonly backup: Backup;
  /** null: not known, as no answer could be read. */
  readonly today: string | null;
}

export function BackupPreview({ backup, today }: BackupPreviewProps) {
  const { t } = useTranslation('recovery');
  const failureText = useFailureText();
  const { data, error } = useCall('backups.preview', { name: backup.name }, { keep: false });
  const { restore, busy } = useRestore(backup);
  if (error !== null)
    return (
      <>
        <h2>{t('after')}</h2>
        <ProblemNote level="noted" what={failureText(error)} />
      </>
    );
  return (
    <>
      <h2>{t('after')}</h2>
      <RestoredFacts backup={backup} restored={data?.restored} />
      <div className="again">
        {data === undefined ? (
          <p className="dim" role="status">
            {t('looking')}
          </p>
        ) : (
          <ImportAgain until={data.present.lastDay ?? today} lastDay={data.restored.lastDay} />
        )}
      </div>
      <Button
        type="primary"
        size="large"
        className="restore"
        disabled={data === undefined || busy}
        onClick={() => void restore()}
      >
        {t(busy ? 'restoring' : 'restore')}
      </Button>
      <p className="faint sm">{t('mayReturn')}</p>
    </>
  );
}

interface RestoredFactsProps {
  readonly backup: Backup;
  /** What the look into the backup found; until then, what is written beside it. */
  readonly restored: ResultOf<'backups.preview'>['restored'] | undefined;
}

function RestoredFacts({ backup, restored }: RestoredFactsProps) {
  const { t } = useTranslation('recovery');
  const { customers, orders, lastDay } = restored ?? backup;
  const money = Object.entries(restored?.byCurrency ?? {});
  return (
    <dl className="facts brought">
      <dt>{t('fact.madeAt')}</dt>
      <dd>{localMoment(backup.madeAt)}</dd>
      <dt>{t('fact.customers')}</dt>
      <dd>
        <CountText count={customers} />
      </dd>
      <dt>{t('fact.orders')}</dt>
      <dd>
        <CountText count={orders} />
      </dd>
      <dt>{t('fact.net')}</dt>
      <dd>
        {money.length === 0 ? <span className="faint">—</span> : null}
        {money.map(([currency, { netMinor }]) => (
          <div key={currency}>
            <MoneyText amount={netMinor} currency={currency} />
            {currency === 'CNY' ? null : <span className="faint"> {currency}</span>}
          </div>
        ))}
      </dd>
      <dt>{t('fact.lastDay')}</dt>
      <dd>
        <DayText day={lastDay} />
      </dd>
    </dl>
  );
}

function useRestore(backup: Backup): { readonly restore: () => Promise<void>; readonly busy: boolean } {
  const { t } = useTranslation('recovery');
  const { act, busy } = useAct('backups.restore');
  const toast = useToast();
  const freshStatus = useFreshStatus();
  const [, navigate] = useLocation();
  const restore = async (): Promise<void> => {
    if ((await act({ name: backup.name })) === null) return;
    await freshStatus();
    navigate('/');
    toast.done(t('restored', { at: localMoment(backup.madeAt) }));
  };
  return { restore, busy };
}
