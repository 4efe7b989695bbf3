/** Step three: the posting itself, which is one transaction; it can be stopped until it is done. */

import { useTranslation } from 'react-i18next';
import { useConnection } from '../../link/connection-context.tsx';
import { useProgress } from '../../link/use-progress.ts';
import { PageTitle } from '../../parts/page-title.tsx';
import { ProgressLine } from '../../parts/progress-line.tsx';
import { useImportState } from '../../state/import.ts';
import { StepsLine } from './steps-line.tsx';

export function Posting({ count }: { readonly count: number }) {
  const { t } = useTranslation('importing');
  const connection = useConnection();
  const job = useImportState((state) => state.job);
  const progress = useProgress(job);
  const cancel = (): void => {
    if (job !== null) connection.call('imports.cancel', { job }).catch(() => undefined);
  };
  return (
    <>
      <PageTitle title={t('apply', { count })}>
        <StepsLine at="apply" />
      </PageTitle>
      <div className="scroll">
        <div className="imp-wait">
          <ProgressLine
            phase={progress?.phase ?? 'writing'}
            done={progress?.done ?? 0}
            total={progress?.total ?? null}
            onCancel={cancel}
          />
        </div>
      </div>
    </>
  );
}
