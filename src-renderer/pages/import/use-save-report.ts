/** Saves the report about a check's problems as a workbook. */

import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../link/use-call.ts';
import { useToast } from '../../parts/toast.tsx';

export function useSaveReport(check: string): { readonly save: () => void; readonly busy: boolean } {
  const { t, i18n } = useTranslation('repairs');
  const toast = useToast();
  const choose = useAct('shell.chooseTarget');
  const write = useAct('imports.report');
  const reveal = useAct('shell.reveal');
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const save = useCallback(async () => {
    const target = (await choose.act({ name: `${t('paper.fileName')}.xlsx` }))?.target ?? null;
    if (target === null) return;
    const written = await write.act({ of: { check }, language, target });
    if (written === null) return;
    toast.done(t('paper.saved', { count: written.problems }), {
      label: t('paper.show'),
      run: () => void reveal.act({ what: target }),
    });
  }, [check, language, t, toast, choose, write, reveal]);
  return { save: () => void save(), busy: choose.busy || write.busy };
}
