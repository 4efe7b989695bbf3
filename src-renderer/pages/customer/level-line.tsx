/** The level of the person, until when and what it takes to the next one; it opens why, and the dialog where one is given by hand. */

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerProfile, TierBasis } from '../../../src-shared/contract/customers.ts';
import type { CustomerLevel } from '../../../src-shared/contract/levels.ts';
import { formatMinor, minorOf } from '../../../src-shared/money.ts';
import { useCall } from '../../link/use-call.ts';
import { useSettings } from '../../link/use-settings.ts';
import { Figure } from '../../parts/figure.tsx';
import { LevelDialog } from './level-dialog.tsx';
import './habits.css';

export interface LevelLineProps {
  readonly profile: CustomerProfile;
  readonly basis: TierBasis;
  readonly onWhy: () => void;
}

/** Nothing where levels are not in use. */
export function LevelLine({ profile, basis, onWhy }: LevelLineProps) {
  const { t } = useTranslation('levels');
  const { settings } = useSettings();
  const isOn = settings?.levels.on === true;
  const [isOpen, setOpen] = useState(false);
  const customer = profile.customer.id;
  const { data } = useCall('customers.level', { customer, basis }, { keep: false, enabled: isOn });
  if (settings === undefined || !isOn) return null;
  return (
    <dl className="facts life person-level">
      <div className="habit">
        <dt>{t('person.title')}</dt>
        <dd className="breaks">
          {data !== undefined && (
            <>
              <Figure onAsk={onWhy}>{data.name ?? t('none')}</Figure> <Span level={data} />{' '}
              <button
                type="button"
                className="plain link sm nw"
                title={t('person.changeLabel')}
                onClick={() => setOpen(true)}
              >
                {t('person.change')}
              </button>
              <LevelDialog
                {...{ level: data, customer, isOpen }}
                name={profile.customer.name}
                today={basis.on}
                levels={settings.levels.levels}
                onClose={() => setOpen(false)}
              />
            </>
          )}
        </dd>
      </div>
    </dl>
  );
}

/** How long it holds, and what is lacking to the next. */
function Span({ level }: { readonly level: CustomerLevel }) {
  const { t } = useTranslation('levels');
  const { t: common } = useTranslation('common');
  const { hand, next, until, byRule, currency } = level;
  if (hand?.holds === true) {
    const { until: last } = hand;
    return (
      <span className="faint sm">{last === null ? t('person.byHand') : t('person.byHandUntil', { day: last })}</span>
    );
  }
  const held = byRule === 0 ? [] : [until === null ? t('person.forGood') : t('person.until', { day: until })];
  const lacks =
    next === null
      ? []
      : [
          next.measure === 'spent'
            ? t('person.lacksMoney', { money: formatMinor(minorOf(next.lacks), currency), name: next.name })
            : t('person.lacksOrders', { count: next.lacks, name: next.name }),
        ];
  return <span className="faint sm">{[...held, ...lacks].join(common('comma'))}</span>;
}
