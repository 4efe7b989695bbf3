/** The strip over the foot while customers are selected: count, sum, what can be done with them, and what to mind. */

import { useTranslation } from 'react-i18next';
import { mostPicked } from '../../../src-shared/contract/customers.ts';
import { formatMinor } from '../../../src-shared/money.ts';
import { sumsOf } from './list-sums.ts';
import type { Picked } from './use-picked.ts';

export interface PickStripProps {
  readonly picked: Picked;
  readonly onPrint: () => void;
  readonly onExport: () => void;
  readonly onCopy: () => void;
  /** Changes all that are selected at once. */
  readonly onBulk: () => void;
  /** Puts those selected together as one; null: too few, or too many to look at side by side. */
  readonly onMerge: (() => void) | null;
  /** Asked what the sum is made of. */
  readonly onAsk: (fact: string) => void;
}

export function PickStrip({ picked, onPrint, onExport, onCopy, onBulk, onMerge, onAsk }: PickStripProps) {
  const { t } = useTranslation('customers');
  const { t: common } = useTranslation('common');
  const { t: review } = useTranslation('review');
  const { t: tags } = useTranslation('tags');
  const { answer, count, hasAddress } = picked;
  const sums = answer === undefined ? null : sumsOf(answer);
  return (
    <section className="pick" aria-label={t('pick.label')}>
      <b>{t('pick.chosen', { count })}</b>
      {sums !== null && (
        <button type="button" className="pick-sum" title={common('figure.how')} onClick={() => onAsk('netMinor')}>
          {t('pick.net', { money: formatMinor(sums.netMinor, sums.currency) })}
        </button>
      )}
      <button
        type="button"
        onClick={onPrint}
        disabled={!hasAddress}
        title={hasAddress ? undefined : t('pick.tooManyToPrint', { limit: mostPicked })}
      >
        {t('print')}
      </button>
      <button type="button" onClick={onExport}>
        {t('export')}…
      </button>
      <button type="button" onClick={onBulk} title="E">
        {tags('bulk.open')}…
      </button>
      <button type="button" onClick={onCopy} title="Ctrl C">
        {t('pick.copy')}
      </button>
      {onMerge !== null && (
        <button type="button" data-merge="" onClick={onMerge}>
          {review('merging.ofChosen', { count })}
        </button>
      )}
      <span className="sp" />
      {answer !== undefined && answer.likely > 0 && (
        <span className="pick-mind">{t('pick.likely', { count: answer.likely })}</span>
      )}
      <button type="button" onClick={picked.clear}>
        {t('pick.cancel')}
      </button>
    </section>
  );
}
