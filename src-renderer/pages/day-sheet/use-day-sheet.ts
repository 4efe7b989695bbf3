/** Today's list as a day sheet: who is on it, who is left off and why, and the files it is written to. */

import { useTranslation } from 'react-i18next';
import type { DaySheetItem } from '../../../src-shared/contract/day-sheets.ts';
import type { Held } from '../../../src-shared/contract/follow-ups.ts';
import type { ResultOf } from '../../../src-shared/contract/index.ts';
import { listBasisOf, type Surroundings } from '../../link/use-basis.ts';
import { useAct, useCall } from '../../link/use-call.ts';
import { useToast } from '../../parts/toast.tsx';
import { heldOff } from '../today/held-off.ts';
import { useReasonLine } from '../today/reason-words.ts';

export interface HeldPerson {
  readonly customer: number;
  readonly name: string;
  readonly held: readonly Held[];
}

export interface DaySheetState {
  /** undefined until they are known. */
  readonly items: readonly DaySheetItem[] | undefined;
  readonly held: readonly HeldPerson[];
  readonly error: Error | null;
  readonly busy: boolean;
  readonly write: (format: 'ics' | 'html') => Promise<void>;
}

type Today = ResultOf<'followUps.today'>;

/** The longest reason the contract takes. */
const longest = 400;

function useItems() {
  const { t } = useTranslation('daySheet');
  const lineOf = useReasonLine();
  return ({ due }: Today) =>
    due.map(({ origin, customer, day, reason, note, channel, rule, also }) => {
      const { why, about } = lineOf(reason, '');
      const said = [why, about].filter((part) => part !== '').join(' · ');
      const whole = also > 0 ? t('also', { why: said, count: also }) : said;
      return { origin, customer, day, why: whole.slice(0, longest), note, channel, rule };
    });
}

export function useDaySheet({ basis: all }: Surroundings, masked: boolean): DaySheetState {
  const { t, i18n } = useTranslation('daySheet');
  const { t: customers } = useTranslation('customers');
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const basis = listBasisOf(all);
  const itemsOf = useItems();
  const toast = useToast();
  const today = useCall('followUps.today', { basis: all });
  const request = { items: today.data === undefined ? [] : itemsOf(today.data), basis, masked, language } as const;
  const composed = useCall('daySheets.compose', request, { enabled: today.data !== undefined, keep: false });
  const choose = useAct('shell.chooseTarget');
  const written = useAct('daySheets.write');
  const reveal = useAct('shell.reveal').act;
  return {
    items: composed.data?.items,
    held: heldOff([...(today.data?.held ?? []), ...(composed.data?.held ?? [])], composed.data?.items ?? []),
    error: today.error ?? composed.error,
    busy: choose.busy || written.busy,
    write: async (format) => {
      const name = `${t('heading')}-${basis.on}.${format}`;
      const target = (await choose.act({ name }))?.target ?? null;
      if (target === null) return;
      const done = await written.act({ ...request, items: [...request.items], format, target });
      if (done === null) return;
      toast.done(t('written', { count: done.items }), {
        label: customers('showFile'),
        run: () => void reveal({ what: target }),
      });
    },
  };
}
