/** Copies rows and cells as a table. The host writes them page by page; what is long shows how far it is and can be stopped. */

import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TierBasis } from '../../../src-shared/contract/customers.ts';
import { type ListColumn, type ListRequest, listColumns } from '../../../src-shared/contract/lists.ts';
import { isFieldColumn } from '../../../src-shared/custom-field.ts';
import { useAct } from '../../link/use-call.ts';
import { useToast } from '../../parts/toast.tsx';
import type { CustomerView } from '../../state/customer-filter.ts';

/** More does no spreadsheet take from the clipboard with pleasure; a file it does. */
export const mostCopied = 100_000;
const atOnce = 2000;

export interface Copying {
  readonly done: number;
  readonly total: number;
  readonly stop: () => void;
}

/** What is copied. */
export interface CopyAsk {
  readonly view: CustomerView;
  readonly from: number;
  readonly count: number;
  /** Keys of columns as they stand; those that only draw something are left out. */
  readonly columns: readonly string[];
  readonly heads: boolean;
}

/** Columns that can be written, in the order of the list. */
export function writable(columns: readonly string[]): readonly ListColumn[] {
  return columns.flatMap((name): readonly ListColumn[] =>
    isFieldColumn(name) ? [name] : listColumns.filter((known) => known === name),
  );
}

export interface Copier {
  readonly copy: (ask: CopyAsk) => void;
  /** null: nothing is being copied. */
  readonly copying: Copying | null;
}

export function useCopy(basis: TierBasis, onTooMany: (ask: CopyAsk) => void): Copier {
  const { t, i18n } = useTranslation('customers');
  const page = useAct('lists.copy').act;
  const write = useAct('shell.copy').act;
  const toast = useToast();
  const [copying, setCopying] = useState<Copying | null>(null);
  const current = useRef(0);
  const language: ListRequest['language'] = i18n.language === 'en' ? 'en' : 'zh-CN';

  const run = useCallback(
    async ({ view, from, count, columns, heads }: CopyAsk): Promise<void> => {
      current.current += 1;
      const mine = current.current;
      const isStopped = (): boolean => current.current !== mine;
      const stop = (): void => {
        current.current += 1;
        setCopying(null);
      };
      const written = [...writable(columns)];
      const asked = {
        ...view,
        basis,
        columns: written,
        wholePhones: false,
        purpose: 'record' as const,
        language,
        heads,
      };
      if (asked.columns.length === 0) return;
      const text: string[] = [];
      const html: string[] = [];
      let [rows, around] = [0, { before: '', after: '' }];
      while (rows < count) {
        const found = await page({ ...asked, from: from + rows, count: Math.min(atOnce, count - rows) });
        if (isStopped()) return;
        if (found === null) return stop();
        if (found.rows === 0) break;
        text.push(found.text);
        html.push(found.html);
        rows += found.rows;
        around = found;
        if (count > atOnce) setCopying({ done: rows, total: count, stop });
      }
      setCopying(null);
      const table = `${around.before}${html.join('\n')}${around.after}`;
      if ((await write({ text: text.join('\n'), html: table })) === null) return;
      toast.done(heads ? t('pick.copied', { count: rows }) : t('cells.copied', { count: rows }));
    },
    [page, write, basis, language, toast, t],
  );
  const copy = (ask: CopyAsk): void => {
    if (ask.count > mostCopied) onTooMany(ask);
    else void run(ask);
  };
  return { copy, copying };
}
