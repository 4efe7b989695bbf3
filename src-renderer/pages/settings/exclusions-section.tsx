/** How many orders rules leave out, whether figures count them all the same, and the way to the rules. */

import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Settings } from '../../../src-shared/contract/settings.ts';
import { useCall } from '../../link/use-call.ts';
import { useChangeSettings } from '../../link/use-change-settings.ts';
import { FormRow } from './form-row.tsx';

export function ExclusionsSection({ settings }: { readonly settings: Settings }) {
  const { t } = useTranslation('settings');
  const { t: exclusions } = useTranslation('exclusions');
  const { data } = useCall('exclusions.list', {});
  const change = useChangeSettings();
  return (
    <>
      <FormRow name={t('exclusionRules')} remark={<Link href="/exclusions">{t('toExclusions')}</Link>}>
        {data === undefined
          ? null
          : data.rules.length === 0
            ? exclusions('none')
            : exclusions('say', { count: data.rules.length, orders: data.excluded })}
      </FormRow>
      <FormRow name={t('excludedOrders')}>
        <Checkbox
          checked={settings.includeExcluded}
          onChange={({ target }) =>
            void change({ includeExcluded: target.checked }, exclusions(target.checked ? 'included' : 'leftOut'))
          }
        >
          {exclusions('toggle')}
        </Checkbox>
      </FormRow>
    </>
  );
}
