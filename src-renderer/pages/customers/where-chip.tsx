/** Nested conditions, in words, as a chip: to be changed, or taken away. Of a saved segment: what it means. */

import { useTranslation } from 'react-i18next';
import { useSegments, useSentence } from '../../link/use-segments.ts';
import { Icon } from '../../parts/icon.tsx';
import { segmentOf, withCondition } from '../../state/customer-filter.ts';
import type { FilterRowProps } from './filter-row.tsx';

export function WhereChip({
  filter,
  currency,
  onFilter,
  onBuild,
}: Pick<FilterRowProps, 'filter' | 'currency' | 'onFilter' | 'onBuild'>) {
  const { t } = useTranslation('segments');
  const { t: customers } = useTranslation('customers');
  const sentence = useSentence(currency);
  const segments = useSegments();
  if (filter.where === undefined) return null;
  const segment = segments?.find((one) => one.segment === segmentOf(filter));
  const words = sentence(segment?.where ?? filter.where);
  return (
    <span className="chip where-chip">
      <button type="button" className="plain" title={words} aria-label={t('edit', { words })} onClick={onBuild}>
        <em>{t('what')}</em> {words}
      </button>
      {segment === undefined && (
        <button
          type="button"
          className="plain"
          aria-label={customers('remove', { what: words })}
          onClick={() => onFilter(withCondition(filter, 'where', undefined))}
        >
          <Icon name="close" />
        </button>
      )}
    </span>
  );
}
