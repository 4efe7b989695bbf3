/** What the customer list says in the foot of the window. */

import { useTranslation } from 'react-i18next';
import { useFoot } from '../../state/foot.ts';
import { CellsFoot, ListFoot } from './list-foot.tsx';
import { sumsOf } from './list-sums.ts';
import { RowPlace } from './row-place.tsx';
import type { Cells } from './use-cells.ts';
import type { useCustomerList } from './use-customer-list.ts';
import type { Picked } from './use-picked.ts';

interface Options {
  readonly list: ReturnType<typeof useCustomerList>;
  readonly picked: Picked;
  readonly cells: Cells;
  readonly here: number;
  /** What was typed of the row to go to; null: nobody asks. */
  readonly asked: string | null;
  readonly onAsk: (typed: string | null) => void;
  readonly onGo: (index: number) => void;
  /** Asked what a sum is made of. */
  readonly onAskSum: (fact: string) => void;
}

export function useListFoot({ list, picked, cells, here, asked, onAsk, onGo, onAskSum }: Options): void {
  const { t } = useTranslation('customers');
  const isSelection = picked.count > 0;
  const answer = isSelection ? picked.answer : list.first;
  useFoot({
    left:
      list.first === undefined ? null : (
        <>
          {list.total > 0 && <RowPlace {...{ here, total: list.total, asked, onAsk, onGo }} />}
          {cells.sums !== undefined && cells.taken !== null ? (
            <CellsFoot sums={cells.sums} width={cells.taken.columns.length} />
          ) : (
            <ListFoot
              count={isSelection ? picked.count : list.total}
              sums={answer === undefined || list.total === 0 ? null : sumsOf(answer)}
              isSelection={isSelection}
              onAsk={onAskSum}
            />
          )}
        </>
      ),
    right: [t('keys.select'), t('keys.open'), t('keys.peek'), t('keys.why'), t('keys.filter')],
  });
}
