/** The list that is printed: who (from the address), which columns on which paper (from the settings), and its rows as text. */

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearch } from 'wouter';
import type { ResultOf } from '../../../src-shared/contract/index.ts';
import type { ListColumn } from '../../../src-shared/contract/lists.ts';
import type { Settings } from '../../../src-shared/contract/settings.ts';
import { shortPlace } from '../../../src-shared/short-place.ts';
import { useConnection } from '../../link/connection-context.tsx';
import { listBasisOf, type Surroundings } from '../../link/use-basis.ts';
import { useAct } from '../../link/use-call.ts';
import { type CustomerView, viewOfQuery } from '../../state/customer-filter.ts';
import { mostRows, type SheetChoices } from './paper.ts';

/** Kept in the settings. */
export type PrintChoices = SheetChoices & Pick<Settings, 'printColumns'>;

const choiceNames = ['printColumns', 'printPaper', 'printLandscape', 'printPoints', 'printMarginMm'] as const;

/** Shown at once, also before they are kept. */
export function usePrintChoices(settings: Settings): readonly [PrintChoices, (change: Partial<PrintChoices>) => void] {
  const { act } = useAct('settings.change');
  const [changed, setChanged] = useState<Partial<PrintChoices>>({});
  const kept = JSON.stringify(choiceNames.map((name) => settings[name]));
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is kept now counts, whoever changed it
  useEffect(() => setChanged({}), [kept]);
  const choices = useMemo(() => ({ ...settings, ...changed }), [settings, changed]);
  const change = (part: Partial<PrintChoices>): void => {
    setChanged({ ...changed, ...part });
    void act(part);
  };
  return [choices, change];
}

/** With the columns it has: while others are on their way, heads and rows still belong together. */
export type PrintList = ResultOf<'lists.compose'> & {
  readonly wholePhones: boolean;
};

const places: ReadonlySet<ListColumn> = new Set(['province', 'city']);

export interface PrintQuestion {
  readonly view: CustomerView;
  readonly list: PrintList | undefined;
  readonly error: Error | null;
  readonly busy: boolean;
}

export function usePrintList(
  { basis }: Surroundings,
  columns: readonly ListColumn[],
  wholePhones: boolean,
): PrintQuestion {
  const connection = useConnection();
  const { i18n } = useTranslation('print');
  const query = useSearch();
  const view = useMemo(() => viewOfQuery(query), [query]);
  const request = {
    ...view,
    basis: listBasisOf(basis),
    columns: [...columns],
    wholePhones,
    language: i18n.language === 'en' ? ('en' as const) : ('zh-CN' as const),
    limit: mostRows,
  };
  const { data, error, isFetching } = useQuery({
    queryKey: ['lists.compose', request],
    queryFn: async (): Promise<PrintList> => {
      const answer = await connection.call('lists.compose', request);
      const rows = answer.rows.map((row) =>
        row.map((text, place) => (places.has(answer.columns[place] ?? 'name') ? shortPlace(text) : text)),
      );
      return { ...answer, rows, wholePhones };
    },
    placeholderData: keepPreviousData,
  });
  return { view, list: data, error, busy: isFetching };
}
