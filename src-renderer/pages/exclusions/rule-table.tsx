/** The rules as a ledger table: why, which orders, how many; a click opens one. */

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ExclusionRule } from '../../../src-shared/contract/exclusions.ts';
import type { LedgerStatus } from '../../../src-shared/contract/ledger.ts';
import { CountText } from '../../parts/count-text.tsx';
import { useRuleWords } from '../../parts/rule-words.ts';

export interface RuleTableProps {
  readonly rules: readonly ExclusionRule[];
  readonly shops: LedgerStatus['shops'];
  readonly chosen: number | null;
  readonly isBusy: boolean;
  readonly onChoose: (rule: ExclusionRule) => void;
  readonly onRemove: (rule: ExclusionRule) => void;
}

export function RuleTable({ rules, shops, chosen, isBusy, onChoose, onRemove }: RuleTableProps) {
  const { t } = useTranslation('exclusions');
  const words = useRuleWords(shops[0]?.currency ?? 'CNY');
  const shopName = (id: number | null): string =>
    id === null ? t('everyShop') : (shops.find((shop) => shop.id === id)?.name ?? `#${id}`);
  return (
    <table className="ledger rules">
      <thead>
        <tr>
          <th className="r-kind">{t('kindIs')}</th>
          <th>{t('conditions')}</th>
          {shops.length > 1 && <th className="r-shop">{t('shopIs')}</th>}
          <th className="n fig r-orders">{t('column.orders')}</th>
          <th className="n r-version aside">{t('column.version')}</th>
          <td className="r-acts" />
        </tr>
      </thead>
      <tbody>
        {rules.map((rule, index) => (
          <tr key={rule.rule} className={index % 5 === 4 ? 'r5' : undefined} aria-selected={rule.rule === chosen}>
            <td>
              <b>{t(`kind.${rule.content.kind}`)}</b>
            </td>
            <td title={words(rule.content)}>
              <button type="button" className="plain cut" onClick={() => onChoose(rule)}>
                {words(rule.content)}
              </button>
            </td>
            {shops.length > 1 && <td className="dim">{shopName(rule.content.shop)}</td>}
            <td className="n fig">
              <CountText count={rule.orders} />
            </td>
            <td className="n dim aside" title={t('versionSay')}>
              {rule.version}
            </td>
            <td className="n buttons">
              <Button size="small" className="aside" onClick={() => onChoose(rule)}>
                {t('change')}
              </Button>
              <Button size="small" disabled={isBusy} onClick={() => onRemove(rule)}>
                {t('remove')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
