/** When a rule of care speaks, in words. */

import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Trigger } from '../../../../src-shared/contract/care-rules.ts';
import { useSettings } from '../../../link/use-settings.ts';

export function useTriggerWords(): (trigger: Trigger) => string {
  const { t } = useTranslation('today');
  const { t: common } = useTranslation('common');
  const { settings } = useSettings();
  const levels = settings?.levels.levels;
  return useCallback(
    (trigger) => {
      // A level that is gone is told by its number.
      const levelName = (id: number): string => levels?.find((one) => one.id === id)?.name ?? String(id);
      switch (trigger.kind) {
        case 'after': {
          const when = t(`rules.trigger.after.${trigger.what}`, { days: trigger.days });
          return trigger.first ? t('rules.trigger.firstAfter', { when }) : when;
        }
        case 'renew':
          if (trigger.offset === 0) return t('rules.trigger.renew');
          return t(trigger.offset < 0 ? 'rules.trigger.renewBefore' : 'rules.trigger.renewAfter', {
            days: Math.abs(trigger.offset),
          });
        case 'occasion':
          return t('rules.trigger.occasion', {
            what: trigger.occasions.map((one) => t(`reason.${one}`)).join(common('listComma')),
            days: trigger.before,
          });
        case 'cycle':
          return t('rules.trigger.cycle', { words: trigger.words.join(common('listComma')), days: trigger.days });
        case 'tier':
          return t('rules.trigger.tier', {
            tiers: trigger.tiers.map((one) => common(`tier.${one}`)).join(common('listComma')),
          });
        case 'level':
          return t(`rules.trigger.${trigger.how}`, {
            levels: trigger.levels.map((one) => levelName(one)).join(common('listComma')),
            days: trigger.days,
          });
        case 'dormant':
        case 'refund':
          return t(`rules.trigger.${trigger.kind}`, { days: trigger.days });
        case 'unpaid':
          return t('rules.trigger.unpaid', { count: trigger.days });
      }
    },
    [t, common, levels],
  );
}
