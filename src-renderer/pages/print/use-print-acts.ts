/** Sends all pages to the printer, or into a PDF the owner chose a place for. */

import { useTranslation } from 'react-i18next';
import { useAct, useCall } from '../../link/use-call.ts';
import { useToast } from '../../parts/toast.tsx';
import type { Paper } from './use-paper.tsx';
import type { PrintChoices } from './use-print-list.ts';

export interface PrintActs {
  readonly print: () => void;
  readonly savePdf: () => void;
  readonly busy: boolean;
}

interface PrintJob {
  readonly choices: Pick<PrintChoices, 'printPaper' | 'printLandscape'>;
  readonly name: string;
  readonly on: string;
  readonly paper: Paper;
  readonly isEmpty: boolean;
}

export function usePrintActs({ choices, name, on, paper, isEmpty }: PrintJob): PrintActs {
  const { t } = useTranslation('print');
  const toast = useToast();
  const info = useCall('shell.info', {});
  const sendPages = useAct('shell.print');
  const writePdf = useAct('shell.printToPdf');
  const choose = useAct('shell.chooseTarget');
  const reveal = useAct('shell.reveal');
  const sheet = { paper: choices.printPaper, landscape: choices.printLandscape };
  const print = (): Promise<void> =>
    paper.withPaper(async () => {
      await sendPages.act(sheet);
    });
  const savePdf = async (): Promise<void> => {
    if (info.data?.canPrintToPdf !== true) {
      // A browser writes PDFs by its own print dialog only.
      toast.done(t('pdfByDialog'));
      return print();
    }
    const target = (await choose.act({ name: `${fileNameOf(name)}-${on}.pdf` }))?.target ?? null;
    if (target === null) return undefined;
    return paper.withPaper(async () => {
      if ((await writePdf.act({ ...sheet, target })) === null) return;
      toast.done(t('saved'), { label: t('showFile'), run: () => void reveal.act({ what: target }) });
    });
  };
  const unlessBusy = (run: () => Promise<void>) => (): void => {
    if (!isEmpty && !paper.isPrinting) void run();
  };
  return { print: unlessBusy(print), savePdf: unlessBusy(savePdf), busy: paper.isPrinting || choose.busy };
}

/** A title as a file may be called on every system. */
function fileNameOf(title: string): string {
  return title.replaceAll(/[\\/:*?"<>|]+/g, ' ').trim();
}
