/** A tier as three bars R F M and its name. Tall = near, often, much. The colour only repeats what to do. */

import { useTranslation } from 'react-i18next';
import type { Tier } from '../../src-shared/rfm.ts';

const families: Readonly<Record<Tier, 't-jz' | 't-fz' | 't-bc' | 't-wl'>> = {
  RFM: 't-jz',
  RFm: 't-jz',
  RfM: 't-fz',
  Rfm: 't-fz',
  rFM: 't-bc',
  rFm: 't-bc',
  rfM: 't-wl',
  rfm: 't-wl',
};

function bar(x: number, tall: boolean) {
  return tall ? <rect x={x} y="0" width="3.4" height="12" /> : <rect x={x} y="9.2" width="3.4" height="2.8" />;
}

function Bars({ tier }: { readonly tier: Tier }) {
  return (
    <svg viewBox="0 0 13 12" aria-hidden="true">
      {bar(0, tier[0] === 'R')}
      {bar(4.8, tier[1] === 'F')}
      {bar(9.6, tier[2] === 'M')}
    </svg>
  );
}

/** The bars alone, for narrow places; says its name to a screen reader. */
export function TierBars({ tier }: { readonly tier: Tier }) {
  const { t } = useTranslation('common');
  const name = [t(`tier.${tier}`), t(`tierSays.${tier}`)].join(t('comma'));
  return (
    <span className={`bars ${families[tier]}`} role="img" aria-label={name} title={name}>
      <Bars tier={tier} />
    </span>
  );
}

export interface TierBadgeProps {
  /** null: nothing counted, so no tier. */
  readonly tier: Tier | null;
  /** Without wash and border: before a name in a table of tiers. */
  readonly bare?: boolean;
}

export function TierBadge({ tier, bare = false }: TierBadgeProps) {
  const { t } = useTranslation('common');
  if (tier === null) return <span className="faint">—</span>;
  const weight = tier[2] === 'M' ? 'hi' : 'lo';
  const says = t(`tierSays.${tier}`);
  return (
    <span className={`tier ${weight} ${families[tier]}${bare ? ' bare' : ''}`} title={says}>
      <Bars tier={tier} />
      <span>{t(`tier.${tier}`)}</span>
      <span className="unseen">
        {t('comma')}
        {says}
      </span>
    </span>
  );
}
