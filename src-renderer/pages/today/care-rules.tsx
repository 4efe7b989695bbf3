/** The rules of care: when, whom, how many that is; each can be tried before it is put on. */

import { Button, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CareRule, CareRuleContent, Trigger } from '../../../src-shared/contract/care-rules.ts';
import type { TierBasis } from '../../../src-shared/contract/customers.ts';
import { useAct, useCall } from '../../link/use-call.ts';
import { EmptyNote } from '../../parts/empty-note.tsx';
import { useUndoableToast } from '../../parts/undoable.ts';

function useTriggerWords(): (trigger: Trigger) => string {
  const { t } = useTranslation('today');
  const { t: common } = useTranslation('common');
  return (trigger) => {
    switch (trigger.kind) {
      case 'after': {
        const when = t(`rules.trigger.after.${trigger.what}`, { days: trigger.days });
        return trigger.first ? t('rules.trigger.firstAfter', { when }) : when;
      }
      case 'renew':
        if (trigger.offset === 0) return t('rules.trigger.renew');
        return t(trigger.offset < 0 ? 'rules.trigger.renewBefore' : 'rules.trigger.renewAfter', {
          days: Math.abs(trigger.offset),
        });
      case 'occasion':
        return t('rules.trigger.occasion', {
          what: trigger.occasions.map((one) => t(`reason.${one}`)).join(common('listComma')),
          days: trigger.before,
        });
      case 'cycle':
        return t('rules.trigger.cycle', { words: trigger.words.join(common('listComma')), days: trigger.days });
      case 'tier':
        return t('rules.trigger.tier', {
          tiers: trigger.tiers.map((one) => common(`tier.${one}`)).join(common('listComma')),
        });
      case 'dormant':
      case 'refund':
      case 'unpaid':
        return t(`rules.trigger.${trigger.kind}`, { days: trigger.days });
    }
  };
}

export function CareRules({ basis }: { readonly basis: TierBasis }) {
  const { t, i18n } = useTranslation('today');
  const { data } = useCall('careRules.list', { basis });
  const say = useUndoableToast();
  const begin = useAct('careRules.begin');
  const lay = async (): Promise<void> => {
    const done = await begin.act({ language: i18n.language === 'en' ? 'en' : 'zh-CN' });
    if (done !== null && done.edit !== null) say(t('did.begun', { count: done.rules }), done.edit);
  };
  const { rules = [] } = data ?? {};
  return (
    <section className="care-rules" aria-label={t('tabs.rules')}>
      <div className="care-lead">
        <p className="dim">{t('rules.lead')}</p>
        <Button loading={begin.busy} onClick={() => void lay()}>
          {t('rules.begin')}
        </Button>
      </div>
      {data !== undefined && rules.length === 0 && <EmptyNote>{t('rules.none')}</EmptyNote>}
      {rules.length > 0 && (
        <table className="ledger care-table">
          <thead>
            <tr>
              <th scope="col">{t('rules.name')}</th>
              <th scope="col">{t('rules.when')}</th>
              <th scope="col" className="n">
                {t('rules.now')}
              </th>
              <th scope="col" className="n">
                {t('rules.soon')}
              </th>
              <th scope="col">{t('rules.state')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {rules.map((rule) => (
              <CareRow key={rule.rule} rule={rule} basis={basis} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function CareRow({ rule, basis }: { readonly rule: CareRule; readonly basis: TierBasis }) {
  const { t } = useTranslation('today');
  const words = useTriggerWords();
  const say = useUndoableToast();
  const save = useAct('careRules.save');
  const remove = useAct('careRules.remove').act;
  const dry = useAct('careRules.dryRun');
  const [tried, setTried] = useState<{ readonly now: number; readonly soon: number } | null>(null);
  const { rule: number, dueNow, dueSoon, ...content } = rule;
  const turn = async (on: boolean): Promise<void> => {
    const next: CareRuleContent = { ...content, on };
    const done = await save.act({ rule: number, content: next });
    if (done !== null) say(t('did.rule', { name: rule.name, state: t(on ? 'did.on' : 'did.off') }), done.edit);
  };
  const tryIt = async (): Promise<void> => {
    const found = await dry.act({ content, rule: number, basis });
    if (found === null) return;
    const now = found.days.find(({ day }) => day === basis.on)?.count ?? 0;
    setTried({ now, soon: found.total - now });
  };
  return (
    <tr>
      <td>{rule.name}</td>
      <td>
        {words(rule.trigger)}
        {rule.note !== '' && <span className="dim"> {rule.note}</span>}
      </td>
      <td className="n">{rule.on ? dueNow : (tried?.now ?? '—')}</td>
      <td className="n">{rule.on ? dueSoon : (tried?.soon ?? '—')}</td>
      <td>
        <Switch
          size="small"
          checked={rule.on}
          loading={save.busy}
          aria-label={rule.name}
          onChange={(on) => void turn(on)}
        />
      </td>
      <td className="care-acts">
        {!rule.on && (
          <button type="button" className="plain link" disabled={dry.busy} onClick={() => void tryIt()}>
            {t('rules.dry')}
          </button>
        )}
        <button
          type="button"
          className="plain link"
          onClick={() =>
            void remove({ rule: number }).then((done) => {
              if (done !== null) say(t('did.removed', { name: rule.name }), done.edit);
            })
          }
        >
          {t('rules.remove')}
        </button>
      </td>
    </tr>
  );
}
