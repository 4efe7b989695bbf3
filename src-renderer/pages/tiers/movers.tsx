/** Who changes tier by the rule that is tried: how many from where to where, and the people of each move beside. */

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResultOf } from '../../../src-shared/contract/index.ts';
import type { RfmBasis } from '../../../src-shared/contract/metrics.ts';
import { useCall } from '../../link/use-call.ts';
import { formatCount } from '../../parts/count-text.tsx';
import { SidePanel } from '../../parts/side-panel.tsx';
import { TierBars } from '../../parts/tier-badge.tsx';
import { PeopleTable } from './people-table.tsx';

export type Move = ResultOf<'rfm.moves'>['moves'][number];

export interface MoversProps {
  readonly before: RfmBasis;
  readonly after: RfmBasis;
  readonly onOpen: (move: Move) => void;
}

export function Movers({ before, after, onOpen }: MoversProps) {
  const { t } = useTranslation('tiers');
  const { t: common } = useTranslation('common');
  const { data } = useCall('rfm.moves', { before, after });
  if (data === undefined) return null;
  const { moves } = data;
  const count = moves.reduce((sum, { customers }) => sum + customers, 0);
  return (
    <section className="movers" aria-label={t('moves.title', { count })}>
      <div className="cap">
        <h2>{t('moves.title', { count })}</h2>
        {count > 0 && <span className="dim sm">{t('moves.say')}</span>}
      </div>
      <div className="moves-list">
        {moves.map((move) => (
          <button key={`${move.from}${move.to}`} type="button" className="plain move" onClick={() => onOpen(move)}>
            <span>
              <b>{formatCount(move.customers)}</b> <TierBars tier={move.from} /> → <TierBars tier={move.to} />
            </span>
            <span className="sm dim" aria-hidden="true">
              {common(`tier.${move.from}`)} → {common(`tier.${move.to}`)}
            </span>
          </button>
        ))}
      </div>
    </section>
  );
}

export interface MovePeopleProps extends Pick<MoversProps, 'before' | 'after'> {
  readonly move: Move;
  readonly onClose: () => void;
}

export function MovePeople({ move: { from, to, customers }, before, after, onClose }: MovePeopleProps) {
  const { t } = useTranslation('common');
  const { t: tiers } = useTranslation('tiers');
  const who = useMemo(() => ({ basis: after, move: { before, from, to } }), [after, before, from, to]);
  const title = `${t(`tier.${from}`)} → ${t(`tier.${to}`)}`;
  return (
    <SidePanel title={title} onClose={onClose} holdsList>
      <p className="sm dim">{tiers('moves.people', { count: customers })}</p>
      <PeopleTable who={who} label={title} />
    </SidePanel>
  );
}
