/** Saves the report about the problems of a check, or of an import long posted, as a workbook. */

import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ParamsOf } from '../../../src-shared/contract/index.ts';
import { useAct } from '../../link/use-call.ts';
import { useToast } from '../../parts/toast.tsx';

type ReportOf = ParamsOf<'imports.report'>['of'];

export function useSaveReport(): { readonly save: (of: ReportOf) => void; readonly busy: boolean } {
  const { t, i18n } = useTranslation('repairs');
  const toast = useToast();
  const choose = useAct('shell.chooseTarget');
  const write = useAct('imports.report');
  const reveal = useAct('shell.reveal');
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const save = useCallback(
    async (of: ReportOf) => {
      const target = (await choose.act({ name: `${t('paper.fileName')}.xlsx` }))?.target ?? null;
      if (target === null) return;
      const written = await write.act({ of, language, target });
      if (written === null) return;
      toast.done(t('paper.saved', { count: written.problems }), {
        label: t('paper.show'),
        run: () => void reveal.act({ what: target }),
      });
    },
    [language, t, toast, choose, write, reveal],
  );
  return { save: (of) => void save(of), busy: choose.busy || write.busy };
}
