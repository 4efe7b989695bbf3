/** What the tiers page asks: as of which day and for which shop (in the address), by the saved rule and by the one being tried. */

import { useEffect, useState } from 'react';
import type { RfmBasis, RfmSummary } from '../../../src-shared/contract/metrics.ts';
import type { Surroundings } from '../../link/use-basis.ts';
import { useCall } from '../../link/use-call.ts';
import { basisOf, type Rule, sameRule, useTrial } from './rule.ts';
import type { Place } from './use-place.ts';

export interface Tiers extends Place {
  readonly saved: Rule;
  readonly rule: Rule;
  readonly setRule: (rule: Rule | null) => void;
  readonly isTrial: boolean;
  /** The question as the page shows its answer. */
  readonly basis: RfmBasis;
  /** The same question by the saved rule. */
  readonly savedBasis: RfmBasis;
  /** By the rule shown; undefined until the first answer. */
  readonly shown: RfmSummary | undefined;
  /** By the saved rule; equals `shown` when nothing is tried. */
  readonly now: RfmSummary | undefined;
  readonly busy: boolean;
  readonly error: Error | null;
}

/** The value once it has rested: a slider on its way asks nothing. */
export function useRested<Value>(value: Value, rest: number): Value {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), rest);
    return () => clearTimeout(timer);
  }, [value, rest]);
  return rested;
}

export function useTiers(
  { basis: { likely = true, excluded = false } }: Surroundings,
  saved: Rule,
  place: Place,
): Tiers {
  const trial = useTrial((state) => state.rule);
  const setRule = useTrial((state) => state.set);
  const rule = trial ?? saved;
  const around = { on: place.on, likely, excluded, ...(place.shop === undefined ? {} : { shop: place.shop }) };
  const rested = useRested(rule, 120);
  // Until it rests the old figures stay, except that nothing lingers of a trial that was given up.
  const basis = basisOf(sameRule(rule, saved) ? saved : rested, around);
  const shown = useCall('rfm.summary', basis);
  const savedBasis = basisOf(saved, around);
  const now = useCall('rfm.summary', savedBasis);
  return {
    ...place,
    saved,
    rule,
    setRule,
    isTrial: !sameRule(rule, saved),
    basis,
    savedBasis,
    shown: shown.data,
    now: now.data,
    busy: shown.isFetching || now.isFetching || (rested !== rule && !sameRule(rule, saved)),
    error: shown.error ?? now.error,
  };
}
