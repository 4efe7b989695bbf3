/** Lists of customers that what is typed may mean: a segment, a place, who bought it, whose address or notes have it. */

import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { FilterNode } from '../../../src-shared/contract/filters.ts';
import { useCall } from '../../link/use-call.ts';
import { useSegments } from '../../link/use-segments.ts';
import { queryOfView, viewOfQuery } from '../../state/customer-filter.ts';

export interface FoundList {
  readonly name: string;
  readonly label: string;
  /** How many customers, where it is known. */
  readonly count: string | null;
  readonly run: () => void;
}

const mostPlaces = 3;
const mostSegments = 3;

/** One letter, or figures, which are of phones and orders, are no words to look for in goods and notes. */
function isWording(asked: string): boolean {
  return !/^\d+$/.test(asked) && (/[^\p{ASCII}]/u.test(asked) || asked.length > 2);
}

function containing(field: 'address' | 'note' | 'buyerNote' | 'sellerNote', text: string): FilterNode {
  return { field, test: 'contains', texts: [text] };
}

export function useLists(asked: string, isOpen: boolean): readonly FoundList[] {
  const { t } = useTranslation('search');
  const [, navigate] = useLocation();
  const segments = useSegments() ?? [];
  const { data } = useCall(
    'customers.places',
    { text: asked === '' ? '-' : asked, limit: mostPlaces },
    { enabled: isOpen && asked !== '', keep: false },
  );
  if (asked === '') return [];
  const list = (name: string, label: string, where: FilterNode, count: number | null = null): FoundList => {
    const address = `/customers?${queryOfView({ ...viewOfQuery(''), filter: { where } })}`;
    return {
      name,
      label,
      count: count === null ? null : t('people', { count }),
      run: () => navigate(address),
    };
  };
  const named = segments
    .filter(({ name }) => name.toLowerCase().includes(asked.toLowerCase()))
    .slice(0, mostSegments)
    .map(({ segment, name }) =>
      list(`segment-${segment}`, t('segment', { name }), { field: 'segment', in: [segment] }),
    );
  const places = (data?.places ?? []).map(({ field, text, count }) =>
    list(`${field}-${text}`, t('place', { text }), { field, test: 'is', texts: [text] }, count),
  );
  if (!isWording(asked)) return [...named, ...places];
  const notes: FilterNode = {
    any: [containing('note', asked), containing('buyerNote', asked), containing('sellerNote', asked)],
  };
  return [
    ...named,
    ...places,
    list('bought', t('bought', { text: asked }), {
      field: 'bought',
      product: { test: 'contains', texts: [asked] },
    }),
    list('address', t('address', { text: asked }), containing('address', asked)),
    list('notes', t('notes', { text: asked }), notes),
  ];
}
