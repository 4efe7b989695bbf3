/** A report on paper, and as a workbook. */

import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Report } from '../../../src-shared/contract/reports.ts';
import { reportTitles } from '../../../src-shared/report-words.ts';
import { useConnection } from '../../link/connection-context.tsx';
import { useAct } from '../../link/use-call.ts';
import { useFigureNotes } from '../../link/use-figure-notes.ts';
import { useGapWords } from '../../parts/gap-note.tsx';
import { useToast } from '../../parts/toast.tsx';
import { papers } from '../print/paper.ts';
import { measuresOf } from '../print/paper-frame.tsx';
import { usePaper } from '../print/use-paper.tsx';
import { ReportContent } from './report-content.tsx';
import { useAgainstWords, useAnswer } from './report-words.ts';
import type { ReportState } from './use-report.ts';

export interface ReportActs {
  readonly save: () => void;
  readonly print: () => void;
  readonly busy: boolean;
  /** To be drawn by the page. */
  readonly paper: ReactNode;
}

const sheet = { widthMm: papers.A4.heightMm, heightMm: papers.A4.widthMm, marginMm: 12, points: 9 };

export function useReportActs(state: ReportState): ReportActs {
  const { report, before, earlier, question, name, shop } = state;
  const { t, i18n } = useTranslation('reports');
  const against = useAgainstWords()(state);
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const title = reportTitles[name][language === 'en' ? 'en' : 'zh'];
  const choose = useAct('shell.chooseTarget');
  const write = useAct('reports.export');
  const reveal = useAct('shell.reveal');
  const send = useAct('shell.print');
  const toast = useToast();
  const paper = usePaper(sheet, () =>
    report === undefined ? null : <ReportPaper {...{ report, before, against, title, shop }} />,
  );
  const save = async (): Promise<void> => {
    const target = (await choose.act({ name: `${title}-${question.on}.xlsx` }))?.target ?? null;
    if (
      target === null ||
      (await write.act({ ...question, ...(earlier === null ? {} : { against: earlier }), language, target })) === null
    )
      return;
    toast.done(t('saved'), { label: t('showFile'), run: () => void reveal.act({ what: target }) });
  };
  const print = (): Promise<void> =>
    paper.withPaper(async () => {
      await send.act({ paper: 'A4', landscape: true });
    });
  const toPrint = (): void => void (report !== undefined && print());
  useMenuPrint(toPrint);
  return {
    save: () => void save(),
    print: toPrint,
    busy: choose.busy || write.busy || paper.isPrinting,
    paper: paper.paper,
  };
}

/** The menu's “Print” while a report is open means this one. */
function useMenuPrint(print: () => void): void {
  const connection = useConnection();
  const latest = useRef(print);
  useEffect(() => {
    latest.current = print;
  });
  useEffect(
    () => connection.subscribe('shell.command', ({ command }) => command === 'print' && latest.current()),
    [connection],
  );
}

interface ReportPaperProps {
  readonly report: Report;
  readonly before: Report | undefined;
  readonly against: string | null;
  readonly title: string;
  readonly shop: number | undefined;
}

/** One long page that the printer parts between rows. */
function ReportPaper({ report, before, against, title, shop }: ReportPaperProps) {
  const { t } = useTranslation('reports');
  const answer = useAnswer();
  const { gaps } = useFigureNotes({ shop, on: report.on });
  const gapWords = useGapWords();
  const { height: _height, ...measures } = measuresOf(sheet);
  return (
    <div className="a4 report-paper" style={measures}>
      <h1>
        {title} <span>{answer(report)}</span>
      </h1>
      <p className="sm">
        {report.from === null ? t('spanAll', { on: report.on }) : t('span', { from: report.from, on: report.on })}
      </p>
      {gaps.length > 0 && <p className="few">{gapWords(gaps)}</p>}
      <ReportContent
        report={report}
        before={before}
        against={against}
        onAsk={() => undefined}
        onMoved={() => undefined}
      />
    </div>
  );
}
