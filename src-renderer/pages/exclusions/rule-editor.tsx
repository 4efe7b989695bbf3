/** A rule being written, at the right: its kind, its conditions, and at once how many orders, customers and how much money it means. */

import { Button, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { exclusionKinds } from '../../../src-shared/contract/exclusions.ts';
import type { LedgerStatus } from '../../../src-shared/contract/ledger.ts';
import { formatMinor } from '../../../src-shared/money.ts';
import { Icon } from '../../parts/icon.tsx';
import { SidePanel } from '../../parts/side-panel.tsx';
import { ConditionLine } from './condition-line.tsx';
import { type Draft, newLine } from './draft.ts';
import type { Meant } from './use-meant.ts';

export interface RuleEditorProps {
  readonly draft: Draft;
  readonly shops: LedgerStatus['shops'];
  readonly meant: Meant;
  readonly isBusy: boolean;
  readonly onDraft: (draft: Draft) => void;
  readonly onSave: () => void;
  readonly onClose: () => void;
}

export function RuleEditor({ draft, shops, meant, isBusy, onDraft, onSave, onClose }: RuleEditorProps) {
  const { t } = useTranslation('exclusions');
  const { lines } = draft;
  return (
    <SidePanel title={t(draft.rule === null ? 'newRule' : 'changeRule')} onClose={onClose}>
      <div className="rule-editor">
        <div className="rule-field">
          <span className="dim">{t('kindIs')}</span>
          <Select
            aria-label={t('kindIs')}
            value={draft.kind}
            options={exclusionKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
            onChange={(kind) => onDraft({ ...draft, kind })}
          />
        </div>
        {shops.length > 1 && (
          <div className="rule-field">
            <span className="dim">{t('shopIs')}</span>
            <Select
              aria-label={t('shopIs')}
              value={draft.shop ?? 0}
              options={[
                { value: 0, label: t('everyShop') },
                ...shops.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              onChange={(shop) => onDraft({ ...draft, shop: shop === 0 ? null : shop })}
            />
          </div>
        )}
        <h3>{t('conditions')}</h3>
        <ul>
          {lines.map((line) => (
            <ConditionLine
              key={line.id}
              line={line}
              isOnly={lines.length === 1}
              currency={(shops.find(({ id }) => id === draft.shop) ?? shops[0])?.currency ?? 'CNY'}
              onLine={(next) => onDraft({ ...draft, lines: lines.map((one) => (one.id === next.id ? next : one)) })}
              onDrop={() => onDraft({ ...draft, lines: lines.filter(({ id }) => id !== line.id) })}
            />
          ))}
        </ul>
        <div className="rule-more">
          <button
            type="button"
            className="plain link st"
            disabled={lines.length >= 20}
            onClick={() => onDraft({ ...draft, lines: [...lines, newLine()] })}
          >
            <Icon name="plus" />
            {t('addCondition')}
          </button>
          {lines.length > 1 && (
            <Segmented
              size="small"
              aria-label={t('matchIs')}
              value={draft.match}
              options={(['all', 'any'] as const).map((value) => ({ value, label: t(`match.${value}`) }))}
              onChange={(match) => onDraft({ ...draft, match })}
            />
          )}
        </div>
        <MeantFigures meant={meant} />
        <p className="dim sm">{t('stillSeen')}</p>
        <div className="rule-acts">
          <Button type="primary" disabled={meant.content === null || isBusy} onClick={onSave}>
            {meant.figures === undefined || meant.content === null
              ? t('saveRule')
              : t('saveCounted', { count: meant.figures.orders })}
          </Button>
          <Button onClick={onClose}>{t('giveUp')}</Button>
        </div>
      </div>
    </SidePanel>
  );
}

function MeantFigures({ meant: { content, figures, isLate } }: { readonly meant: Meant }) {
  const { t } = useTranslation('exclusions');
  if (content === null || figures === undefined) return <p className="meant-figures faint">{t('meansNothing')}</p>;
  const money = figures.money.map(({ currency, netMinor }) => formatMinor(netMinor, currency)).join(' + ');
  return (
    <p className={isLate ? 'meant-figures late' : 'meant-figures'} role="status">
      <b>{t('means', { count: figures.orders })}</b>
      {t('meansCounted', { counted: figures.counted, count: figures.customers })}
      {figures.money.length > 0 && t('meansMoney', { money })}
    </p>
  );
}
