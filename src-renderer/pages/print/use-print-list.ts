/** The list that is printed: who (from the address), which columns on which paper (from the settings), and its rows as text. */

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearch } from 'wouter';
import type { ResultOf } from '../../../src-shared/contract/index.ts';
import type { ListColumn, ListPurpose } from '../../../src-shared/contract/lists.ts';
import type { Settings } from '../../../src-shared/contract/settings.ts';
import { shortPlace } from '../../../src-shared/short-place.ts';
import { useConnection } from '../../link/connection-context.tsx';
import { listBasisOf, type Surroundings } from '../../link/use-basis.ts';
import { useKeptChoices } from '../../link/use-kept-choices.ts';
import { shortName } from '../../parts/person-name.ts';
import { type CustomerView, viewOfQuery } from '../../state/customer-filter.ts';
import { mostRows, type SheetChoices } from './paper.ts';

/** Kept in the settings. */
export type PrintChoices = SheetChoices & Pick<Settings, 'printColumns'>;

const choiceNames = ['printColumns', 'printPaper', 'printLandscape', 'printPoints', 'printMarginMm'] as const;

export function usePrintChoices(settings: Settings): readonly [PrintChoices, (change: Partial<PrintChoices>) => void] {
  return useKeptChoices(settings, choiceNames);
}

/**
 * The answer has a column for how certain each person is as soon as one of them is not. Where the owner did not choose it, its few words
 * stand behind the names instead: on paper every column costs another its room.
 */
export function withMarkedNames(list: PrintList, chosen: readonly ListColumn[], certain: string): PrintList {
  const [name, mark] = [list.columns.indexOf('name'), list.columns.indexOf('certainty')];
  if (name < 0 || mark < 0 || chosen.includes('certainty')) return list;
  const without = <Part>(parts: readonly Part[]): Part[] => parts.filter((_, place) => place !== mark);
  const named = (row: readonly string[]): string[] =>
    row.map((text, place) => (place === name && row[mark] !== certain ? `${text} ${row[mark]}` : text));
  return {
    ...list,
    columns: without(list.columns),
    heads: without(list.heads),
    rows: list.rows.map((row) => without(named(row))),
  };
}

/** With the columns it has: while others are on their way, heads and rows still belong together. */
export type PrintList = ResultOf<'lists.compose'> & {
  readonly wholePhones: boolean;
};

/** On paper a place is said in short, and a name that is a long number by its ends. */
function shortCell(column: ListColumn | undefined, text: string): string {
  if (column === 'province' || column === 'city') return shortPlace(text);
  return column === 'name' ? shortName(text) : text;
}

/** Of this list alone: not kept for the next. */
export interface PrintFor {
  readonly wholePhones: boolean;
  readonly purpose: ListPurpose;
}

export interface PrintQuestion {
  readonly view: CustomerView;
  readonly list: PrintList | undefined;
  readonly error: Error | null;
  readonly busy: boolean;
}

export function usePrintList(
  { basis }: Surroundings,
  columns: readonly ListColumn[],
  { wholePhones, purpose }: PrintFor,
): PrintQuestion {
  const connection = useConnection();
  const { t, i18n } = useTranslation('print');
  const query = useSearch();
  const view = useMemo(() => viewOfQuery(query), [query]);
  const request = {
    ...view,
    basis: listBasisOf(basis),
    columns: [...columns],
    wholePhones,
    purpose,
    language: i18n.language === 'en' ? ('en' as const) : ('zh-CN' as const),
    limit: mostRows,
  };
  const { data, error, isFetching } = useQuery({
    queryKey: ['lists.compose', request],
    queryFn: async (): Promise<PrintList> => {
      const answer = await connection.call('lists.compose', request);
      const rows = answer.rows.map((row) => row.map((text, place) => shortCell(answer.columns[place], text)));
      return withMarkedNames({ ...answer, rows, wholePhones }, columns, t('certain'));
    },
    placeholderData: keepPreviousData,
  });
  return { view, list: data, error, busy: isFetching };
}
