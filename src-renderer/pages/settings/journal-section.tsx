/** The owner's own changes, newest first: what it was, what it became, and the way back and forth. */

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { quietReasons } from '../../../src-shared/contract/coverage.ts';
import { exclusionContentSchema } from '../../../src-shared/contract/exclusions.ts';
import { leadSteps } from '../../../src-shared/contract/leads.ts';
import { segmentContentSchema } from '../../../src-shared/contract/segments.ts';
import { useCall } from '../../link/use-call.ts';
import { useSentence } from '../../link/use-segments.ts';
import { useTurn } from '../../link/use-turn.ts';
import { EmptyNote } from '../../parts/empty-note.tsx';
import { factWords, isSetting, type JournalEntry, useEntryName } from '../../parts/journal-words.ts';
import { MomentText } from '../../parts/moment-text.tsx';
import { useRuleWords } from '../../parts/rule-words.ts';
import { useToast } from '../../parts/toast.tsx';
import { useSettingValue } from './setting-words.ts';

const shownEntries = 50;

interface EntryWords {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

function useEntryWords(currency: string): (entry: JournalEntry) => EntryWords {
  const { t } = useTranslation('settings');
  const valueText = useSettingValue(currency);
  const nameOf = useEntryName();
  const { t: exclusions } = useTranslation('exclusions');
  const { t: coverage } = useTranslation('coverage');
  const ruleWords = useRuleWords(currency);
  const ruleText = (json: string | null): string => {
    const content = json === null ? null : exclusionContentSchema.safeParse(JSON.parse(json));
    if (content === null) return t('value.none');
    return content.success ? `${exclusions(`kind.${content.data.kind}`)}: ${ruleWords(content.data)}` : (json ?? '');
  };
  const sentence = useSentence(currency);
  const segmentText = (json: string | null): string => {
    const content = json === null ? null : segmentContentSchema.safeParse(JSON.parse(json));
    if (content === null) return t('value.none');
    if (!content.success) return json ?? '';
    const { name, where, fixed } = content.data;
    return `${name}: ${sentence(where)}${fixed === null ? '' : ` (${fixed.on}: ${fixed.customers})`}`;
  };
  const quietText = (reason: string | null): string => {
    const known = quietReasons.find((one) => one === reason);
    return known === undefined ? t('value.none') : coverage(`reason.${known}`);
  };
  const { t: leads } = useTranslation('leads');
  const stageText = (said: string | null): string => {
    const stage = leadSteps.find((known) => known === said);
    return stage === undefined ? t('value.none') : leads(`stages.${stage}`);
  };
  return (entry) => {
    const { reason, subject, before, after } = entry;
    const what = nameOf(entry);
    if (reason === 'settings.change' && isSetting(subject)) {
      return {
        what: t('journal.setting', { name: what }),
        before: valueText(subject, before),
        after: valueText(subject, after),
      };
    }
    if (reason.startsWith('exclusions.')) return { what, before: ruleText(before), after: ruleText(after) };
    if (reason.startsWith('segments.')) return { what, before: segmentText(before), after: segmentText(after) };
    if (reason.startsWith('coverage.')) return { what, before: quietText(before), after: quietText(after) };
    if (reason === 'leads.set') return { what, before: stageText(before), after: stageText(after) };
    if (factWords.some((fact) => `customers.${fact}` === reason)) return { what, before: '', after: '' };
    if (reason === 'customers.split' || reason.startsWith('identities.')) return { what, before: '', after: '' };
    // What has neither is told by its name alone.
    if (before === null && after === null) return { what, before: '', after: '' };
    return { what, before: before ?? t('value.none'), after: after ?? t('value.none') };
  };
}

export function JournalSection({ currency }: { readonly currency: string }) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation('common');
  const words = useEntryWords(currency);
  const nameOf = useEntryName();
  const toast = useToast();
  const { data } = useCall('journal.list', { window: { from: 0, count: shownEntries } });
  const turnEntry = useTurn();
  if (data === undefined) return null;
  if (data.entries.length === 0) return <EmptyNote>{t('noJournal')}</EmptyNote>;
  const turn = async (entry: JournalEntry): Promise<void> => {
    const kept = await turnEntry(entry.edit, entry.undone ? 'redo' : 'undo');
    if (kept !== null) toast.done(`${common(entry.undone ? 'redone' : 'undone', { what: nameOf(entry) })}${kept}`);
  };
  return (
    <>
      <table className="ledger journal">
        <thead>
          <tr>
            <th>{t('when')}</th>
            <th>{t('journal.what')}</th>
            <th>{t('journal.before')}</th>
            <th>{t('journal.after')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {data.entries.map((entry, index) => (
            <JournalRow
              key={entry.edit}
              entry={entry}
              words={words(entry)}
              isFifth={index % 5 === 4}
              onTurn={() => void turn(entry)}
            />
          ))}
        </tbody>
      </table>
      {data.total > shownEntries && (
        <p className="faint sm">{t('journal.more', { count: data.total, shown: shownEntries })}</p>
      )}
    </>
  );
}

interface JournalRowProps {
  readonly entry: JournalEntry;
  readonly words: EntryWords;
  readonly isFifth: boolean;
  readonly onTurn: () => void;
}

function JournalRow({ entry, words, isFifth, onTurn }: JournalRowProps) {
  const { t } = useTranslation('common');
  return (
    <tr className={[isFifth && 'r5', entry.undone && 'taken-back'].filter(Boolean).join(' ')}>
      <td>
        <MomentText instant={entry.at} />
      </td>
      <td title={words.what}>{words.what}</td>
      <td className="dim" title={words.before}>
        {words.before}
      </td>
      <td title={words.after}>{words.after}</td>
      <td className="n">
        <Button size="small" onClick={onTurn}>
          {t(entry.undone ? 'action.redo' : 'action.undo')}
        </Button>
      </td>
    </tr>
  );
}
