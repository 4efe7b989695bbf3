/** A customer list on paper: what it will look like, page by page, and the way to the printer or a PDF. */

import { Button } from 'antd';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearch } from 'wouter';
import type { ListColumn } from '../../../src-shared/contract/lists.ts';
import type { Settings } from '../../../src-shared/contract/settings.ts';
import { formatMinor, minorOf } from '../../../src-shared/money.ts';
import { listBasisOf, type Surroundings, useBasis } from '../../link/use-basis.ts';
import { usePaperColumnNames } from '../../link/use-column-names.ts';
import { useFigureNotes } from '../../link/use-figure-notes.ts';
import { useSettings } from '../../link/use-settings.ts';
import { useConditionWords } from '../../parts/condition-words.ts';
import { formatCount } from '../../parts/count-text.tsx';
import { EmptyNote } from '../../parts/empty-note.tsx';
import { Explanation } from '../../parts/explanation/explanation.tsx';
import { Figure } from '../../parts/figure.tsx';
import { useGapWords } from '../../parts/gap-note.tsx';
import { HeldPeople, useHeldPeople } from '../../parts/held-people.tsx';
import { useFailureText } from '../../parts/toast.tsx';
import { queryOfView } from '../../state/customer-filter.ts';
import { useFoot } from '../../state/foot.ts';
import { queryThrough, savedOf } from '../../state/saved-view.ts';
import { mostRows, pagesOf, sheetOf } from './paper.ts';
import { columnsOn } from './paper-columns.ts';
import { type Desk, PaperDesk, type Zoom } from './paper-desk.tsx';
import { PaperPage } from './paper-page.tsx';
import { PrintOptions } from './print-options.tsx';
import { PrintTitle } from './print-title.tsx';
import { usePaper } from './use-paper.tsx';
import { usePaperWords } from './use-paper-words.ts';
import { usePrintActs } from './use-print-acts.ts';
import { usePrintKeys } from './use-print-keys.ts';
import { type PrintFor, type PrintQuestion, usePrintChoices, usePrintList } from './use-print-list.ts';
import './print.css';

export function PrintPage() {
  const surroundings = useBasis();
  const { settings } = useSettings();
  return surroundings === null || settings === undefined ? null : (
    <PrintDesk surroundings={surroundings} settings={settings} />
  );
}

function PrintDesk({ surroundings, settings }: { readonly surroundings: Surroundings; readonly settings: Settings }) {
  const { t } = useTranslation('print');
  const failureText = useFailureText();
  const [, navigate] = useLocation();
  const [choices, change] = usePrintChoices(settings);
  const [printFor, setPrintFor] = useState<PrintFor>({ wholePhones: false, purpose: 'contact' });
  const [zoom, setZoom] = useState<Zoom>('width');
  const [current, setCurrent] = useState(0);
  const [asked, setAsked] = useState<string | null>(null);
  const desk = useRef<Desk>(null);
  const question = usePrintList(surroundings, choices.printColumns, printFor);
  const { list, view } = question;
  // A title belongs to the list it was typed for.
  const listed = queryOfView(view);
  const saved = savedOf(useSearch());
  const [own, setOwn] = useState<{ readonly of: string; readonly name: string } | null>(null);
  const words = usePaperWords(surroundings, question, own?.of === listed ? own.name : null);
  const sheet = useMemo(() => sheetOf(choices), [choices]);
  const pages = useMemo(() => pagesOf(list?.rows.length ?? 0, sheet), [list?.rows.length, sheet]);
  const laid = useMemo(() => (list === undefined ? null : columnsOn(list, sheet)), [list, sheet]);
  const pageAt = useCallback(
    (at: number, onName?: (name: string) => void) => {
      const page = pages[at];
      if (list === undefined || laid === null || page === undefined) return null;
      const field = onName === undefined ? {} : { onName };
      return <PaperPage key={at} {...{ list, words, sheet, laid, page, at, ...field }} pages={pages.length} />;
    },
    [list, words, sheet, laid, pages],
  );
  const paper = usePaper(sheet, () => pages.map((_, at) => pageAt(at)));
  const isEmpty = list === undefined || list.rows.length === 0;
  const acts = usePrintActs({ choices, name: words.name, on: surroundings.basis.on, paper, isEmpty });
  const back = (): void => navigate(`/customers?${queryThrough(saved, view)}`);
  usePrintKeys({ print: acts.print, back, isAsking: asked !== null, turn: (by) => desk.current?.goTo(current + by) });
  const notes = useNotes(question, laid?.dropped ?? [], surroundings, printFor);
  usePrintFoot(list, pages.length, choices.printPaper, setAsked);
  return (
    <>
      <PrintTitle
        {...{ zoom, current, acts, isEmpty }}
        kind="list"
        onKind={() => navigate(`/labels?${listed}`, { replace: true })}
        say={list === undefined ? undefined : t('say', { name: words.name, count: list.total })}
        pages={pages.length}
        onBack={back}
        onZoom={setZoom}
        onTurn={(page) => desk.current?.goTo(page)}
      />
      <div className="print-body">
        {(list === undefined || !isEmpty) && (
          <PrintOptions
            choices={choices}
            onChange={change}
            printFor={printFor}
            onPrintFor={(part) => setPrintFor({ ...printFor, ...part })}
            notes={notes}
            held={<HeldPeople view={view} basis={listBasisOf(surroundings.basis)} />}
          />
        )}
        {question.error !== null && <p className="stop print-error">{failureText(question.error)}</p>}
        {list !== undefined && isEmpty && (
          <div className="print-error">
            <EmptyNote action={<Button onClick={back}>{t('emptyBack')}</Button>}>{t('empty')}</EmptyNote>
          </div>
        )}
        {!isEmpty && (
          <PaperDesk
            {...{ sheet, zoom, desk }}
            pageAt={(at) => pageAt(at, (name) => setOwn({ of: listed, name }))}
            pages={pages.length}
            onPage={setCurrent}
          />
        )}
        {asked !== null && (
          <ListSums
            {...{ surroundings, question }}
            purpose={printFor.purpose}
            fact={asked}
            onClose={() => setAsked(null)}
          />
        )}
      </div>
      {paper.paper}
    </>
  );
}

