/** Who changes tier by the rule that is tried: how many from where to where, and the people of each move beside. */

import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { RfmBasis } from '../../../src-shared/contract/metrics.ts';
import { useConnection } from '../../link/connection-context.tsx';
import { formatCount } from '../../parts/count-text.tsx';
import { SidePanel } from '../../parts/side-panel.tsx';
import { TierBars } from '../../parts/tier-badge.tsx';
import { PeopleTable } from './people-table.tsx';
import { allScores, type Move, movesBetween } from './scores.ts';

export interface MoversProps {
  readonly before: RfmBasis;
  readonly after: RfmBasis;
  readonly onOpen: (move: Move) => void;
}

function useScores(basis: RfmBasis) {
  const connection = useConnection();
  return useQuery({ queryKey: ['rfm.scores', basis], queryFn: () => allScores(connection, basis) }).data;
}

export function Movers({ before, after, onOpen }: MoversProps) {
  const { t } = useTranslation('tiers');
  const { t: common } = useTranslation('common');
  const now = useScores(before);
  const tried = useScores(after);
  if (now === undefined || tried === undefined) return null;
  const moves = movesBetween(now, tried);
  const count = moves.reduce((sum, move) => sum + move.people.length, 0);
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
              <b>{formatCount(move.people.length)}</b> <TierBars tier={move.from} /> → <TierBars tier={move.to} />
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

export function MovePeople({ move, onClose }: { readonly move: Move; readonly onClose: () => void }) {
  const { t } = useTranslation('common');
  const { t: tiers } = useTranslation('tiers');
  return (
    <SidePanel title={`${t(`tier.${move.from}`)} → ${t(`tier.${move.to}`)}`} onClose={onClose}>
      <p className="sm dim">{tiers('moves.people', { count: move.people.length })}</p>
      <PeopleTable people={move.people} />
    </SidePanel>
  );
}
