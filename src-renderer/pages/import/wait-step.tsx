/** While files are recognised or checked: how far it is, and a way to stop. When it failed: why, and what can be done. */

import type { UseQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../../src-shared/problem.ts';
import { useConnection } from '../../link/connection-context.tsx';
import { useDiscard } from '../../link/use-check.ts';
import { useChooseFiles } from '../../link/use-files.ts';
import { useProgress } from '../../link/use-progress.ts';
import { Icon } from '../../parts/icon.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { ProgressLine } from '../../parts/progress-line.tsx';
import { useFailureText } from '../../parts/toast.tsx';
import { useFoot } from '../../state/foot.ts';
import { useImportState } from '../../state/import.ts';
import { ImportTabs } from './import-tabs.tsx';
import { StepsLine } from './steps-line.tsx';

export function WaitStep({ query }: { readonly query: UseQueryResult<unknown, Error> }) {
  const { t } = useTranslation('importing');
  const discard = useDiscard();
  useFoot({});
  return (
    <>
      <PageTitle
        title={t('checkTitle')}
        say={t('checkSay')}
        actions={<Button onClick={() => discard(undefined)}>{t('discard')}</Button>}
      >
        <StepsLine at="check" />
      </PageTitle>
      <ImportTabs at="import" />
      <div className="scroll" style={{ paddingTop: '2.4rem' }}>
        <div className="imp-wait">
          {query.error === null || query.isFetching ? (
            <Running />
          ) : (
            <Failed error={query.error} onRetry={() => void query.refetch()} />
          )}
          <FilesInHand />
        </div>
      </div>
    </>
  );
}

function Running() {
  const connection = useConnection();
  const job = useImportState((state) => state.job);
  const progress = useProgress(job);
  const cancel = (): void => {
    if (job !== null) connection.call('imports.cancel', { job }).catch(() => undefined);
  };
  return (
    <ProgressLine
      key={job}
      phase={progress?.phase ?? 'reading'}
      done={progress?.done ?? 0}
      total={progress?.total ?? null}
      atOnce
      {...(job === null ? {} : { onCancel: cancel })}
    />
  );
}

function Failed(props: { readonly error: Error; readonly onRetry: () => void }) {
  const { t } = useTranslation('importing');
  const failureText = useFailureText();
  const chooseFiles = useChooseFiles();
  const wasStopped = props.error instanceof Problem && props.error.code === 'import-cancelled';
  return (
    <div className={wasStopped ? 'note info' : 'note stopped'} role="alert">
      <Icon name={wasStopped ? 'info' : 'stopped'} />
      <p style={{ flex: 1 }}>{wasStopped ? t('stopped') : failureText(props.error)}</p>
      <Button onClick={props.onRetry}>{t('again')}</Button>
      <Button onClick={chooseFiles}>{t('moreFiles')}</Button>
    </div>
  );
}

function FilesInHand() {
  const { t } = useTranslation('importing');
  const files = useImportState((state) => state.files);
  const remove = useImportState((state) => state.remove);
  return (
    <section>
      <h2>{t('waiting')}</h2>
      <table className="ledger" style={{ marginTop: '.6rem' }}>
        <tbody>
          {files.map(({ ticket, name }) => (
            <tr key={ticket}>
              <td>
                <span className="st">
                  <Icon name="file" />
                  {name}
                </span>
              </td>
              <td className="n">
                <button type="button" className="plain link" onClick={() => remove(ticket)}>
                  {t('remove')}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
