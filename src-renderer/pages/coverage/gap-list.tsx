/** The days without a file in words, each with what can be done: say why, or import the file. And what the owner has said already. */

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CoverageGap, QuietReason, QuietSpan, ShopCoverage } from '../../../src-shared/contract/coverage.ts';
import { useSpanWords } from '../../parts/span-words.ts';

export interface GapListProps {
  readonly coverage: ShopCoverage;
  readonly isBusy: boolean;
  readonly onMark: (spans: readonly CoverageGap[], reason: QuietReason) => void;
  readonly onClear: (span: QuietSpan) => void;
  readonly onImport: () => void;
  /** Shows the span in the calendar. */
  readonly onShow: (day: string) => void;
}

export function GapList({ coverage, isBusy, onMark, onClear, onImport, onShow }: GapListProps) {
  const { t } = useTranslation('coverage');
  const spanWords = useSpanWords();
  const { gaps, quiet } = coverage;
  return (
    <aside className="gaps" aria-label={t('gaps')}>
      <section>
        <h2>{t('gaps')}</h2>
        {gaps.length === 0 ? (
          <p className="good gap-none">{t('noGaps', { span: spanWords(coverage.from ?? '', coverage.to ?? '') })}</p>
        ) : (
          <ul>
            {gaps.map((gap) => (
              <Gap key={gap.from} gap={gap} {...{ isBusy, onMark, onImport, onShow }} />
            ))}
          </ul>
        )}
        {gaps.length > 1 && (
          <p className="gap-all">
            <span className="dim">{t('allOfThem', { count: gaps.length })}</span>
            <Button size="small" disabled={isBusy} onClick={() => onMark(gaps, 'noSales')}>
              {t('allNoSales')}
            </Button>
          </p>
        )}
      </section>
      {quiet.length > 0 && (
        <section>
          <h2>{t('quiet')}</h2>
          <ul>
            {quiet.map((span) => (
              <Quiet key={`${span.from} ${span.to}`} span={span} {...{ isBusy, onClear, onShow }} />
            ))}
          </ul>
        </section>
      )}
    </aside>
  );
}

type GapProps = { readonly gap: CoverageGap } & Pick<GapListProps, 'isBusy' | 'onMark' | 'onImport' | 'onShow'>;

function Gap({ gap, isBusy, onMark, onImport, onShow }: GapProps) {
  const { t } = useTranslation('coverage');
  const spanWords = useSpanWords();
  const span = spanWords(gap.from, gap.to);
  return (
    <li>
      <button type="button" className="plain" title={t('show')} onClick={() => onShow(gap.from)}>
        <b>{t('gapSays', { span })}</b> <span className="dim">{t('days', { count: gap.days })}</span>
      </button>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms */}
      <div className="gap-acts" role="group" aria-label={span}>
        <Button size="small" disabled={isBusy} onClick={() => onMark([gap], 'noSales')}>
          {t('hadNoSales')}
        </Button>
        <Button size="small" disabled={isBusy} onClick={() => onMark([gap], 'closed')}>
          {t('wasClosed')}
        </Button>
        <Button size="small" type="link" onClick={onImport}>
          {t('importFile')}
        </Button>
      </div>
    </li>
  );
}

type QuietProps = { readonly span: QuietSpan } & Pick<GapListProps, 'isBusy' | 'onClear' | 'onShow'>;

function Quiet({ span, isBusy, onClear, onShow }: QuietProps) {
  const { t } = useTranslation('coverage');
  const spanWords = useSpanWords();
  return (
    <li className="quiet-line">
      <button type="button" className="plain" title={t('show')} onClick={() => onShow(span.from)}>
        {spanWords(span.from, span.to)} <span className="dim">{t(`reason.${span.reason}`)}</span>
      </button>
      <Button size="small" type="link" disabled={isBusy} onClick={() => onClear(span)}>
        {t('clear')}
      </Button>
    </li>
  );
}
