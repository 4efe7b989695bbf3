/** The groups to review: which are shown, which one is under the mark, which are chosen. */

import { useMemo, useState } from 'react';
import type { ReviewGroup } from '../../../src-shared/contract/identities.ts';
import type { ResultOf } from '../../../src-shared/contract/index.ts';
import type { ReviewStrength } from '../../../src-shared/identity.ts';
import { useCall } from '../../link/use-call.ts';
import { useFailureText } from '../../parts/toast.tsx';

const PAGE = 40;
const MOST = 500;

export interface Review {
  readonly strength: ReviewStrength;
  /** null while the book is being looked through. */
  readonly counts: ResultOf<'identities.review'>['counts'] | null;
  readonly failure: string | null;
  readonly total: number;
  readonly groups: readonly ReviewGroup[];
  readonly hasMore: boolean;
  readonly more: () => void;
  /** The group under the mark. */
  readonly current: ReviewGroup | null;
  readonly setCurrent: (key: string) => void;
  readonly step: (by: 1 | -1) => void;
  /** Everything that is not put off is chosen, also what is not shown yet. */
  readonly isAll: boolean;
  /** How many that is. */
  readonly allCount: number;
  readonly chosenCount: number;
  readonly isChosen: (group: ReviewGroup) => boolean;
  readonly toggle: (group: ReviewGroup) => void;
  readonly chooseAll: (all: boolean) => void;
}

interface Choice {
  readonly all: boolean;
  /** Chosen ones; of everything: those that are not, and chosen ones that are put off. */
  readonly keys: ReadonlySet<string>;
}

const nothing: Choice = { all: false, keys: new Set() };

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}

export function useReview(strength: ReviewStrength): Review {
  const [count, setCount] = useState(PAGE);
  const { data, error } = useCall('identities.review', { strength, window: { from: 0, count } });
  const failureText = useFailureText();
  const [choice, setChoice] = useState<{ readonly of: ReviewStrength; readonly is: Choice }>({
    of: strength,
    is: nothing,
  });
  const [mark, setMark] = useState<string | null>(null);
  // The answer to another question stays until the new one stands.
  const own = data !== undefined && (data.groups[0] === undefined || data.groups[0].strength === strength);
  const groups = useMemo(() => (own ? (data?.groups ?? []) : []), [own, data]);
  const total = data?.counts[strength] ?? 0;
  const chosen = choice.of === strength ? choice.is : nothing;
  const choose = (is: Choice): void => setChoice({ of: strength, is });
  const at = Math.max(
    0,
    groups.findIndex(({ key }) => key === mark),
  );
  const chosenKeys = chosen.all
    ? chosen.keys
    : new Set(groups.map(({ key }) => key).filter((key) => chosen.keys.has(key)));
  const allCount = Math.max(0, total - (data?.later ?? 0));
  const turned = groups.filter(({ key }) => chosen.all && chosen.keys.has(key));
  const turnedOn = turned.filter(({ isLater }) => isLater).length;
  return {
    strength,
    counts: data?.counts ?? null,
    failure: error === null ? null : failureText(error),
    total,
    groups,
    hasMore: groups.length < total && count < MOST,
    more: () => setCount((shown) => Math.min(MOST, shown + 2 * PAGE)),
    current: groups[at] ?? null,
    setCurrent: setMark,
    step: (by) => setMark(groups[Math.min(groups.length - 1, Math.max(0, at + by))]?.key ?? null),
    isAll: chosen.all && chosenKeys.size === 0,
    allCount,
    chosenCount: chosen.all ? Math.max(0, allCount - (turned.length - turnedOn) + turnedOn) : chosenKeys.size,
    isChosen: ({ key, isLater }) => chosenKeys.has(key) !== (chosen.all && !isLater),
    toggle: ({ key }) => choose({ all: chosen.all, keys: toggled(chosenKeys, key) }),
    chooseAll: (all) => choose({ all, keys: new Set() }),
  };
}
