/** A calm word beside figures: of these days there is no file, so they are not in them. Leads to the calendar. */

import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CoverageGap } from '../../src-shared/contract/coverage.ts';
import { Icon } from './icon.tsx';
import { useSpanWords } from './span-words.ts';

export interface ShopGaps {
  readonly shop: number;
  readonly name: string;
  readonly gaps: readonly CoverageGap[];
}

/** The shops' missing days in one sentence; the shop is named, the days too where they are one run. */
export function useGapWords(): (gaps: readonly ShopGaps[]) => string {
  const { t } = useTranslation('coverage');
  const spanWords = useSpanWords();
  return (shops) =>
    shops
      .map(({ name, gaps }) => {
        const days = gaps.reduce((sum, gap) => sum + gap.days, 0);
        const [first] = gaps;
        return gaps.length === 1 && first !== undefined
          ? t('noteOne', { shop: name, span: spanWords(first.from, first.to) })
          : t('noteMany', { shop: name, count: gaps.length, days });
      })
      .join(t('noteComma'));
}

export function GapNote({ gaps }: { readonly gaps: readonly ShopGaps[] }) {
  const { t } = useTranslation('coverage');
  const spanWords = useSpanWords();
  const gapWords = useGapWords();
  const [first] = gaps;
  if (first === undefined) return null;
  const whole = gaps.flatMap(({ name, gaps: own }) => own.map(({ from, to }) => `${name} ${spanWords(from, to)}`));
  return (
    <Link
      href={`/coverage?shop=${first.shop}&year=${(first.gaps[0]?.from ?? '').slice(0, 4)}`}
      className="gap-note st warn"
      title={`${t('noteTitle')}\n${whole.join('\n')}`}
    >
      <Icon name="noted" />
      <span className="gap-words">{gapWords(gaps)}</span>
    </Link>
  );
}
