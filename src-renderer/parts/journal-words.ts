/** What a change of the journal was about, in the owner's words: 孙老板的备注, 分层的规则, 拆分 2611204842500275001. */

import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResultOf } from '../../src-shared/contract/index.ts';
import { type Settings, settingChangesSchema } from '../../src-shared/contract/settings.ts';

export type JournalEntry = ResultOf<'journal.list'>['entries'][number];

/** What the owner may decide about people. */
const decisionWords = ['merge', 'confirmLikely', 'neverSame', 'later', 'unmerge'] as const;

/** What the owner knows about a person. */
export const factWords = ['wish', 'markPoint', 'relate'] as const;

export function isSetting(name: string): name is keyof Settings {
  return Object.hasOwn(settingChangesSchema.shape, name);
}

export function useEntryName(): (entry: Pick<JournalEntry, 'reason' | 'subject' | 'field'>) => string {
  const { t } = useTranslation('settings');
  return useCallback(
    ({ reason, subject, field }) => {
      if (reason === 'settings.change') return isSetting(subject) ? t(`names.${subject}`) : t('journal.someSetting');
      if (reason === 'aside.attach') return t('journal.attached', { row: subject });
      if (reason === 'aside.letGo') return t('journal.letGo', { row: subject });
      if (reason === 'customers.split') return t('journal.split', { orders: subject });
      if (reason.startsWith('coverage.')) return t('journal.coverage', { days: subject });
      if (reason.startsWith('segments.')) return t('journal.segment', { name: subject });
      if (reason.startsWith('tags.')) return t('journal.tag', { name: subject });
      if (reason === 'customers.tag') return t('journal.tagOf', { name: subject });
      if (reason === 'leads.set') return t('journal.lead', { name: subject });
      if (reason === 'customers.setLevel') return t('journal.levelOf', { name: subject });
      if (reason.startsWith('views.')) return t('journal.view', { name: subject });
      if (reason.startsWith('fields.')) return t('journal.field', { name: subject });
      if (reason === 'customers.setField') return t('journal.fieldOf', { name: subject });
      if (reason === 'customers.bulkEdit' || reason === 'imports.apply') {
        const what = field === 'tag' ? 'journal.bulkTag' : field === 'field' ? 'journal.bulkField' : 'journal.bulkNote';
        return t(what, { people: subject });
      }
      if (reason.startsWith('followUps.')) return t('journal.followUp', { name: subject });
      if (reason.startsWith('careRules.')) return t('journal.careRule', { name: subject });
      if (reason.startsWith('service.')) return t('journal.service', { name: subject });
      if (reason === 'strategies.launch') return t('journal.run', { name: subject });
      if (reason.startsWith('strategies.')) return t('journal.strategy', { name: subject });
      if (reason === 'plans.launch') return t('journal.planRun', { name: subject });
      if (reason.startsWith('plans.')) return t('journal.plan', { name: subject });
      if (reason.startsWith('templates.')) return t('journal.template', { name: subject });
      if (reason.startsWith('sendLists.')) return t('journal.layout', { name: subject });
      if (reason === 'contacts.sent') return t('journal.sent', { people: subject });
      if (reason.startsWith('exclusions.')) return t('journal.rule', { rule: subject });
      const fact = factWords.find((known) => `customers.${known}` === reason);
      if (fact !== undefined) return t(`journal.${fact}`, { name: subject });
      const decision = decisionWords.find((known) => `identities.${known}` === reason);
      if (decision !== undefined) return t(`journal.${decision}`, { people: subject });
      return t(field === 'note' ? 'journal.note' : 'journal.displayName', { name: subject });
    },
    [t],
  );
}
