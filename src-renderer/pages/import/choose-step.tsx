/** Step one with empty hands: the drop zone, and what was imported last. */

import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useCall } from '../../link/use-call.ts';
import { useChooseFiles } from '../../link/use-files.ts';
import { DropZone } from '../../parts/drop-zone.tsx';
import { MomentText } from '../../parts/moment-text.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { useFoot } from '../../state/foot.ts';
import { WhereFrom } from '../welcome/where-from.tsx';
import { ImportTabs } from './import-tabs.tsx';
import { StepsLine } from './steps-line.tsx';

export function ChooseStep() {
  const { t } = useTranslation('importing');
  const { t: history } = useTranslation('history');
  const { t: welcome } = useTranslation('welcome');
  const chooseFiles = useChooseFiles();
  const { data } = useCall('imports.history', {});
  const { data: status } = useCall('ledger.status', {});
  useFoot({ left: status && <span>{welcome('folder', { folder: status.folder })}</span>, right: [t('keyChoose')] });
  const last = data?.entries.find((entry) => entry.undoneAt === null);
  return (
    <>
      <PageTitle title={t('title')} say={t('chooseSay')}>
        <StepsLine at="choose" />
      </PageTitle>
      <ImportTabs at="import" />
      <div className="scroll" style={{ paddingTop: '2.4rem' }}>
        <div className="imp-choose">
          <div>
            <DropZone title={t('dropHere')} say={t('dropSay')} choose={t('choose')} onChoose={chooseFiles} />
            {last === undefined ? null : (
              <p className="dim" style={{ marginTop: '1.6rem' }}>
                {t('lastImport')} <MomentText instant={last.appliedAt} />{' '}
                <Link href="/history" title={last.files.map(({ name }) => name).join(t('listComma'))}>
                  {last.files[0]?.name}
                  {last.files.length > 1 ? ` ${history('andMore', { count: last.files.length - 1 })}` : null}
                </Link>
              </p>
            )}
          </div>
          <aside>
            <WhereFrom />
          </aside>
        </div>
      </div>
    </>
  );
}
