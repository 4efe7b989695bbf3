/** The list that is printed: who (from the address), which columns on which paper (from the settings), and its rows as text. */

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearch } from 'wouter';
import type { ResultOf } from '../../../src-shared/contract/index.ts';
import type { ListColumn } from '../../../src-shared/contract/lists.ts';
import type { Settings } from '../../../src-shared/contract/settings.ts';
import { useConnection } from '../../link/connection-context.tsx';
import type { Surroundings } from '../../link/use-basis.ts';
import { useAct } from '../../link/use-call.ts';
import { type CustomerView, viewOfQuery } from '../../state/customer-filter.ts';
import { mostRows, type PaperName } from './paper.ts';

export interface PrintChoices {
  readonly columns: readonly ListColumn[];
  readonly paper: PaperName;
  readonly landscape: boolean;
}

/** Kept in the settings; shown at once, also before they are kept. */
export function usePrintChoices(settings: Settings): readonly [PrintChoices, (change: Partial<PrintChoices>) => void] {
  const { act } = useAct('settings.change');
  const { printColumns, printPaper, printLandscape } = settings;
  const kept = useMemo(
    () => ({ columns: printColumns, paper: printPaper, landscape: printLandscape }),
    [printColumns, printPaper, printLandscape],
  );
  const [choices, setChoices] = useState<PrintChoices>(kept);
  useEffect(() => setChoices(kept), [kept]);
  const change = (part: Partial<PrintChoices>): void => {
    setChoices({ ...choices, ...part });
    void act({
      ...(part.columns === undefined ? {} : { printColumns: [...part.columns] }),
      ...(part.paper === undefined ? {} : { printPaper: part.paper }),
      ...(part.landscape === undefined ? {} : { printLandscape: part.landscape }),
    });
  };
  return [choices, change];
}

/** With the columns it has: while others are on their way, heads and rows still belong together. */
export type PrintList = ResultOf<'lists.compose'> & {
  readonly wholePhones: boolean;
  readonly language: 'zh-CN' | 'en';
};

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
    basis: { on: basis.on, definition: basis.definition },
    columns: [...columns],
    wholePhones,
    language: i18n.language === 'en' ? ('en' as const) : ('zh-CN' as const),
    limit: mostRows,
  };
  const { data, error, isFetching } = useQuery({
    queryKey: ['lists.compose', request],
    queryFn: async (): Promise<PrintList> => ({
      ...(await connection.call('lists.compose', request)),
      wholePhones,
      language: request.language,
    }),
    placeholderData: keepPreviousData,
  });
  return { view, list: data, error, busy: isFetching };
}
