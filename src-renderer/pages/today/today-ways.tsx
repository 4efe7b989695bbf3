/** Ways from Today's head to where its list goes on: on paper, into a calendar, on a telephone. */

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { Icon } from '../../parts/icon.tsx';
import { useKeys } from '../../parts/use-keys.ts';

export function TodayWays() {
  const { t } = useTranslation('daySheet');
  const [, navigate] = useLocation();
  const takeAlong = (): void => navigate('/today/sheet');
  useKeys({ p: takeAlong });
  return (
    <Button icon={<Icon name="print" />} title={t('openHint')} data-take-along="" onClick={takeAlong}>
      {t('open')} <kbd>P</kbd>
    </Button>
  );
}
