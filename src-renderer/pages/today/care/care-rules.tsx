/** The rules of care: when, whom, how many that is; each is written, and tried, at the right before it is put on. */

import { Button, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CareRule, CareRuleContent } from '../../../../src-shared/contract/care-rules.ts';
import type { TierBasis } from '../../../../src-shared/contract/customers.ts';
import { useAct, useCall } from '../../../link/use-call.ts';
import { useSentence } from '../../../link/use-segments.ts';
import { EmptyNote } from '../../../parts/empty-note.tsx';
import { useUndoableToast } from '../../../parts/undoable.ts';
import { type Draft, newDraft } from './draft.ts';
import { RuleEditor } from './rule-editor.tsx';
import { useTriggerWords } from './trigger-words.ts';

export interface CareRulesProps {
  readonly basis: TierBasis;
  /** How many a day may be contacted. */
  readonly capacity: number;
}

export function CareRules({ basis, capacity }: CareRulesProps) {
  const { t, i18n } = useTranslation('today');
  const { t: care } = useTranslation('care');
  const { data } = useCall('careRules.list', { basis });
  const say = useUndoableToast();
  const begin = useAct('careRules.begin');
  const save = useAct('careRules.save');
  const [draft, setDraft] = useState<Draft | null>(null);
  const lay = async (): Promise<void> => {
    const done = await begin.act({ language: i18n.language === 'en' ? 'en' : 'zh-CN' });
    if (done !== null && done.edit !== null) say(t('did.begun', { count: done.rules }), done.edit);
  };
  const keep = async (): Promise<void> => {
    if (draft === null) return;
    const done = await save.act(draft);
    if (done === null) return;
    say(care('saved', { name: draft.content.name }), done.edit);
    setDraft(null);
  };
  const rules = data?.rules ?? [];
  return (
    <div className="care-body">
      <section className="care-rules scroll" aria-label={t('tabs.rules')}>
        <div className="care-lead">
          <p className="dim">{t('rules.lead')}</p>
          <span className="care-begin">
            <Button loading={begin.busy} onClick={() => void lay()}>
              {t('rules.begin')}
            </Button>
            <Button type="primary" onClick={() => setDraft(newDraft())}>
              {care('newRule')}
            </Button>
          </span>
        </div>
        {data !== undefined && rules.length === 0 && <EmptyNote>{t('rules.none')}</EmptyNote>}
        {rules.length > 0 && <RuleTable {...{ rules, draft }} onDraft={setDraft} />}
      </section>
      {draft !== null && (
        <RuleEditor
          {...{ draft, basis, capacity }}
          isBusy={save.busy}
          onDraft={setDraft}
          onSave={() => void keep()}
          onClose={() => setDraft(null)}
        />
      )}
    </div>
  );
}

interface RuleTableProps {
  readonly rules: readonly CareRule[];
  /** The one being written. */
  readonly draft: Draft | null;
  readonly onDraft: (draft: Draft) => void;
}

function RuleTable({ rules, draft, onDraft }: RuleTableProps) {
  const { t } = useTranslation('today');
  const { t: care } = useTranslation('care');
  return (
    <table className="ledger care-table">
      <thead>
        <tr>
          <th scope="col">{t('rules.name')}</th>
          <th scope="col">{t('rules.when')}</th>
          <th scope="col">{care('whom')}</th>
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
          <CareRow key={rule.rule} rule={rule} isWritten={draft?.rule === rule.rule} onDraft={onDraft} />
        ))}
      </tbody>
    </table>
  );
}

interface CareRowProps {
  readonly rule: CareRule;
  readonly isWritten: boolean;
  readonly onDraft: (draft: Draft) => void;
}

function CareRow({ rule, isWritten, onDraft }: CareRowProps) {
  const { t } = useTranslation('today');
  const { t: care } = useTranslation('care');
  const words = useTriggerWords();
  const sentence = useSentence();
  const say = useUndoableToast();
  const save = useAct('careRules.save');
  const remove = useAct('careRules.remove').act;
  const { rule: number, dueNow, dueSoon, ...content } = rule;
  const turn = async (on: boolean): Promise<void> => {
    const next: CareRuleContent = { ...content, on };
    const done = await save.act({ rule: number, content: next });
    if (done !== null) say(t('did.rule', { name: rule.name, state: t(on ? 'did.on' : 'did.off') }), done.edit);
  };
  const write = (): void => onDraft({ rule: number, content });
  return (
    <tr aria-selected={isWritten}>
      <td>
        <button type="button" className="plain link care-name" onClick={write}>
          {rule.name}
        </button>
      </td>
      <td>
        {words(rule.trigger)}
        {rule.note !== '' && <span className="dim"> {rule.note}</span>}
      </td>
      <td>{rule.where === null ? <span className="faint">{care('everybody')}</span> : sentence(rule.where)}</td>
      <td className="n">{rule.on ? dueNow : '—'}</td>
      <td className="n">{rule.on ? dueSoon : '—'}</td>
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
        <button type="button" className="plain link" onClick={write}>
          {care(rule.on ? 'change' : 'look')}
        </button>
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
