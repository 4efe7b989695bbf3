/** Why somebody is to be contacted, in one line. */

import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reason } from '../../../src-shared/contract/follow-ups.ts';

/** The line, and the thing it is about: what was bought; '' where nothing was. */
export interface ReasonLine {
  readonly why: string;
  readonly about: string;
}

export function useReasonLine(): (reason: Reason, note: string) => ReasonLine {
  const { t } = useTranslation('today');
  const { t: common } = useTranslation('common');
  const { t: profile } = useTranslation('profile');
  return useCallback(
    (reason, note) => {
      const about = 'of' in reason ? (reason.of?.item ?? '') : '';
      switch (reason.kind) {
        case 'hand':
          return { why: note === '' ? t('reason.hand') : note, about: '' };
        case 'after': {
          const why = t(`reason.after.${reason.what}`, { days: reason.days });
          return { why: reason.first ? [why, t('reason.first')].join(common('comma')) : why, about };
        }
        case 'occasion': {
          const whose = reason.relation === 'self' ? '' : profile(`relations.kinds.${reason.relation}`);
          const words = { whose: reason.name || whose, what: t(`reason.${reason.occasion}`), day: reason.on.slice(5) };
          const said =
            reason.turns === null
              ? t('reason.occasion', words)
              : t('reason.occasionTurns', { ...words, turns: reason.turns });
          return { why: reason.lunar ? [said, t('reason.lunar')].join(common('comma')) : said, about: '' };
        }
        case 'refund':
          return { why: t(reason.of === null ? 'reason.ticket' : 'reason.refund', { days: reason.days }), about };
        case 'unpaid':
          return { why: t('reason.unpaid', { count: reason.days }), about };
        case 'tier':
          return { why: t('reason.tier', { tier: common(`tier.${reason.tier}`) }), about: '' };
        case 'level': {
          const { level, from, at } = reason;
          const words = { level: level ?? t('reason.noLevel'), from: from ?? t('reason.noLevel'), day: at.slice(5) };
          return { why: t(`reason.${reason.how}`, words), about: '' };
        }
        case 'renew':
        case 'dormant':
        case 'cycle':
          return { why: t(`reason.${reason.kind}`, { ...reason }), about };
      }
    },
    [t, common, profile],
  );
}
