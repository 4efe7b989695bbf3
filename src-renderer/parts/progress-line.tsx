/** Something that takes long: what is being done, a bar with counts, and a way to stop it. Shown only after a second. */

import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

export type ProgressPhase = 'reading' | 'folding' | 'matching' | 'writing' | 'backing-up' | 'copying';

export interface ProgressLineProps {
  readonly phase: ProgressPhase;
  readonly done: number;
  /** null while it cannot be known. */
  readonly total: number | null;
  readonly onCancel?: () => void;
  /** Show at once instead of after a second. */
  readonly atOnce?: boolean;
}

function phaseKey(phase: ProgressPhase) {
  return phase === 'backing-up' ? 'progress.backingUp' : (`progress.${phase}` as const);
}

export function ProgressLine({ phase, done, total, onCancel, atOnce = false }: ProgressLineProps) {
  const { t } = useTranslation('common');
  const [shown, setShown] = useState(atOnce);
  const [stopping, setStopping] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 1000);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return <div className="progress" style={{ minHeight: '3rem' }} />;
  const known = total !== null && total > 0;
  return (
    <div className="progress" style={{ minHeight: '3rem' }}>
      <span className="nw">{stopping ? t('progress.stopping') : t(phaseKey(phase))}</span>
      <div
        className={known ? 'meter' : 'meter unknown'}
        role="progressbar"
        aria-label={t(phaseKey(phase))}
        aria-valuemin={0}
        aria-valuenow={known ? done : undefined}
        aria-valuemax={known ? total : undefined}
      >
        <i style={known ? { width: `${Math.min(100, (100 * done) / total)}%` } : undefined} />
      </div>
      <span className="dim sm nw">
        {known ? t('progress.count', { done, total }) : done > 0 ? t('progress.countOnly', { done }) : ''}
      </span>
      {onCancel === undefined ? null : (
        <Button
          size="small"
          disabled={stopping}
          onClick={() => {
            setStopping(true);
            onCancel();
          }}
        >
          {t('action.cancel')}
        </Button>
      )}
    </div>
  );
}
