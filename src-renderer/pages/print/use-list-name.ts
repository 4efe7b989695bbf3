/** What a printed list is called: its segment's name, or its conditions, or simply a list of customers. */

import { useTranslation } from 'react-i18next';
import type { Surroundings } from '../../link/use-basis.ts';
import { useSegments } from '../../link/use-segments.ts';
import { useConditionWords } from '../../parts/condition-words.ts';
import { type CustomerView, segmentOf } from '../../state/customer-filter.ts';

/** So many letters of a name stand in one line of a narrow paper. */
const longestName = 26;

export interface ListName {
  readonly name: string;
  /** All its conditions, '' where there are none. */
  readonly conditions: string;
}

export function useListName({ status }: Surroundings, { filter }: CustomerView): ListName {
  const { t } = useTranslation('print');
  const conditionWords = useConditionWords();
  const words = conditionWords(filter, status.shops);
  const conditions = words.join(t('comma'));
  const [first = ''] = words;
  const named = conditions.length > longestName ? t('titleAndMore', { words: first }) : conditions;
  const segment = useSegments()?.find((one) => one.segment === segmentOf(filter));
  return { name: segment?.name ?? (conditions === '' ? t('listName') : named), conditions };
}
