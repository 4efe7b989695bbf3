/** Ways from Today's head to where its list goes on: to the telephone, and along on paper, in a calendar, on a phone. */

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { Icon } from '../../parts/icon.tsx';
import { useKeys } from '../../parts/use-keys.ts';

export function TodayWays() {
  const { t } = useTranslation('daySheet');
  const { t: calls } = useTranslation('calls');
  const [, navigate] = useLocation();
  const takeAlong = (): void => navigate('/today/sheet');
  const call = (): void => navigate('/today/calls');
  useKeys({ p: takeAlong, t: call });
  return (
    <>
      <Button title={calls('openHint')} data-call="" onClick={call}>
        {calls('open')} <kbd>T</kbd>
      </Button>
      <Button icon={<Icon name="print" />} title={t('openHint')} data-take-along="" onClick={takeAlong}>
        {t('open')} <kbd>P</kbd>
      </Button>
    </>
  );
}
