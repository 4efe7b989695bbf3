/** The eight tiers above the list, and those who never bought: bars, counts that add up, and a click that narrows the list to them. */

import { useTranslation } from 'react-i18next';
import { type Tier, tiers } from '../../../src-shared/rfm.ts';
import { formatCount } from '../../parts/count-text.tsx';
import { TierBadge } from '../../parts/tier-badge.tsx';

export interface TierStripProps {
  readonly counts: Readonly<Partial<Record<Tier, number>>>;
  /** Everybody in the list, the tiers chosen set aside. */
  readonly all: number;
  readonly chosen: readonly Tier[];
  readonly onToggle: (tier: Tier) => void;
  readonly onAll: () => void;
  /** Who never bought, and whether they are chosen. */
  readonly none: { readonly count: number; readonly isChosen: boolean; readonly onToggle: () => void };
}

export function TierStrip({ counts, all, chosen, onToggle, onAll, none }: TierStripProps) {
  const { t } = useTranslation('customers');
  const { t: common } = useTranslation('common');
  const isWhole = chosen.length === 0 && !none.isChosen;
  return (
    <div className="strip-zone">
      <fieldset className="strip" aria-label={t('tierStrip')}>
        <button
          type="button"
          className={`plain tc${isWhole ? ' on' : ''}`}
          aria-pressed={isWhole}
          title={t('everybodySay')}
          onClick={onAll}
        >
          <b>{t('everybody')}</b>
          <span>{formatCount(all)}</span>
        </button>
        {tiers.map((tier) => (
          <button
            key={tier}
            type="button"
            className={`plain tc${chosen.includes(tier) ? ' on' : ''}`}
            aria-pressed={chosen.includes(tier)}
            onClick={() => onToggle(tier)}
          >
            <TierBadge tier={tier} bare />
            <span className="tc-count">
              <span>{formatCount(counts[tier] ?? 0)}</span>
              <em aria-hidden="true">{common(`tierSays.${tier}`)}</em>
            </span>
          </button>
        ))}
        <button
          type="button"
          className={`plain tc${none.isChosen ? ' on' : ''}`}
          aria-pressed={none.isChosen}
          title={t('neverBoughtSay')}
          onClick={none.onToggle}
        >
          <b>{t('neverBought')}</b>
          <span>{formatCount(none.count)}</span>
        </button>
      </fieldset>
    </div>
  );
}
