/** A list of customers as address labels: what will stand on each sheet, and the way to the printer or a PDF. */

import { Button } from 'antd';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Label } from '../../../src-shared/contract/labels.ts';
import type { Settings } from '../../../src-shared/contract/settings.ts';
import { a4, correctionOf, labelsOn, sheetsOf } from '../../../src-shared/label-sheet.ts';
import { type Surroundings, useBasis } from '../../link/use-basis.ts';
import { useSettings } from '../../link/use-settings.ts';
import { formatCount } from '../../parts/count-text.tsx';
import { EmptyNote } from '../../parts/empty-note.tsx';
import { useFailureText } from '../../parts/toast.tsx';
import { useKeys } from '../../parts/use-keys.ts';
import { queryOfView } from '../../state/customer-filter.ts';
import { useFoot } from '../../state/foot.ts';
import type { Sheet } from '../print/paper.ts';
import { type Desk, PaperDesk, type Zoom } from '../print/paper-desk.tsx';
import { PrintTitle } from '../print/print-title.tsx';
import { useListName } from '../print/use-list-name.ts';
import { usePaper } from '../print/use-paper.tsx';
import { usePrintActs } from '../print/use-print-acts.ts';
import { usePrintKeys } from '../print/use-print-keys.ts';
import { LabelOptions } from './label-options.tsx';
import { CalibrationSheet, LabelSheet } from './label-paper.tsx';
import { useLabelNotes } from './use-label-notes.ts';
import { gridOf, type LabelChoices, type LaidLabel, laidOn, useLabelChoices, useLabelList } from './use-labels.ts';
import '../print/print.css';
import './labels.css';

const sheet: Sheet = { ...a4, marginMm: 0, points: 10 };

export function LabelsPage() {
  const surroundings = useBasis();
  const { settings } = useSettings();
  return surroundings === null || settings === undefined ? null : (
    <LabelDesk surroundings={surroundings} settings={settings} />
  );
}

/** Which labels stand on which sheet, by their places on it. */
function placed(
  laid: readonly LaidLabel[],
  sheets: ReturnType<typeof sheetsOf>,
): readonly ReadonlyMap<number, LaidLabel>[] {
  return sheets.map(
    (entries) =>
      new Map(
        entries.flatMap(({ label, entry }) => {
          const here = laid[entry];
          return here === undefined ? [] : [[label, here] as const];
        }),
      ),
  );
}

/** The sheets of a list as they are chosen to be: on the desk, and as paper. */
function useSheets(labels: readonly Label[], choices: LabelChoices, start: number, onStart: (label: number) => void) {
  const grid = gridOf(choices);
  const laid = useMemo(() => laidOn(labels, grid, choices), [labels, grid, choices]);
  const first = Math.min(start, labelsOn(grid));
  const sheets = useMemo(() => placed(laid, sheetsOf(laid.length, grid, first)), [laid, grid, first]);
  const correction = useMemo(() => correctionOf(choices.labelMeasured), [choices.labelMeasured]);
  const sheetAt = (at: number, isPaper: boolean): ReactNode => {
    const here = sheets[at];
    if (here === undefined) return null;
    const starts = isPaper || at > 0 ? {} : { starts: { at: first - 1, onStart } };
    const outlines = choices.labelOutlines;
    return (
      <LabelSheet key={at} {...{ grid, outlines, ...starts }} laid={here} correction={isPaper ? correction : null} />
    );
  };
  return { laid, sheets: sheets.length, sheetAt };
}

const none: readonly Label[] = [];

function LabelDesk({ surroundings, settings }: { readonly surroundings: Surroundings; readonly settings: Settings }) {
  const { t } = useTranslation('labels');
  const failureText = useFailureText();
  const [, navigate] = useLocation();
  const [choices, change] = useLabelChoices(settings);
  const [start, setStart] = useState(1);
  const [zoom, setZoom] = useState<Zoom>('width');
  const [current, setCurrent] = useState(0);
  const desk = useRef<Desk>(null);
  const startField = useRef<HTMLInputElement>(null);
  const { view, answer, error } = useLabelList(surroundings);
  const listed = queryOfView(view);
  const { name } = useListName(surroundings, view);
  const { laid, sheets, sheetAt } = useSheets(answer?.labels ?? none, choices, start, setStart);
  const isEmpty = laid.length === 0;
  const paper = usePaper(sheet, () => Array.from({ length: sheets }, (_, at) => sheetAt(at, true)));
  const job = { choices: { printPaper: 'A4', printLandscape: false }, on: surroundings.basis.on } as const;
  const acts = usePrintActs({ ...job, name, paper, isEmpty });
  const calibration = useCalibration(job);
  const back = (): void => navigate(`/customers?${listed}`);
  usePrintKeys({ print: acts.print, back, isAsking: false, turn: (by) => desk.current?.goTo(current + by) });
  useKeys({ s: () => startField.current?.select() });
  const notes = useLabelNotes(answer, laid);
  useLabelFoot(laid.length, sheets);
  return (
    <>
      <PrintTitle
        {...{ zoom, current, acts, isEmpty }}
        title={t('title')}
        kind="labels"
        onKind={() => navigate(`/print?${listed}`, { replace: true })}
        say={answer === undefined ? undefined : t('say', { name, count: answer.total, labels: answer.labels.length })}
        pages={sheets}
        onBack={back}
        onZoom={setZoom}
        onTurn={(page) => desk.current?.goTo(page)}
      />
      <div className="print-body">
        <LabelOptions
          {...{ choices, start, notes, startField }}
          onChange={change}
          onStart={setStart}
          onCalibrationPage={calibration.print}
          busy={acts.busy || calibration.busy}
        />
        {error !== null && <p className="stop print-error">{failureText(error)}</p>}
        {answer !== undefined && isEmpty && (
          <div className="print-error">
            <EmptyNote action={<Button onClick={back}>{t('emptyBack')}</Button>}>{t('empty')}</EmptyNote>
          </div>
        )}
        {!isEmpty && (
          <PaperDesk
            {...{ sheet, zoom, desk }}
            pageAt={(at) => sheetAt(at, false)}
            pages={sheets}
            onPage={setCurrent}
          />
        )}
      </div>
      {paper.paper}
      {calibration.paper}
    </>
  );
}

/** The page by which the printer is measured goes the way of every page. */
function useCalibration(job: Pick<Parameters<typeof usePrintActs>[0], 'choices' | 'on'>) {
  const { t } = useTranslation('labels');
  const paper = usePaper(sheet, () => <CalibrationSheet />, { ofWindow: false });
  const acts = usePrintActs({ ...job, name: t('calibrate'), paper, isEmpty: false });
  return { print: acts.print, busy: acts.busy, paper: paper.paper };
}

function useLabelFoot(labels: number, sheets: number): void {
  const { t } = useTranslation('labels');
  const { t: print } = useTranslation('print');
  useFoot({
    left: (
      <>
        <span>
          <b>{formatCount(labels)}</b> {t('foot.labels', { count: labels })}
        </span>
        <span>
          <b>{formatCount(sheets)}</b> {t('foot.sheets', { count: sheets })}
        </span>
      </>
    ),
    right: [t('keys.start'), ...(labels === 0 ? [] : [print('keys.turn'), print('keys.print')]), print('keys.back')],
  });
}
