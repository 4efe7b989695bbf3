/** As of which day and by which definition customers are tiered: today and the owner's settings, unless the page says otherwise. */

import type { TierBasis } from '../../src-shared/contract/customers.ts';
import type { LedgerStatus } from '../../src-shared/contract/ledger.ts';
import type { RfmBasis } from '../../src-shared/contract/metrics.ts';
import { dayOf } from '../../src-shared/day.ts';
import { useCall } from './use-call.ts';
import { useSettings } from './use-settings.ts';

export interface Surroundings {
  readonly basis: RfmBasis;
  readonly status: LedgerStatus;
}

/** null until the ledger's today and the settings are known. */
export function useBasis(): Surroundings | null {
  const { data: status } = useCall('ledger.status', {});
  const { settings } = useSettings();
  const on = status === undefined ? null : dayOf(status.today);
  if (status === undefined || settings === undefined || on === null) return null;
  const { rfmDefinition: definition, includeLikely: likely, includeExcluded: excluded } = settings;
  return { status, basis: { on, definition, likely, excluded } };
}

/** The basis of a list: its tiers score likely persons too. */
export function listBasisOf({ on, definition, excluded = false }: RfmBasis): TierBasis {
  return { on, definition, excluded };
}
