/** The report about the problems of a check or an import as it will lie on the table, and the ways to the printer or a PDF. */

import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BatchReport } from '../../../src-shared/contract/imports.ts';
import type { Settings } from '../../../src-shared/contract/settings.ts';
import { useBasis } from '../../link/use-basis.ts';
import { useSettings } from '../../link/use-settings.ts';
import { useFoot } from '../../state/foot.ts';
import { sheetOf } from '../print/paper.ts';
import { type Desk, PaperDesk, type Zoom } from '../print/paper-desk.tsx';
import { PrintTitle } from '../print/print-title.tsx';
import { usePaper } from '../print/use-paper.tsx';
import { usePrintActs } from '../print/use-print-acts.ts';
import { usePrintKeys } from '../print/use-print-keys.ts';
import { useClaimText } from './claim-lines.tsx';
import { ReportPage, type ReportWords } from './report-page.tsx';
import { reportPages } from './report-pages.ts';
import '../print/print.css';

export interface ReportDeskProps {
  readonly batch: BatchReport;
  /** Where one goes back to; without it, to the check. */
  readonly backTo?: string;
  readonly onBack: () => void;
}

export function ReportDesk({ batch, ...ways }: ReportDeskProps) {
  const { settings } = useSettings();
  const surroundings = useBasis();
  if (settings === undefined) return null;
  return <LaidOut batch={batch} settings={settings} on={surroundings?.basis.on ?? ''} {...ways} />;
}

function LaidOut({
  batch,
  settings,
  on,
  backTo,
  onBack,
}: ReportDeskProps & { readonly settings: Settings; readonly on: string }) {
  const { t } = useTranslation('repairs');
  const print = useTranslation('print').t;
  const [zoom, setZoom] = useState<Zoom>('width');
  const [current, setCurrent] = useState(0);
  const desk = useRef<Desk>(null);
  const choices = useMemo(() => ({ ...settings, printLandscape: false }), [settings]);
  const sheet = useMemo(() => sheetOf(choices), [choices]);
  const pages = useMemo(() => reportPages(batch, sheet), [batch, sheet]);
  const words = useReportWords(batch, on);
  const pageAt = (at: number) => (
    <ReportPage key={at} lines={pages[at] ?? []} words={words} sheet={sheet} at={at} pages={pages.length} />
  );
  const paper = usePaper(sheet, () => pages.map((_, at) => pageAt(at)));
  const acts = usePrintActs({ choices, name: words.name, on, paper, isEmpty: false });
  usePrintKeys({ print: acts.print, back: onBack, isAsking: false, turn: (by) => desk.current?.goTo(current + by) });
  useFoot({ left: <span>{words.sum}</span>, right: [print('keys.turn'), print('keys.print'), print('keys.back')] });
  return (
    <>
      <PrintTitle
        {...{ zoom, current, acts }}
        title={t('paper.title')}
        backTo={backTo ?? t('paper.back')}
        isEmpty={false}
        say={t('paper.say', { count: pages.length })}
        pages={pages.length}
        onBack={onBack}
        onZoom={setZoom}
        onTurn={(page) => desk.current?.goTo(page)}
      />
      <div className="print-body">
        <PaperDesk {...{ sheet, zoom, desk, pageAt }} pages={pages.length} onPage={setCurrent} />
      </div>
      {paper.paper}
    </>
  );
}

function useReportWords(batch: BatchReport, on: string): ReportWords {
  const { t } = useTranslation('repairs');
  const { t: common } = useTranslation('common');
  const found = Object.values(batch.problemCounts).reduce((sum, count) => sum + (count ?? 0), 0);
  const { orders, files } = batch;
  const textOf = useClaimText(batch.currency);
  const differing = (batch.claims ?? []).filter(({ said, found: real }) => said !== real);
  const many = batch.problems.length < found ? [t('paper.firstOnly', { count: batch.problems.length })] : [];
  return {
    name: t('paper.name', { file: files[0]?.name ?? '' }),
    shop: batch.shop,
    claims: differing.map(textOf).join(common('semicolon')),
    sum: t('paper.sum', {
      found,
      skipped: orders.skipped,
      all: orders.new + orders.changed + orders.same + orders.skipped,
    }),
    foot: [t('paper.printed', { on }), ...many],
  };
}
