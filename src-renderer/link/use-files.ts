/** Choosing and dropping files: both end as tickets waiting on the import page. */

import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { FileTicket } from '../../src-shared/contract/shell.ts';
import { useToast } from '../parts/toast.tsx';
import { useImportState } from '../state/import.ts';
import { useConnection } from './connection-context.tsx';
import { dropTickets, useAct } from './use-call.ts';

/** Opens the file dialog; what is chosen goes to the import page. */
export function useChooseFiles(): () => void {
  const { t } = useTranslation('importing');
  const { act } = useAct('shell.chooseFiles');
  const [, navigate] = useLocation();
  const add = useImportState((state) => state.add);
  return useCallback(() => {
    void act({ title: t('chooseTitle') }).then((answer) => {
      if (answer === null || answer.files.length === 0) return;
      add(answer.files);
      navigate('/import');
    });
  }, [act, add, navigate, t]);
}

/** Files the program was started with, or that were opened with it. */
export function useOpenFiles(): (files: readonly FileTicket[]) => void {
  const [, navigate] = useLocation();
  const add = useImportState((state) => state.add);
  return useCallback(
    (files) => {
      if (files.length === 0) return;
      add(files);
      navigate('/import');
    },
    [add, navigate],
  );
}

export function useDropFiles(): (files: readonly File[]) => void {
  const connection = useConnection();
  const toast = useToast();
  const [, navigate] = useLocation();
  const add = useImportState((state) => state.add);
  return useCallback(
    (files) => {
      dropTickets(connection, files).then(
        (tickets) => {
          if (tickets.length === 0) return;
          add(tickets);
          navigate('/import');
        },
        (error: unknown) => toast.failure(error),
      );
    },
    [connection, toast, navigate, add],
  );
}
