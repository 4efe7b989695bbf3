/** The labels of a list: whom (from the address), on which sheet (from the settings), and what stands on them. */

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSearch } from 'wouter';
import type { ResultOf } from '../../../src-shared/contract/index.ts';
import type { Label } from '../../../src-shared/contract/labels.ts';
import type { Settings } from '../../../src-shared/contract/settings.ts';
import { type LabelGrid, labelGrids, paddingOf } from '../../../src-shared/label-sheet.ts';
import { type Fit, fitOf } from '../../../src-shared/label-text.ts';
import { useConnection } from '../../link/connection-context.tsx';
import { listBasisOf, type Surroundings } from '../../link/use-basis.ts';
import { useKeptChoices } from '../../link/use-kept-choices.ts';
import { type CustomerView, viewOfQuery } from '../../state/customer-filter.ts';
import { mostRows } from '../print/paper.ts';

const choiceNames = [
  'labelGrid',
  'ownLabelGrid',
  'labelPoints',
  'labelPhones',
  'labelOutlines',
  'labelMeasured',
] as const;
export type LabelChoices = Pick<Settings, (typeof choiceNames)[number]>;

export function useLabelChoices(settings: Settings): readonly [LabelChoices, (change: Partial<LabelChoices>) => void] {
  return useKeptChoices(settings, choiceNames);
}

export function gridOf({ labelGrid, ownLabelGrid }: LabelChoices): LabelGrid {
  return labelGrid === 'own' ? ownLabelGrid : labelGrids[labelGrid];
}

export interface LaidLabel {
  readonly label: Label;
  readonly head: string;
  readonly fit: Fit;
}

/** 138 1234 5678: groups are read out and dialled without a slip. Others stand as they are. */
export function spacedPhone(phone: string): string {
  return /^1\d{10}$/.test(phone) ? `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}` : phone;
}

/** Each label with the letters in which all of it fits. */
export function laidOn(labels: readonly Label[], grid: LabelGrid, choices: LabelChoices): readonly LaidLabel[] {
  const padding = paddingOf(grid);
  const room = { widthMm: grid.widthMm - 2 * padding.xMm, heightMm: grid.heightMm - 2 * padding.yMm };
  return labels.map((label) => {
    const phone = choices.labelPhones && label.phone !== null ? `  ${spacedPhone(label.phone)}` : '';
    const head = `${label.name}${phone}`;
    return { label, head, fit: fitOf({ head, address: label.address }, room, choices.labelPoints) };
  });
}

export interface LabelQuestion {
  readonly view: CustomerView;
  readonly answer: ResultOf<'labels.compose'> | undefined;
  readonly error: Error | null;
}

export function useLabelList({ basis }: Surroundings): LabelQuestion {
  const connection = useConnection();
  const query = useSearch();
  const view = useMemo(() => viewOfQuery(query), [query]);
  const request = { ...view, basis: listBasisOf(basis), limit: mostRows };
  const { data, error } = useQuery({
    queryKey: ['labels.compose', request],
    queryFn: () => connection.call('labels.compose', request),
    placeholderData: keepPreviousData,
  });
  return { view, answer: data, error };
}
