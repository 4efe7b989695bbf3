/** The day sheet before it is taken along: the pages as they are printed, and beside them for whom it is and where else it goes. */

import { Button } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { DaySheetItem } from '../../../src-shared/contract/day-sheets.ts';
import { type Surroundings, useBasis } from '../../link/use-basis.ts';
import { formatCount } from '../../parts/count-text.tsx';
import { EmptyNote } from '../../parts/empty-note.tsx';
import { useShopWords } from '../../parts/shop-words.ts';
import { useFailureText } from '../../parts/toast.tsx';
import { useFoot } from '../../state/foot.ts';
import { papers, type Sheet } from '../print/paper.ts';
import { type Desk, PaperDesk, type Zoom } from '../print/paper-desk.tsx';
import { PrintTitle } from '../print/print-title.tsx';
import { usePaper } from '../print/use-paper.tsx';
import { usePrintActs } from '../print/use-print-acts.ts';
import { usePrintKeys } from '../print/use-print-keys.ts';
import { laidOf, sheetPages } from './sheet-lines.ts';
import { SheetOptions } from './sheet-options.tsx';
import { SheetPaper } from './sheet-paper.tsx';
import { useDaySheet } from './use-day-sheet.ts';
import '../print/print.css';
import './day-sheet.css';

const sheet: Sheet = { ...papers.A4, marginMm: 12, points: 10 };
const none: readonly DaySheetItem[] = [];

export function DaySheetPage() {
  const surroundings = useBasis();
  return surroundings === null ? null : <SheetDesk {...surroundings} />;
}

function SheetDesk(surroundings: Surroundings) {
  const { t } = useTranslation('daySheet');
  const failureText = useFailureText();
  const [, navigate] = useLocation();
  const { basis, status } = surroundings;
  const [masked, setMasked] = useState(false);
  const [zoom, setZoom] = useState<Zoom>('width');
  const [current, setCurrent] = useState(0);
  const desk = useRef<Desk>(null);
  const state = useDaySheet(surroundings, masked);
  const { items = none, error } = state;
  const pages = useMemo(() => sheetPages(laidOf(items, sheet), sheet), [items]);
  const isEmpty = items.length === 0;
  const shopWords = useShopWords();
  const pageAt = (at: number) => (
    <SheetPaper
      key={at}
      {...{ sheet, masked, at }}
      laid={pages[at] ?? []}
      on={basis.on}
      shop={shopWords(status.shops)}
      pages={pages.length}
    />
  );
  const paper = usePaper(sheet, () => pages.map((_, at) => pageAt(at)));
  const choices = { printPaper: 'A4', printLandscape: false } as const;
  const acts = usePrintActs({ choices, name: t('heading'), on: basis.on, paper, isEmpty });
  const back = (): void => navigate('/today');
  usePrintKeys({ print: acts.print, back, isAsking: false, turn: (by) => desk.current?.goTo(current + by) });
  useSheetFoot(items.length, state.held.length);
  return (
    <>
      <PrintTitle
        {...{ zoom, current, acts, isEmpty }}
        title={t('title')}
        backTo={t('back')}
        say={state.items === undefined ? undefined : t('say', { day: basis.on, count: items.length })}
        pages={pages.length}
        onBack={back}
        onZoom={setZoom}
        onTurn={(page) => desk.current?.goTo(page)}
      />
      <div className="print-body">
        <SheetOptions state={state} masked={masked} onMasked={setMasked} />
        {error !== null && <p className="stop print-error">{failureText(error)}</p>}
        {state.items !== undefined && isEmpty && (
          <div className="print-error">
            <EmptyNote action={<Button onClick={back}>{t('emptyBack')}</Button>}>{t('empty')}</EmptyNote>
          </div>
        )}
        {!isEmpty && <PaperDesk {...{ sheet, zoom, desk, pageAt }} pages={pages.length} onPage={setCurrent} />}
      </div>
      {paper.paper}
    </>
  );
}

function useSheetFoot(people: number, held: number): void {
  const { t } = useTranslation('daySheet');
  useFoot({
    left: (
      <>
        <span>
          {t('foot.people')} <b>{formatCount(people)}</b>
        </span>
        {held > 0 && (
          <span>
            {t('foot.held')} <b>{formatCount(held)}</b>
          </span>
        )}
      </>
    ),
    right: [...(people === 0 ? [] : [t('keys.turn'), t('keys.print')]), t('keys.back')],
  });
}
