/** The row of answers: spent, comes every, how it stands, refunded. Figures open how they were worked out. */

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerProfile } from '../../../src-shared/contract/customers.ts';
import type { AccountFigure } from '../../../src-shared/contract/explanations.ts';
import { formatMinor } from '../../../src-shared/money.ts';
import { type Answer, AnswerRow } from '../../parts/answer-row.tsx';
import { Figure } from '../../parts/figure.tsx';
import { MoneyText } from '../../parts/money-text.tsx';
import { factsOf } from './customer-facts.ts';

export interface CustomerAnswersProps {
  readonly profile: CustomerProfile;
  readonly onWhy: (fact: string) => void;
  /** Asked what a figure of the account is made of. */
  readonly onAccount: (account: AccountFigure) => void;
}

export function CustomerAnswers({ profile, onWhy, onAccount }: CustomerAnswersProps) {
  const { t } = useTranslation('customer');
  const figure = (fact: string, content: ReactNode) => <Figure onAsk={() => onWhy(fact)}>{content}</Figure>;
  const { customer, totals } = profile;
  const spent: Answer = {
    key: 'spent',
    label: t('facts.spent'),
    figure: figure('netMinor', <MoneyText amount={customer.netMinor} currency={customer.currency} />),
    remark:
      customer.averageMinor === null
        ? t('facts.spentNone')
        : t('facts.spentSay', {
            count: totals.counted,
            average: formatMinor(customer.averageMinor, customer.currency),
          }),
  };
  const rhythm: Answer = {
    key: 'rhythm',
    label: t('facts.rhythm'),
    figure:
      profile.rhythmDays === null ? (
        '—'
      ) : (
        <Figure onAsk={() => onAccount('rhythmDays')}>
          {t('facts.days', { days: Math.round(profile.rhythmDays) })}
        </Figure>
      ),
    remark: profile.rhythmDays === null ? t('facts.rhythmFew') : t('facts.rhythmSay', { gaps: profile.rhythmGaps }),
  };
  return <AnswerRow answers={[spent, rhythm, useNow(profile, figure), useRefunds(profile, onAccount)]} />;
}

function useNow(profile: CustomerProfile, figure: (fact: string, content: ReactNode) => ReactNode): Answer {
  const { t } = useTranslation('customer');
  const { recencyDays } = profile.customer;
  const { lateDays } = factsOf(profile);
  const label = t('facts.now');
  if (recencyDays === null) return { key: 'now', label, figure: '—', remark: t('facts.never') };
  const text = recencyDays === 0 ? t('facts.today') : t('facts.away', { count: recencyDays });
  const remark =
    lateDays === null
      ? t('facts.noRhythm')
      : lateDays > 0
        ? t('facts.late', { count: lateDays })
        : t(lateDays === 0 ? 'facts.dueToday' : 'facts.early');
  return { key: 'now', label, figure: figure('recencyDays', text), remark };
}

function useRefunds(profile: CustomerProfile, onAccount: CustomerAnswersProps['onAccount']): Answer {
  const { t } = useTranslation('customer');
  const { totals, customer } = profile;
  const { refundTimes, orders } = factsOf(profile);
  return {
    key: 'refunds',
    label: t('facts.refunds'),
    figure: (
      <Figure onAsk={() => onAccount('refundMinor')}>
        <MoneyText amount={totals.refundMinor} currency={customer.currency} />
      </Figure>
    ),
    remark:
      refundTimes === 0
        ? t('facts.refundsNone', { count: orders })
        : t('facts.refundsSay', { count: orders, times: refundTimes }),
  };
}
