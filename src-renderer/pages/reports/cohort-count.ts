/** What the cells of the cohorts, and the line above them, count: chosen in the address, so that paper and screen show the same. */

import { useSearchParams } from 'wouter';

/** What a cell counts: who came back by then, or who came in that very month. */
export const cohortCounts = ['came_back', 'active'] as const;
export type CohortCount = (typeof cohortCounts)[number];

export function useCohortCount(): readonly [CohortCount, (counted: CohortCount) => void] {
  const [query, setQuery] = useSearchParams();
  const counted = query.get('cohorts') === 'active' ? 'active' : 'came_back';
  return [
    counted,
    (next) =>
      setQuery(
        (before) => {
          const after = new URLSearchParams(before);
          after.set('cohorts', next);
          return after;
        },
        { replace: true },
      ),
  ];
}
