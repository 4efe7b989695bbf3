/** Which division the page shows, of which shop, as of which day. */

import { Segmented, Select } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Surroundings } from '../../link/use-basis.ts';
import { AsOf } from './as-of.tsx';
import { type Place, type TierView, tierViews } from './use-place.ts';

export interface TierPlaceProps {
  readonly place: Place;
  readonly surroundings: Surroundings;
}

/** Each view draws its own head, so a choice takes this one away: the next one's is to take the hand over, or the arrow keys would end after one step. */
const handOver = { due: false };

function useKeepsHand() {
  const choice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!handOver.due) return;
    handOver.due = false;
    choice.current?.querySelector<HTMLElement>('input:checked')?.focus();
  }, []);
  return choice;
}

export function TierPlace({ place, surroundings }: TierPlaceProps) {
  const { t } = useTranslation('tiers');
  const { t: lifecycle } = useTranslation('lifecycle');
  const { shops } = surroundings.status;
  const choice = useKeepsHand();
  return (
    <>
      <Segmented<TierView>
        ref={choice}
        aria-label={lifecycle('tabsSay')}
        value={place.view}
        options={tierViews.map((value) => ({ value, label: lifecycle(`tabs.${value}`) }))}
        onChange={(view) => {
          handOver.due = true;
          place.setPlace({ view });
        }}
      />
      {shops.length > 1 && (
        <Select
          aria-label={t('shop')}
          value={place.shop ?? 0}
          popupMatchSelectWidth={false}
          options={[{ value: 0, label: t('everyShop') }, ...shops.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(shop: number) => place.setPlace({ shop: shop === 0 ? null : shop })}
        />
      )}
      <AsOf on={place.on} today={surroundings.basis.on} onDay={(day) => place.setPlace({ on: day })} />
    </>
  );
}
