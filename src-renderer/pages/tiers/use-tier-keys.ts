/** Keys of the tiers page: W why, [ and ] move the near line, Ctrl+S keeps the rule that is tried. */

import { useKeys } from '../../parts/use-keys.ts';
import type { Tiers } from './use-tiers.ts';

export interface TierActs {
  readonly keep: () => void;
  readonly why: () => void;
}

export function useTierKeys({ rule, setRule }: Tiers, { keep, why }: TierActs): void {
  const move = (days: number): boolean => {
    if (rule.definition !== 'typed') return false;
    setRule({ ...rule, lines: { ...rule.lines, recencyDays: Math.max(0, rule.lines.recencyDays + days) } });
    return true;
  };
  useKeys({ w: why, '[': () => move(-1), ']': () => move(1), '$mod+s': keep });
}
