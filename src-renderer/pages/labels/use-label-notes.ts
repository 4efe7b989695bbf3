/** What the owner should know about these labels before they are printed. */

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { missingSigns } from '../../parts/missing-signs.ts';
import { mostRows } from '../print/paper.ts';
import type { LabelQuestion, LaidLabel } from './use-labels.ts';

/** So many names stand in a note. */
const NAMED = 5;

export function useLabelNotes(answer: LabelQuestion['answer'], laid: readonly LaidLabel[]): readonly string[] {
  const { t } = useTranslation('labels');
  const { t: print } = useTranslation('print');
  const missing = useMemo(
    () => missingSigns(laid.map(({ head, label }) => `${head}${label.address}`).join('')),
    [laid],
  );
  if (answer === undefined) return [];
  const { total, looked, refused, held, masked, without, labels } = answer;
  const cut = laid.filter(({ fit }) => fit.isCut);
  const [most] = laid.map(({ fit }) => fit.points).toSorted((a, b) => b - a);
  const small = laid.filter(({ fit }) => !fit.isCut && fit.points < (most ?? 0));
  const silent = labels.filter(({ phone }) => phone === null).length;
  const names = cut.slice(0, NAMED).map(({ label }) => label.name);
  return [
    ...(looked < total ? [t('tooMany', { total, most: mostRows })] : []),
    ...(refused > 0 ? [t('refused', { count: refused })] : []),
    ...(held > 0 ? [t('held', { count: held })] : []),
    ...(masked > 0 ? [t('masked', { count: masked })] : []),
    ...(without > 0 ? [t('without', { count: without })] : []),
    ...(cut.length > 0 ? [t('cut', { count: cut.length, names: names.join(print('comma')) })] : []),
    ...(missing.length > 0 ? [t('missing', { signs: missing.join(' ') })] : []),
    ...(small.length > 0 ? [t('small', { count: small.length })] : []),
    ...(silent > 0 ? [t('noPhone', { count: silent })] : []),
    ...(labels.length > 0 ? [t('ownPaper')] : []),
  ];
}
