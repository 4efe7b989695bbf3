/** Orders that leave every figure: the rules, each with what it means; written at the right with a live count before it is kept. */

import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { ExclusionRule } from '../../../src-shared/contract/exclusions.ts';
import { useAct, useCall } from '../../link/use-call.ts';
import { useFigureNotes } from '../../link/use-figure-notes.ts';
import { EmptyNote } from '../../parts/empty-note.tsx';
import { ExcludedToggle } from '../../parts/figure-notes.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { useToast } from '../../parts/toast.tsx';
import { useBackKey } from '../../parts/use-back-key.ts';
import { useFoot } from '../../state/foot.ts';
import { type Draft, draftOf, newDraft } from './draft.ts';
import { MeantOrders } from './meant-orders.tsx';
import { RuleEditor } from './rule-editor.tsx';
import { RuleTable } from './rule-table.tsx';
import { useMeant } from './use-meant.ts';
import './exclusions.css';

export function ExclusionsPage() {
  const { t } = useTranslation('exclusions');
  const settings = useTranslation('settings').t;
  const { data } = useCall('exclusions.list', {});
  const { data: status } = useCall('ledger.status', {});
  const notes = useFigureNotes({});
  const [draft, setDraft] = useState<Draft | null>(null);
  const meant = useMeant(draft);
  const acts = useRuleActs(() => setDraft(null));
  const say =
    data === undefined || data.rules.length === 0
      ? t('none')
      : t('say', { count: data.rules.length, orders: data.excluded });
  const [, navigate] = useLocation();
  const back = (): void => navigate('/settings');
  useBackKey(back);
  useFoot({ left: <span>{t('lasting')}</span>, right: [settings('keys.undo'), settings('keys.redo'), t('keyBack')] });
  if (data === undefined || status === undefined) return null;
  const { shops } = status;
  return (
    <>
      <PageTitle
        title={t('title')}
        back={{ to: settings('title'), onBack: back }}
        say={say}
        actions={
          <>
            <ExcludedToggle notes={notes} />
            {data.rules.length > 0 && (
              <Button disabled={draft?.rule === null} onClick={() => setDraft(newDraft())}>
                {t('newRule')}
              </Button>
            )}
          </>
        }
      />
      <div className="exclusions">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus */}
        <section className="exclusions-flow" tabIndex={0} aria-label={t('title')}>
          {data.rules.length === 0 ? (
            draft === null && (
              <EmptyNote action={<Button onClick={() => setDraft(newDraft())}>{t('newRule')}</Button>}>
                {t('empty')}
              </EmptyNote>
            )
          ) : (
            <RuleTable
              rules={data.rules}
              shops={shops}
              chosen={draft?.rule ?? null}
              isBusy={acts.busy}
              onChoose={({ rule, content }) => setDraft(draftOf(rule, content))}
              onRemove={acts.remove}
            />
          )}
          <Suggestions onTake={(text) => setDraft(newDraft(text))} />
          <MeantOrders meant={meant} />
        </section>
        {draft !== null && (
          <RuleEditor
            draft={draft}
            shops={shops}
            meant={meant}
            isBusy={acts.busy}
            onDraft={setDraft}
            onSave={() => acts.save(draft.rule, meant)}
            onClose={() => setDraft(null)}
          />
        )}
      </div>
    </>
  );
}

/** Codes in the seller's notes that look like brushing; nothing is done about them before the owner says so. */
function Suggestions({ onTake }: { readonly onTake: (text: string) => void }) {
  const { t } = useTranslation('exclusions');
  const { data } = useCall('exclusions.suggest', {});
  if (data === undefined || data.suggestions.length === 0) return null;
  return (
    <p className="suggestions">
      <span className="dim">{t('suggest')}</span>
      {data.suggestions.map(({ text, orders }) => (
        <button key={text} type="button" className="plain link nw" onClick={() => onTake(text)}>
          {t('suggestOne', { text, count: orders })}
        </button>
      ))}
    </p>
  );
}

function useRuleActs(onDone: () => void) {
  const { t } = useTranslation('exclusions');
  const common = useTranslation('common').t;
  const toast = useToast();
  const save = useAct('exclusions.save');
  const remove = useAct('exclusions.remove');
  const undo = useAct('journal.undo');
  const withUndo = (edit: number) => ({
    label: common('action.undo'),
    run: () =>
      void undo.act({ edit }).then((done) => {
        if (done !== null) toast.done(t('takenBack'));
      }),
  });
  return {
    busy: save.busy || remove.busy || undo.busy,
    save: (rule: number | null, { content, figures }: ReturnType<typeof useMeant>): void => {
      if (content === null) return;
      void save.act({ rule, content }).then((answer) => {
        if (answer === null) return;
        toast.done(t('saved', { count: figures?.orders ?? 0 }), withUndo(answer.edit));
        onDone();
      });
    },
    remove: ({ rule, orders }: ExclusionRule): void => {
      void remove.act({ rule }).then((answer) => {
        if (answer === null) return;
        toast.done(t('removed', { count: orders }), withUndo(answer.edit));
        onDone();
      });
    },
  };
}
