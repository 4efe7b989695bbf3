/** The middle of a customer's page: the running account, or everything on one line of time. */

import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RunningAccount, type RunningAccountProps } from './running-account.tsx';
import { Timeline } from './timeline.tsx';

type Shown = 'account' | 'timeline';

export interface AccountZoneProps extends Omit<RunningAccountProps, 'title'> {
  readonly onOrder: (order: number, day: string | null) => void;
}

export function AccountZone({ onOrder, ...props }: AccountZoneProps) {
  const { t } = useTranslation('profile');
  const [shown, setShown] = useState<Shown>('account');
  const title = (
    <h2 className="account-switch">
      <Segmented<Shown>
        size="small"
        aria-label={t('timeline.switch')}
        value={shown}
        onChange={setShown}
        options={[
          { value: 'account', label: t('timeline.account') },
          { value: 'timeline', label: t('timeline.title') },
        ]}
      />
    </h2>
  );
  return shown === 'account' ? (
    <RunningAccount {...props} title={title} />
  ) : (
    <Timeline customer={props.profile.customer.id} chosen={props.chosen} onOrder={onOrder} title={title} />
  );
}
