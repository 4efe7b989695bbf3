/** The words around the rows of a printed list: name, conditions, count and sum above; days and masking below. */

import { useTranslation } from 'react-i18next';
import { formatMinor, minorOf } from '../../../src-shared/money.ts';
import type { Surroundings } from '../../link/use-basis.ts';
import { useFigureNotes } from '../../link/use-figure-notes.ts';
import { useCoinWords } from '../../parts/coin-words.ts';
import { useGapWords } from '../../parts/gap-note.tsx';
import { useShopWords } from '../../parts/shop-words.ts';
import type { PaperWords } from './paper-page.tsx';
import { useListName } from './use-list-name.ts';
import type { PrintQuestion } from './use-print-list.ts';

/** `ownName` is what the owner typed over the name made of the conditions; null: nothing. */
export function usePaperWords(
  surroundings: Surroundings,
  { view, list }: PrintQuestion,
  ownName: string | null,
): PaperWords {
  const { status, basis } = surroundings;
  const gapWords = useGapWords();
  const { gaps } = useFigureNotes({ shop: view.filter.shop, on: basis.on });
  const { t } = useTranslation('print');
  const shopWords = useShopWords();
  const coin = useCoinWords();
  const listed = useListName(surroundings, view);
  const all = listed.conditions;
  const name = ownName ?? listed.name;
  const shops = status.shops.filter(({ id }) => view.filter.shop === undefined || id === view.filter.shop);
  const showsPhones = list?.columns.includes('phone') ?? false;
  return {
    name,
    conditions: name === all ? '' : all,
    sum:
      list === undefined
        ? ''
        : t('sum', {
            count: list.total,
            money: formatMinor(minorOf(list.sumMinor), list.currency),
            coin: coin.unit(list.currency),
          }),
    shop: shopWords(shops),
    foot: [
      ...(basis.excluded === true ? [t('withExcluded')] : []),
      ...(gaps.length === 0 ? [] : [gapWords(gaps)]),
      t('printedOn', { day: basis.on }),
      ...(status.lastDay === null ? [] : [t('dataUntil', { day: status.lastDay })]),
      ...(showsPhones ? [t(list?.wholePhones ? 'phonesWhole' : 'phonesMasked')] : []),
    ],
  };
}
