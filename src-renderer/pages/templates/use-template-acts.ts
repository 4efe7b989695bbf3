/** What is done to templates: each with its way back. */

import { useTranslation } from 'react-i18next';
import { useAct } from '../../link/use-call.ts';
import { useUndoableToast } from '../../parts/undoable.ts';
import type { Drafts } from './draft.ts';

export interface TemplateActs {
  readonly busy: boolean;
  readonly isBeginning: boolean;
  readonly save: () => Promise<void>;
  readonly remove: () => Promise<void>;
  readonly begin: () => Promise<void>;
}

export function useTemplateActs(drafts: Drafts): TemplateActs {
  const { t, i18n } = useTranslation('templates');
  const say = useUndoableToast();
  const save = useAct('templates.save');
  const remove = useAct('templates.remove');
  const begin = useAct('templates.begin');
  const { chosen, content, choose, forget } = drafts;
  return {
    busy: save.busy || remove.busy,
    isBeginning: begin.busy,
    save: async () => {
      const done = await save.act({ template: chosen === 'new' ? null : chosen, content });
      if (done === null) return;
      forget(chosen);
      choose(done.template);
      say(t('did.saved', { name: content.name.trim() }), done.edit);
    },
    remove: async () => {
      if (chosen === 'new') return;
      const done = await remove.act({ template: chosen });
      if (done === null) return;
      forget(chosen);
      say(t('did.removed', { name: content.name }), done.edit);
    },
    begin: async () => {
      const done = await begin.act({ language: i18n.language === 'en' ? 'en' : 'zh-CN' });
      if (done?.edit != null) say(t('did.begun', { count: done.templates }), done.edit);
    },
  };
}
