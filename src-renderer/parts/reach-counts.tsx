/** How many of a list can be reached how: 电话 12 位 · 平台找人 5 位 · 寄信 1 位. Nothing of an empty list. */

import { useTranslation } from 'react-i18next';
import { type Reach, reaches } from '../../src-shared/contract/follow-ups.ts';

export function countReaches(people: Iterable<{ readonly reach: Reach }>): Record<Reach, number> {
  const counts: Record<Reach, number> = { phone: 0, marketplace: 0, post: 0, none: 0 };
  for (const { reach } of people) counts[reach] += 1;
  return counts;
}

export function ReachCounts({ counts }: { readonly counts: Readonly<Record<Reach, number>> }) {
  const { t } = useTranslation('lists');
  const said = reaches
    .filter((reach) => counts[reach] > 0)
    .map((reach) => t(`reach.${reach}`, { count: counts[reach] }));
  if (said.length === 0) return null;
  return (
    <span className="dim" data-reach={reaches.map((reach) => counts[reach]).join(' ')} title={t('reach.say')}>
      {said.join(' · ')}
    </span>
  );
}
