/** The rules of care: when, whom, how many that is, whether it helped; each is written, and tried, at the right before it is put on. */

import { Button, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CareRule, CareRuleContent } from '../../../../src-shared/contract/care-rules.ts';
import type { Surroundings } from '../../../link/use-basis.ts';
import { useAct, useCall } from '../../../link/use-call.ts';
import { useSentence } from '../../../link/use-segments.ts';
import { EmptyNote } from '../../../parts/empty-note.tsx';
import { useUndoableToast } from '../../../parts/undoable.ts';
import { type Draft, newDraft } from './draft.ts';
import { useMeasuredWords } from './measured-words.ts';
import { RuleEditor } from './rule-editor.tsx';
import { RuleFound } from './rule-found.tsx';
import { useTriggerWords } from './trigger-words.ts';
import './care.css';

export interface CareRulesProps {
  readonly basis: Surroundings['basis'];
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
  const [looked, lookAt] = useState<number | null>(null);
  const write = (next: Draft | null): void => {
    lookAt(null);
    setDraft(next);
  };
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
  const found = rules.find(({ rule }) => rule === looked);
  return (
    <div className="care-body">
      <section className="care-rules scroll goes-on" aria-label={t('tabs.rules')}>
        <div className="care-lead">
          <p className="dim">{t('rules.lead')}</p>
          <span className="care-begin">
            <Button loading={begin.busy} onClick={() => void lay()}>
              {t('rules.begin')}
            </Button>
            <Button type="primary" onClick={() => write(newDraft())}>
              {care('newRule')}
            </Button>
          </span>
        </div>
        {data !== undefined && rules.length === 0 && <EmptyNote>{t('rules.none')}</EmptyNote>}
        {rules.length > 0 && (
          <RuleTable
            {...{ rules, looked }}
            written={draft?.rule ?? null}
            onDraft={write}
            onLook={(rule) => {
              setDraft(null);
              lookAt(rule);
            }}
          />
        )}
      </section>
      {found !== undefined && <RuleFound rule={found} basis={basis} onClose={() => lookAt(null)} />}
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
  /** The one being written, and the one whose result is looked at. */
  readonly written: number | null;
  readonly looked: number | null;
  readonly onDraft: (draft: Draft) => void;
  readonly onLook: (rule: number) => void;
}

function RuleTable({ rules, written, looked, onDraft, onLook }: RuleTableProps) {
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
          <th scope="col">{care('found.head')}</th>
          <th scope="col">{t('rules.state')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <CareRow
            key={rule.rule}
            rule={rule}
            isHere={rule.rule === written || rule.rule === looked}
            {...{ onDraft, onLook }}
          />
        ))}
      </tbody>
    </table>
  );
}

interface CareRowProps extends Pick<RuleTableProps, 'onDraft' | 'onLook'> {
  readonly rule: CareRule;
  readonly isHere: boolean;
}

/** How many are let be, and what came of it; opens the comparison. */
function FoundCell({ rule, onLook }: Pick<CareRowProps, 'rule' | 'onLook'>) {
  const { t } = useTranslation('care');
  const words = useMeasuredWords();
  const { share, letBe, measured, on } = rule;
  // Of a rule that never ran there is nothing to compare.
  if (!on && measured === null && letBe === 0) return <td className="faint">—</td>;
  return (
    <td>
      <button type="button" className="plain link" data-found="" onClick={() => onLook(rule.rule)}>
        {measured !== null ? words(measured) : t(share === 0 ? 'found.noShare' : 'found.soon')}
      </button>
      {share > 0 && (
        <span className="faint care-share">
          {on && letBe > 0
            ? t('found.letBe', { count: letBe })
            : t('found.share', { percent: Math.round(100 * share) })}
        </span>
      )}
    </td>
  );
}

function CareRow({ rule, isHere, onDraft, onLook }: CareRowProps) {
  const { t } = useTranslation('today');
  const { t: care } = useTranslation('care');
  const words = useTriggerWords();
  const sentence = useSentence();
  const say = useUndoableToast();
  const save = useAct('careRules.save');
  const remove = useAct('careRules.remove').act;
  const { rule: number, dueNow, dueSoon, letBe: _letBe, measured: _measured, ...content } = rule;
  const turn = async (on: boolean): Promise<void> => {
    const next: CareRuleContent = { ...content, on };
    const done = await save.act({ rule: number, content: next });
    if (done !== null) say(t('did.rule', { name: rule.name, state: t(on ? 'did.on' : 'did.off') }), done.edit);
  };
  const write = (): void => onDraft({ rule: number, content });
  return (
    <tr aria-selected={isHere}>
      <td>
        <button type="button" className="plain link care-name" title={rule.name} onClick={write}>
          {rule.name}
        </button>
      </td>
      <td title={[words(rule.trigger), rule.note].filter((part) => part !== '').join(' · ')}>
        {words(rule.trigger)}
        {rule.note !== '' && <span className="dim"> {rule.note}</span>}
      </td>
      <td>{rule.where === null ? <span className="faint">{care('everybody')}</span> : sentence(rule.where)}</td>
      <td className="n">{rule.on ? dueNow : '—'}</td>
      <td className="n">{rule.on ? dueSoon : '—'}</td>
      <FoundCell rule={rule} onLook={onLook} />
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
