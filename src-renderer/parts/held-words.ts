/** Why somebody is held back from being contacted, in words. */

import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Held } from '../../src-shared/contract/follow-ups.ts';

export function useHeldWords(): (held: readonly Held[]) => string {
  const { t } = useTranslation('today');
  const { t: common } = useTranslation('common');
  return useCallback(
    (held) => held.map(({ why, until, what }) => t(`held.${why}`, { until: until ?? '', what })).join(common('comma')),
    [t, common],
  );
}
