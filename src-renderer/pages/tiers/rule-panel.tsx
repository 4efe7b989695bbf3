/** Where the lines lie: by rank, by equal fifths, or the owner's own, which can be moved and tried before they are kept. */

import { Button, Checkbox, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RfmSummary } from '../../../src-shared/contract/metrics.ts';
import { decimalsOf, formatMinor, minorOf } from '../../../src-shared/money.ts';
import { rfmDefinitions, type TypedLines } from '../../../src-shared/rfm.ts';
import { Figure } from '../../parts/figure.tsx';
import { Icon } from '../../parts/icon.tsx';
import { LineInput } from './line-input.tsx';
import type { Rule } from './rule.ts';

const yearDays = 365;

export interface RulePanelProps {
  readonly rule: Rule;
  readonly saved: Rule;
  readonly isTrial: boolean;
  readonly summary: RfmSummary;
  readonly now: RfmSummary;
  readonly onRule: (rule: Rule | null) => void;
  /** How many in the ledger are likely; 0: nothing to ask. */
  readonly likely: number;
  readonly includesLikely: boolean;
  readonly onLikely: (include: boolean) => void;
  /** Asked where a line comes from. */
  readonly onWhy: (fact: 'nearLine' | 'oftenLine' | 'muchMinorLine') => void;
}

export function RulePanel(props: RulePanelProps) {
  const { rule, saved, isTrial, summary, onRule, likely, includesLikely, onLikely } = props;
  const { t } = useTranslation('tiers');
  const { t: common } = useTranslation('common');
  return (
    <aside className="side rule-panel" aria-label={t('rule.title')}>
      <div className="in">
        <h2>{isTrial ? t('rule.trying') : t('rule.title')}</h2>
        <p className="sm dim">{isTrial ? t('rule.tryingSay') : t('rule.say')}</p>
        <Segmented
          block
          aria-label={t('rule.title')}
          value={rule.definition}
          options={rfmDefinitions.map((value) => ({
            value,
            label: (
              <>
                {t(`definition.${value}`)}
                {value === saved.definition && (
                  <span className="unseen">
                    {common('comma')}
                    {t('rule.inUse')}
                  </span>
                )}
              </>
            ),
          }))}
          onChange={(definition) => onRule({ ...rule, definition })}
        />
        <p className="sm dim rule-means">{t(`means.${rule.definition}`)}</p>
        {rule.definition === 'typed' ? <OwnLines {...props} /> : <FoundLines {...props} />}
        {likely > 0 && (
          <Checkbox checked={includesLikely} onChange={(event) => onLikely(event.target.checked)}>
            {includesLikely ? t('rule.likelyCounted', { count: summary.likely }) : t('rule.likely')}
          </Checkbox>
        )}
        {isTrial && <p className="sm dim rule-after">{t('rule.after')}</p>}
        {summary.customers < 30 && <p className="sm warn">{t('rule.few')}</p>}
      </div>
    </aside>
  );
}

/** The lines a ranking comes to, as facts, and the way to take them over as one's own. */
function FoundLines({ summary, rule, onRule, onWhy }: RulePanelProps) {
  const { t } = useTranslation('tiers');
  const { recencyDays, frequency, netMinor } = summary.lines;
  const none = <span className="faint">{t('rule.noLine')}</span>;
  // Ranking finds the nearer ones also among people who all stopped coming long ago.
  const isFar = recencyDays !== null && recencyDays > yearDays;
  const takeOver = (): void => {
    const lines: TypedLines = {
      recencyDays: recencyDays === null || isFar ? rule.lines.recencyDays : Math.round(recencyDays),
      frequency: Math.round(frequency ?? rule.lines.frequency),
      netMinor: Math.round(netMinor ?? rule.lines.netMinor),
    };
    onRule({ definition: 'typed', lines });
  };
  return (
    <>
      <dl className="found-lines">
        <dt>{t('dimension.r')}</dt>
        <dd>
          {recencyDays === null ? (
            none
          ) : (
            <Figure onAsk={() => onWhy('nearLine')}>{t('found.recencyDays', { days: recencyDays })}</Figure>
          )}
        </dd>
        <dt>{t('dimension.f')}</dt>
        <dd>
          {frequency === null ? (
            none
          ) : (
            <Figure onAsk={() => onWhy('oftenLine')}>{t('found.frequency', { count: frequency })}</Figure>
          )}
        </dd>
        <dt>{t('dimension.m')}</dt>
        <dd>
          {netMinor === null ? (
            none
          ) : (
            <Figure onAsk={() => onWhy('muchMinorLine')}>
              {t('found.netMinor', { money: formatMinor(minorOf(Math.round(netMinor)), summary.currency) })}
            </Figure>
          )}
        </dd>
      </dl>
      {isFar && (
        <p className="warn rule-far">
          <Icon name="noted" />
          <span>{t('rule.farNear', { days: Math.round(recencyDays) })}</span>
        </p>
      )}
      <Button onClick={takeOver}>{t(isFar ? 'rule.own' : 'rule.takeOver')}</Button>
    </>
  );
}

function OwnLines({ rule, saved, now, onRule }: RulePanelProps) {
  const { t } = useTranslation('tiers');
  const unit = 10 ** decimalsOf(now.currency);
  const { lines } = rule;
  const wasTyped = saved.definition === 'typed';
  const set = (change: Partial<TypedLines>): void => onRule({ definition: 'typed', lines: { ...lines, ...change } });
  const money = lines.netMinor / unit;
  const savedMoney = saved.lines.netMinor / unit;
  return (
    <div className="own-lines">
      <LineInput
        name={t('dimension.r')}
        before={t('own.recencyBefore')}
        after={t('own.recencyAfter')}
        value={lines.recencyDays}
        saved={wasTyped ? saved.lines.recencyDays : null}
        reach={365}
        step={1}
        onChange={(recencyDays) => set({ recencyDays })}
      />
      <LineInput
        name={t('dimension.f')}
        before={t('own.frequencyBefore')}
        after={t('own.frequencyAfter')}
        value={lines.frequency}
        saved={wasTyped ? saved.lines.frequency : null}
        least={1}
        reach={12}
        step={1}
        onChange={(frequency) => set({ frequency })}
      />
      <LineInput
        name={t('dimension.m')}
        before={t('own.moneyBefore')}
        after={now.currency === 'CNY' ? t('own.moneyAfter') : now.currency}
        value={money}
        saved={wasTyped ? savedMoney : null}
        reach={Math.max(1000, niceAbove(4 * savedMoney))}
        step={10}
        onChange={(amount) => set({ netMinor: Math.round(amount * unit) })}
      />
    </div>
  );
}

/** The next 1, 2 or 5 times a power of ten. */
function niceAbove(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  return power * ([1, 2, 5, 10].find((times) => times * power >= value) ?? 10);
}
