/** A customer list on paper: what it will look like, page by page, and the way to the printer or a PDF. */

import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Settings } from '../../../src-shared/contract/settings.ts';
import { formatMinor, minorOf } from '../../../src-shared/money.ts';
import { type Surroundings, useBasis } from '../../link/use-basis.ts';
import { useSettings } from '../../link/use-settings.ts';
import { formatCount } from '../../parts/count-text.tsx';
import { EmptyNote } from '../../parts/empty-note.tsx';
import { useFailureText } from '../../parts/toast.tsx';
import { queryOfView } from '../../state/customer-filter.ts';
import { useFoot } from '../../state/foot.ts';
import { useConditionWords } from './conditions.ts';
import { columnWidths, mostRows, pagesOf, sheetOf } from './paper.ts';
import { type Desk, PaperDesk, type Zoom } from './paper-desk.tsx';
import { PaperPage, type PaperWords } from './paper-page.tsx';
import { PrintOptions } from './print-options.tsx';
import { PrintTitle } from './print-title.tsx';
import { usePaper } from './use-paper.tsx';
import { usePrintActs } from './use-print-acts.ts';
import { usePrintKeys } from './use-print-keys.ts';
import { type PrintQuestion, usePrintChoices, usePrintList } from './use-print-list.ts';
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
  const [wholePhones, setWholePhones] = useState(false);
  const [zoom, setZoom] = useState<Zoom>('width');
  const [current, setCurrent] = useState(0);
  const desk = useRef<Desk>(null);
  const question = usePrintList(surroundings, choices.columns, wholePhones);
  const { list, view } = question;
  const words = usePaperWords(surroundings, question);
  const sheet = useMemo(() => sheetOf(choices.paper, choices.landscape), [choices.paper, choices.landscape]);
  const pages = useMemo(() => pagesOf(list?.rows.length ?? 0, sheet), [list?.rows.length, sheet]);
  const widths = useMemo(
    () => columnWidths(list?.columns ?? [], sheet, list?.language ?? 'zh-CN'),
    [list?.columns, list?.language, sheet],
  );
  const pageAt = useCallback(
    (at: number) => {
      const page = pages[at];
      if (list === undefined || page === undefined) return null;
      return <PaperPage key={at} {...{ list, words, sheet, widths, page, at }} pages={pages.length} />;
    },
    [list, words, sheet, widths, pages],
  );
  const paper = usePaper(sheet, () => pages.map((_, at) => pageAt(at)));
  const isEmpty = list === undefined || list.rows.length === 0;
  const acts = usePrintActs({ choices, name: words.name, on: surroundings.basis.on, paper, isEmpty });
  const back = (): void => navigate(`/customers?${queryOfView(view)}`);
  usePrintKeys({ print: acts.print, back, turn: (by) => desk.current?.goTo(current + by) });
  useFoot({
    left:
      list === undefined ? null : (
        <>
          <span>
            {t('foot.customers')} <b>{formatCount(list.total)}</b>
          </span>
          <span>
            {t('foot.pages', { paper: choices.paper })} <b>{formatCount(pages.length)}</b>
          </span>
          <span>{t('foot.heads')}</span>
        </>
      ),
    right: [t('keys.turn'), t('keys.print'), t('keys.back')],
  });
  return (
    <>
      <PrintTitle
        {...{ zoom, current, acts, isEmpty }}
        say={list === undefined ? undefined : t('say', { name: words.name, count: list.total, pages: pages.length })}
        pages={pages.length}
        onBack={back}
        onZoom={setZoom}
        onTurn={(page) => desk.current?.goTo(page)}
      />
      <div className="print-body">
        <PrintOptions
          choices={choices}
          onChange={change}
          wholePhones={wholePhones}
          onWholePhones={setWholePhones}
          notes={useNotes(question)}
        />
        {question.error !== null && <p className="stop print-error">{failureText(question.error)}</p>}
        {list !== undefined && isEmpty && (
          <div className="print-error">
            <EmptyNote>{t('empty')}</EmptyNote>
          </div>
        )}
        {!isEmpty && <PaperDesk {...{ sheet, zoom, desk, pageAt }} pages={pages.length} onPage={setCurrent} />}
      </div>
      {paper.paper}
    </>
  );
}

/** The words around the rows: name, conditions, count and sum above; days and masking below. */
function usePaperWords({ status, basis }: Surroundings, { view, list }: PrintQuestion): PaperWords {
  const { t } = useTranslation('print');
  const { t: common } = useTranslation('common');
  const conditionWords = useConditionWords();
  const [onlyTier, ...otherTiers] = view.filter.tiers ?? [];
  const hasOne = onlyTier !== undefined && otherTiers.length === 0;
  const filter = hasOne ? { ...view.filter, tiers: undefined } : view.filter;
  const { tiers: _named, ...rest } = filter;
  const conditions = conditionWords(hasOne ? rest : view.filter, status.shops);
  const shops = status.shops.filter(({ id }) => view.filter.shop === undefined || id === view.filter.shop);
  const showsPhones = list?.columns.includes('phone') ?? false;
  const sum =
    list === undefined
      ? ''
      : t('sum', {
          count: list.total,
          money: formatMinor(minorOf(list.sumMinor), list.currency),
          coin: unitOf(list.currency, t('yuan')),
        });
  return {
    name: hasOne ? t('tierName', { tier: common(`tier.${onlyTier}`) }) : t('listName'),
    conditions: conditions.join(t('comma')),
    sum,
    shop: shops.map(({ name }) => name).join(t('comma')),
    foot: [
      t('printedOn', { day: basis.on }),
      ...(status.lastDay === null ? [] : [t('dataUntil', { day: status.lastDay })]),
      ...(showsPhones ? [t(list?.wholePhones ? 'phonesWhole' : 'phonesMasked')] : []),
    ],
  };
}

function unitOf(currency: string, yuan: string): string {
  return currency === 'CNY' ? yuan : currency;
}

function useNotes({ list }: PrintQuestion): readonly string[] {
  const { t } = useTranslation('print');
  if (list === undefined) return [];
  const { total, columns, wholePhones } = list;
  return [
    ...(total > mostRows ? [t('tooMany', { total, most: mostRows })] : []),
    ...(wholePhones && columns.includes('phone') ? [t('wholeNote')] : []),
    ...(columns.includes('tick') || columns.includes('result') ? [t('worksheet')] : []),
  ];
}
