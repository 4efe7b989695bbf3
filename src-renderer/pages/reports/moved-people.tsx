/** The people of one move between tiers, beside the report. */

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RfmBasis } from '../../../src-shared/contract/metrics.ts';
import { SidePanel } from '../../parts/side-panel.tsx';
import { PeopleTable } from '../tiers/people-table.tsx';
import type { Moved } from './movement-table.tsx';

export interface MovedPeopleProps {
  readonly moved: Moved;
  readonly before: RfmBasis;
  readonly after: RfmBasis;
  readonly onClose: () => void;
}

export function MovedPeople({ moved: { from, to, customers }, before, after, onClose }: MovedPeopleProps) {
  const { t } = useTranslation('reports');
  const { t: common } = useTranslation('common');
  const { t: tiers } = useTranslation('tiers');
  const who = useMemo(() => ({ basis: after, move: { before, from, to } }), [after, before, from, to]);
  const title = `${from === null ? t('notYet') : common(`tier.${from}`)} → ${common(`tier.${to}`)}`;
  return (
    <SidePanel title={title} onClose={onClose} holdsList takesFocus>
      <p className="sm dim">{tiers('moves.people', { count: customers })}</p>
      <PeopleTable who={who} label={title} />
    </SidePanel>
  );
}
