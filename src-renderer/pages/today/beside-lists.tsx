/** Who was contacted today, who is held back and why, who came by themselves. */

import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ResultOf } from '../../../src-shared/contract/index.ts';
import { EmptyNote } from '../../parts/empty-note.tsx';
import { useHeldWords } from '../../parts/held-words.ts';
import { heldOff } from './held-off.ts';
import { useReasonLine } from './reason-words.ts';

type Today = ResultOf<'followUps.today'>;

export interface Line {
  readonly key: string;
  readonly customer: number;
  readonly name: string;
  readonly why: string;
  readonly what: string;
}

export function Lines({
  lines,
  why,
  head,
  none,
}: {
  readonly lines: readonly Line[];
  /** What stands above the reasons, where they are not of today. */
  readonly why?: string;
  readonly head: string;
  readonly none: string;
}) {
  const { t } = useTranslation('today');
  if (lines.length === 0) return <EmptyNote>{none}</EmptyNote>;
  return (
    <table className="ledger beside-table">
      <thead>
        <tr>
          <th scope="col">{t('heads.customer')}</th>
          <th scope="col">{why ?? t('heads.why')}</th>
          <th scope="col">{head}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, customer, name, why, what }) => (
          <tr key={key}>
            <td>
              <Link href={`/customers/${customer}`}>{name}</Link>
            </td>
            <td title={why}>{why}</td>
            <td title={what}>{what}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function DoneList({ done }: Pick<Today, 'done'>) {
  const { t } = useTranslation('today');
  const lineOf = useReasonLine();
  const lines = done.map((one) => ({
    key: `${one.origin} ${one.done.at}`,
    customer: one.customer,
    name: one.name,
    why: lineOf(one.reason, one.note).why,
    what: [t(`outcomes.${one.done.outcome}`), one.done.note].filter((part) => part !== '').join(' · '),
  }));
  return <Lines lines={lines} head={t('heads.outcome')} none={t('none.doneNobody')} />;
}

/** One line for one person and reason, when several rules come to it. */
function together(lines: readonly Line[]): readonly Line[] {
  const of = new Map<string, Line>();
  for (const line of lines) {
    const same = `${line.customer} ${line.why}`;
    const first = of.get(same);
    const isSaid = first?.what.split(' · ').includes(line.what) ?? false;
    of.set(same, first === undefined ? line : isSaid ? first : { ...first, what: `${first.what} · ${line.what}` });
  }
  return [...of.values()];
}

/** Somebody held back from one thing may be on the list for another: that is said, for contacted they compare nothing any more. */
export function HeldList({ held, due }: Pick<Today, 'held' | 'due'>) {
  const { t } = useTranslation('today');
  const words = useHeldWords();
  const lineOf = useReasonLine();
  const off = new Set(heldOff(held, due).map(({ customer }) => customer));
  const compared = new Set(held.flatMap((one) => (one.held.some(({ why }) => why === 'holdout') ? one.customer : [])));
  const lines = held.map((one) => ({
    key: one.origin,
    customer: one.customer,
    name: one.name,
    why: lineOf(one.reason, one.note).why,
    what: words(one.held),
  }));
  const said = together(lines).map((line) => {
    if (off.has(line.customer)) return line;
    const also = t(compared.has(line.customer) ? 'heldListedCompared' : 'heldListed');
    return { ...line, what: `${line.what} · ${also}` };
  });
  // They are not of the number that is told: last, and not between the others.
  const inOrder = [...said.filter((one) => off.has(one.customer)), ...said.filter((one) => !off.has(one.customer))];
  return <Lines lines={inOrder} head={t('tabs.held')} none={t('none.heldNobody')} />;
}

export function CameList({ came }: Pick<Today, 'came'>) {
  const { t } = useTranslation('today');
  const lineOf = useReasonLine();
  const lines = came.map((one) => ({
    key: String(one.customer),
    customer: one.customer,
    name: one.name,
    why: lineOf(one.reason, '').why,
    what: t('came', { day: one.order.day, number: one.order.number }),
  }));
  return <Lines lines={lines} head={t('heads.order')} none={t('none.cameNobody')} />;
}