/** What the list comes to, in the foot of the window. */
function usePrintFoot(
  list: PrintQuestion['list'],
  pages: number,
  paper: Settings['printPaper'],
  onAsk: (fact: string) => void,
): void {
  const { t } = useTranslation('print');
  useFoot({
    left:
      list === undefined ? null : (
        <>
          <Figure onAsk={() => onAsk('customers')}>
            {t('foot.customers')} <b>{formatCount(list.total)}</b> {t('foot.unit')}
          </Figure>
          <Figure onAsk={() => onAsk('netMinor')}>
            {t('foot.net')} <b>{formatMinor(minorOf(list.sumMinor), list.currency)}</b>
          </Figure>
          {list.total > 0 && (
            <>
              <span>
                <b>{formatCount(pages)}</b> {t('foot.pages', { count: pages, paper })}
              </span>
              <span>{t('foot.heads')}</span>
            </>
          )}
        </>
      ),
    right: [...(list === undefined || list.total === 0 ? [] : [t('keys.turn'), t('keys.print')]), t('keys.back')],
  });
}

interface ListSumsProps {
  readonly surroundings: Surroundings;
  readonly question: PrintQuestion;
  readonly purpose: PrintFor['purpose'];
  readonly fact: string;
  readonly onClose: () => void;
}

/** What the sums of the printed list are made of: of those who are on it. */
function ListSums({
  surroundings: { basis, status },
  question: { view, list },
  purpose,
  fact,
  onClose,
}: ListSumsProps) {
  const { t } = useTranslation('customers');
  const conditionWords = useConditionWords();
  const found = useHeldPeople({ view, basis: listBasisOf(basis) });
  if (found === undefined) return null;
  const left = purpose === 'contact' ? found.held.map(({ customer }) => customer) : [];
  const filter =
    left.length === 0 ? view.filter : { ...view.filter, exceptIds: [...(view.filter.exceptIds ?? []), ...left] };
  return (
    <Explanation
      subject={{
        kind: 'list',
        filter,
        basis: listBasisOf(basis),
        conditions: conditionWords(filter, status.shops),
        title: t('howCounted'),
        fact,
      }}
      basis={basis}
      currency={list?.currency ?? 'CNY'}
      onClose={onClose}
      takesFocus
    />
  );
}

function useNotes(
  { list, view }: PrintQuestion,
  dropped: readonly ListColumn[],
  { basis }: Surroundings,
  { purpose }: PrintFor,
): readonly string[] {
  const { t } = useTranslation('print');
  const { t: exclusions } = useTranslation('exclusions');
  const gapWords = useGapWords();
  const nameOf = usePaperColumnNames();
  const { gaps, excluded, includesExcluded } = useFigureNotes({ shop: view.filter.shop, on: basis.on });
  const reached = useHeldPeople({ view, basis: listBasisOf(basis) });
  if (list === undefined) return [];
  const { total, columns, rows, wholePhones } = list;
  const phone = columns.indexOf('phone');
  const silent = phone < 0 ? 0 : rows.filter((row) => row[phone] === '').length;
  // Masked by the marketplace already, a phone looks on paper like one that is masked for the paper. Of a list to contact whoever is held back is
  // not on it, so all that stand on it are told apart.
  const isAllKnown =
    purpose === 'contact' && reached !== undefined && reached.looked === reached.total && total <= mostRows;
  const half = phone < 0 || wholePhones || !isAllKnown ? 0 : Math.max(0, rows.length - silent - reached.reach.phone);
  return [
    ...(gaps.length > 0 ? [gapWords(gaps)] : []),
    ...(excluded > 0 ? [exclusions(includesExcluded ? 'included' : 'leftOut')] : []),
    ...(total > mostRows ? [t('tooMany', { total, most: mostRows })] : []),
    ...(dropped.length > 0 ? [t('narrow', { columns: dropped.map(nameOf).join(t('comma')) })] : []),
    ...(silent > 0 ? [t('noPhone', { count: silent })] : []),
    ...(half > 0 ? [t('halfPhone', { count: half })] : []),
    ...(wholePhones && columns.includes('phone') ? [t('wholeNote')] : []),
    ...(columns.includes('tick') || columns.includes('result') ? [t('worksheet')] : []),
  ];
}
