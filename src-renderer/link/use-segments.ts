/** The owner's segments, and filters in words that know shops and segments by their names. */

import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { FilterNode } from '../../src-shared/contract/filters.ts';
import type { Segment } from '../../src-shared/contract/segments.ts';
import { filterSentence } from '../../src-shared/filter-sentence/sentence.ts';
import { useCall } from './use-call.ts';
import { useFields } from './use-fields.ts';
import { useRunNames } from './use-runs.ts';
import { useSettings } from './use-settings.ts';
import { useTags } from './use-tags.ts';

/** undefined until known. */
export function useSegments(): readonly Segment[] | undefined {
  return useCall('segments.list', {}).data?.segments;
}

/** What a filter means, in the page's language, without a full stop. */
export function useSentence(currency?: string): (where: FilterNode) => string {
  const { i18n } = useTranslation();
  const { data: status } = useCall('ledger.status', {});
  const segments = useSegments();
  const tags = useTags();
  const runs = useRunNames();
  const { settings } = useSettings();
  const levels = settings?.levels.levels;
  const fields = useFields();
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  return useCallback(
    (where) =>
      filterSentence(where, language, {
        currency: currency ?? status?.shops[0]?.currency ?? 'CNY',
        shop: (shop) => status?.shops.find(({ id }) => id === shop)?.name ?? null,
        segment: (segment) => segments?.find((one) => one.segment === segment)?.name ?? null,
        run: (run) => runs.get(run) ?? null,
        tag: (tag) => tags?.find((one) => one.tag === tag)?.name ?? null,
        level: (level) => levels?.find(({ id }) => id === level)?.name ?? null,
        field: (field) => fields?.find((one) => one.field === field) ?? null,
      }),
    [language, currency, status, segments, tags, runs, levels, fields],
  );
}
